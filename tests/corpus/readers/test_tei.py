from __future__ import annotations

import pytest
from hypothesis import given
from pages import NOWHERE, check_page, check_reads_or_refuses, mutations, refusal, said, shown, stated, voices

from corpus.citation import Provenance
from corpus.readers.formats import AS_FOUND
from corpus.readers.tei import read_xml

PATH = NOWHERE / "sitting.xml"
HEADER = """<teiHeader><fileDesc>
  <titleStmt><title type="sub">Part 4</title><title type="main">Harbour Sitting</title>
   <author>Oda Bern</author></titleStmt>
  <publicationStmt><date when="2024-01-01"/></publicationStmt>
  <sourceDesc><bibl><idno type="URI">https://quay.example/4</idno><date when="2019-06-14"/></bibl></sourceDesc>
 </fileDesc><profileDesc><particDesc><listPerson>
  <person xml:id="QM"><persName to="2018"><surname>Dray</surname><forename>Mara</forename></persName>
   <persName><surname>Quell</surname><forename>Mara</forename><roleName>Warden</roleName></persName></person>
  <person xml:id="TA"><persName>Anselm Tolliver</persName></person>
 </listPerson>
  <listOrg><org xml:id="HC"><orgName>Harbour Council</orgName></org></listOrg></particDesc></profileDesc>
 <encodingDesc><category xml:id="chair"><catDesc><term>Chairperson</term></catDesc></category>
  <category xml:id="regular"><catDesc><term>Regular</term></catDesc></category></encodingDesc></teiHeader>"""


def tei(body, header=HEADER, attributes=""):
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {attributes}>{header}<text><body>{body}</body></text></TEI>'


def pages(text):
    return read_xml(text.encode(), PATH, AS_FOUND)


def read(body, **more):
    (page,) = pages(tei(body, **more))
    check_page(page)
    return page


SITTING = """<div type="debateSection"><pb n="12"/><head>On the harbour</head>
 <note type="speaker">The chair, Mara Quell:</note>
 <u who="#QM" ana="#chair"><seg>It rained <note>(Applause)</note>
   all night<note place="foot" n="1">See p. 4.</note>.</seg>
  <seg>We<pb n="13"/> go on.</seg><vocal><desc>laughter</desc></vocal></u>
 <note type="speaker">Sanna Veld (clerk):</note><u who="#VS"><seg>Yes.</seg></u></div>"""


def test_a_sitting_is_read_into_its_parts():
    assert shown(read(SITTING)) == [
        ("On the harbour", "heading"),
        ("The chair, Mara Quell:", "leftover"),
        ("It rained all night[1].", "turn"),
        ("(Applause)", "leftover"),
        ("See p. 4.", "note"),
        ("We go on.", "turn"),
        ("laughter", "leftover"),
        ("Sanna Veld (clerk):", "leftover"),
        ("Yes.", "turn"),
    ]


def test_who_is_the_full_name_in_the_header_and_the_label_what_is_printed():
    voice = read(SITTING).blocks[2].voice
    assert (voice.name, voice.as_printed, voice.role) == ("Mara Quell", "The chair, Mara Quell", "Warden")


def test_a_speaker_missing_in_the_header_is_the_one_printed_above():
    voice = read(SITTING).blocks[-1].voice
    assert (voice.name, voice.as_printed, voice.role) == ("Sanna Veld", "Sanna Veld", "clerk")


def test_a_speaker_known_only_by_a_key_is_nobody():
    assert voices(read('<u who="#Nobody"><seg>Yes.</seg></u>')) == [(None, "Yes.")]


def test_a_label_that_may_name_an_office_names_nobody():
    assert voices(read('<note type="speaker">The chair, here:</note><u who="#X"><seg>Yes.</seg></u>')) == [
        (None, "Yes.")
    ]


def test_a_label_is_for_the_speech_right_below_it_only():
    body = '<note type="speaker">Sanna Veld:</note><u who="#X"><seg>Yes.</seg></u><u who="#Y"><seg>No.</seg></u>'
    assert voices(read(body)) == [("Sanna Veld", "Yes."), (None, "No.")]


def test_several_who_speak_at_once_are_not_one_of_them():
    assert voices(read('<note type="speaker">All:</note><u who="#QM #TA"><seg>Yes.</seg></u>')) == [(None, "Yes.")]


def test_a_body_may_speak():
    assert voices(read('<u who="#HC"><seg>Yes.</seg></u>')) == [("Harbour Council", "Yes.")]


@pytest.mark.parametrize(
    ("kind", "role"), [("#chair", "Chairperson"), ("#regular", None), ("#none", None), ("", None)]
)
def test_the_kind_of_a_speaker_is_the_role_where_none_is_given(kind, role):
    assert read(f'<u who="#TA" ana="{kind}"><seg>Yes.</seg></u>').blocks[0].voice.role == role


