from __future__ import annotations

import pytest
from doors_asgi import pass_through, scope_of
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from ui import strings
from ui.doors.access import Access
from ui.doors.routes import Kind

JOIN, CALL, UPLOAD = "/gradio_api/queue/join", "/gradio_api/call/ask", "/gradio_api/upload"


def _chunked(size, piece=50_000):
    return [b"x" * min(piece, size - done) for done in range(0, size, piece)] or [b""]


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=8))
def test_a_body_arrives_behind_the_gate_as_it_was_sent(chunks):
    assert pass_through(scope_of("POST", JOIN), chunks).received == b"".join(chunks)


@pytest.mark.parametrize(
    ("path", "most", "access"),
    [
        (JOIN, limits.MAX_BODY_BYTES, Access()),
        (JOIN, limits.MAX_PUBLIC_BODY_BYTES, Access(public=True)),
        (CALL, limits.MAX_CALL_BYTES, Access()),
        (CALL, limits.MAX_CALL_BYTES, Access(public=True)),
    ],
)
@pytest.mark.parametrize("stated", [True, False])
def test_a_body_of_exactly_the_bound_is_taken_and_one_byte_more_is_not(path, most, access, stated):
    for size, status in [(most, 200), (most + 1, 413)]:
        headers = {"content_length": str(size)} if stated else {}
        reply = pass_through(scope_of("POST", path, **headers), _chunked(size), access=access)
        assert reply.status == status


def test_a_body_of_unknown_length_is_read_to_the_bound_and_no_further():
    reply = pass_through(scope_of("POST", CALL), [b"x" * 50_000] * 1000)
    assert reply.status == 413
    assert reply.read <= limits.MAX_CALL_BYTES + 50_000


@pytest.mark.parametrize("length", ["-1", "1e3", "0x10", "٣", " ", "9" * 400, "3, 3"])
def test_a_length_that_is_no_number_is_refused(length):
    scope = scope_of("POST", CALL)
    scope["headers"].append((b"content-length", length.encode()))
    assert pass_through(scope, [b"abc"]).status == 413


def test_a_page_is_asked_for_without_a_body():
    assert pass_through(scope_of("GET", "/", content_length="0")).status == 200
    assert pass_through(scope_of("GET", "/", content_length="1"), [b"x"]).status == 413


def test_a_body_that_does_not_arrive_in_time_is_refused():
    reply = pass_through(scope_of("POST", CALL), [b'{"data"'], wait_s=0.05, stall=True)
    assert (reply.status, reply.received) == (408, None)
    assert reply.body.decode() == strings.DOOR_TOO_SLOW.format(seconds=0.05)


def test_an_upload_goes_on_piece_by_piece_and_must_say_how_long_it_is():
    whole = pass_through(scope_of("POST", UPLOAD, content_length="6"), [b"abc", b"def"], access=Access())
    assert (whole.status, whole.received) == (200, b"abcdef")
    unsaid = pass_through(scope_of("POST", UPLOAD), [b"abc"], access=Access())
    assert (unsaid.status, unsaid.body.decode()) == (411, strings.DOOR_NO_LENGTH)


def test_an_upload_too_long_is_refused_unread():
    length = str(limits.MAX_UPLOAD_BYTES + 1)
    reply = pass_through(scope_of("POST", UPLOAD, content_length=length), [b"abc"], access=Access())
    assert (reply.status, reply.read) == (413, 0)


def test_the_longest_quotation_fits_into_a_call_however_it_is_written():
    assert limits.MAX_QUOTATION_CHARS * len(b"\\ud83d\\ude00") + 10_000 < Kind.CALL.max_bytes
