from __future__ import annotations

import pytest
from hypothesis import given
from texts import any_text

from corpus.speakers.antecedents import compatible, features, nobody_features, parts, referring
from corpus.speakers.parsed import parse
from corpus.speakers.people import People
from corpus.speakers.persons import read_persons


def refers(text, printed):
    parsed = parse(text)
    chunk = next(n for n in range(len(parsed.chunks)) if parsed.printed(n) == printed)
    return referring(parsed, 0, chunk)


def meant(text, printed):
    """Return who may be meant, the one named last first."""
    people = read_persons([parse(text)], People([text]))
    return [person.name for person, _ in compatible(refers(text, printed), people.values())]


@pytest.mark.parametrize("printed", ["she", "the governor"])
def test_a_pronoun_or_title_may_stand_for_one_person(printed):
    assert refers(f"In the end {printed} left.", printed) is not None


@pytest.mark.parametrize("printed", ["they", "it", "Oda Bern", "officials"])
def test_a_name_and_what_stands_for_several_refer_to_nobody_else(printed):
    assert refers(f"It rained when {printed} said no.", printed) is None


@pytest.mark.parametrize(("pronoun", "names"), [("she", ["Mara Quell"]), ("he", ["Tam Pell"])])
def test_a_name_whose_gender_contradicts_the_pronoun_is_never_meant(pronoun, names):
    assert (
        meant(f"It rained when Mrs. Mara Quell told the crew of Mr. Tam Pell, and {pronoun} said no.", pronoun)
        == names
    )


def test_whose_gender_nothing_shows_may_be_meant_by_either_and_the_last_named_comes_first():
    text = "Oda Bern told Mara Quell that it rained, and she left."
    assert meant(text, "she") == ["Mara Quell", "Oda Bern"]


def test_who_is_named_later_is_not_meant():
    assert meant("At last she left. Oda Bern said no.", "she") == []


def test_a_place_is_not_meant():
    assert meant("It rained in Lowmere, and she left.", "she") == []


def test_who_spoke_and_who_bears_the_role_shows_in_the_features():
    text = "Governor Oda Bern told Mara Quell that it rained, and the governor left."
    about = refers(text, "the governor")
    pairs = compatible(about, read_persons([parse(text)], People([text])).values())
    lists = [features(about, person, last, 0) for person, last in pairs]
    assert len({frozenset(names) for names in lists}) == 2


@given(any_text)
def test_no_feature_list_of_who_is_meant_is_empty_and_all_were_named_before(text):
    parsed = parse(text)
    people = read_persons([parsed], People([text])).values()
    for n in range(len(parsed.chunks)):
        if (about := referring(parsed, 0, n)) is not None:
            pairs = compatible(about, people)
            assert nobody_features(about, len(pairs))
            for rank, (person, last) in enumerate(pairs):
                assert features(about, person, last, rank)
                assert (last.paragraph, last.item) < (about.paragraph, about.item)


def turns(text, printed):
    """Return in which turn each person last acted, counted back from the chunk."""
    people = read_persons([parse(text)], People([text]))
    return {person.name: last.turn for person, last in compatible(refers(text, printed), people.values())}


def test_whoever_acted_last_comes_before_whoever_was_only_named_later():
    assert turns("Oda Bern walked out past Mara Quell, and she said no.", "she") == {
        "Oda Bern": 0,
        "Mara Quell": 1,
    }
    assert turns("Oda Bern walked out. Mara Quell followed, and she said no.", "she") == {
        "Oda Bern": 1,
        "Mara Quell": 0,
    }


def test_a_subject_and_a_bystander_differ_in_their_features():
    text = "Oda Bern walked out past Mara Quell, and she said no."
    about = refers(text, "she")
    pairs = compatible(about, read_persons([parse(text)], People([text])).values())
    lists = [set(features(about, person, last, 0)) for person, last in pairs]
    assert {name for name in lists[0] ^ lists[1] if "turn=" in name}


@pytest.mark.parametrize("printed", ["she", "the governor"])
def test_the_parts_of_a_person_name_each_feature_once(printed):
    text = f"Governor Oda Bern met Mara Quell, and {printed} said no."
    about = refers(text, printed)
    for rank, (person, last) in enumerate(compatible(about, read_persons([parse(text)], People([text])).values())):
        names = features(about, person, last, rank)
        assert (
            len(names) == len(set(names)) == sum(len(make(*of)) for make, of in parts(about, person, last, rank))
        )
