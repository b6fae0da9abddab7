"""The consent in the columns of a list."""

import pytest

from jamsos_desktop.services.listed_consent import consent_of
from tests.factories import NOW, TODAY

YES = {"consent": "Ya", "consent_method": "kertas"}


def test_a_row_that_says_yes_and_how(station):
    spoken = {"consent": "y", "consent_method": "LISAN", "consent_witness": " Bu  Tini "}
    given = consent_of(station, spoken, TODAY)
    assert (given.method, given.witness, given.language) == ("lisan", "Bu Tini", "id")
    assert (given.at, given.by) == (NOW.isoformat(timespec="seconds"), station.officer_id)


@pytest.mark.parametrize("said", ["", "tidak", "mungkin", "tidak tahu"])
def test_only_a_plain_yes_is_one(station, said):
    assert consent_of(station, {**YES, "consent": said}, TODAY) is None


@pytest.mark.parametrize(
    ("written", "method"),
    [("di_atas_kertas", "kertas"), ("Tertulis", "kertas"), ("tanda tangan", ""), ("", "")],
)
def test_how_it_was_given_is_not_guessed(station, written, method):
    assert consent_of(station, {**YES, "consent_method": written}, TODAY).method == method


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("20-11-2026", "2026-11-20"),
        ("2026-11-22", "2026-11-22"),
        ("23-11-2026", ""),  # to come
        ("kemarin", ""),
    ],
)
def test_the_day_of_a_list_is_read_or_left_empty(station, written, at):
    assert consent_of(station, {**YES, "consent_date": written}, TODAY).at == at
