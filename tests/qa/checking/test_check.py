"""What is forgiven, what never is, and what is refused."""

from __future__ import annotations

import pytest

from corpus import limits
from corpus.errors import QuestionTooLongError, UsageError
from qa import check_quote
from qa.checking import Change, Grade

EXACT, NEAR, ABSENT = Grade


def faults(found):
    """Return what the best place changes, as (kind, the source's words, the quotation's)."""
    return [
        (o.change.value, o.source, o.quoted) for o in found.matches[0].operations if o.change is not Change.SAME
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        "The tide took 40 boats and 3.5 tons of rope",
        "the tide took 40 boats and 3.5 tons of rope,",
        "\"The tide took 40 boats and 3.5 tons of rope, or 12% of the fleet.\"",
        "[T]he tide took 40 boats",
        "The tide [sic] took 40 boats",
        "The tide took [on one night] 40 boats",
        "The tide took … tons of rope",
        "… took 40 boats …",
        "The tide took[7] 40 boats",
        "The tide took⁷ 40 boats",
        "The tide\n143\ntook 40 boats",
        "The ti-\nde took 40 boats",
        "The ti\u00adde took\xa040 boats",
        "The tide — took 40 boats",
        "sold to a theatre.\n\nSanna Veld wrote, “Nobody asked",
        "The wall [of the old dock] leans",
        "The wall of the old dock leans",
        "the divers know it. They will not go down",
    ],
)  # fmt: skip
def test_what_copying_does_is_forgiven(check, quotation):
    assert check(quotation).grade is EXACT


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        ("The tide took 14 boats and 3.5 tons", [("changed", "40", "14")]),
        ("The tide took 40 boats and 35 tons", [("changed", "3.5", "35")]),
        ("or 12 of the fleet", [("missing", "%", "")]),
        ("The tide took 40 and 3.5 tons", [("missing", "boats", "")]),
        ("The big tide took 40 boats", [("added", "", "big")]),
        ("We will sell the quay", [("missing", "not", "")]),
        ("We will not sell thе quay", [("changed", "the", "thе")]),
        ("Warden Oliver said that the lamps", [("changed", "Tolliver", "Oliver")]),
        ("The tide Took 40 boats", [("changed", "took", "Took")]),
        ("The tide took [no fewer than] 40 boats", [("added", "", "[no fewer than]")]),
        ("We will [surely] sell the quay", [("inserted", "", "[surely]"), ("missing", "not", "")]),
    ],
)
def test_a_changed_word_is_near_and_shown(check, quotation, found):
    result = check(quotation)
    assert result.grade is NEAR
    assert faults(result) == found


@pytest.mark.parametrize(
    ("quotation", "grade"),
    [
        ("the quay", EXACT), ("NOT SELL", ABSENT), ("sell quay", ABSENT), ("quay the", ABSENT), ("of the", EXACT),
        ("not", EXACT), ("zebra", ABSENT), ("will sell the", ABSENT), ("40 boats and", EXACT), ("40", EXACT),
        ("1", ABSENT),
    ],
)  # fmt: skip
def test_a_short_quotation_is_exact_or_absent(check, quotation, grade):
    assert check(quotation).grade is grade


def test_a_short_quotation_says_in_how_many_passages_it_stands(check):
    found = check("the quay", k=1)
    assert (len(found), found.occurrences) == (1, 2)


@pytest.mark.parametrize(
    "quotation",
    [
        "мы не продаём набережную", "die Fähre heute nicht über den Fluß", "今日は船が出ません", "船が出",
        "القارب لن يعود قبل الربيع", "เรือลำนี้ไม่ออก", "n'est pas ouvert l'été", "Jose\u0301 Nu\u0301n\u0303ez",
    ],
)  # fmt: skip
def test_every_script_can_be_checked(check, quotation):
    assert check(quotation).grade is EXACT


@pytest.mark.parametrize(
    "quotation",
    [
        "Мы продаём набережную никому и никогда", "die Fähre heute über den Fluß", "今日は船が出ます",
        "القارب يعود قبل الربيع", "est pas ouvert l’été, écrit Jose Nunez", "le cafе du port n’est pas",
    ],
)  # fmt: skip
def test_in_every_script_a_changed_word_is_not_exact(check, quotation):
    assert check(quotation).grade is not EXACT


def test_an_invented_quotation_is_absent_and_shows_nothing(check):
    found = check("The mayor painted every lighthouse in the county yellow.")
    assert (found.grade, found.matches, found.occurrences) == (ABSENT, (), 0)


def test_a_quotation_may_leave_out_who_is_said_to_say_it(check):
    found = check("We will not sell the quay. It belongs to the town.")
    assert found.grade is EXACT
    assert ("left out", "said Sanna Veld, the harbour master", "") in faults(found)


@pytest.mark.parametrize("quotation", ["bold a scandal", "the plan bold a scandal", "bold and a scandal"])
def test_words_quoted_in_part_are_not_put_together_that_way(check, quotation):
    assert check(quotation).grade is not EXACT


