"""Rows of a list that wait to be saved, and who could be alike to one of them."""

import datetime as dt

import pytest

from jamsos_desktop.services.duplicates import Likely
from jamsos_desktop.services.listed_likely import Waiting, held_back, left_to_the_office
from tests.factories import make_form, make_participant

LIKELY = Likely(
    record_id="r",
    number="MJK1-00001-A",
    name="Siti",
    masked_nik="3576••••••••0001",
    village="35.76.03.1001",
    score=88,
    reasons=("nama sama",),
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"nik": "", "birth_date": None}, False),
        ({"nik": "3576030101700009", "birth_date": dt.date(1970, 1, 1)}, False),
        ({"nik": "3576030101700009", "birth_date": dt.date(1990, 8, 18)}, True),
        ({"nik": "", "birth_date": dt.date(1970, 1, 1), "kk": "3576030101120001"}, True),
        ({"nik": "0" * 16, "birth_date": None, "kk": "9" * 16}, False),
    ],
)
def test_who_could_be_one_of_those_who_wait(changes, expected):
    waiting = Waiting()
    waiting.add(make_participant(kk="3576030101120001"))
    assert waiting.could_hold(make_participant(**changes)) is expected
    waiting.clear()
    assert not waiting.could_hold(make_participant(**changes))


def test_a_placeholder_waits_for_nobody():
    waiting = Waiting()
    waiting.add(make_participant(nik="0" * 16, birth_date=None))
    assert not waiting.could_hold(make_participant(nik="0" * 16, birth_date=None))


def test_what_is_said_and_what_is_left_to_the_office():
    assert held_back(LIKELY).values == {"number": "MJK1-00001-A", "score": "88"}
    assert held_back(LIKELY).level == "warning"
    (decided,) = left_to_the_office(make_form(), (LIKELY,)).duplicates
    assert (decided.decision, decided.score, decided.number) == ("belum_yakin", 88, LIKELY.number)
