from __future__ import annotations

import pytest
from pages import NOWHERE

from corpus import limits
from corpus.blocks import Voice
from corpus.readers.formats import AS_FOUND
from corpus.readers.record_remarks import Passed
from corpus.readers.tei import read_xml

HEADER = """<teiHeader><fileDesc><sourceDesc><bibl><date when="{}"/></bibl></sourceDesc></fileDesc><profileDesc>
 <particDesc><listPerson><person xml:id="MQ"><persName>Mara Quell</persName></person>
 <person xml:id="OB"><persName>Oda Bern</persName></person></listPerson></particDesc></profileDesc></teiHeader>"""
META = """<meta><identification><FRBRWork><FRBRdate date="{}" name="sitting"/></FRBRWork></identification>
 <references><TLCPerson eId="mq" href="/mq" showAs="Mara Quell"/></references></meta>"""
SPEECH = '<u who="#MQ"><seg>It rained.</seg></u>'
SAID = '<speech by="#mq"><from>Quell:</from><p>It rained.</p></speech>'


def tei(body, date="2019-06-14"):
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(date)}<text><body>{body}</body></text></TEI>'


def akoma(body, date="2020-02-03", behind=""):
    debate = f"<debate>{META.format(date)}<debateBody><debateSection>{body}</debateSection></debateBody></debate>"
    return f'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">{debate}{behind}</akomaNtoso>'


def remarks(text):
    """Return the remarks on a file; of several documents the first has them all."""
    first, *others = read_xml(text.encode(), NOWHERE / "sitting.xml", AS_FOUND)
    assert all(page.remarks == () for page in others)
    return list(first.remarks)


def of_tei(body, **more):
    return remarks(tei(body, **more))


def of_akoma(body, **more):
    return remarks(akoma(body, **more))


@pytest.mark.parametrize(
    "body",
    [
        SPEECH,
        '<pb n="12"/><head>On the harbour</head><note type="speaker">Mara Quell:</note>'
        '<u who="#MQ"><seg>It rained <note>(Applause)</note> all<note place="foot" n="1">See.</note>.</seg></u>',
        "<sp><speaker>ODA BERN.</speaker><p>It rained.</p></sp>",
        '<u who="#MQ"><seg>It <choice><sic>raind</sic><corr>rained</corr></choice> all <choice><abbr>nt</abbr>'
        "<expan>night</expan></choice>, <sic>as</sic><corr>so</corr>, <app><lem>so</lem><rdg>no</rdg></app>."
        "</seg></u>",
    ],
)
def test_an_ordinary_tei_document_has_no_remark(body):
    assert of_tei(body) == []


@pytest.mark.parametrize(
    "body",
    [
        SAID,
        "<heading>Tides</heading><narrative>The House met.</narrative>"
        f"{SAID}<scene>Rain.</scene><p>So<authorialNote marker='1'><p>No.</p></authorialNote>.</p>",
        "<p>It rained <omissis>...</omissis> all night.</p>",
        "<question><from>Oda Bern:</from><p>When?</p></question>",
    ],
)
def test_an_ordinary_debate_has_no_remark(body):
    assert of_akoma(body) == []


@pytest.mark.parametrize(
    ("inside", "remark"),
    [
        ("<gap/>", "1 gap that the text states is marked […]"),
        ('<gap reason="inaudible"/>', "1 gap that the text states (inaudible) is marked […]"),
        (
            '<gap reason="inaudible"/><gap reason="noise"><desc>boats</desc></gap><gap reason="inaudible"/>',
            "3 gaps that the text states (inaudible, noise) are marked […]",
        ),
        ("<unclear>all</unclear>", "1 stretch marked as unclear was read like the rest"),
        ("<unclear>a</unclear><unclear>b</unclear>", "2 stretches marked as unclear were read like the rest"),
        ("<supplied>all</supplied>", "1 stretch supplied by an editor was read like the rest"),
        (
            "<supplied>a</supplied> <supplied>b</supplied>",
            "2 stretches supplied by an editor were read like the rest",
        ),
        ("<del>all</del>", "1 stretch marked as deleted was left out"),
        ("<del>a</del><subst><del>b</del><add>c</add></subst>", "2 stretches marked as deleted were left out"),
        (
            "<expan>Mister</expan>",
            "1 word or stretch is an editor's, in whose place the text keeps no other",
        ),
        (
            "<corr>a</corr><choice><reg>b</reg></choice>",
            "2 words or stretches are an editor's, in whose place the text keeps no others",
        ),
        (
            '<app><rdg wit="A">a</rdg><rdg wit="B">b</rdg></app>',
            "2 variant readings were left out, and the text has nothing in their place",
        ),
        ('<include href="b.xml"/>', "1 part lies in another file and was not read"),
        ("<pb/>", "1 page break has no number, and what follows it no page"),
        ('<pb/><pb n=" "/><pb n="3"/>', "2 page breaks have no number, and what follows them no page"),
    ],
)
def test_what_a_text_says_of_its_words_is_counted(inside, remark):
    assert of_tei(f'<u who="#MQ"><seg>It rained {inside} night.</seg></u>') == [remark]


