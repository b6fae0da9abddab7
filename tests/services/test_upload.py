"""What is uploaded arrives once, what the office answers comes back, and a break loses nothing."""

import datetime as dt

import pytest

from jamsos_desktop.domain.destination import FolderPlace, WebDavPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.export_bundle import count_unsent
from jamsos_desktop.services.find import find_participants
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.revoked import revoke_key
from jamsos_desktop.services.upload import (
    INBOX,
    OUTBOX,
    cross,
    fetched_bundles,
    prepare,
    reach,
    take_in,
    upload,
    wants_upload,
)
from jamsos_desktop.storage import crossings, facts
from tests import servers
from tests.factories import FixedClock, enrol_one, office_desk, station_desk


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def office(tmp_path, clock):
    desk = office_desk(tmp_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def station(tmp_path, clock):
    desk = station_desk(tmp_path, clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def there(tmp_path):
    folder = tmp_path / "there"
    folder.mkdir()
    return folder


def use(place, *desks):
    """As the form does that a coordinator fills."""
    for desk in desks:
        with desk.database.writing() as connection:
            facts.write_destination(connection, place)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def merge(office, outcome):
    for path in outcome.fetched:
        import_bundle(office, path)


def test_registrations_go_to_the_office_and_its_answer_comes_back(office, station, there, clock):
    use(FolderPlace(path=str(there)), office, station)
    enrol_one(station)
    assert count_unsent(station).participants == 1

    sent = upload(station)
    assert [one.name.split("_")[0] for one in sent.sent] == ["KIRIM"]
    assert names(there) == [sent.sent[0].name]
    assert names(station.data_dir / OUTBOX) == []
    assert count_unsent(station).participants == 0
    assert not wants_upload(station)
    assert not sent.more

    clock.go(minutes=5)
    came = upload(office)
    assert [path.name for path in came.fetched] == names(there)
    assert came.sent == ()  # nothing is answered before it is merged
    merge(office, came)
    assert len(find_participants(office, "")) == 1
    clock.go(minutes=1)
    answered = upload(office)
    assert [one.name.split("_")[0] for one in answered.sent] == ["BALASAN"]
    assert answered.fetched == ()  # merged, and so gone from the inbox
    assert names(office.data_dir / INBOX) == []

    clock.go(minutes=1)
    back = upload(station)
    (applied,) = back.applied
    assert applied.accepted_seq > 0
    assert back.sent == ()
    assert names(station.data_dir / INBOX) == []
    assert len(names(there)) == 2  # nothing was removed there


def test_nothing_is_fetched_or_sent_twice(office, station, there, clock):
    use(FolderPlace(path=str(there)), office, station)
    enrol_one(station)
    upload(station)
    assert upload(station).sent == ()
    merge(office, upload(office))
    clock.go(minutes=1)
    upload(office)
    before = names(there)
    again = upload(office)
    assert (again.sent, again.fetched) == ((), ())
    clock.go(minutes=1)
    assert len(upload(station).applied) == 1
    last = upload(station)
    assert (last.sent, last.applied) == ((), ())
    assert names(there) == before


def test_a_bundle_waits_in_the_inbox_until_it_is_merged(office, station, there):
    use(FolderPlace(path=str(there)), office, station)
    enrol_one(station)
    upload(station)
    (path,) = upload(office).fetched
    assert upload(office).fetched == (path,)  # nobody has merged it yet
    assert fetched_bundles(office) == [path]
    import_bundle(office, path)
    assert fetched_bundles(office) == []


def test_a_line_that_breaks_leaves_people_as_not_sent_and_goes_on_later(
    station, there, monkeypatch
):
    monkeypatch.setattr("jamsos_desktop.transports.pieces.send.__defaults__", (200,))
    with servers.webdav_server(there) as port:
        line = servers.Line(port)
        url = f"http://127.0.0.1:{line.port}"
        use(WebDavPlace(url=url, user=servers.USER, password=servers.PASSWORD), station)
        enrol_one(station)
        line.cut_after(20_000)
        broken = upload(station)
        assert broken.trouble.code == "place_unreachable"
        assert broken.sent == ()
        assert count_unsent(station).participants == 1  # not shown as gone
        (waits,) = names(station.data_dir / OUTBOX)
        pieces = [name for name in names(there) if name.startswith(waits)]
        assert pieces
        with pytest.raises(UserError) as away:
            reach(facts_of(station))
        assert away.value.code == "place_unreachable"

        line.mend()
        enrol_one(station, 1)  # people went on registering
        done = upload(station)
        assert [one.name for one in done.sent] == [waits]
        assert done.sent[0].resumed > 0
        assert done.more
        assert count_unsent(station).participants == 1
        last = upload(station)
        assert len(last.sent) == 1
        assert not last.more
        assert count_unsent(station).participants == 0
        line.close()


def facts_of(desk):
    with desk.database.reading() as connection:
        return facts.read_destination(connection)


def test_a_program_that_was_killed_after_sending_finds_its_file_there(station, there):
    use(FolderPlace(path=str(there)), station)
    enrol_one(station)
    errand = prepare(station)
    cross(errand)  # and then the power went
    assert count_unsent(station).participants == 1
    done = upload(station)
    assert [one.name for one in done.sent] == names(there)
    assert done.sent[0].resumed == done.sent[0].size
    assert count_unsent(station).participants == 0


def test_stopping_keeps_the_sealed_file_for_the_next_time(station, there):
    use(FolderPlace(path=str(there)), station)
    enrol_one(station)
    errand, cancel = prepare(station), CancelToken()
    cancel.cancel()
    outcome = take_in(station, errand, cross(errand, cancel=cancel))
    assert outcome.stopped
    assert names(there) == []
    assert len(names(station.data_dir / OUTBOX)) == 1
    assert len(upload(station).sent) == 1


def test_a_foreign_file_of_the_name_is_left_alone_and_the_next_has_another(station, there, clock):
    use(FolderPlace(path=str(there)), station)
    enrol_one(station)
    (path,) = prepare(station).files
    (there / path.name).write_bytes(b"lain")
    assert upload(station).trouble.code == "place_name_taken"
    assert (there / path.name).read_bytes() == b"lain"
    clock.go(minutes=1)
    assert len(upload(station).sent) == 1
    assert (there / path.name).read_bytes() == b"lain"


def test_what_is_for_others_is_left_there(tmp_path, office, station, there, clock):
    other = station_desk(tmp_path, "Pos 2", clock)
    use(FolderPlace(path=str(there)), office, station, other)
    for desk in (station, other):
        enrol_one(desk)
        upload(desk)
    merge(office, upload(office))
    clock.go(minutes=1)
    assert len(upload(office).sent) == 2
    (there / "KIRIM_kota-lain_LIN1_000001-000002_20261122-0900.jamsos").write_bytes(b"x")
    (there / "LATIHAN-KIRIM_kota-mojokerto_MJK1_000001-000002_20261122-0900.jamsos").write_bytes(
        b"x"
    )
    (there / "foto.jpg").write_bytes(b"x")
    clock.go(minutes=1)
    assert upload(office).fetched == ()
    assert len(upload(station).applied) == 1
    assert len(upload(other).applied) == 1
    other.close()


def test_a_station_whose_laptop_was_lost_is_told_nothing(office, station, there, clock):
    use(FolderPlace(path=str(there)), office, station)
    enrol_one(station)
    upload(station)
    merge(office, upload(office))
    revoke_key(office, station.installation.station_id, "laptop dicuri")
    clock.go(minutes=1)
    assert upload(office).sent == ()


def test_a_receipt_that_is_no_receipt_is_named_and_not_asked_again(station, there):
    use(FolderPlace(path=str(there)), station)
    name = f"BALASAN_kota-mojokerto_{station.installation.code}_000001-000002_20261122-0900.jamsos"
    (there / name).write_bytes(b"bukan balasan")
    outcome = upload(station)
    assert [(file, error.code) for file, error in outcome.refused] == [
        (name, outcome.refused[0][1].code)
    ]
    assert outcome.refused[0][1].code.startswith("bundle_")
    assert upload(station).refused == ()
    assert names(there) == [name]


def test_an_answer_that_lacks_something_lets_it_be_sent_again(office, station, there, clock):
    """The office was restored from an old copy: what it once had, it asks for anew."""
    use(FolderPlace(path=str(there)), office, station)
    enrol_one(station)
    upload(station)
    enrol_one(office)  # the office has something to say, and nothing from the station
    with office.database.reading() as connection:
        assert crossings.last_word(connection, office.installation.station_id) > 0
    issued = issue_receipt(office, station.installation.station_id, there)
    apply_receipt(station, issued.path)
    assert wants_upload(station)
    clock.go(minutes=1)
    assert len(upload(station).sent) == 1
    assert not wants_upload(station)


def test_without_a_place_it_says_so(station):
    with pytest.raises(UserError) as refused:
        upload(station)
    assert refused.value.code == "place_not_set"


def test_a_missing_share_is_said_before_anything_is_sealed(station, tmp_path):
    use(FolderPlace(path=str(tmp_path / "tidak-ada")), station)
    with pytest.raises(UserError) as refused:
        reach(facts_of(station))
    assert refused.value.code == "place_no_folder"
    assert not (station.data_dir / OUTBOX).exists()


def test_what_was_taken_is_remembered_for_each_place(station):
    now = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
    with station.database.writing() as connection:
        crossings.remember_taken(connection, "a", "satu", now)
        crossings.remember_taken(connection, "a", "satu", now)
        crossings.remember_taken(connection, "b", "dua", now)
        assert crossings.taken_from(connection, "a") == {"satu"}
        assert crossings.taken_from(connection, "b") == {"dua"}
