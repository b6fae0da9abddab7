"""A station's bundle: whole, named, journalled, and counted from."""

import hashlib

import msgspec
import pytest

from jamsos_desktop.bundle.naming import hint_of
from jamsos_desktop.domain.activities import BundleExported
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import export_bundle as export_bundles
from jamsos_desktop.services.enrol import correct
from jamsos_desktop.services.export_bundle import count_unsent, export_bundle
from jamsos_desktop.services.import_bundle import import_bundle, inspect_bundle
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.factories import NOW, enrol_one, event_of


def exports(station):
    with station.database.reading() as connection:
        history = journal.history_of(connection, station.installation.station_id)
        bodies = [journal.projections.read(0, made).body for made in history]
    return [body for body in bodies if isinstance(body, BundleExported)]


def test_an_empty_station_has_nothing_to_export(station, tmp_path, refused):
    refused("nothing_to_export", export_bundle, station, tmp_path)


def test_a_bundle_says_what_it_holds(station, office, tmp_path, clock):
    enrol_one(station, 0)
    enrol_one(station, 1)
    exported = export_bundle(station, tmp_path)
    assert (exported.first_seq, exported.last_seq, exported.participants) == (1, 2, 2)
    assert exported.size == exported.path.stat().st_size
    assert exported.path.name == "KIRIM_kota-mojokerto_MJK1_000001-000002_20261122-0900.jamsos"
    assert hint_of(exported.path.name).last_seq == 2
    manifest = inspect_bundle(office, exported.path)
    about = {"entries": 2, "participants": 2, "pictures": 0, "pictures_absent": 0}
    assert manifest.counts == about
    assert (manifest.sender.name, manifest.sender.code) == ("Pos 1", "MJK1")
    assert manifest.recipient.id == office.installation.office_id
    assert manifest.created_at == clock() == NOW


def test_every_bundle_is_whole_and_names_the_one_before(station, office, tmp_path):
    enrol_one(station, 0)
    first = export_bundle(station, tmp_path)
    second = export_bundle(station, tmp_path)
    assert second.first_seq == 1
    assert second.last_seq == first.last_seq + 1  # the export itself is an entry
    one, two = exports(station)
    assert (one.last_seq, two.last_seq) == (first.last_seq, second.last_seq)
    assert inspect_bundle(office, first.path).previous == ""
    assert inspect_bundle(office, second.path).previous == one.sha256


def test_what_is_not_sent_yet_is_counted(station, tmp_path, clock):
    enrol_one(station, 0)
    assert count_unsent(station) == (1, "", 0, "")
    export_bundle(station, tmp_path)
    unsent = count_unsent(station)
    assert unsent.participants == 0
    assert unsent.last_export.startswith("2026-11-22T09:00:00")
    clock.go(hours=1)
    enrol_one(station, 1)
    assert count_unsent(station).participants == 1


def test_somebody_who_was_corrected_counts_once(station, tmp_path):
    rules = rules_of(station, event_of(station))
    people = [enrol_one(station, number).record_id for number in range(3)]

    def mend(number, phone):
        form = msgspec.structs.replace(invented_form(number, rules), phone=phone)
        correct(station, people[number], form, rules)

    mend(0, "081234567890")
    mend(0, "081234567891")
    assert count_unsent(station).participants == 3
    export_bundle(station, tmp_path)
    mend(1, "081234567892")
    assert count_unsent(station).participants == 1
    mend(1, "081234567893")
    enrol_one(station, 4)
    assert count_unsent(station).participants == 2


def test_what_cannot_be_written_is_not_journalled(station, tmp_path, refused):
    enrol_one(station, 0)
    refused("target_gone", export_bundle, station, tmp_path / "tercabut")
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        export_bundle(station, tmp_path, cancel=token)
    assert list(tmp_path.glob("*.jamsos*")) == []
    assert exports(station) == []
    assert count_unsent(station).participants == 1


def test_people_are_enrolled_while_a_bundle_is_written(station, tmp_path):
    enrol_one(station, 0)
    more = iter(range(1, 100))
    exported = export_bundle(station, tmp_path, lambda *_: enrol_one(station, next(more)) and None)
    assert exported.participants == 1
    assert count_unsent(station).participants == next(more) - 1 > 0


def two_sticks(tmp_path):
    folders = [tmp_path / name for name in ("KINGSTON", "SANDISK")]
    for folder in folders:
        folder.mkdir()
    return folders


def test_two_sticks_get_the_same_bundle_and_it_counts_once(station, office, people, tmp_path):
    one, two = two_sticks(tmp_path)
    done = export_bundle(station, one, second=two)
    assert (done.path.parent, done.second.parent, done.failed) == (one, two, None)
    assert done.path.read_bytes() == done.second.read_bytes()
    assert len(exports(station)) == 1
    assert import_bundle(office, done.path).added > 0
    again = import_bundle(office, done.second)
    assert again.added == 0
    assert again.before is not None


def test_a_stick_that_fails_is_named_and_the_other_one_counts(station, people, tmp_path):
    one, two = two_sticks(tmp_path)
    two.rmdir()
    done = export_bundle(station, one, second=two)
    assert done.second is None
    assert (done.failed.folder, done.failed.error.code) == (two, "target_gone")
    done = export_bundle(station, two, second=one)
    assert done.path.parent == one
    assert (done.failed.folder, done.failed.error.code) == (two, "target_gone")
    assert count_unsent(station).participants == 0
    assert len(exports(station)) == 2


def test_the_first_stick_is_pulled_out_before_the_second_has_it(
    station, people, tmp_path, monkeypatch
):
    one, two = two_sticks(tmp_path)
    real = export_bundles.copy_file

    def pulled(written, folder):
        written.path.unlink()
        return real(written, folder)

    monkeypatch.setattr(export_bundles, "copy_file", pulled)
    done = export_bundle(station, one, second=two)
    assert done.path.parent == two
    assert done.path.exists()
    assert (done.failed.folder, done.failed.error.code) == (one, "copy_source_gone")
    assert exports(station)[-1].sha256 == hashlib.sha256(done.path.read_bytes()).hexdigest()
    assert len(list(two.iterdir())) == 1


def test_when_neither_can_be_written_nothing_counts(station, people, tmp_path, refused):
    one, two = two_sticks(tmp_path)
    one.rmdir()
    two.rmdir()
    refused("target_gone", export_bundle, station, one, second=two)
    assert exports(station) == []


def test_the_same_stick_twice_is_no_second_copy(station, people, tmp_path, refused):
    one, _two = two_sticks(tmp_path)
    refused(
        "export_same_place",
        export_bundle,
        station,
        one,
        second=tmp_path / "SANDISK" / ".." / "KINGSTON",
    )
    assert list(one.iterdir()) == []
