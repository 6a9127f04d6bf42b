from __future__ import annotations

import json

import pytest
from citations import DATA, RECORDS, record, starred

from corpus.citing import Locator, Place, Quoted, Style, cite

CASES = [
    pytest.param(style, case, id=f"{style}: {case['record']}")
    for style in Style
    for case in json.loads((DATA / f"{style}.json").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("style", "case"), CASES)
def test_a_citation_is_what_the_styles_manual_prescribes(style, case):
    place, label = case["locator"]
    quoted = Quoted(case["quoted"]) if "quoted" in case else None
    found = cite(record(RECORDS[case["record"]]), style, locator=Locator(Place(place), label), quoted=quoted)
    assert starred(found.in_text) == case["in_text"], case["rule"]
    assert starred(found.reference) == case["reference"], case["rule"]


@pytest.mark.parametrize("style", Style)
def test_each_style_has_at_least_five_cases_and_each_says_its_rule(style):
    cases = [case.values[1] for case in CASES if case.values[0] is style]
    assert len(cases) >= 5
    assert all(case["rule"] for case in cases)


def test_what_to_copy_is_chicagos_note_and_the_others_citation_with_its_reference():
    news = record(RECORDS["news"])
    note = cite(news, Style.CHICAGO)
    assert note.whole == note.in_text
    both = cite(news, Style.APA)
    assert both.whole.text == f"{both.in_text}\n{both.reference}"
    start, end = both.whole.italics[-1]
    assert both.whole.text[start:end] == "Lantern Post"


@pytest.mark.parametrize(
    ("style", "opening"),
    [
        (Style.APA, "(Oda Bern, as cited in Tolliver, 2019)"),
        (Style.CHICAGO, "Oda Bern, quoted in Anselm Roy Tolliver Jr., "),
        (Style.HARVARD, "(Oda Bern, quoted in Tolliver, 2019)"),
        (Style.MLA, "(Oda Bern qtd. in Tolliver)"),
    ],
)
def test_somebodys_words_in_anothers_text_are_quoted_in_it(style, opening):
    assert cite(record(RECORDS["news"]), style, quoted=Quoted("Oda Bern")).in_text.text.startswith(opening)


LABELS = {
    Place.PAGE: ("12", "12--14"),
    Place.PARAGRAPH: ("7", "7-9"),
    Place.TIME: ("1:02:05", "1:02:05-1:03:00"),
    Place.SECTION: ("Gates", "Gates - and more"),
}
PINPOINTS = {
    (Style.APA, Place.PAGE): ("p. 12", "pp. 12–14"),
    (Style.APA, Place.PARAGRAPH): ("para. 7", "paras. 7–9"),
    (Style.APA, Place.TIME): ("1:02:05", "1:02:05–1:03:00"),
    (Style.APA, Place.SECTION): ("Gates section", "Gates - and more section"),
    (Style.CHICAGO, Place.PAGE): (" 12.", " 12–14."),
    (Style.CHICAGO, Place.PARAGRAPH): (" para. 7.", " paras. 7–9."),
    (Style.CHICAGO, Place.TIME): (" at 1:02:05.", " at 1:02:05–1:03:00."),
    (Style.CHICAGO, Place.SECTION): (" under “Gates.”", " under “Gates - and more.”"),
    (Style.HARVARD, Place.PAGE): ("p. 12", "pp. 12–14"),
    (Style.HARVARD, Place.PARAGRAPH): ("para. 7", "paras 7–9"),
    (Style.HARVARD, Place.TIME): ("1:02:05", "1:02:05–1:03:00"),
    (Style.HARVARD, Place.SECTION): ("‘Gates’ section", "‘Gates - and more’ section"),
    (Style.MLA, Place.PAGE): ("Quell 12)", "Quell 12–14)"),
    (Style.MLA, Place.PARAGRAPH): ("Quell, par. 7)", "Quell, pars. 7–9)"),
    (Style.MLA, Place.TIME): ("Quell 01:02:05)", "Quell 01:02:05–01:03:00)"),
    (Style.MLA, Place.SECTION): ("Quell, “Gates” section)", "Quell, “Gates - and more” section)"),
}


@pytest.mark.parametrize(("style", "place"), PINPOINTS)
def test_a_pinpoint_is_one_place_or_several(style, place):
    work = record(title="Silt", author=[{"family": "Quell", "given": "Mara"}])
    for label, shown in zip(LABELS[place], PINPOINTS[style, place], strict=True):
        assert shown in cite(work, style, locator=Locator(place, label)).in_text.text


PEOPLE = [{"family": f"Quell{n}", "given": "Mara"} for n in range(1, 23)]


@pytest.mark.parametrize(
    ("style", "count", "shown"),
    [
        (Style.APA, 1, "Quell1, M. (n.d.)"),
        (Style.APA, 2, "Quell1, M., & Quell2, M. (n.d.)"),
        (Style.APA, 20, "Quell19, M., & Quell20, M. (n.d.)"),
        (Style.APA, 21, "Quell19, M., . . . Quell21, M. (n.d.)"),
        (Style.CHICAGO, 3, "Mara Quell1, Mara Quell2, and Mara Quell3, "),
        (Style.CHICAGO, 4, "Mara Quell1 et al., "),
        (Style.HARVARD, 3, "Quell1, M., Quell2, M. and Quell3, M. (no date)"),
        (Style.HARVARD, 4, "Quell1, M. et al. (no date)"),
        (Style.MLA, 2, "Quell1, Mara, and Mara Quell2. "),
        (Style.MLA, 3, "Quell1, Mara, et al. "),
    ],
)
def test_authors_are_cut_where_each_style_cuts_them(style, count, shown):
    assert shown in cite(record(title="Silt", author=PEOPLE[:count]), style).reference.text


def test_two_bodies_stand_without_a_comma_in_apa():
    bodies = [{"literal": "Harbour Office"}, {"literal": "Tide Board"}]
    assert cite(record(title="Silt", author=bodies), Style.APA).reference.text.startswith(
        "Harbour Office & Tide Board. "
    )


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (Style.APA, "Dray, A., & Sorrel, I. (Eds.). (2001). A Book of Quays."),
        (Style.CHICAGO, "Anselm Dray and Ines Sorrel, eds., A Book of Quays (2001)."),
        (Style.HARVARD, "Dray, A. and Sorrel, I. (eds) (2001) A Book of Quays."),
        (Style.MLA, "Dray, Anselm, and Ines Sorrel, editors. A Book of Quays. 2001."),
    ],
)
def test_a_book_without_an_author_opens_with_its_editors(style, shown):
    editors = RECORDS["chapter"]["editor"]
    book = record(type="book", title="A Book of Quays", editor=editors, issued={"date-parts": [[2001]]})
    assert cite(book, style).reference.text == shown


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (Style.APA, "[Document]. (n.d.)."),
        (Style.CHICAGO, "[Document]."),
        (Style.HARVARD, "[Document] (no date)."),
        (Style.MLA, "[Document]."),
    ],
)
def test_a_record_of_nothing_claims_nothing_and_is_not_empty(style, shown):
    assert cite(record(), style).reference.text == shown


