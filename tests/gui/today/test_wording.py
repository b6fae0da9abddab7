"""The event day in words."""

import datetime as dt

import msgspec
import pytest

from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.gui.today import wording
from jamsos_desktop.services.event_day import Today
from jamsos_desktop.services.export_bundle import Unsent
from jamsos_desktop.storage.turnout import Turnout

DAY = dt.date(2026, 11, 22)


@pytest.fixture
def today():
    event = CommunityEvent(
        name="Jamsos", place="Balai RW 03", date=DAY, programme_id="p", region="35.76", target=120
    )
    return Today(
        event=event,
        day=DAY,
        turnout=Turnout(
            event_id="e",
            day=DAY,
            last_entry=99,
            complete=33,
            incomplete=1,
            unprinted=3,
            by_hour={9: 4, 18: 1},
        ),
        unsent=Unsent(2, ""),
        received=None,
        called="MJK1-007",
        waiting=5,
        skipped=1,
        served=9,
        attendees=40,
        refused=0,
    )


def replace(today, **changes):
    return msgspec.structs.replace(today, **changes)


def with_turnout(today, **changes):
    return replace(today, turnout=replace(today.turnout, **changes))


def test_how_far_the_event_is(today):
    assert wording.target_words(today) == "34 dari 120 terdaftar"
    without = replace(today, event=msgspec.structs.replace(today.event, target=0))
    assert wording.target_words(without) == "34 terdaftar"


def test_refusals_are_counted_and_nothing_else_is_said_of_them(today):
    assert wording.target_words(replace(today, refused=2)) == "34 dari 120 terdaftar · 2 menolak"


def test_what_was_made_adds_up(today):
    assert wording.made_words(today) == "Dibuat 34: 33 lengkap · 1 belum lengkap · 0 dibatalkan"
    gone = with_turnout(today, voided=2, withdrawn=1)
    assert wording.made_words(gone) == (
        "Dibuat 37: 33 lengkap · 1 belum lengkap · 2 dibatalkan · 1 mencabut persetujuan"
    )
    assert wording.target_words(gone) == wording.target_words(today)
    assert wording.made_words(with_turnout(today, incomplete=0)) == ""


def test_nobody_pretends_to_know_what_the_office_accepted(today):
    assert wording.receipt_words(today) == "Belum ada balasan dari kantor."
    answered = Unsent(2, "", 5, "2025-11-12T08:20:00+07:00")
    assert wording.receipt_words(replace(today, unsent=answered)).startswith(
        "5 belum diterima kantor (balasan "
    )
    everything = answered._replace(unaccepted=0)
    assert "Semua sudah diterima kantor" in wording.receipt_words(replace(today, unsent=everything))
    assert wording.receipt_words(replace(today, unsent=None, received=7)) == ""


def test_another_day_says_so(today):
    assert wording.event_words(today) == "Minggu, 22 November 2026 · Balai RW 03"
    later = replace(today, day=DAY - dt.timedelta(days=1))
    assert wording.event_words(later).startswith("Tidak ada kegiatan hari ini. Yang terdekat: M")


def test_a_station_and_an_office_count_different_things(today):
    station = [figure.label for figure in wording.figures(today)]
    office = [figure.label for figure in wording.figures(replace(today, unsent=None, received=7))]
    assert "belum diekspor" in station
    assert "diterima dari pos" in office
    assert (len(station), len(office)) == (4, 4)
    assert wording.figures(today)[0] == wording.Figure("5", "terdaftar hari ini")


def test_hours_have_no_gap_and_reach_to_the_last_registration(today):
    hours = wording.hours(today)
    assert [hour for hour, _count in hours] == list(range(7, 19))
    assert dict(hours)[9] == 4
    assert wording.hours_words(today) == "pukul 09.00: 4, pukul 18.00: 1"
    assert wording.hours_words(with_turnout(today, by_hour={})) == "Belum ada pendaftaran hari ini."


def test_an_empty_list_says_what_it_is_for():
    assert wording.nothing_words("queue")[0] == "Belum ada nomor"
    assert "Siti Aminah, 3/2" in wording.nothing_words("attendance")[1]


def test_the_queue_in_a_line(today):
    assert wording.queue_words(today) == "5 menunggu · 1 dilewati · 9 terdaftar"
