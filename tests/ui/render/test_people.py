from __future__ import annotations

import json

import pytest
from ui_hostile import HOSTILE
from ui_html import elements, foreign, one
from ui_people import flag, proposal, saying, sayings, when

from corpus.model import Speaker, UtteranceKind
from corpus.speakers.roster import Canonical, Roster
from ui import strings
from ui.render.people import Identity, nobody, notice, speaker_body, speaker_head, speakers_list

VELD = Speaker("Sanna Veld", ("S. Veld", "Mayor Veld"), ("Mayor",), 12, 3)
BERN = Speaker("Oda Bern", (), (), 1, 1)


def _of(html, css_class):
    return [e for e in elements(html) if css_class in e.classes]


def _merges(html):
    return [json.loads(e.attributes["data-or-value"]) for e in elements(html)
            if e.attributes.get("data-or-go") == "merge"]  # fmt: skip


def test_the_list_names_each_speaker_with_counts_and_other_names():
    html = speakers_list([VELD, BERN], 50)
    links = [(e.text, e.attributes["href"]) for e in _of(html, "or-link")]
    assert links == [("Sanna Veld", "?speaker=Sanna%20Veld"), ("Oda Bern", "?speaker=Oda%20Bern")]
    assert [e.text for e in _of(html, "or-tally")] == ["12 utterances in 3 documents", "1 utterance in 1 document"]
    assert one(html, "or-also").text == "Also printed as S. Veld; Mayor Veld"


def test_a_long_list_shows_its_beginning_and_says_so():
    html = speakers_list([VELD] * 120, 50)
    assert len(_of(html, "or-link")) == 50
    assert one(html, "or-time-note").text == "50 of 120 shown"


def test_a_search_without_result_says_so():
    assert one(speakers_list([], 50), "or-remark").text == strings.PEOPLE_NONE_FIT


def test_a_corpus_in_which_nobody_speaks_says_so():
    assert one(nobody(), "or-remark").text == strings.PEOPLE_NONE


def test_a_page_names_the_speaker_and_counts_by_kind():
    found = sayings(saying(), saying(kind=UtteranceKind.INDIRECT), aliases=("S. Veld",))
    html = speaker_head(found, Identity())
    assert one(html, "or-person-name").text == "Sanna Veld"
    assert one(html, "or-counts").text == "2 utterances · 1 quoted directly · 1 reported, not quoted"
    assert one(html, "or-printed").text == "Also printed as S. Veld"


def test_a_page_says_which_roles_are_printed_and_where():
    found = sayings(saying(role="Mayor"), saying(role="Mayor"), saying(role="Warden", about="The Wall"))
    html = speaker_head(found, Identity())
    (roles,) = _of(html, "or-roles")
    assert roles.text == "Mayor2 × in 1 document, first in The HarbourWarden1 × in 1 document, first in The Wall"


def test_a_page_lists_each_utterance_with_its_date_kind_words_and_place():
    html = speaker_body(sayings(saying("It stands.", at=when(), role="Mayor")), 50)
    assert one(html, "or-said-when").text == "in a document of August 10, 2014, so said then or earlier"
    assert one(html, "or-said-how").text == "quoted directly, as Mayor"
    assert (one(html, "or-words").tag, one(html, "or-words").text) == ("blockquote", "It stands.")
    assert one(html, "or-where").text == "The Harbour · The Harbour · paragraph 3"
    (go,) = [e for e in elements(html) if e.text == strings.PEOPLE_READ and e.tag == "a"]
    assert go.attributes["href"] == "?passage=p3"


def test_a_report_is_no_quotation():
    html = speaker_body(sayings(saying("that it stood", kind=UtteranceKind.INDIRECT)), 50)
    assert one(html, "or-words").tag == "p"
    assert "or-reported" in one(html, "or-words").classes
    assert one(html, "or-said-how").text == strings.PEOPLE_REPORTED


