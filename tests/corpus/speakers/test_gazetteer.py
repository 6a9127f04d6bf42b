from __future__ import annotations

from corpus.speakers.gazetteer import first_names, places


def test_a_first_name_is_a_womans_or_a_mans():
    assert set(first_names().values()) == {"f", "m"}
    assert (first_names()["mary"], first_names()["john"]) == ("f", "m")


def test_names_are_kept_as_they_are_looked_up():
    assert all(name == name.strip().lower() != "" for name in [*first_names(), *places()])


def test_places_may_have_several_words():
    assert "london" in places()
    assert any(" " in name for name in places())


def test_an_invented_town_and_an_invented_name_are_on_no_list():
    assert "lowmere" not in places()
    assert "oda" not in first_names()