def test_a_bracket_may_stand_for_few_words_but_never_for_a_negation(check):
    assert check("[That thing] belongs to the town").grade is EXACT
    assert check("They [the lamps] lit for one winter only").grade is EXACT
    assert check("We will [gladly] sell the quay").grade is NEAR
    assert check("The lamps were [x] winter only, and then they").grade is not EXACT


def test_a_comment_in_brackets_hides_no_missing_word(check):
    assert check("The tide took [sic] boats and 3.5 tons").grade is NEAR


def test_of_what_an_ellipsis_leaves_out_only_the_governing_negation_is_missing(check):
    found = check("The tide took 40 boats and … of the fleet")
    assert [kind for kind, *_ in faults(found)] == ["left out"]
    assert faults(check("We will … quay … to the town"))[:2] == [
        ("missing", "not", ""),
        ("left out", "sell the", ""),
    ]


def test_an_ellipsis_against_the_order_of_the_source_is_not_forgiven(check):
    assert check("The crane stays where it is … I have read the report").grade is NEAR


def test_turns_of_one_speaker_run_on_but_not_those_of_two(check):
    assert check("of the crane and of nothing else. I have read the report").grade is NEAR


def test_a_plain_copy_brings_no_warning(check):
    assert [m.warnings for m in check("It belongs to the town.")] == [(), ()]


def test_the_same_words_in_two_documents_are_both_found_those_of_the_named_first(check):
    found = check("We will not sell the quay", k=5)
    assert {match.citation.title for match in found} == {"The quay in winter", "The quay in winter, again"}
    assert found.occurrences == 2


def test_a_place_gives_the_real_words_their_speaker_and_a_citation(check):
    match = check("the tide took 40 boats AND 3.5 tons").matches[0]
    assert match.text == "The tide took 40 boats and 3.5 tons"
    assert match.speakers == ("Oda Bern",)
    assert match.note.startswith("Oda Bern, quoted in “The quay in winter,”")
    assert "2015" in match.note


def test_a_footnote_behind_the_words_is_cited_with_them(check):
    assert "Quay ledger" in check("then they were sold to a theatre").matches[0].note
    assert "Quay ledger" not in check("The lamps were bought in 1998").matches[0].note


@pytest.mark.parametrize("wrong", ["", " ", "…", "“”", "[only brackets here]", "[1]"])
def test_a_quotation_without_words_of_a_source_is_refused(check, wrong):
    with pytest.raises(UsageError, match="the quotation has"):
        check(wrong)


def test_a_quotation_that_is_too_long_is_refused_before_anything_looks_at_it(check, monkeypatch):
    monkeypatch.setattr("qa.checking.quotation.read_quotation", lambda _: pytest.fail("it was read"))
    with pytest.raises(QuestionTooLongError, match="the quotation has 10,001 characters"):
        check("\u0301" * (limits.MAX_QUOTATION_CHARS + 1))


def test_a_quotation_of_too_many_words_is_refused(check):
    with pytest.raises(QuestionTooLongError, match=r"2,501 words; expected at most 2,500"):
        check("a " * (limits.MAX_QUOTATION_WORDS + 1))


@pytest.mark.parametrize("options", [{"k": 0}, {"k": 1_001}, {"speaker": ""}, {"speaker": "x" * 201}])
def test_options_that_cannot_be_followed_are_refused(check, options):
    with pytest.raises(UsageError):
        check("the quay", **options)


def test_the_longest_quotation_is_checked_in_seconds(check):
    found = check("the sea it " * (limits.MAX_QUOTATION_WORDS // 3))
    assert found.grade is not EXACT
    assert found.took_ms < 20_000


def test_a_quotation_of_hundreds_of_ellipses_is_checked_in_seconds(check):
    found = check(" … ".join(["the tide"] * 800))
    assert found.grade is not EXACT
    assert found.took_ms < 20_000


def test_an_empty_corpus_has_nothing(tmp_path):
    from qa import Corpus

    assert check_quote("the quay", corpus=Corpus(tmp_path / "empty", create=True)).grade is ABSENT


def test_the_bundled_sample_is_checked_without_a_corpus():
    assert check_quote("golden ring of resistance").grade is EXACT


@pytest.mark.parametrize(
    "quotation",
    [
        "the quay\x00",
        "the \ud800 quay",
        "the quay" + "\u0301" * 5_000,
        "\u202ethe quay\u202c",
        "the\u2028quay",
        "[[the] quay",
        "'\"; the quay",
    ],
)
def test_a_hostile_quotation_is_checked_like_any_other(check, quotation):
    assert check(quotation).grade in {EXACT, NEAR, ABSENT}


def test_the_package_shows_exactly_what_it_names():
    import inspect

    import qa.checking as package

    shown = {n for n, v in vars(package).items() if not n.startswith("_") and not inspect.ismodule(v)}
    assert shown == set(package.__all__)
    assert package.__all__ == sorted(package.__all__)