def test_what_is_only_probably_theirs_stands_apart_and_is_not_counted():
    found = sayings(saying(), probable=[saying("Perhaps.", sure=False)])
    assert one(speaker_head(found, Identity()), "or-counts").text.startswith("1 utterance ·")
    html = speaker_body(found, 50)
    assert one(html, "or-probable").text.count("Perhaps.") == 1
    (summary,) = [e.text for e in elements(html) if e.tag == "summary"]
    assert summary == "Probably Sanna Veld, not counted above: 1"


def test_five_thousand_utterances_are_shown_a_part_at_a_time():
    html = speaker_body(sayings(*[saying(at=when())] * 5000), 50)
    assert len(_of(html, "or-words")) == 50
    assert "50 of 5000 shown" in [e.text for e in _of(html, "or-time-note")]
    assert len(html) < 60_000


def test_proposals_and_merges_have_their_buttons():
    identity = Identity((proposal(),), (), ("Warden Veld",), changeable=True)
    html = speaker_head(sayings(saying()), identity)
    assert _merges(html) == [["S. Veld", "Sanna Veld"], ["Warden Veld"]]
    labels = [e.attributes["aria-label"] for e in elements(html) if e.tag == "button"]
    assert labels == ["They are one person: S. Veld", "Undo: Warden Veld"]
    assert "certainty 0.33, where 1 would be sure: initials agree" in one(html, "or-identity").text


def test_a_proposal_says_the_same_from_both_sides():
    identity = Identity((proposal(),), (), (), changeable=True)
    assert _merges(speaker_head(sayings(saying(), name="S. Veld"), identity)) == [["S. Veld", "Sanna Veld"]]


def test_where_nothing_may_be_changed_there_is_no_button():
    html = speaker_head(sayings(saying()), Identity((proposal(),), (), ("Warden Veld",)))
    assert _merges(html) == []
    assert "S. Veld" in one(html, "or-identity").text


def test_a_name_that_may_be_a_disguise_is_flagged():
    html = speaker_head(sayings(saying()), Identity(flags=(flag(like="Oda Bern"),)))
    assert one(html, "or-remark").text == (
        "The name Sanna Veld may be a disguise: letters that are drawn like others; drawn like Oda Bern."
    )


def test_what_bears_on_a_speaker_is_told_from_what_bears_on_others():
    veld = Canonical("Sanna Veld", ("Sanna Veld", "Warden Veld"), (), frozenset(), 3)
    others = proposal("Rolf Amsel", "R. Amsel")
    roster = Roster((veld,), (proposal(), others), (flag("Warden Veld"), flag("Rolf Amsel")))
    merges = {"Warden Veld": "Sanna Veld", "R. Amsel": "Rolf Amsel"}
    identity = Identity.of("Sanna Veld", roster, merges, changeable=True)
    assert identity == Identity((proposal(),), (flag("Warden Veld"),), ("Warden Veld",), changeable=True)


def test_what_was_done_is_announced():
    assert one(notice("Done."), "or-notice").attributes["role"] == "status"


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_are_words_in_every_position(words):
    speaker = Speaker(words, (words, f"{words}!"), (words,), 1, 1)
    said = saying(words, speaker=words, role=words, about=words, at=when(printed=words))
    found = sayings(said, said, probable=[said], name=words, aliases=(words,))
    identity = Identity((proposal(words, f"{words}!", words),), (flag(words, words),), (words,), changeable=True)
    pages = speakers_list([speaker], 50), speaker_head(found, identity), speaker_body(found, 50), notice(words)
    assert [foreign(page) for page in pages] == [[]] * 4
    assert one(pages[0], "or-link").text == words
    assert one(pages[1], "or-person-name").text == words
    assert _merges(pages[1])[0] == [f"{words}!", words]
    assert [e.text for e in _of(pages[2], "or-words")] == [words] * 3
    assert one(pages[3], "or-notice").text == words
