"""A station's bundle: whole, named, journalled, and counted from."""

import msgspec
import pytest

from jamsos_desktop.bundle.naming import hint_of
from jamsos_desktop.domain.activities import BundleExported
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services.enrol import correct
from jamsos_desktop.services.export_bundle import count_unsent, export_bundle
from jamsos_desktop.services.import_bundle import inspect_bundle
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
