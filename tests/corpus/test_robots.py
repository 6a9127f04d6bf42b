from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.robots import allows

OURS = "User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /private\nAllow: /private/open\n"


@pytest.mark.parametrize(
    ("target", "allowed"), [("/", True), ("/private", False), ("/private/a", False), ("/private/open/a", True)]
)
def test_the_rules_for_our_own_name_hold_and_the_longest_decides(target, allowed):
    assert allows(OURS, "OnRecord", target) is allowed


@pytest.mark.parametrize(
    ("robots", "target", "allowed"),
    [
        ("", "/a", True),
        ("nonsense", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: other\nUser-agent: ONRECORD # us\nDisallow: /a # here", "/a", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *\nDisallow: /*?print", "/a?print=1", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /~x", "/%7Ex/y", False),
        ("User-agent: *\nDisallow: /%C3%A4", "/ä", False),
        ("\ufeffUser-agent: *\r\nDisallow: /", "/", False),
        ("Disallow: /", "/", True),
        ("User-agent: onrecord\n\nDisallow: /", "/", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a1b2c3", False),
        ("User-agent: *\nDisallow: /*$", "/a", False),
        ("User-agent: onrecord\nDisallow: /a\n\nUser-agent: onrecord\nDisallow: /b", "/b", False),
    ],
)
def test_rules_are_read_as_the_standard_has_them(robots, target, allowed):
    assert allows(robots, "OnRecord", target) is allowed


def test_a_hostile_file_takes_no_time():
    robots = "User-agent: *\n" + f"Disallow: /{'*a' * 200}b\n" * 2_000
    begun = time.process_time()
    assert allows(robots, "OnRecord", "/" + "a" * 1_900)
    assert time.process_time() - begun < 5


@given(st.text(max_size=200), st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_any_file_gives_an_answer(robots, target):
    assert allows(f"User-agent: *\n{robots}", "OnRecord", f"/{target}") in {True, False}


@given(st.text("ab/*$", max_size=8), st.text("ab/$", max_size=10))
def test_a_rule_fits_what_the_pattern_it_stands_for_does(rule, target):
    import re

    ends = rule.endswith("$")
    body = rule.removesuffix("$")
    pattern = ".*".join(re.escape(piece) for piece in f"/{body}".split("*")) + (r"\Z" if ends else "")
    expected = re.match(pattern, f"/{target}", re.DOTALL) is None
    assert allows(f"User-agent: *\nDisallow: /{rule}", "OnRecord", f"/{target}") is expected
