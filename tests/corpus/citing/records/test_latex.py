from __future__ import annotations

import pytest
from citations import lines
from hypothesis import given
from hypothesis import strategies as st

from corpus.citing.records.latex import from_address, from_latex, to_address, to_latex


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ('{\\"o}', "ö"), ('\\"o', "ö"), ('\\"{o}', "ö"), ("\\'{\\i}", "í"), ("\\'\\i", "í"),
        ("\\c{c}", "ç"), ("\\v{s}", "š"),
        ("\\v s", "š"), ("\\~n", "ñ"), ("\\r{a}", "å"), ("\\ss", "ß"), ("\\o re", "øre"), ("\\o{}re", "øre"),
        ("{\\L}\\'od\\'z", "Łódź"), ("Tide \\& Quay", "Tide & Quay"), ("10\\%", "10%"), ("10--22", "10–22"),
        ("so---then", "so—then"), ("``tide''", "“tide”"), ("Oda~Bern", "Oda\u00a0Bern"),
        ("The {Long} Quay", "The Long Quay"),
        ("\\emph{Long} quay", "Long quay"), ("\\textbf{Long}", "Long"), ("a\\\\b", "a b"), ("\\ldots", "…"),
        ("har\\-bour", "harbour"), ("Вода", "Вода"), ("plain words", "plain words"),
    ],
)  # fmt: skip
def test_latex_is_read_as_the_characters_it_sets(latex, text):
    assert from_latex(latex) == text


@given(lines)
def test_text_comes_back_from_latex_as_it_was(text):
    assert from_latex(to_latex(text)) == text


@given(st.text())
def test_braces_are_always_in_pairs(text):
    latex = to_latex(text)
    depths = [latex[:at].count("{") - latex[:at].count("}") for at in range(len(latex) + 1)]
    assert min(depths) == depths[-1] == 0


@given(st.text(alphabet="\\{}'\"`^~-=.uvHcdbkrt aeio"))
def test_any_latex_is_read_as_something_without_braces(latex):
    assert not set(from_latex(latex)) & set("{}") or "\\{" in latex or "\\}" in latex


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://quay.example/a_b?c=1&d=%20#e", "https://quay.example/a_b?c=1&d=%20#e"),
        ("https://quay.example/{a} \\b", "https://quay.example/%7Ba%7D%20%5Cb"),
    ],
)
def test_an_address_is_left_alone_but_for_what_breaks_bibtex(address, written):
    assert to_address(address) == written
    assert from_address(written) == written


def test_backslashes_that_others_put_into_addresses_are_taken_out():
    assert from_address("https://quay.example/a\\_b\\%20\\&c") == "https://quay.example/a_b%20&c"
