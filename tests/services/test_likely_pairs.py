"""The whole office is looked through for twins: what is new, piece by piece, once."""

import msgspec
import pytest

from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import likely_pairs
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections
from jamsos_desktop.services.likely_pairs import compare_new
from jamsos_desktop.services.plan import events, new_id_at
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.storage import journal, pairs
from tests.factories import enrol_one, event_of
from tests.twins import invent_twins


@pytest.fixture
def twins(office):
    """700 people at the office, 20 of them twice; the pairs of their records."""
    made = invent_twins(700, 20)
    event_id, event = events(office)[0]
    news = [
        journal.New(
            new_id_at(office.clock()),
            msgspec.structs.replace(one, event_id=event_id, programme_id=event.programme_id),
        )
        for one in (*made.originals, *made.copies)
    ]
    with office.database.writing() as connection:
        journal.append(connection, office.author, office.clock(), news)
    ids = [new.record_id for new in news]
    return {tuple(sorted((ids[n], ids[700 + n]))) for n in range(20)}


def found(office):
    with office.database.reading() as connection:
        return {(pair.one, pair.other) for pair in pairs.open_pairs(connection)}


def test_twins_are_found_among_many_with_progress(office, twins):
    told = []
    assert compare_new(office, lambda done, total: told.append((done, total))) == 720
    assert told == [(500, 720), (720, 720)]
    assert found(office) >= twins
    assert len(found(office)) <= len(twins) + 2
    assert compare_new(office) == 0


def test_who_stops_goes_on_there(office, twins, monkeypatch):
    monkeypatch.setattr(likely_pairs, "_PIECE", 100)
    token = CancelToken()

    def stop(done, total):
        if done >= 300:
            token.cancel()

    with pytest.raises(Cancelled):
        compare_new(office, stop, token)
    assert compare_new(office) == 420
    assert found(office) >= twins


def test_a_rebuilt_office_looks_again_and_finds_the_same(office, twins):
    compare_new(office)
    before = found(office)
    rebuild_projections(office)
    assert found(office) == set()
    compare_new(office)
    assert found(office) == before


def test_who_was_registered_at_two_stations_is_a_pair_at_the_office(
    office, station, other_station, stick
):
    one = enrol_one(station, 0, name="Siti Aminah")
    other = enrol_one(other_station, 0, name="Hj. St. Amina")
    for desk in (station, other_station):
        import_bundle(office, export_bundle(desk, stick).path)
    compare_new(office)
    assert found(office) == {tuple(sorted((one.record_id, other.record_id)))}
    assert event_of(office)
