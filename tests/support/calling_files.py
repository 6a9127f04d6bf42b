"""Documents that ask for something elsewhere: a page, a picture, a definition, a template."""

from __future__ import annotations

import json

from fuzz_seeds import packed
from pdf_writer import Sheet, pdf
from zipped import docx_parts, epub_parts, odt_parts, para, rtf

RAIN = "It rained all night, and nobody saw the tide come in over the mole."


def calling(url):
    """Return files that would each get ``url``, by name; what they ask for is beside their words."""
    outside = f'<!DOCTYPE a [<!ENTITY % d SYSTEM "{url}/dtd"> %d; <!ENTITY x SYSTEM "{url}/entity">]>'
    related = (
        f'<Relationship Id="r9" TargetMode="External" Target="{url}/template.dotm" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    )
    word = {name: part.encode() for name, part in docx_parts(para(RAIN)).items()}
    links = "word/_rels/document.xml.rels"
    word[links] = word[links].replace(b"</Relationships>", related.encode() + b"</Relationships>")
    book = f'<link rel="stylesheet" href="{url}/a.css"/><img src="{url}/a.png"/><p>{RAIN}</p>'
    drawn = f'<draw:image draw:href="{url}/a.png"/><text:p>{RAIN}</text:p>'
    web = (
        f"<html><head><base href='{url}/'><script src='{url}/a.js'></script>"
        f"<link rel='stylesheet' href='{url}/a.css'><meta http-equiv='refresh' content='0;url={url}/next'></head>"
        f"<body><article><h1>Quay</h1><p>{RAIN * 3}</p><p>{RAIN * 3}</p><img src='{url}/a.png'>"
        f"<iframe src='{url}/frame'></iframe></article></body></html>"
    )
    sheet = Sheet()
    sheet.paragraph(70, 740, RAIN)
    open_it = f"/OpenAction << /S /URI /URI ({url}/pdf) >> /AA << /WC << /S /SubmitForm /F ({url}/form) >> >>"
    return {
        "a.txt": f"{RAIN} {url}/text\n".encode(),
        "a.md": f"{RAIN}\n\n![x]({url}/a.png) [y]({url}/y) <{url}/z>\n\n<img src='{url}/i'>\n".encode(),
        "a.xml": f"{outside}<TEI><text><body><p>{RAIN}&x;</p></body></text></TEI>".encode(),
        "a.docx": packed(word),
        "a.odt": packed({n: p.encode() for n, p in odt_parts(drawn).items()}),
        "a.epub": packed({n: p.encode() for n, p in epub_parts(book).items()}),
        "a.rtf": rtf(rf'{{\field{{\*\fldinst INCLUDEPICTURE "{url}/rtf"}}{{\fldrslt x}}}} {RAIN}\par'),
        "a.pdf": pdf([sheet], catalog=open_it),
        "a.vtt": f"WEBVTT\n\nSTYLE\n@import url({url}/css)\n\n00:01.000 --> 00:02.000\n{RAIN}\n".encode(),
        "a.csv": f'text,url\n"=WEBSERVICE(""{url}/csv"")\n{RAIN}",{url}/row\n'.encode(),
        "a.json": json.dumps({"$ref": f"{url}/json", "segments": [{"text": RAIN, "start": 0, "end": 1}]}).encode(),
        "a.html": web.encode(),
    }  # fmt: skip
