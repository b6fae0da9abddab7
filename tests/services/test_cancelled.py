"""A form that was given up stays for a day, can be taken up again, and then really goes."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services.cancelled import (
    cancel_draft,
    forget_cancelled,
    list_cancelled,
    take_up,
)
from jamsos_desktop.services.enrol import enrol, find_draft, keep_draft, start_draft
from jamsos_desktop.services.reference import rules_of
from tests.factories import event_of, make_form


@pytest.fixture
def event_id(station):
    return event_of(station)


@pytest.fixture
def given_up(station, event_id):
    draft = start_draft(station, event_id, make_form(name="Siti"))
    cancel_draft(station, draft.draft_id)
    return draft


def test_it_is_no_unfinished_form_any_more_and_stands_in_the_list(station, event_id, given_up):
    assert find_draft(station, event_id) is None
    (one,) = list_cancelled(station, event_id)
    assert (one.number, one.name, one.at) == (given_up.number, "Siti", station.clock())
    assert not one.correcting
    assert list_cancelled(station, "elsewhere") == []


def test_it_is_taken_up_with_its_own_number_and_saved(station, event_id, given_up):
    station.clock.go(hours=23)
    again = take_up(station, given_up.draft_id)
    assert again == given_up
    assert list_cancelled(station, event_id) == []
    assert find_draft(station, event_id) == given_up
    assert enrol(station, again, rules_of(station, event_id)).number == given_up.number


def test_after_a_day_it_is_deleted(station, event_id, given_up):
    kept = start_draft(station, event_id, make_form())  # unfinished, and never forgotten
    station.clock.go(hours=23, minutes=59)
    assert forget_cancelled(station) == 0
    station.clock.go(minutes=1)
    assert list_cancelled(station, event_id) == []
    assert forget_cancelled(station) == 1
    assert find_draft(station, event_id) == kept
    with pytest.raises(UserError, match="cancelled_gone"):
        take_up(station, given_up.draft_id)


def test_late_letters_do_not_bring_it_back(station, event_id, given_up):
    keep_draft(station, given_up)
    assert find_draft(station, event_id) is None


def test_a_clock_set_back_deletes_nothing(station, event_id, given_up):
    station.clock.go(days=-400)
    assert forget_cancelled(station) == 0
    assert len(list_cancelled(station, event_id)) == 1
