"""One's own work in words."""

import pytest

from jamsos_desktop.gui.preferences.own_work import facts_of_work, read_work
from jamsos_desktop.services.own_work import Work
from tests.journeys.world import OFFICE, POS1

WORK = Work(registrations=3, seconds=75, corrections=1, duplicates=0, incomplete=2, voided=0)


def test_every_figure_says_what_it_counts():
    said = {fact.name: fact.value for fact in facts_of_work(WORK)}
    assert said["Orang yang didaftarkan"] == "3"
    assert said["Biasanya untuk seorang"] == "1 menit 15 detik"
    assert len(said) == 6


@pytest.mark.parametrize(("seconds", "words"), [(None, "belum ada"), (59, "59 detik")])
def test_times(seconds, words):
    work = Work(
        registrations=0, seconds=seconds, corrections=0, duplicates=0, incomplete=0, voided=0
    )
    assert words in facts_of_work(work)[1].value


def test_only_who_coordinates_hears_of_the_others(world):
    cadre, admin = read_work(world[POS1]), read_work(world[OFFICE])
    assert (cadre.everybody, cadre.why_no_sum) == ((), "")
    assert admin.everybody == ()
    assert "3 petugas" in admin.why_no_sum