def test_a_paragraph_has_the_page_that_it_begins_on():
    pages_of = {b.of(p.text): b.page for p in [read(SITTING)] for b in p.blocks if b.kind.answers}
    assert pages_of == {"It rained all night[1].": "12", "We go on.": "12", "Yes.": "13"}


def test_a_footnote_is_cited_where_it_stands():
    block = read(SITTING).blocks[2]
    assert block.notes == ("1",)
    assert read(SITTING).blocks[4].label == "1"


@pytest.mark.parametrize(
    ("around", "words"),
    [("It rained{}.", "It rained."), ("It rained {} so.", "It rained so."), ("It rained{}so.", "It rained so.")],
)
def test_a_note_without_a_number_is_a_remark_and_leaves_the_words_as_they_are(around, words):
    body = f"<p>{around.format('<note>they say</note>')}</p>"
    assert shown(read(body)) == [(words, "paragraph"), ("they say", "leftover")]


def test_the_header_states_title_date_link_and_author():
    page = read(SITTING, attributes='xml:lang="en"')
    assert stated(page) == {
        "title": "Harbour Sitting",
        "author": [{"literal": "Oda Bern"}],
        "issued": {"date-parts": [[2019, 6, 14]]},
        "URL": "https://quay.example/4",
        "language": "en",
    }
    assert {field.provenance for field in page.fields.values()} == {Provenance.METADATA}


def test_the_day_the_file_was_made_is_no_date_of_the_sitting():
    header = '<teiHeader><publicationStmt><date when="2024-01-01"/></publicationStmt></teiHeader>'
    assert stated(read("<p>It rained.</p>", header=header)) == {}


def test_a_play_is_read_by_its_speakers():
    body = "<sp who='#TA'><speaker>TOLLIVER.</speaker><stage>aside</stage><l>It rained</l><l>all night.</l></sp>"
    page = read(body)
    assert shown(page) == [("TOLLIVER.", "leftover"), ("aside", "leftover"), ("It rained\nall night.", "turn")]
    assert voices(page)[0][0] == "Anselm Tolliver"


def test_words_tagged_one_by_one_are_set_as_they_were():
    one = '<s><w>We</w> <w join="right">go</w>\n <pc>.</pc></s>'
    two = '<s><w>So</w><w>be</w><w join="right">it</w><pc>!</pc></s>'
    body = f'<u who="#TA"><seg>{one} {two}</seg></u>'
    assert voices(read(body)) == [("Anselm Tolliver", "We go. So be it!")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>It <hi>rained</hi>.</p>", "It rained."),
        ("<p>It<lb/>rained.</p>", "It\nrained."),
        ('<p>It rai<lb break="no"/>ned.</p>', "It rained."),
        ("<p>It <choice><sic>raned</sic><corr>rained</corr></choice>.</p>", "It raned."),
        ("<p>It <choice><corr>rained</corr><sic>raned</sic></choice>.</p>", "It raned."),
        ("<p>It <choice><reg>rained</reg></choice>, <corr>so</corr>.</p>", "It rained, so."),
        ("<p>It <choice><corr>rained</corr><corr>poured</corr></choice>.</p>", "It rained."),
        ("<p>It <choice><reg>rained</reg><unclear>raind</unclear></choice>.</p>", "It raind."),
        (
            "<p>It <sic>raned</sic><corr>rained</corr> by <expan>Saint</expan> <abbr>St</abbr>.</p>",
            "It raned by St.",
        ),
        ("<p>It <del>poured</del>rained.</p>", "It rained."),
        ("<p>It\n   rained\u00a0so.</p>", "It rained\u00a0so."),
    ],
)
def test_words_are_those_that_stand_there(body, words):
    assert shown(read(body)) == [(words, "paragraph")]


def test_an_editors_words_beside_those_of_a_note_are_no_text():
    body = "<p>It <note>a <choice><abbr>qy</abbr><expan>quay</expan></choice></note>rained.</p>"
    assert shown(read(body)) == [("It rained.", "paragraph"), ("a qy", "leftover")]


def test_lists_and_quotations_are_what_they_are():
    body = "<list><item>a rope</item><item><p>a lamp</p></item></list><quote><p>We wait.</p></quote>"
    assert shown(read(body)) == [("a rope", "list item"), ("a lamp", "list item"), ("We wait.", "block quotation")]


def test_what_is_quoted_in_a_speech_is_not_its_speakers():
    page = read('<u who="#TA"><seg>She wrote:</seg><quote>We wait.</quote></u>')
    assert voices(page) == [("Anselm Tolliver", "She wrote:"), (None, "We wait.")]


def test_words_between_paragraphs_are_not_lost():
    assert shown(read("<div>Loose. <p>It rained.</p> More.</div>")) == [
        ("Loose.", "paragraph"), ("It rained.", "paragraph"), ("More.", "paragraph"),
    ]  # fmt: skip