START = Locator(Place.TIME, "0:00:19")


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (Style.APA, "(Oda Bern, as cited in [Document], n.d., 0:00:19)"),
        (Style.CHICAGO, "Oda Bern, quoted in [Document], at 0:00:19."),
        (Style.HARVARD, "(Oda Bern, quoted in [Document], no date, 0:00:19)"),
        (Style.MLA, "(Oda Bern qtd. in [Document] 00:00:19)"),
    ],
)
def test_words_are_never_quoted_in_a_hole(style, shown):
    assert cite(record(), style, locator=START, quoted=Quoted("Oda Bern")).in_text.text == shown


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        (Style.APA, "(as cited in [Transcript], n.d., 0:00:19)"),
        (Style.CHICAGO, "Quoted in transcript, at 0:00:19."),
        (Style.HARVARD, "(quoted in [Transcript], no date, 0:00:19)"),
        (Style.MLA, "(qtd. in Transcript 00:00:19)"),
    ],
)
def test_an_untitled_work_of_a_known_kind_is_described_by_it(style, shown):
    assert cite(record(genre="Transcript"), style, locator=START, quoted=Quoted()).in_text.text == shown


@pytest.mark.parametrize("field", ["issued", "accessed", "URL", "publisher-place", "volume"])
def test_what_names_no_work_does_not_open_its_note(field):
    value = {"date-parts": [[2019]]} if field in {"issued", "accessed"} else "https://quay.example"
    assert cite(record({field: value}), Style.CHICAGO, quoted=Quoted()).in_text.text.startswith(
        "Quoted in [Document]"
    )


@pytest.mark.parametrize("field", ["author", "title", "container-title", "publisher"])
def test_what_names_a_work_opens_its_note_alone(field):
    value = [{"literal": "Tide Board"}] if field == "author" else "Tide Board"
    assert "[Document]" not in cite(record({field: value}), Style.CHICAGO).in_text.text


def test_an_untitled_interview_is_named_in_the_text_as_its_entry_opens():
    asked = record(type="interview", interviewer=[{"literal": "Jory Pell"}])
    found = cite(asked, Style.MLA, locator=START)
    assert found.in_text.text == "(Interview by Jory Pell 00:00:19)"
    assert found.reference.text.startswith("Interview by Jory Pell")


@pytest.mark.parametrize("style", Style)
def test_no_date_of_access_is_made_up(style):
    shown = cite(record(type="webpage", title="Silt", URL="https://quay.example"), style).reference.text
    assert "https://quay.example" in shown
    assert "ccessed" not in shown


def test_harvard_puts_the_address_where_nothing_else_is_known():
    seen = record(type="webpage", URL="https://quay.example", accessed={"date-parts": [[2020, 5, 3]]})
    assert cite(seen, Style.HARVARD).reference.text == "https://quay.example (no date) (Accessed: 3 May 2020)."


@pytest.mark.parametrize("style", Style)
def test_a_title_keeps_the_capitals_of_its_source(style):
    assert "THE lock At dawn" in cite(record(title="THE lock At dawn"), style).reference.text
