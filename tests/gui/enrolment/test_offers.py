"""What the choosers offer."""

import datetime as dt

import pytest

from jamsos_desktop.gui.enrolment.offers import Offers
from tests.gui.enrolment.people import rules


@pytest.fixture
def offers():
    offers = Offers()
    offers.follow(rules())
    return offers


def test_nothing_is_offered_before_there_are_rules():
    assert Offers().villages("kran") == []
    assert list(Offers().occupations("")) == []


def test_kelurahan_of_the_events_region_are_offered(offers):
    assert offers.villages("krang") == [
        ("35.76.03.1001", "Kranggan", "Kec. Kranggan, Kota Mojokerto")
    ]
    assert len(offers.villages("")) == 18


def test_a_kept_village_is_known_wherever_it_lies(offers):
    assert offers.village("35.76.03.1001")[1] == "Kranggan"
    assert offers.village("35.76.03") is None
    assert offers.village("kran") is None


def test_occupations_are_found_by_any_part_of_their_names(offers):
    assert [option.key for option in offers.occupations("bakso")] == ["penjual_makanan"]
    assert offers.occupation("petani").title == "Petani"
    assert offers.occupation("dalang") is None


def test_months_are_shown_in_words_and_kept_as_months(offers):
    assert [option.key for option in offers.months("des 2025")] == ["2025-12"]
    assert offers.month("2024-01").title == "Januari 2024"
    assert offers.month("des") is None


def test_an_heir_may_be_related_in_other_words(offers):
    assert [option.key for option in offers.relations("ist")] == ["Istri"]
    assert offers.relation("Istri").title == "Istri"
    assert offers.relation("Keponakan") is None


def test_the_day_is_that_of_the_rules(offers):
    assert offers.today() == dt.date(2025, 11, 12)


def test_who_lives_outside_the_events_region_is_found_as_well(offers):
    assert all(code.startswith("35.76.") for code, *_words in offers.villages("kranggan"))
    first, *_others = offers.villages("jagir wonokromo")
    assert first[0] == "35.78.04.1002"
    assert offers.villages("nirgends") == []