def test_a_corpus_is_a_page_for_each_text_with_the_people_of_its_header():
    one = tei('<u who="#TA"><seg>One.</seg></u>', header="", attributes='xml:id="s1"')
    two = tei('<u who="#QM"><seg>Two.</seg></u>', header="")
    read_pages = pages(f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{one}{two}</teiCorpus>')
    assert [(p.part, voices(p)) for p in read_pages] == [
        ("s1", [("Anselm Tolliver", "One.")]),
        ("TEI 2", [("Mara Quell", "Two.")]),
    ]


def test_a_corpus_that_only_names_its_files_is_refused():
    assert "only names its files" in refusal(pages, f"<teiCorpus>{HEADER}<include href='a.xml'/></teiCorpus>")


@pytest.mark.parametrize("root", ["html", "rss", "office"])
def test_another_root_is_refused_by_its_name(root):
    assert f"opens with <{root}>" in refusal(pages, f"<{root}><p>It rained.</p></{root}>")


def test_a_sitting_is_said_by_its_speakers_in_the_corpus(tmp_path):
    path = tmp_path / "sitting.xml"
    path.write_text(tei(SITTING), encoding="utf-8")
    assert said(path) == [
        ("Mara Quell", "It rained all night[1]."),
        ("Mara Quell", "We go on."),
        ("Sanna Veld", "Yes."),
    ]


def test_a_name_without_end_is_no_name():
    header = f"<teiHeader><person xml:id='QM'><persName>{'Mara ' * 1000}</persName></person></teiHeader>"
    assert voices(read('<u who="#QM"><seg>Yes.</seg></u>', header=header)) == [(None, "Yes.")]


@given(mutations(tei(SITTING).encode()))
def test_any_bytes_are_pages_or_a_refusal(data):
    check_reads_or_refuses(read_xml, data, PATH, AS_FOUND)


def header(inner):
    return f"<teiHeader>{inner}</teiHeader>"


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("<persName>Oda Bern</persName>", "Oda Bern"),
        ("<persName><forename>Oda</forename> <surname>Bern</surname></persName>", "Oda Bern"),
        ("<persName><surname>Bern</surname><forename>O. V.</forename></persName>", "O. V. Bern"),
        ("<persName><surname>Bern</surname><nameLink>van der</nameLink><forename>Oda</forename></persName>",
         "Oda van der Bern"),
        ("<persName><roleName>Warden</roleName> Oda Bern</persName>", "Oda Bern"),
        ('<persName to="2018">Oda Dray</persName><persName from="2018">Oda Bern</persName>', "Oda Bern"),
        ('<persName to="2018">Oda Dray</persName>', "Oda Dray"),
    ],
)  # fmt: skip
def test_a_name_is_put_together_from_its_parts(person, name):
    people = header(f'<person xml:id="OB">{person}</person>')
    assert voices(read('<u who="#OB"><seg>Yes.</seg></u>', header=people)) == [(name, "Yes.")]


def test_a_plays_part_is_known_by_its_cast_list():
    cast = header('<castItem><role xml:id="w">Warden Tolliver</role></castItem>')
    assert voices(read('<sp who="#w"><p>Yes.</p></sp>', header=cast)) == [("Warden Tolliver", "Yes.")]


def test_the_day_of_the_sitting_dates_it_where_its_source_has_none():
    setting = header('<settingDesc><setting><date when="2019-06-14"/></setting></settingDesc>')
    assert stated(read("<p>It rained.</p>", header=setting)) == {"issued": {"date-parts": [[2019, 6, 14]]}}


@pytest.mark.parametrize("link", ["javascript:void(0)", "quay.example/4", "file:///nowhere", ""])
def test_only_a_web_address_is_a_link(link):
    source = header(f"<sourceDesc><idno>{link}</idno></sourceDesc>")
    assert "URL" not in stated(read("<p>It rained.</p>", header=source))


def test_a_title_without_end_is_cut():
    long = header(f"<titleStmt><title>{'x' * 5000}</title></titleStmt>")
    assert len(stated(read("<p>It rained.</p>", header=long))["title"]) == 2000


@pytest.mark.parametrize("tag", ["vocal", "kinesic", "incident", "stage", "fw"])
def test_what_happens_beside_the_speech_is_set_apart(tag):
    page = read(f'<u who="#TA"><seg>Yes.</seg><{tag}><desc>noise</desc></{tag}><seg>No.</seg></u>')
    assert shown(page) == [("Yes.", "turn"), ("noise", "leftover"), ("No.", "turn")]


@pytest.mark.parametrize(
    ("tag", "kind"), [("docTitle", "title"), ("docDate", "date"), ("byline", "byline"), ("trailer", "leftover")]
)
def test_a_title_page_is_no_passage(tag, kind):
    assert shown(read(f"<{tag}>Tides</{tag}><p>It rained.</p>")) == [("Tides", kind), ("It rained.", "paragraph")]
