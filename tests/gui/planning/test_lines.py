"""Programmes and events in words."""

import datetime as dt

import pytest

from jamsos_desktop.gui.planning.lines import read_plan, region_name
from jamsos_desktop.services import plan, set_up


@pytest.fixture
def desk(data_dir):
    opened = set_up.start_practice(data_dir)
    yield opened
    opened.close()


def test_what_was_left_open_is_a_dash(desk):
    planned = read_plan(desk)
    assert planned.programmes[0].group_number == planned.programmes[0].branch == "—"
    assert planned.programmes[0].rules == "Standar"
    assert planned.books[0][:2] == ("standar", "Standar")
    assert {book.key for book in planned.books} >= {"pekalongan-2022", "surabaya"}
    assert planned.events[0].target == "60"


def test_the_latest_event_comes_first(desk):
    tomorrow = desk.clock().date() + dt.timedelta(days=1)
    set_up.plan_practice_event(desk, "Besok", "Balai", tomorrow)
    assert [line.name for line in read_plan(desk).events] == ["Besok", "Kegiatan latihan"]
    assert read_plan(desk).events[0].tone == "primary"
    assert len(plan.programmes(desk)) == len(read_plan(desk).programmes)


def test_a_region_is_named_with_what_lies_around_it():
    assert region_name("35.76.03") == "Kec. Kranggan, Kota Mojokerto"
    assert region_name("99.99") == "99.99"
