"""An article of invented people, and its PDF as LibreOffice, Chromium and LaTeX make it."""

from __future__ import annotations

import html
import random
import re
import shutil
import subprocess
from dataclasses import dataclass, field

import pytest

TITLE, AUTHOR, DATE, HEAD = "The Long Quay", "Mara Quell", "14 June 2019", "The Lowmere Papers, volume 4"
_WHO = (
    "Sanna Veld|Oda Bern|Warden Tolliver|The ministry|The harbour office|Anselm Dray|The commission"
    "|Every fisherman"
)
_DID = "remembered|described|questioned|defended|misunderstood|documented|anticipated|acknowledged|re-examined"
_WHAT = (
    "the deterioration of the foundations|an extraordinary investigation|the well-known grievance of the"
    " municipalities|the contradictory statements of the contractors|the characteristic indifference of the"
    " administration|a long-standing agreement about the maintenance of the quay|the official efficiency of the"
    " office|the insignificant leak beneath the lighthouse|the café’s 1,250 unpaid bills|what she called “a"
    " hurried wall” and he “a lost wall”|the anti-flood committee’s fifth and final offer"
)
_HOW = (
    "before the winter storms arrived|in spite of considerable difficulties|although nobody had asked for it|with"
    " unmistakable satisfaction|after the fifth reading of the bill|for the remainder of the session"
)


@dataclass
class Article:
    """Sections of paragraphs, and notes by the number of the paragraph whose first sentence cites them."""

    sections: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)

    @property
    def paragraphs(self):
        return [p for section in self.sections.values() for p in section]


def article(seed, length=24):
    """Return an article of ``length`` paragraphs in two sections, the same for the same seed."""
    pick = random.Random(seed)  # noqa: S311 - words for a test

    def sentence():
        return " ".join(pick.choice(part.split("|")) for part in (_WHO, _DID, _WHAT, _HOW)) + "."

    made = [" ".join(sentence() for _ in range(pick.randint(2, 7))) for _ in range(length)]
    half = length // 2
    notes = {n: f"{sentence()} See volume {n + 1}." for n in range(3, length, 5)}
    return Article({"The Office of the Harbour": made[:half], "The Next Tide": made[half:]}, notes)


def _laid(text, paragraph, note, heading):
    """Return the article's body, each part of it made by a function."""
    out, n = [], 0
    for title, section in text.sections.items():
        out.append(heading(title))
        for words in section:
            cut = words.index(".")
            mark = note(text.notes[n], list(text.notes).index(n) + 1) if n in text.notes else ""
            out.append(paragraph(words[:cut], mark, words[cut:]))
            n += 1
    return "\n".join(out)


def run(folder, *command):
    """Run a program in a folder; where it is missing, the test is skipped with that reason."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr[-500:] + done.stdout[-500:]


def by_libreoffice(text, folder):
    """Set it in two columns, justified, with hyphens, footnotes, a running head and page numbers."""
    body = _laid(
        text,
        lambda a, mark, b: f'<text:p text:style-name="Body">{html.escape(a)}{mark}{html.escape(b)}</text:p>',
        lambda words, n: (
            f'<text:note text:id="n{n}" text:note-class="footnote"><text:note-citation>{n}</text:note-citation>'
            f'<text:note-body><text:p text:style-name="Footnote">{html.escape(words)}</text:p></text:note-body>'
            "</text:note>"
        ),
        lambda title: f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{title}</text:h>',
    )
    (folder / "article.fodt").write_text(_FODT.replace("BODY", body), encoding="utf-8")
    home = (folder / "profile").as_uri()
    run(folder, "soffice", f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", "article.fodt")
    return folder / "article.pdf"


def by_chromium(text, folder, *, furniture=True):
    """Print a web page, with the browser's own head and foot."""
    body = _laid(
        text,
        lambda a, mark, b: f"<p>{html.escape(a)}{mark}{html.escape(b)}</p>",
        lambda words, n: "",
        lambda title: f"<h2>{title}</h2>",
    )
    (folder / "article.html").write_text(
        f"<!doctype html><meta charset=utf-8><title>{TITLE}</title><style>body{{font:11pt/1.4 serif}}</style>"
        f"<h1>{TITLE}</h1><p>By {AUTHOR}</p><p>{DATE}</p>{body}",
        encoding="utf-8",
    )
    run(
        folder, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        f"--user-data-dir={folder / 'user'}", *([] if furniture else ["--no-pdf-header-footer"]),
        "--print-to-pdf=article.pdf", "article.html",
    )  # fmt: skip
    return folder / "article.pdf"


def by_latex(text, folder, preamble=""):
    """Set it in LaTeX's own two columns, with footnotes, sections, a running head and page numbers."""
    body = _laid(
        text,
        lambda a, mark, b: _tex(a) + mark + _tex(b) + "\n",
        lambda words, n: rf"\footnote{{{_tex(words)}}}",
        lambda title: rf"\section{{{title}}}",
    )
    (folder / "article.tex").write_text(_TEX.replace("PREAMBLE", preamble).replace("BODY", body), encoding="utf-8")
    run(folder, "pdflatex", "-interaction=batchmode", "article.tex")
    return folder / "article.pdf"


def _tex(words):
    return re.sub(r"“", "``", re.sub(r"”", "''", words)).replace("’", "'").replace("é", r"\'e")


_TEX = rf"""\documentclass[twocolumn]{{article}}
PREAMBLE
\usepackage{{fancyhdr}}\pagestyle{{fancy}}\fancyhf{{}}\fancyhead[C]{{{HEAD}}}\fancyfoot[C]{{\thepage}}
\title{{{TITLE}}}\author{{{AUTHOR}}}\date{{{DATE}}}
\begin{{document}}\maketitle
BODY
\end{{document}}
"""

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_FODT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{_NAMES}:office:1.0" xmlns:style="{_NAMES}:style:1.0" xmlns:text="{_NAMES}:text:1.0"
 xmlns:fo="{_NAMES}:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{TITLE}</dc:title></office:meta>
<office:styles>
<style:style style:name="Footnote" style:family="paragraph">
<style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.3cm" fo:margin-bottom="0.2cm"
 fo:keep-with-next="always"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Raised" style:family="text">
<style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Raised"
 text:citation-style-name="Raised" style:num-format="1" text:start-value="0" text:footnotes-position="page"
 text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="Body" style:family="paragraph">
<style:paragraph-properties fo:text-align="justify" fo:text-indent="0.5cm"/>
<style:text-properties fo:font-size="10pt" fo:language="en" fo:country="GB" fo:hyphenate="true"
 fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>
<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Two" style:family="section"><style:section-properties>
<style:columns fo:column-count="2" fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"
 fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"/>
<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.4cm"/>
</style:header-style><style:footer-style>
<style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">
<style:header><text:p>{HEAD}</text:p></style:header>
<style:footer><text:p><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text><text:p text:style-name="Title">{TITLE}</text:p><text:p>By {AUTHOR}</text:p>
<text:p>{DATE}</text:p><text:section text:style-name="Two" text:name="S">
BODY
</text:section></office:text></office:body></office:document>
"""
