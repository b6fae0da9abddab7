"""Invented people: the same for the same number, different for different ones, and plausible."""

import datetime as dt

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.dates import age_on
from jamsos_desktop.domain.invented import invent
from jamsos_desktop.domain.person_fields import parse_date

TODAY = dt.date(2026, 11, 22)
VILLAGES = ("35.76.01.1001", "35.76.02.1001", "35.76.03.1001")
OCCUPATIONS = ("pedagang", "ojek", "buruh")


def invented(number, villages=VILLAGES):
    return invent(number, villages, OCCUPATIONS, TODAY)


def test_a_number_always_gives_the_same_person():
    assert invented(17) == invented(17)
    assert invented(17) != invented(18)


def test_different_numbers_give_different_niks():
    seen = {invented(number).nik for number in range(20_000)}
    assert len(seen) == 20_000


def test_numbers_that_share_serial_and_year_differ_in_the_day():
    """Serials come again each 999, years each 41: only numbers 40,959 apart share both.

    Their days come again at 40 times that, far beyond the 900,000 that are promised.
    """
    for start in range(0, 2000, 7):
        numbers = range(start, 900_000, 999 * 41)
        assert len({invented(n, VILLAGES[:1]).nik for n in numbers}) == len(numbers)


def test_they_are_between_19_and_60_and_their_nik_fits_them():
    for number in range(0, 4000, 3):
        person = invented(number)
        birth_date = parse_date(person.birth_date, TODAY)
        assert 19 <= age_on(birth_date, TODAY) <= 60
        digits = person.nik
        assert len(digits) == nik.LENGTH
        assert int(digits[12:]) > 9000
        assert digits[:6] == person.village.replace(".", "")[:6]
        day = birth_date.day + (40 if person.sex == "P" else 0)
        assert digits[6:12] == f"{day:02d}{birth_date:%m%y}"


def test_both_sexes_and_all_villages_come():
    people = [invented(number) for number in range(60)]
    assert {person.sex for person in people} == {"L", "P"}
    assert {person.village for person in people} == set(VILLAGES)
    assert {person.occupation for person in people} == set(OCCUPATIONS)
