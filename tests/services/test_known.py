"""Who it is and why: what every act about a participant begins with."""

from jamsos_desktop.services.known import participant_of, reason_of
from tests.factories import enrol_one, event_of


def test_a_participant_is_known_by_their_record(station):
    enrolled = enrol_one(station)
    with station.database.reading() as connection:
        stored, body = participant_of(connection, enrolled.record_id)
    assert (body.number, len(stored.heads)) == (enrolled.number, 1)


def test_what_is_no_participant_is_refused(station, refused):
    with station.database.reading() as connection:
        refused("participant_unknown", participant_of, connection, "nobody")
        refused("participant_unknown", participant_of, connection, event_of(station))


def test_a_reason_is_one_line_and_never_empty(refused):
    assert reason_of("  salah \n orang ") == "salah orang"
    refused("reason_missing", reason_of, " \n ")
