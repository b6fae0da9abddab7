"""What is kept without being believed."""

import msgspec
import pytest

from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.journal import ERASED, encode_body
from jamsos_desktop.domain.records import Officer
from jamsos_desktop.domain.set_aside import head_of, understand, why_aside
from tests.factories import Chain, make_participant

ADMIN = Officer(login="maling", name="Maling", role="admin")
NEWER = encode_body(make_participant()).replace(b'"schema":1', b'"schema":2')


def entry(body, **changes):
    return msgspec.structs.replace(Chain("pos").add("r", body), **changes)


@pytest.mark.parametrize("body", [make_participant(), CardPrinted(to="file")])
def test_what_a_station_may_say_is_understood(body):
    assert understand(entry(body), "kantor") == body
    assert why_aside(entry(body), "kantor") is None


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (entry(b'{"type":"wish","text":"later"}'), "newer"),
        (entry(NEWER), "newer"),
        (entry(b'{"type":"participant","number":5}'), "unreadable"),
        (entry(b"nonsense"), "unreadable"),
        (entry(b'{"type":"\xff"}'), "unreadable"),
        (entry(b"{}"), "unreadable"),
        (entry(b'"participant"'), "unreadable"),
        (entry(make_participant(), kind="activity"), "unreadable"),
        (entry(make_participant(), recorded_at="kemarin"), "unreadable"),
        (entry(make_participant(), recorded_at="2026-11-22T09:00:00"), "unreadable"),
        (entry(ADMIN), "oversteps"),
        (entry(b'{"type":"officer","login":7}'), "oversteps"),
    ],
)
def test_what_is_not_understood_has_a_reason(made, why):
    assert understand(made, "kantor") is None
    assert why_aside(made, "kantor") == why


def test_the_office_itself_may_name_an_admin():
    assert understand(entry(ADMIN, station_id="kantor"), "kantor") == ADMIN
    assert understand(entry(ADMIN)) == ADMIN  # where nobody asks whose journal it is


def test_what_was_erased_is_not_set_aside():
    made = entry(make_participant())
    gone = msgspec.structs.replace(made, body=ERASED, salt="")
    assert (understand(gone, "kantor"), why_aside(gone, "kantor")) == (None, None)


def test_type_and_schema_of_a_newer_body_can_still_be_told():
    assert head_of(entry(NEWER)).schema == 2
    assert head_of(entry(b"{}")) is None
