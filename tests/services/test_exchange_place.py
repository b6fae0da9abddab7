"""Laptops of one event meet at the place that files are uploaded to."""

import pytest

from jamsos_desktop.domain.destination import FolderPlace, WebDavPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import exchange_place
from jamsos_desktop.services.exchange import neighbours, shared_since
from jamsos_desktop.services.exchange_place import exchange_at_place, prepare, take_in, visit
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.upload import upload
from jamsos_desktop.storage import facts
from jamsos_desktop.transports import pieces
from tests import servers
from tests.factories import enrol_one, event_of


@pytest.fixture
def there(tmp_path):
    folder = tmp_path / "there"
    folder.mkdir()
    return folder


@pytest.fixture
def both(station, other_station, there):
    """Two stations whose coordinator has chosen the same place."""
    use(FolderPlace(path=str(there)), station, other_station)
    return station, other_station


def use(place, *desks):
    for desk in desks:
        with desk.database.writing() as connection:
            facts.write_destination(connection, place)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def meet(desk, known=frozenset()):
    asked = prepare(desk, event_of(desk), known)
    visited = visit(asked)
    return visited, take_in(desk, visited)


def test_each_sees_whom_the_other_registered(both, there):
    first, second = both
    enrol_one(first, 1)
    exchange_at_place(first, event_of(first))
    done = exchange_at_place(second, event_of(second))
    assert [(one.name, one.people) for one in done.sources] == [("Pos 1", 1)]
    assert done.written is not None
    assert done.told == 0
    assert len(names(there)) == 2
    assert shared_since(second, event_of(second), second.installation.station_id)
    again = exchange_at_place(first, event_of(first))
    assert [one.name for one in again.sources] == ["Pos 2"]
    assert again.written is not None  # that it tells others is news itself, once
    assert exchange_at_place(first, event_of(first)).written is None
    assert len(names(there)) == 2


def test_each_file_is_fetched_once_and_own_ones_never(both, there, clock, monkeypatch):
    first, second = both
    fetched = []
    fetch = pieces.fetch

    def watched(place, one, *rest):
        fetched.append(one.name)
        return fetch(place, one, *rest)

    monkeypatch.setattr(exchange_place.pieces, "fetch", watched)
    enrol_one(first, 1)
    visited, _done = meet(first)
    seen, _done = meet(second)
    (name,) = fetched
    assert name.split("_")[2] == "MJK1"
    seen, _done = meet(second, seen.known)
    assert fetched == [name]
    clock.go(minutes=1)
    enrol_one(first, 2)
    meet(first, visited.known)
    fetched.clear()
    _seen, done = meet(second, seen.known)
    assert [one.people for one in done.sources] == [2]
    assert len(fetched) == 1


def test_an_older_file_of_ones_own_goes_once_the_new_one_lies_there(both, there, clock):
    first, second = both
    enrol_one(first, 1)
    meet(first)
    enrol_one(second, 2)
    meet(second)
    clock.go(minutes=6)  # nothing new: it says that it is still there
    meet(first)
    mine = [name for name in names(there) if "_MJK1_" in name]
    assert mine == [name for name in mine if name.endswith("-0906.jamsos")]
    assert len(names(there)) == 2


def test_bundles_and_other_events_files_stay_where_they_are(both, office, there, stick):
    first, second = both
    enrol_one(first, 1)
    upload(first)
    export_bundle(first, there)
    (there / "surat.txt").write_text("halo")
    stranger = there / names(there)[0].replace("KIRIM", "TUKAR").replace("MJK1", "MJK9")
    stranger.write_bytes(b"bukan berkas JAMSOS")
    before = names(there)
    visited, done = meet(second)
    assert [one.file for one in done.refused] == [stranger.name]
    assert stranger.name in visited.known
    assert set(before) < set(names(there))
    assert list(second.data_dir.glob("tukar-*")) == []


def test_a_file_that_goes_while_it_is_looked_at_is_left_for_the_next_time(both, monkeypatch):
    first, second = both
    enrol_one(first, 1)
    meet(first)

    def gone(*_given):
        raise UserError("place_file_gone", file="x")

    monkeypatch.setattr(exchange_place.pieces, "fetch", gone)
    visited, done = meet(second)
    assert (done.sources, done.refused, visited.known) == ((), (), frozenset())


def test_a_large_file_goes_in_pieces_and_all_of_them_go_with_it(both, there, clock, monkeypatch):
    first, second = both
    send = pieces.send
    monkeypatch.setattr(exchange_place.pieces, "send", lambda *given: send(*given, piece=400))
    enrol_one(first, 1)
    meet(first)
    assert len(names(there)) > 2
    _visited, done = meet(second)
    assert [one.people for one in done.sources] == [1]
    clock.go(minutes=6)
    meet(first)
    assert {name.split("_")[-1][:13] for name in names(there) if "MJK1" in name} == {
        "20261122-0906"
    }


def test_nothing_is_told_of_a_place_that_nobody_set(station, refused):
    refused("place_not_set", exchange_at_place, station, event_of(station))


def test_a_break_leaves_all_as_it_was(both, there, monkeypatch, refused):
    first, _second = both
    enrol_one(first, 1)

    def cut(*_given):
        raise UserError("place_unreachable", host="x")

    monkeypatch.setattr(exchange_place.pieces, "send", cut)
    refused("place_unreachable", exchange_at_place, first, event_of(first))
    assert names(there) == []
    assert neighbours(first, event_of(first)) == ()
    assert shared_since(first, event_of(first), first.installation.station_id) == ""


def test_a_server_is_a_place_as_well(station, other_station, there):
    enrol_one(station, 1)
    with servers.webdav_server(there) as port:
        place = WebDavPlace(
            url=f"http://127.0.0.1:{port}", user=servers.USER, password=servers.PASSWORD
        )
        use(place, station, other_station)
        exchange_at_place(station, event_of(station))
        done = exchange_at_place(other_station, event_of(other_station))
    assert [one.people for one in done.sources] == [1]
    assert done.refused == ()
