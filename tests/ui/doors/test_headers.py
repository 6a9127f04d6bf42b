from __future__ import annotations

import pytest

from ui.doors.access import Access
from ui.doors.headers import security_headers

OWN, PUBLIC = security_headers(Access()), security_headers(Access(public=True))


def _policy(headers):
    return dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))


@pytest.mark.parametrize("headers", [OWN, PUBLIC])
def test_nothing_is_loaded_from_or_sent_to_another_host(headers):
    sources = {
        source for name, value in _policy(headers).items() if name != "frame-ancestors" for source in value.split()
    }
    assert sources <= {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"}
    assert _policy(headers)["default-src"] == "'none'"


@pytest.mark.parametrize("headers", [OWN, PUBLIC])
def test_an_injected_attribute_runs_nothing(headers):
    assert _policy(headers)["script-src-attr"] == "'none'"


@pytest.mark.parametrize("headers", [OWN, PUBLIC])
def test_a_link_that_is_followed_does_not_tell_the_question(headers):
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("headers", [OWN, PUBLIC])
def test_no_power_of_the_device_is_asked_for_but_copying(headers):
    assert "camera=()" in headers["permissions-policy"]
    assert "clipboard-write=(self)" in headers["permissions-policy"]


def test_a_public_page_may_stand_in_another_and_the_own_one_may_not():
    assert _policy(PUBLIC)["frame-ancestors"] == "*"
    assert _policy(OWN)["frame-ancestors"] == "'none'"
    assert OWN["cross-origin-resource-policy"] == "same-origin"
    assert "cross-origin-resource-policy" not in PUBLIC
