"""Whose cards count no more: void, withdrawn, a duplicate, refused; and lost keys."""

from jamsos_desktop.domain.activities import (
    ConsentWithdrawn,
    Decided,
    KeyRestored,
    KeyRevoked,
    Voided,
)
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.revoked import gone, revocations_of, stations_without_key
from tests.factories import Chain, empty_database, make_participant


def test_every_reason_is_told_with_the_number(tmp_path):
    chain = Chain("pos")
    reasons = {
        "1": Voided(reason="salah"),
        "2": ConsentWithdrawn(reason="tidak jadi"),
        "3": Decided(verdict="duplikat", heads=(), kept_id="9"),
        "4": Decided(verdict="ditolak", heads=()),
        "5": Decided(verdict="diterima", heads=()),
    }
    for key, reason in reasons.items():
        chain.add(key, make_participant(number=f"MJK1-0000{key}-A"))
        chain.add(key, reason)
    database = empty_database(tmp_path)
    with database.writing() as connection:
        journal.insert(connection, chain.entries)
        told = dict(gone(connection))
    database.close()
    assert told == {
        "MJK1-00001-A": "dibatalkan",
        "MJK1-00002-A": "dicabut",
        "MJK1-00003-A": "duplikat",
        "MJK1-00004-A": "ditolak",
    }


def test_a_lost_key_is_found_again_in_any_order_of_arrival(tmp_path):
    chain = Chain("office")
    first = chain.add("pos1", KeyRevoked(reason="dicuri"))
    chain.add("pos2", KeyRevoked(reason="hilang"))
    chain.add("pos1", KeyRestored(revocations=(first.entry_hash,), reason="ketemu"))
    for number, entries in enumerate((chain.entries, chain.entries[::-1])):
        database = empty_database(tmp_path / str(number))
        with database.writing() as connection:
            for made in entries:
                journal.insert(connection, [made])
            assert stations_without_key(connection) == ["pos2"]
            assert revocations_of(connection, "pos1") == ()
            assert len(revocations_of(connection, "pos2")) == 1
        database.close()
