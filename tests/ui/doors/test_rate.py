from __future__ import annotations

import pytest
from doors_asgi import scope_of
from hypothesis import given
from hypothesis import strategies as st

from corpus import limits
from ui.doors.rate import Shares, address_of


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shares(clock):
    return Shares(burst=4, per_s=2, most=3, clock=clock)


def test_a_burst_is_granted_and_then_no_more(shares):
    assert [shares.take("a", 1) for _ in range(5)] == [0, 0, 0, 0, 1]


def test_the_bucket_fills_again_with_time(shares, clock):
    for _ in range(4):
        shares.take("a", 1)
    clock.now = 1.0
    assert [shares.take("a", 1) for _ in range(3)] == [0, 0, 1]


def test_the_bucket_never_holds_more_than_a_burst(shares, clock):
    shares.take("a", 1)
    clock.now = 1e9
    assert [shares.take("a", 1) for _ in range(5)][-2:] == [0, 1]


def test_waiting_as_long_as_told_is_enough(shares, clock):
    for _ in range(4):
        shares.take("a", 1)
    clock.now = float(shares.take("a", 1))
    assert shares.take("a", 1) == 0


def test_being_refused_costs_nothing(shares, clock):
    for _ in range(50):
        shares.take("a", 1)
    clock.now = 0.5
    assert shares.take("a", 1) == 0


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(0, 3)), max_size=60))
def test_no_address_ever_gets_more_than_its_burst_and_rate(visits):
    clock = Clock()
    shares, granted = Shares(burst=4, per_s=2, most=100, clock=clock), {}
    for address, later in visits:
        clock.now += later
        granted[address] = granted.get(address, 0) + (shares.take(str(address), 1) == 0)
        assert granted[address] <= 4 + 2 * clock.now + 1e-6


def test_only_so_many_addresses_are_remembered_those_seen_last(shares):
    for address in "aaaaabcd":
        shares.take(address, 1)
    assert len(shares) == 3
    assert shares.take("a", 1) == 0  # forgotten, and so a stranger again


def test_a_busy_address_is_not_forgotten_for_new_ones(shares):
    for address in "aaaaabac":
        shares.take(address, 1)
    assert shares.take("a", 1) > 0


def test_open_requests_are_bounded_and_forgotten_when_they_end(shares):
    entered = [shares.enter("a") for _ in range(limits.MAX_ADDRESS_REQUESTS + 1)]
    assert (entered.count(True), entered[-1]) == (limits.MAX_ADDRESS_REQUESTS, False)
    shares.leave("a")
    assert shares.enter("a")


def test_all_addresses_together_have_a_bound_too(shares):
    entered = [shares.enter(str(n)) for n in range(limits.MAX_OPEN_REQUESTS + 1)]
    assert entered.count(False) == 1


@pytest.mark.parametrize(
    ("client", "counted"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("not an address", ""),
    ],
)
def test_an_address_counts_as_what_a_provider_gives_one_customer(client, counted):
    assert address_of(scope_of(client=client), behind_proxy=False) == counted


@pytest.mark.parametrize(
    ("forwarded", "counted"),
    [
        ("8.8.8.8", "8.8.8.8"),
        ("1.1.1.1, 8.8.8.8", "8.8.8.8"),  # what stands first, the client may have written
        ("8.8.8.8, 10.0.3.9, 192.168.0.2", "8.8.8.8"),  # what comes after it, proxies of one house have
        ("10.0.0.1, ::1", "10.9.9.9"),
        ("<script>, ,", "10.9.9.9"),
        ("", "10.9.9.9"),
    ],
)
def test_a_trusted_proxy_says_whom_it_asks_for(forwarded, counted):
    scope = scope_of(client="10.9.9.9", x_forwarded_for=forwarded)
    assert address_of(scope, behind_proxy=True) == counted
    assert address_of(scope, behind_proxy=False) == "10.9.9.9"


@given(st.text(st.characters(max_codepoint=255), max_size=60))
def test_nothing_that_a_proxy_says_makes_counting_fail(said):
    address_of(scope_of(client="10.9.9.9", x_forwarded_for=said), behind_proxy=True)


def test_a_request_over_a_file_socket_has_no_address_and_is_counted_all_the_same():
    assert address_of({**scope_of(), "client": None}, behind_proxy=False) == ""
