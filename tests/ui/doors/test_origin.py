from __future__ import annotations

import pytest
from doors_asgi import scope_of
from hypothesis import given
from hypothesis import strategies as st

from ui.doors.access import Access
from ui.doors.origin import foreign, host_name

OWN = Access()


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:7860", "LOCALHOST:7860", "127.0.0.1:7860", "[::1]:7860", "192.168.0.9:80"]
)
def test_this_machine_by_its_own_name_or_in_numbers_is_answered(host):
    assert foreign(scope_of(host=host), OWN) is None


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", ""])
def test_a_name_that_somebody_else_can_claim_is_refused(host):
    assert "is not served under the name" in foreign(scope_of(host=host), OWN)


def test_the_name_given_to_listen_on_is_answered():
    scope = scope_of(host="archive.lan:7860")
    assert foreign(scope, Access(host="Archive.lan")) is None
    assert "archive.lan:7860" in foreign(scope, OWN)


@pytest.mark.parametrize("origin", ["http://127.0.0.1:7860", "HTTP://127.0.0.1:7860", "https://127.0.0.1:7860"])
def test_the_pages_own_requests_are_answered(origin):
    assert foreign(scope_of(origin=origin), OWN) is None


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:8000",  # another program's page on the same machine
        "http://localhost:7860",
        "http://127.0.0.1:7860.evil.example",
        "null",
        "",
    ],
)
def test_another_sites_requests_are_refused(origin):
    assert "the page itself" in foreign(scope_of(origin=origin), OWN)


def test_a_link_from_elsewhere_which_names_no_origin_may_be_followed():
    assert foreign(scope_of(sec_fetch_site="cross-site"), OWN) is None


@given(
    st.text(st.characters(max_codepoint=255), max_size=80), st.text(st.characters(max_codepoint=255), max_size=80)
)
def test_a_refusal_is_one_printable_line(host, origin):
    why = foreign(scope_of(host=host, origin=origin), OWN)
    assert why is None or (why.isprintable() and len(why) < 300)


@pytest.mark.parametrize(
    ("host", "name"), [("a.b:1", "a.b"), ("[::1]:1", "::1"), ("[::1]", "::1"), ("A", "a"), ("", "")]
)
def test_the_name_is_told_from_its_port(host, name):
    assert host_name(host) == name
