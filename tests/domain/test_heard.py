"""What one laptop tells another of a registration."""

import datetime as dt
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain import matching
from jamsos_desktop.domain.heard import digests_near, hash_key, heard_of, traits_of
from tests.factories import make_participant

KEY = hash_key("AGE-SECRET-KEY-1X")
AT = "2026-11-22T09:41:00+07:00"
NIK = "3576035708900001"


def told(**changes):
    return heard_of("r", AT, make_participant(**changes), KEY)


def test_nothing_that_the_check_does_not_need_is_told():
    person = make_participant(
        kk="3576031708120009",
        mother_name="Rahayuningsih",
        address="Jalan Melati 4",
        phone="081234567890",
        note="janda, tiga anak",
    )
    line = msgspec.json.encode(heard_of("r", AT, person, KEY)).decode()
    for private in (person.nik, person.kk, "Rahayu", "Melati", person.phone, "janda"):
        assert private not in line
    assert person.name in line
    assert person.number in line


def test_the_same_nik_and_one_slip_away_are_seen_by_their_hashes():
    similar = str.__eq__
    asked = matching.traits_of(make_participant(nik=NIK))
    near = digests_near(KEY, NIK)
    assert len(near) == 1 + 16 * 9 + sum(a != b for a, b in pairwise(NIK))

    def compared(nik):
        found = matching.compare(asked, traits_of(told(nik=nik), near), similar)
        return found.same_nik, found.almost_nik

    assert compared(NIK) == (True, False)
    assert compared("3576035708900002") == (False, True)
    assert compared("3576035708909999") == (False, False)
    assert compared("") == (False, False)


def test_a_placeholder_and_half_a_nik_match_nobody():
    assert digests_near(KEY, "1111111111111111") == {}
    assert digests_near(KEY, "357603") == {}
    assert told(nik="1234123412341234").nik == b""


def test_another_event_hashes_otherwise():
    other = hash_key("AGE-SECRET-KEY-1Y")
    assert set(digests_near(KEY, NIK)).isdisjoint(digests_near(other, NIK))


@settings(max_examples=30)
@given(number=st.from_regex(r"\A3576[0-9]{12}\Z"), other=st.from_regex(r"\A3576[0-9]{12}\Z"))
def test_hashes_say_what_the_digits_would_have_said(number, other):
    near = digests_near(KEY, number)
    plain = matching.compare(
        matching.traits_of(make_participant(nik=number)),
        matching.traits_of(make_participant(nik=other)),
        str.__eq__,
    )
    by_hash = matching.compare(
        matching.traits_of(make_participant(nik=number)),
        traits_of(told(nik=other), near),
        str.__eq__,
    )
    assert (plain.same_nik, plain.almost_nik) == (by_hash.same_nik, by_hash.almost_nik)


def test_a_line_comes_back_as_it_went():
    one = told(birth_date=dt.date(1990, 8, 17))
    assert msgspec.json.decode(msgspec.json.encode(one), type=type(one)) == one
