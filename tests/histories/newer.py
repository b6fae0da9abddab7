"""A program that is newer than others: what it writes, and who works with it.

It writes people in schema 2, with a field that nobody else knows yet; whoever is updated later
reads them then. What is of an unknown type stays set aside everywhere.
"""

import hashlib

import msgspec
import pytest

from jamsos_desktop.domain import set_aside
from jamsos_desktop.domain.journal import digest_body, encode_body, hash_entry
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.services import read_again
from jamsos_desktop.storage import journal

FIELD = "kacamata"  # what the newer program asks too


_PATCH = pytest.MonkeyPatch()


def use(program):
    """From now on this program works: 1 is today's, 2 the newer one."""
    _PATCH.undo()
    if program == 2:
        _PATCH.setattr(set_aside, "SCHEMA", 2)
        _PATCH.setattr(read_again, "__version__", "99")
        _PATCH.setattr(journal, "encode_body", _encode_newer)


def say_something_unknown(desk, record_id, number):
    """Journal about somebody what no program here knows: its type is of days to come."""
    body, salt = b'{"type":"wished"}', hashlib.sha256(b"%d" % number).hexdigest()[:32]
    with desk.database.writing() as connection:
        tip = journal.tip_of(connection, desk.author.station_id)
        (last,) = journal.entries_of_station(connection, desk.author.station_id, tip.seq, tip.seq)
        made = msgspec.structs.replace(
            last,
            seq=tip.seq + 1,
            lamport=last.lamport + 1,
            recorded_at=desk.clock().isoformat(timespec="milliseconds"),
            kind="activity",
            record_id=record_id,
            parents=(),
            body_digest=digest_body(salt, body),
            prev_hash=tip.entry_hash,
            body=msgspec.Raw(body),
            salt=salt,
        )
        made = msgspec.structs.replace(made, entry_hash=hash_entry(made))
        assert journal.insert(connection, [made]) == [made]


def _encode_newer(body, unknown=None):
    """What it writes of people is of schema 2; the rest is as it was."""
    if isinstance(body, Participant):
        body, unknown = msgspec.structs.replace(body, schema=2), {**(unknown or {}), FIELD: "minus"}
    return encode_body(body, unknown)
