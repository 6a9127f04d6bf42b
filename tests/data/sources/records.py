"""Parliaments' records: TEI as ParlaMint writes it, a TEI corpus of letters, Akoma Ntoso."""

from __future__ import annotations

from sources.expect import Source, aside, day, doc, heading, meta, names, note, para, quote, source, text, turn
from sources.world import BERN, FACTS, OSTERLEY, QUELL, TOLLIVER, VELD, Pen

_SPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'


def made():
    """Yield the files."""
    yield from (_sitting(), _letters(), _debate())


def _sitting():
    """A ParlaMint sitting: persons in the header, segments, notes of what happens, pages."""
    pen = Pen("sitting")
    one, two, three, four, five, six = (pen.said(2) for _ in range(6))
    people = "".join(
        f'<person xml:id="{key}"><persName><surname>{last}</surname><forename>{first}</forename>{more}</persName>'
        f'</person>'
        for key, first, last, more in (("VeldSanna", "Sanna", "Veld",
            "<roleName>Minister for Harbours</roleName>"),
                                       ("BernOda", "Oda", "Bern", ""), ("QuellMara", "Mara", "Quell", ""))
    )  # fmt: skip
    header = (
        '<teiHeader><fileDesc><titleStmt><title type="main">Harbour Sitting 31 of the Carrow Assembly</title>'
        '<title type="sub">Session 4</title></titleStmt><publicationStmt><date when="2024-02-01"/>'
        "</publicationStmt>"
        '<sourceDesc><bibl><title>Minutes</title><idno type="URI">https://assembly.example/31</idno>'
        '<date when="2019-06-14">14 June 2019</date></bibl></sourceDesc></fileDesc><profileDesc><particDesc>'
        f"<listPerson>{people}</listPerson></particDesc></profileDesc></teiHeader>"
    )
    body = (
        '<div type="debateSection"><pb n="211"/><head>The dredging of the Sorrel Bar</head>'
        f'<note type="speaker">The chair, Oda Bern:</note><u who="#BernOda" ana="#chair"><seg>{one}</seg></u>'
        f'<note type="speaker">Sanna Veld, minister:</note><u who="#VeldSanna"><seg>{FACTS["cost"]}</seg>'
        f'<seg>{two} <note type="comment">(Applause from the left)</note> {three}</seg><pb n="212"/><seg>{four}'
        '<note place="foot" n="1">Annex C, p. 9.</note></seg></u>'
        f'<u who="#QuellMara"><seg>{five}</seg><vocal><desc>laughter</desc></vocal></u>'
        f'<u who="#Unlisted"><seg>{six}</seg></u></div>'
    )
    blocks = (
        heading("The dredging of the Sorrel Bar"), aside("leftover", "The chair, Oda Bern:"),
        turn(one, BERN, page="211"), aside("leftover", "Sanna Veld, minister:"),
        turn(FACTS["cost"], VELD, page="211"), turn(f"{two} {three}", VELD, page="211"),
        aside("leftover", "(Applause from the left)"), turn(f"{four}[1]", VELD, page="212", notes=("1",)),
        note("1", "Annex C, p. 9."), turn(five, QUELL, page="212"), aside("leftover", "laughter"),
        para(six, page="212"),
    )  # fmt: skip
    data = f'<?xml version="1.0"?>\n<TEI {_SPACE} xml:lang="en">{header}<text><body>{body}</body></text></TEI>'
    return source("carrow-sitting-31.xml", data, *blocks, language=meta("en"), issued=meta(day(2019, 6, 14)),
                  title=meta("Harbour Sitting 31 of the Carrow Assembly"),
                      URL=meta("https://assembly.example/31"))  # fmt: skip


