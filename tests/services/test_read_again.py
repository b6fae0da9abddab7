"""After an update the program takes in what it had set aside."""

import pytest
import sqlalchemy as sa

from jamsos_desktop.domain import set_aside
from jamsos_desktop.services import plan, read_again
from jamsos_desktop.services.bpjs_check import Selection, check_export
from jamsos_desktop.services.find import count_participants, find_participants
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import (
    rebuild_projections,
    state_hash,
    verify_journal,
)
from jamsos_desktop.services.quarantine import count_quarantine, list_quarantine
from jamsos_desktop.services.reference import shipped
from jamsos_desktop.storage.models import participant
from tests.factories import Chain, make_participant, office_desk


@pytest.fixture
def newer(forger, station):
    """A bundle whose last three entries are of a program that writes schema 2."""
    chain = Chain(station.installation.station_id)
    chain.entries = list(forger.entries)
    first = chain.add("r", make_participant(schema=2, name="Siti"))
    second = chain.add("r", make_participant(name="Sari"), (first.entry_hash,))
    chain.add("r", make_participant(schema=2, name="Wati"), (second.entry_hash,))
    chain.add("q", make_participant(schema=2, name="Budi"))
    return forger.seal(chain.entries)


def test_an_update_folds_in_what_waited(office, newer, tmp_path, monkeypatch):
    import_bundle(office, newer)
    assert [(one.seq, one.why) for one in list_quarantine(office)] == [
        (4, "newer"),
        (6, "newer"),
        (7, "newer"),
    ]
    assert {row.name for row in find_participants(office)} >= {"Sari"}
    office.close()
    monkeypatch.setattr(set_aside, "SCHEMA", 2)
    monkeypatch.setattr(read_again, "__version__", "99")
    updated = office_desk(tmp_path)
    assert count_quarantine(updated) == 0
    assert count_participants(updated) == 5
    (found,) = find_participants(updated, "wati")
    assert find_participants(updated, "sari") == []
    state = state_hash(updated)
    ids = rows_of(updated)
    rebuild_projections(updated)
    assert (state_hash(updated), rows_of(updated)) == (state, ids)
    assert find_participants(updated, "wati") == [found]
    assert verify_journal(updated).good
    updated.close()


def test_nobody_goes_to_bpjs_about_whom_a_newer_program_said_something(
    office, forger, station, people
):
    """What is shown of them may be out of date."""
    chain = Chain(station.installation.station_id)
    chain.entries = list(forger.entries)
    first = next(made for made in chain.entries if made.record_id == people[0].record_id)
    chain.add(first.record_id, make_participant(schema=2), (first.entry_hash,))
    import_bundle(office, forger.seal(chain.entries))
    programme_id = plan.programmes(office)[0][0]
    found = check_export(office, Selection(programme_id), shipped().mappings["bpjs-bpu"])
    whys = {one.record_id: one.why for one in found.held}
    assert whys.pop(people[0].record_id) == "newer"
    assert "newer" not in whys.values()


def rows_of(desk):
    with desk.database.reading() as connection:
        return connection.execute(sa.select(participant).order_by(participant.c.id)).all()


def test_the_same_version_tries_only_once(office, newer, tmp_path, monkeypatch):
    import_bundle(office, newer)
    office.close()
    office_desk(tmp_path).close()
    tried = []
    monkeypatch.setattr(read_again.journal, "read_again", tried.append)
    office_desk(tmp_path).close()
    assert tried == []


def test_somebody_may_ask_to_have_it_read_again(office, newer, monkeypatch):
    import_bundle(office, newer)
    assert read_again.read_again(office) == (0, 3)
    monkeypatch.setattr(set_aside, "SCHEMA", 2)
    assert read_again.read_again(office) == (3, 0)
    assert list_quarantine(office) == []
    assert count_participants(office) == 5
