from __future__ import annotations

import pytest
from hypothesis import given
from pages import NOWHERE, check_page, check_reads_or_refuses, mutations, refusal, shown, stated, voices

from corpus.citation import Provenance
from corpus.readers.formats import AS_FOUND
from corpus.readers.tei import read_xml

PATH = NOWHERE / "debate.xml"
META = """<meta><identification><FRBRWork><FRBRdate date="2020-02-03" name="sitting"/>
 <FRBRalias value="Debate of 3 February"/></FRBRWork>
 <FRBRExpression><FRBRlanguage language="eng"/><FRBRdate date="2021-01-01"/></FRBRExpression></identification>
 <references><TLCPerson eId="mq" href="/mq" showAs="Mara Quell"/><TLCPerson id="at" showAs="Anselm Tolliver"/>
 <TLCRole eId="ch" showAs="Chair"/></references></meta>"""
PREFACE = "<preface><p><docTitle>Harbour Debates</docTitle></p><p>Vol. 3</p></preface>"
BODY = """<debateSection><num>1.</num><heading>Tides</heading><narrative>The House met.</narrative>
 <speech by="#mq" as="#ch"><from>Mrs Quell (Lowmere):</from>
  <p>Order<authorialNote marker="2"><p>Standing order 3.</p></authorialNote>,
   <remark>(interruption)</remark> order.</p>
  <p>We begin.</p></speech>
 <scene>Oda Bern rises.</scene>
 <question by="#at"><from>Tolliver:</from><p>When?</p></question>
 <answer by="#none"><from>Oda Bern (clerk):</from><p>Now.</p></answer></debateSection>"""


def debate(body=BODY, preface=PREFACE, meta=META, kind="debate"):
    space = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    return (
        f'<akomaNtoso xmlns="{space}"><{kind}>{meta}{preface}<debateBody>{body}</debateBody></{kind}></akomaNtoso>'
    )


def read(*args, **more):
    (page,) = read_xml(debate(*args, **more).encode(), PATH, AS_FOUND)
    check_page(page)
    return page


def test_a_debate_is_read_into_its_parts():
    assert shown(read()) == [
        ("Harbour Debates", "title"),
        ("Vol. 3", "leftover"),
        ("1.", "heading"),
        ("Tides", "heading"),
        ("The House met.", "leftover"),
        ("Mrs Quell (Lowmere):", "leftover"),
        ("Order[2], order.", "turn"),
        ("Standing order 3.", "note"),
        ("(interruption)", "leftover"),
        ("We begin.", "turn"),
        ("Oda Bern rises.", "leftover"),
        ("Tolliver:", "leftover"),
        ("When?", "turn"),
        ("Oda Bern (clerk):", "leftover"),
        ("Now.", "turn"),
    ]


def test_what_an_act_struck_out_is_no_text():
    body = BODY.replace("</p>", " It <del>was</del> <ins>is</ins> so.</p>", 1)
    assert "It is so." in read(body).text
    assert "was" not in read(body).text.split("It ")[-1].split("so.")[0]


def test_each_speech_is_by_the_person_it_points_to_or_prints():
    assert [name for name, _ in voices(read())] == ["Mara Quell", "Mara Quell", "Anselm Tolliver", "Oda Bern"]


def test_the_role_is_the_one_spoken_in_and_the_label_what_is_printed():
    found = [b.voice for b in read().blocks if b.voice]
    assert [(v.as_printed, v.role) for v in found] == [
        ("Mrs Quell (Lowmere)", "Chair"),
        ("Mrs Quell (Lowmere)", "Chair"),
        ("Tolliver", None),
        ("Oda Bern", "clerk"),
    ]


def test_a_speech_by_nobody_known_is_unattributed():
    assert voices(read('<speech by="#x"><p>So.</p></speech><speech><p>Yes.</p></speech>')) == [
        (None, "So."),
        (None, "Yes."),
    ]


def test_title_and_date_are_those_of_the_work():
    page = read()
    assert stated(page) == {
        "title": "Harbour Debates",
        "issued": {"date-parts": [[2020, 2, 3]]},
        "language": "eng",
    }
    assert page.fields["title"].provenance is Provenance.TEXT
    assert page.fields["issued"].provenance is Provenance.METADATA


def test_without_a_printed_title_it_is_the_one_in_the_head():
    page = read(preface="")
    assert (stated(page)["title"], page.fields["title"].provenance) == (
        "Debate of 3 February",
        Provenance.METADATA,
    )


def test_what_is_not_stated_is_left_out():
    assert stated(read(meta="<meta/>", preface="")) == {}


@pytest.mark.parametrize("date", ["", "soon", "2020-02-31", "03/02/2020"])
def test_a_date_that_is_none_is_left_out(date):
    assert "issued" not in stated(read(meta=f'<meta><FRBRWork><FRBRdate date="{date}"/></FRBRWork></meta>'))


def test_a_list_items_number_stays_with_it():
    item = "<item><num>(a)</num><p>a rope;</p></item>"
    body = f"<blockList><listIntroduction>We need:</listIntroduction>{item}</blockList>"
    assert shown(read(body))[2:] == [("We need:", "paragraph"), ("(a) a rope;", "list item")]


def test_a_note_without_a_mark_is_a_remark():
    page = read("<p>So<authorialNote><p>See above.</p></authorialNote>.</p>")
    assert ("See above.", "leftover") in shown(page)
    assert "[" not in page.text


def test_a_report_of_a_debate_is_one_too():
    assert voices(read(kind="debateReport"))[0][0] == "Mara Quell"


@pytest.mark.parametrize("kind", ["act", "bill", "judgment"])
def test_what_is_no_debate_is_refused_by_its_kind(kind):
    message = refusal(read_xml, debate(kind=kind).encode(), PATH, AS_FOUND)
    assert f"Akoma Ntoso of the kind '{kind}'" in message


def test_an_empty_root_is_refused():
    assert "of the kind 'nothing'" in refusal(read_xml, b"<akomaNtoso/>", PATH, AS_FOUND)


@given(mutations(debate().encode()))
def test_any_bytes_are_pages_or_a_refusal(data):
    check_reads_or_refuses(read_xml, data, PATH, AS_FOUND)
