"""The left half of the page."""

from jamsos_desktop.gui.today.counts import Counts
from jamsos_desktop.services import void
from jamsos_desktop.services.event_day import look_at_today
from tests.factories import enrol_one


def test_counts_of_a_day(shown, desk, event_id):
    enrol_one(desk)
    counts = shown(Counts())
    counts.show_today(look_at_today(desk, event_id))
    assert counts.target.text() == "1 dari 60 terdaftar"
    assert (counts.bar.value(), counts.bar.maximum()) == (1, 60)
    labels = {label.text(): value.text() for value, label in counts.figures}
    assert labels == {
        "terdaftar hari ini": "1",
        "belum dicetak": "1",
        "belum diekspor": "1",
        "hadir mendengarkan": "0",
    }
    assert counts.hours.accessibleDescription() == "pukul 09.00: 1"


def test_voided_ones_are_made_and_not_enrolled(shown, desk, event_id):
    void.void(desk, enrol_one(desk).record_id, "salah orang")
    counts = shown(Counts())
    counts.show_today(look_at_today(desk, event_id))
    assert counts.target.text() == "0 dari 60 terdaftar"
    assert counts.made.text() == "Dibuat 1: 0 lengkap · 0 belum lengkap · 1 dibatalkan"
    assert counts.bar.value() == 0
