"""Verifying: every kind of tampering is found. Rebuilding: the same again."""

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher

from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import keep_journal
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash, verify_journal
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.storage import journal, vault
from jamsos_desktop.storage.files import DATABASE
from jamsos_desktop.storage.models import entry
from tests.factories import STATIONS, Chain, enrol_one, make_participant

FLIPPED = [c.name for c in entry.c if c.name != "id"]  # the order of arrival is nobody's word


@pytest.fixture
def filled(station):
    for number in range(3):
        enrol_one(station, number)
    assert verify_journal(station).good
    return station


@pytest.fixture
def tamper(filled):
    """A second connection with the key, for somebody who knows how."""
    login, password = STATIONS["Pos 1"]
    keyring = vault.read_keyring(filled.data_dir)
    _id, key = vault.unlock(filled.data_dir, keyring, login, password, filled.clock())
    raw = sqlcipher.connect(str(filled.data_dir / DATABASE), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    yield raw.execute
    raw.close()


@pytest.mark.parametrize("change", [0x01, 0x20, 0x80])
@pytest.mark.parametrize("column", FLIPPED)
def test_a_flipped_bit_in_any_column_is_found(filled, tamper, column, change):
    """0x20 turns a letter into its capital, 0x80 makes text that is no UTF-8."""
    where = "WHERE seq = 2 AND kind = 'revision'"
    station = filled.installation.station_id
    (value,) = tamper(
        f"SELECT {column} FROM entry {where} AND station_id = ?", (station,)
    ).fetchone()
    if isinstance(value, int):
        changed = value ^ change
    else:
        raw = bytearray(value if isinstance(value, bytes) else value.encode())
        if not raw:
            raw = bytearray(b"0" * 64)  # parents of a first revision
        place = next((n for n, byte in enumerate(raw) if chr(byte).isalpha()), len(raw) // 2)
        raw[place] ^= change
        changed = bytes(raw)
    as_text = f"CAST(? AS {'INTEGER' if isinstance(value, int) else 'TEXT'})"
    target = "?" if column == "body" else as_text
    tamper(f"UPDATE entry SET {column} = {target} {where} AND station_id = ?", (changed, station))
    verdict = verify_journal(filled)
    assert not verdict.good
    assert verdict.broken


def test_a_body_for_another_is_found(filled, tamper):
    tamper(
        "UPDATE entry SET body = (SELECT body FROM entry WHERE seq = 3 AND type = 'participant') "
        "WHERE seq = 2 AND type = 'participant'"
    )
    assert verify_journal(filled).broken == [(filled.installation.station_id, 2)]


@pytest.mark.parametrize(("deleted", "gap"), [("= 1", (1, 1)), ("= 2", (2, 2)), ("> 1", (2, 3))])
def test_missing_entries_are_named_with_their_numbers(filled, tamper, deleted, gap):
    station = filled.installation.station_id
    tamper("PRAGMA foreign_keys = OFF")
    tamper(f"DELETE FROM entry WHERE station_id = ? AND seq {deleted}", (station,))
    verdict = verify_journal(filled)
    assert verdict.gaps == [(station, *gap)]
    assert verdict.broken == []
    assert not verdict.good


def test_a_journal_that_is_gone_altogether_is_named(filled, tamper):
    station = filled.installation.station_id
    tamper("DELETE FROM entry WHERE station_id = ?", (station,))
    assert verify_journal(filled).gaps == [(station, 1, 3)]


def test_a_last_entry_in_whose_place_another_stands_is_named(filled, tamper):
    """Somebody who can compute hashes: a new last entry that fits the chain, but not its end."""
    station = filled.installation.station_id
    with filled.database.reading() as connection:
        kept = list(journal.entries_of_station(connection, station))
    forged = Chain(station)
    forged.entries = kept[:2]
    forged.add("r", make_participant())
    tamper("DELETE FROM entry WHERE entry_hash = ?", (kept[2].entry_hash,))
    with filled.database.writing() as connection:
        journal.insert(connection, [forged.entries[2]])
    assert verify_journal(filled).broken == [(station, 3)]


def test_an_erased_person_leaves_a_journal_that_verifies(filled, tamper):
    tamper("UPDATE entry SET body = NULL, salt = NULL WHERE seq = 2 AND type = 'participant'")
    assert verify_journal(filled).good
    rebuild_projections(filled)
    assert verify_journal(filled).good


def test_a_fork_is_named(filled):
    station = filled.installation.station_id
    with filled.database.reading() as connection:
        kept = list(journal.entries_of_station(connection, station))
    other = Chain(station)
    other.entries = kept[:1]
    other.add("r", make_participant(name="Dari cadangan"))
    with filled.database.writing() as connection:
        journal.insert(connection, other.entries[1:])
    verdict = verify_journal(filled)
    assert verdict.forks == [(station, 2)]
    assert verdict.broken == []


def test_both_branches_of_a_fork_may_go_on(filled):
    station = filled.installation.station_id
    with filled.database.reading() as connection:
        kept = list(journal.entries_of_station(connection, station))
    other = Chain(station)
    other.entries = kept[:1]
    for number in range(3):
        other.add(f"r{number}", make_participant())
    with filled.database.writing() as connection:
        journal.insert(connection, other.entries[1:])
    verdict = verify_journal(filled)
    assert verdict.forks == [(station, 2), (station, 3)]
    assert verdict.broken == []


def test_a_station_knows_its_office_in_part_and_says_so(filled):
    """Kits bring only what a station needs: the gaps between are nobody's fault."""
    assert (verify_journal(filled).stations, verify_journal(filled).partial) == (2, False)
    office = Chain(filled.installation.office_id)
    for number in range(20):
        office.add(f"r{number}", make_participant())
    with filled.database.writing() as connection:
        journal.insert(connection, office.entries[18:])
    verdict = verify_journal(filled)
    assert (verdict.partial, verdict.gaps, verdict.good) == (True, [], True)


def test_verifying_tells_how_far_it_is_and_can_be_stopped(filled, monkeypatch):
    monkeypatch.setattr(keep_journal, "_BATCH", 2)
    told = []
    verify_journal(filled, lambda done, total: told.append((done, total)))
    assert told[0][0] == 2
    assert all(done <= total for done, total in told)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        verify_journal(filled, cancel=token)


def test_rebuilding_changes_no_state(filled, monkeypatch):
    monkeypatch.setattr(keep_journal, "_BATCH", 2)
    before = state_hash(filled)
    with filled.database.reading() as connection:
        total = journal.count(connection)
    assert rebuild_projections(filled) == total
    assert state_hash(filled) == before


def test_damaged_projections_are_mended_by_rebuilding(filled, tamper):
    before = state_hash(filled)
    tamper("DELETE FROM participant")
    tamper("UPDATE record SET type = ''")
    assert state_hash(filled) != before
    rebuild_projections(filled)
    assert state_hash(filled) == before
    with filled.database.reading() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM participant")) == 3


def test_a_rebuild_that_is_stopped_leaves_everything_as_it_was(filled, monkeypatch):
    monkeypatch.setattr(keep_journal, "_BATCH", 2)
    before = state_hash(filled)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        rebuild_projections(filled, cancel=token)
    assert state_hash(filled) == before
