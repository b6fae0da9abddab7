"""Whatever was journalled about somebody is taken back in one way, by whoever may."""

import msgspec
import pytest

from jamsos_desktop.services.consent import restore, withdraw
from jamsos_desktop.services.decide import decide, undo_decisions
from jamsos_desktop.services.take_back import take_back
from jamsos_desktop.services.void import undo_void, void
from tests.factories import enrol_one

ACTS = [
    (lambda desk, who: withdraw(desk, who, "berubah pikiran"), restore, "not_withdrawn"),
    (lambda desk, who: void(desk, who, "salah orang"), undo_void, "not_voided"),
    (lambda desk, who: decide(desk, who, "ditolak", "pindah"), undo_decisions, "not_decided"),
]


@pytest.mark.parametrize(("act", "undo", "nothing"), ACTS, ids=[nothing for *_, nothing in ACTS])
def test_once_and_only_what_stands(office, refused, act, undo, nothing):
    who = enrol_one(office).record_id
    refused(nothing, undo, office, who, "keliru")
    act(office, who)
    refused("reason_missing", undo, office, who, "  ")
    undo(office, who, "keliru")
    refused(nothing, undo, office, who, "keliru")


@pytest.mark.parametrize(("act", "undo", "nothing"), ACTS, ids=[nothing for *_, nothing in ACTS])
def test_a_cadre_may_not(office, refused, act, undo, nothing):
    who = enrol_one(office).record_id
    act(office, who)
    cadre = msgspec.structs.replace(office.officer, role="kader")
    object.__setattr__(office, "officer", cadre)
    refused("coordinator_only", undo, office, who, "keliru")


def test_nobody_is_refused_as_such(office, refused):
    def nothing_stands(_connection, _record_id):
        return ()

    refused("participant_unknown", take_back, office, "x", "r", nothing_stands, None, "not_voided")