def _letters():
    """A TEI corpus of two letters, one with an editor's correction and words broken over lines."""
    pen = Pen("letters")
    texts, docs = [], []
    for number, (author, date) in enumerate(((OSTERLEY, "1998-03-02"), (TOLLIVER, "1998-04-11")), 1):
        own = [pen.said(3) for _ in range(3)]
        header = (f"<teiHeader><fileDesc><titleStmt><title>Letter {number} on the coal stairs</title>"
                  f"<author>{author}</author></titleStmt><sourceDesc><bibl><date when=\"{date}\"/></bibl>"
                  f"</sourceDesc>"
                  "</fileDesc></teiHeader>")  # fmt: skip
        broken = own[2].replace(" ", "<lb/>", 1)
        body = (f"<opener>Lowmere, {date}</opener><p>{own[0]}</p><p>The <choice><sic>harber</sic>"
                f"<corr>harbour</corr>"
                f"</choice> is shut. {own[1]}</p><pb n='2'/><p>{broken}</p>"
                f"<closer>Yours, {author}</closer>")  # fmt: skip
        texts.append(f'<TEI xml:id="letter{number}">{header}<text><body>{body}</body></text></TEI>')
        docs.append(doc(
            aside("leftover", f"Lowmere, {date}"), para(own[0]), para(f"The harber is shut. {own[1]}"),
            para(own[2].replace(" ", "\n", 1), page="2"), aside("leftover", f"Yours, {author}"),
                part=f"letter{number}",
            title=meta(f"Letter {number} on the coal stairs"), author=meta(names(author)),
            issued=meta(day(*map(int, date.split("-")))), hidden=("is shut harbour",),
        ))  # fmt: skip
    data = f"<teiCorpus {_SPACE}><teiHeader/>{''.join(texts)}</teiCorpus>"
    return Source("coal-stairs-letters.xml", data.encode(), tuple(docs))


def _debate():
    """A debate in Akoma Ntoso: questions, answers, a remark inside a sentence, a quoted paragraph."""
    pen = Pen("akn")
    one, two, three, four = (pen.said(2) for _ in range(4))
    meta_part = (
        '<meta><identification><FRBRWork><FRBRdate date="2021-10-05" name="sitting"/></FRBRWork><FRBRExpression>'
        '<FRBRlanguage language="eng"/><FRBRdate date="2022-01-01"/></FRBRExpression></identification><references>'
        '<TLCPerson eId="veld" href="/veld" showAs="Sanna Veld"/><TLCPerson eId="quell" href="/q" showAs="Mara '
        'Quell"/>'
        '<TLCRole eId="min" showAs="Minister for Harbours"/></references></meta>'
    )
    body = (
        "<preface><p><docTitle>Questions on the Harbour Dues</docTitle></p></preface><debateBody>"
        '<debateSection name="q"><num>7.</num><heading>Harbour dues</heading><narrative>The Assembly met at '
        "ten.</narrative>"
        f'<question by="#quell"><from>Mrs Quell (Lowmere):</from><p>{one}</p></question>'
        f'<answer by="#veld" as="#min"><from>The Minister:</from><p>{two} <remark>(interruption)</remark>{three}'
        '<authorialNote marker="a"><p>Gazette no. 40.</p></authorialNote></p>'
        "<quotedStructure><p>Dues are paid on the tide.</p></quotedStructure></answer>"
        f'<scene>The lamps are lit.</scene><speech by="#nobody"><from>A member:</from><p>{four}</p></speech>'
        "</debateSection></debateBody>"
    )
    blocks = (
        aside("title", "Questions on the Harbour Dues"), heading("7."), heading("Harbour dues"),
        aside("leftover", "The Assembly met at ten."), aside("leftover", "Mrs Quell (Lowmere):"), turn(one, QUELL),
        aside("leftover", "The Minister:"), turn(f"{two} {three}[a]", VELD, notes=("a",)),
        aside("leftover", "(interruption)"), note("a", "Gazette no. 40."), quote("Dues are paid on the tide."),
        aside("leftover", "The lamps are lit."), aside("leftover", "A member:"), para(four),
    )  # fmt: skip
    data = (
        f'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate>{meta_part}{body}</debate>'
        f"</akomaNtoso>"
    )
    return source("dues-questions.xml", data, *blocks, language=meta("eng"), issued=meta(day(2021, 10, 5)),
                  title=text("Questions on the Harbour Dues"))  # fmt: skip