def test_a_gap_leaves_its_mark_and_an_expansion_that_stands_alone_is_the_text():
    body = '<u who="#MQ"><seg>It <gap reason="noise"/> rained, <expan>Mister</expan> Tolliver.</seg></u>'
    (page,) = read_xml(tei(body).encode(), NOWHERE / "sitting.xml", AS_FOUND)
    assert page.text == "It […] rained, Mister Tolliver.\n\n"


def test_a_gap_in_a_note_is_counted_too():
    note = "<note>She said <gap reason='noise'/> twice.</note>"
    assert of_tei(f"{SPEECH}{note}") == ["1 gap that the text states (noise) is marked […]"]


def test_what_is_outside_the_text_is_not_counted():
    assert remarks(tei(SPEECH).replace("<bibl>", "<bibl><gap/><unclear>so</unclear>")) == []


@pytest.mark.parametrize(
    ("body", "remark"),
    [
        (
            '<note type="speaker">Sanna Veld:</note><u who="#SV"><seg>So.</seg></u>',
            "1 speech points to nobody in the file's list of persons and is by the name printed with it",
        ),
        (
            '<u who="#SV"><seg>So.</seg></u>',
            "1 speech names nobody in the file's list of persons and prints no name",
        ),
        (
            '<u><seg>So.</seg></u><u who="#SV"><seg>No.</seg></u>',
            "2 speeches name nobody in the file's list of persons and print no name",
        ),
        (
            '<u who="#MQ #OB"><seg>So.</seg></u>',
            "1 speech is by several people at once and is given to none of them",
        ),
        ('<u who="#MQ" start="#T1"><seg>So.</seg></u>', "1 speech says when it begins, which was not read"),
    ],
)
def test_speeches_by_nobody_that_is_known_are_counted(body, remark):
    assert of_tei(SPEECH + body) == [remark]


@pytest.mark.parametrize(
    ("body", "remark"),
    [
        (
            '<speech by="#sv"><from>Sanna Veld:</from><p>So.</p></speech>',
            "1 speech points to nobody in the file's list of persons and is by the name printed with it",
        ),
        ("<speech><p>So.</p></speech>", "1 speech names nobody in the file's list of persons and prints no name"),
        (
            SAID.replace("<speech", '<speech startTime="2020-02-03T10:00:00"') * 2,
            "2 speeches say when they begin, which was not read",
        ),
        ('<p>So<noteRef href="#n1"/>.</p>', "1 note kept apart from the text was not read"),
        ("<p>So<eop/>.</p><eop/>", "2 page breaks (eop) were not read"),
        ('<p>So.</p><componentRef src="/b"/>', "1 part lies in another file and was not read"),
        ("<p>It rained <omissis/> night.</p>", "1 gap that the text states is marked […]"),
    ],
)
def test_what_a_debate_passes_over_is_counted(body, remark):
    assert of_akoma(body) == [remark]


def test_other_documents_beside_a_debate_are_counted():
    assert of_akoma(SAID, behind="<doc/>") == ["1 other document in the file was not read"]
    assert of_akoma(SAID, behind="<doc/><bill/>") == ["2 other documents in the file were not read"]


@pytest.mark.parametrize("read", [of_tei, of_akoma])
@pytest.mark.parametrize(("date", "told"), [("early spring", True), ("2019-06", False), ("", False)])
def test_a_date_that_is_no_day_is_told_in_its_own_words(read, date, told):
    remark = f"the record's date, “{date}”, could not be read as a day and was left out"
    assert read(SPEECH if read is of_tei else SAID, date=date) == [remark] * told


def test_a_corpus_tells_of_all_its_texts_at_once():
    texts = [tei(f"{SPEECH}<gap/>"), tei(f"{SPEECH}<gap/><u><seg>So.</seg></u>")]
    assert remarks(f'<teiCorpus><include href="c.xml"/>{"".join(texts)}</teiCorpus>') == [
        "1 part lies in another file and was not read",
        "2 gaps that the text states are marked […]",
        "1 speech names nobody in the file's list of persons and prints no name",
    ]


def test_the_documents_own_words_are_shown_short_and_on_one_line():
    (gap, date) = of_tei(f'{SPEECH}<gap reason="{"a&#10;&#9;" * 500}"/>', date="x" * 900)
    assert gap.isprintable()
    assert max(len(gap), len(date)) < limits.MAX_REMARK_CHARS


def test_a_speech_by_several_is_not_also_one_by_nobody():
    passed = Passed()
    passed.speech(2, "", None)
    passed.speech(1, "Mara Quell", Voice("Mara Quell", "Mara Quell"))
    assert list(passed.remarks()) == ["1 speech is by several people at once and is given to none of them"]
