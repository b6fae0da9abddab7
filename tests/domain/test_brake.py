"""When a bundle stops and asks."""

from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.brake import BrakeSettings, Found, brakes_of

NOTHING = {
    "added": 9,
    "new": 30,
    "duplicates": 0,
    "forks": 0,
    "oversteps": 0,
    "lost_key": False,
}


def stops(**changes):
    return brakes_of(Found(**{**NOTHING, **changes}), BrakeSettings())


def test_an_ordinary_bundle_goes_on():
    assert stops() == ()
    assert stops(new=0) == ()


def test_more_than_a_fifth_of_duplicates_stops_if_they_are_five_or_more():
    assert stops(new=30, duplicates=6) == ()
    assert stops(new=29, duplicates=6) == ("duplicates",)
    assert stops(new=4, duplicates=4) == ()
    assert stops(new=5, duplicates=5) == ("duplicates",)


def test_everything_that_stops_is_named_the_gravest_first():
    assert stops(lost_key=True, oversteps=1, forks=2, duplicates=30) == (
        "lost_key",
        "oversteps",
        "fork",
        "duplicates",
    )


@given(st.integers(0, 99), st.integers(0, 99), st.booleans())
def test_what_brings_nothing_new_never_stops(new, duplicates, lost):
    assert stops(added=0, new=new, duplicates=duplicates, lost_key=lost, forks=3) == ()
