"""Records and activities: every one is told apart, and plain in what it writes."""

import datetime as dt
from typing import get_args

import msgspec
import pytest

from jamsos_desktop.domain.activities import AnyActivity
from jamsos_desktop.domain.journal import decode_body, encode_body
from jamsos_desktop.domain.records import (
    AnyRecord,
    Attendee,
    Candidate,
    Child,
    CommunityEvent,
    Officer,
    Participant,
    Programme,
    QueueTicket,
    ReferenceFile,
    Station,
)

RECORDS = [
    Participant(
        number="MJK1-00001-A",
        event_id="e",
        programme_id="p",
        birth_date=dt.date(1990, 8, 17),
        children=(Child(name="Budi", birth_date=dt.date(2015, 1, 2)),),
        reasons={"age_under": "anak yatim"},
    ),
    Programme(name="DBHCHT"),
    CommunityEvent(
        name="Sosialisasi",
        place="Pendopo",
        date=dt.date(2026, 11, 22),
        programme_id="p",
        region="35.76",
    ),
    Officer(login="dewi", name="Dewi", role="kader"),
    Station(code="MJK1", name="Pos 1", public_key="00"),
    QueueTicket(event_id="e", number="MJK1-007", turn=7),
    Attendee(event_id="e", name="Siti"),
    Candidate(programme_id="p", name="Siti", birth_date=dt.date(1990, 8, 17)),
    ReferenceFile(name="tariffs.toml", content="version = 2\n", reason="PP baru"),
]


def test_every_type_has_a_tag_of_its_own():
    kinds = (*get_args(AnyRecord), *get_args(AnyActivity))
    assert len({kind.__struct_config__.tag for kind in kinds}) == len(kinds)
    assert {type(record) for record in RECORDS} == set(get_args(AnyRecord))


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: type(r).__name__)
def test_a_record_comes_back_from_its_bytes(record):
    assert decode_body(encode_body(record)) == record


def test_days_are_plain_days():
    fields = msgspec.json.decode(encode_body(RECORDS[0]))
    assert fields["birth_date"] == "1990-08-17"
    assert fields["children"] == [{"birth_date": "2015-01-02", "name": "Budi"}]


def test_a_field_of_a_newer_version_does_not_hinder_reading():
    raw = encode_body(RECORDS[0]).replace(b'"address"', b'"aaa":[1,{"x":null}],"address"')
    assert decode_body(raw) == RECORDS[0]


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: type(r).__name__)
def test_records_are_frozen(record):
    with pytest.raises(AttributeError):
        record.schema = 2
