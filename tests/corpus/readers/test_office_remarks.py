from __future__ import annotations

import pytest

from corpus.readers.office_remarks import Doubt, Noticed, Unread, fills_a_page


def told(*met):
    noticed = Noticed()
    for what in met:
        noticed.one(what)
    return list(noticed.remarks())


def placed(*places):
    noticed = Noticed()
    for what in places:
        noticed.words(what)
    return list(noticed.remarks())


def test_of_nothing_nothing_is_told():
    assert told() == []
    assert placed(None, None) == []


@pytest.mark.parametrize("what", Unread)
def test_whatever_is_not_read_is_counted_in_words(what):
    one, several = what.value
    assert told(what) == [f"1 {one} was not read"]
    assert told(what, what) == [f"2 {several} were not read"]


@pytest.mark.parametrize("what", Doubt)
def test_each_doubt_has_its_own_words(what):
    others = {remark for other in Doubt if other is not what for remark in told(other)}
    assert len(told(what)) == 1
    assert not others & set(told(what))


def test_several_met_at_once_are_all_counted():
    noticed = Noticed()
    noticed.one(Doubt.SIGN, 1_200)
    assert list(noticed.remarks()) == ["1,200 signs of a symbol font may not be shown as in the document"]


def test_words_that_follow_one_another_are_one_place():
    hidden = Doubt.HIDDEN
    assert placed(hidden, hidden, None, hidden) == ["hidden words in 2 places were not read"]


def test_another_doubt_begins_another_place():
    assert placed(Doubt.HIDDEN, Doubt.DELETED, Doubt.HIDDEN) == [
        "tracked changes are taken as accepted: words deleted in 1 place were not read",
        "hidden words in 2 places were not read",
    ]


def test_both_kinds_of_change_are_told_in_one_sentence():
    assert told(Doubt.DELETED, Doubt.INSERTED, Doubt.DELETED) == [
        "tracked changes are taken as accepted: words inserted in 1 place were read, "
        "words deleted in 2 places were not read"
    ]


def test_a_remark_opens_in_lower_case_or_with_a_number_and_has_no_full_stop():
    for remark in told(*Unread, *Doubt):
        assert remark[0].islower() or remark[0].isdecimal()
        assert remark[-1] != "."


@pytest.mark.parametrize(
    ("size", "fills"),
    [
        ((170, 240), True),
        ((240, 170), True),
        ((150, 200), True),
        ((165, 124), False),
        ((149, 240), False),
        ((150, 150), False),
    ],
)
def test_a_picture_fills_a_page_upright_or_on_its_side(size, fills):
    assert fills_a_page(*size) is fills
