"""Floors for attribution, bound to the data they were measured on. A floor falls only with a reason beside it."""

from __future__ import annotations

import hashlib

import attribution_measure as measure
import pytest
import speaker_examples as examples

pytestmark = pytest.mark.slow

#: SHA-256 of the annotated files; other data has to be measured anew.
DIGESTS = {
    "polnear": "1bcdcffc3f8cdcb258d4c6ac7de5b58edf4d459c18b6bef54b585e52811f5c4c",
    "polnear_marks": "87b2a4010c36d4eb18573ad3610c8436139998ec20798b871fb2943b3d3b2f06",
    "crec": "80859813b4e6848eb2f28c5b0055331ccf654499b477bf9015356cf666bceec6",
}
#: (file, the annotated kinds that count, least joint F1 of span and speaker)
FLOORS = [
    ("polnear", ["direct"], 0.915),
    ("polnear", ["direct", "mixed"], 0.825),
    ("polnear", None, 0.51),
    ("polnear_marks", ["direct", "mixed"], 0.87),
    ("crec", None, 0.82),
]
#: Of the quotations that annotation has and we name the speaker of outright: how many at least, how many wrong.
LEAST_NAMED, MOST_WRONG = 1390, 0.039
MOST_CALIBRATION_ERROR = 0.05
#: Full names behind pronouns and titles.
LEAST_RESOLVED = 0.82


@pytest.fixture(scope="module")
def scored(request):
    """The scorer, and each file's documents and what we say of them; PolNeAR's two files share their texts."""
    folder = request.getfixturevalue("eval_folder")
    scorer = measure.load_scorer(folder)
    gold = {}
    for name, digest in DIGESTS.items():
        path = folder / "attribution" / "dev" / f"{name}.jsonl"
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        assert found == digest, f"{name}: other data, measure anew and then set the floors"
        gold[name] = measure.read_gold(path)
    said = {name: measure.predict(gold[name]) for name in ("polnear", "crec")}
    return scorer, gold, {**said, "polnear_marks": said["polnear"]}


@pytest.mark.parametrize(("name", "kinds", "floor"), FLOORS)
def test_span_and_speaker_are_right_at_least_as_often_as_before(scored, name, kinds, floor):
    scorer, gold, said = scored
    figures = measure.joint(scorer, gold[name], said[name], kinds)
    assert figures["joint"]["F"] >= floor, figures


def test_a_speaker_named_outright_is_hardly_ever_the_wrong_one(scored):
    scorer, gold, said = scored
    outcomes = measure.named_outcomes(scorer, gold["polnear_marks"], said["polnear_marks"])
    named = [right for quotation, right in outcomes if quotation["named"]]
    assert len(named) >= LEAST_NAMED
    assert named.count(False) <= MOST_WRONG * len(named), named.count(False)


def test_a_confidence_is_how_often_such_an_attribution_is_right(scored):
    scorer, gold, said = scored
    outcomes = measure.named_outcomes(scorer, gold["polnear_marks"], said["polnear_marks"])
    error = measure.calibration_error([(quotation["confidence"], right) for quotation, right in outcomes])
    assert error <= MOST_CALIBRATION_ERROR


def test_pronouns_and_titles_lead_to_their_person_at_least_as_often_as_before(scored):
    scorer, gold, said = scored
    figures = measure.joint(scorer, gold["polnear"], said["polnear"])
    assert figures["resolved_accuracy"] >= LEAST_RESOLVED, figures


@pytest.fixture(scope="module")
def own():
    return measure.own_counts(examples.own_texts("gate"))


@pytest.mark.parametrize(("kind", "floor"), [("quoted", 0.83), ("reported", 0.66)])
def test_texts_of_our_own_that_were_never_learned_from_are_read_as_well_as_before(own, kind, floor):
    assert measure.f1(own[f"{kind} joint"], own[f"{kind} given"], own[f"{kind} gold"]) >= floor, own


def test_texts_of_our_own_have_few_wrong_names(own):
    assert own["quoted named"] >= 118, own
    assert own["quoted wrong"] <= 10, own


def test_at_least_four_hundred_quotations_of_our_own_are_learned_from():
    texts = examples.own_texts()
    assert sum(q["type"] != "indirect" for t in texts for q in t.quotes) >= 400
