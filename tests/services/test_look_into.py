"""Seeing what a bundle would bring, and being asked before it comes in."""

import datetime as dt
import threading

import msgspec
import pytest

from jamsos_desktop.domain.activities import BundleImported
from jamsos_desktop.services import import_bundle as import_service
from jamsos_desktop.services import plan, twins
from jamsos_desktop.services.brake import Braked, set_brake
from jamsos_desktop.services.consent import withdraw
from jamsos_desktop.services.enrol import correct
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import bundles_in, import_bundle, look_into
from jamsos_desktop.services.keep_journal import state_hash
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.revoked import restore_key, revoke_key
from jamsos_desktop.services.save_import_report import save_import_report
from jamsos_desktop.services.void import void
from jamsos_desktop.storage import journal
from tests.factories import Chain, enrol_one, event_of, make_participant


def enrol_again(desk, numbers):
    """The same people as at the other station, with their NIKs."""
    return [enrol_one(desk, number, note="lagi") for number in numbers]


def write(desk, number, **changes):
    """Journal somebody as they are, whatever a form would say of them."""
    known = {"number": number, "event_id": event_of(desk), "programme_id": "p"}
    new = journal.New(plan.new_id(), make_participant(**{**known, **changes}))
    with desk.database.writing() as connection:
        journal.append(connection, desk.author, desk.clock(), [new])


def said_of(office, path):
    with office.database.reading() as connection:
        bodies = [
            journal.projections.read(0, made).body
            for made, _type in journal.all_entries(connection)
        ]
    return [body for body in bodies if isinstance(body, BundleImported)]


def test_a_file_that_is_wholly_here_says_since_when(station, office, people, stick, clock):
    """A later bundle has everything of an earlier one that never came."""
    late = export_bundle(station, stick).path
    clock.go(hours=1)
    enrol_one(station, 7)
    import_bundle(office, export_bundle(station, stick).path)
    since = clock().isoformat(timespec="milliseconds")
    clock.go(days=1)
    enrol_one(station, 8)
    import_bundle(office, export_bundle(station, stick).path)
    seen = look_into(office, late)
    assert (seen.added, seen.before, seen.since) == (0, None, since)
    enrol_one(station, 9)
    assert look_into(office, export_bundle(station, stick).path).since == ""


def test_looking_says_what_importing_does_and_changes_nothing(station, office, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    rules = rules_of(station, event_of(station))
    form = msgspec.structs.replace(invented_form(0, rules), rt="9")
    correct(station, people[0].record_id, form, rules)
    void(station, people[1].record_id, "Salah orang")
    withdraw(station, people[2].record_id, "Tidak mau lagi")
    enrol_one(station, 7)
    path = export_bundle(station, stick).path
    before = state_hash(office)
    seen = look_into(office, path)
    assert state_hash(office) == before
    assert len(said_of(office, path)) == 1
    done = import_bundle(office, path)
    assert (seen.merged, done.merged) == (False, True)
    assert (seen.voided, seen.withdrawn, seen.brakes) == (1, 1, ())
    (event,) = seen.events
    assert (event.name, event.new, event.changed) == ("Sosialisasi DBHCHT", 1, 1)
    for name in ("counts", "added", "entries", "rows", "events", "voided", "withdrawn"):
        assert getattr(seen, name) == getattr(done, name)


def test_however_many_are_here_already_few_are_read_at_once(
    station, other_station, office, stick, monkeypatch
):
    enrol_again(station, range(5))
    import_bundle(office, export_bundle(station, stick).path)
    enrol_again(other_station, range(5))
    path = export_bundle(other_station, stick).path
    whole, asked = twins.twins.shown, []

    def shown(connection, ids):
        asked.append(len(ids))
        return whole(connection, ids)

    monkeypatch.setattr(twins.twins, "shown", shown)
    monkeypatch.setattr(twins, "_PIECE", 2)
    monkeypatch.setattr(import_service, "MOST_ROWS", 3)
    seen = look_into(office, path)
    assert (seen.duplicates, len(seen.twins)) == (5, 3)
    assert all(twin.certain for twin in seen.twins)
    assert max(asked) == 4  # two newcomers and whom they resemble


def test_people_of_another_station_are_named_with_why(station, other_station, office, stick):
    first = enrol_one(station, 3)
    import_bundle(office, export_bundle(station, stick).path)
    (again,) = enrol_again(other_station, [3])
    (twin,) = look_into(office, export_bundle(other_station, stick).path).twins
    assert (twin.number, twin.other_number) == (again.number, first.number)
    assert (twin.certain, twin.same_programme, twin.why) == (True, True, "NIK sama")
    assert twin.other_station == station.installation.station_id


def test_a_name_that_is_only_alike_is_looked_at_closely(station, other_station, office, stick):
    write(station, "MJK1-00001-A", nik="", name="Siti Aminah")
    import_bundle(office, export_bundle(station, stick).path)
    write(other_station, "MJK2-00001-A", nik="", name="Siti Amanah")
    write(other_station, "MJK2-00002-B", nik="", name="Bambang Sutrisno")
    path = export_bundle(other_station, stick).path
    (twin,) = look_into(office, path).twins
    assert (twin.number, twin.certain) == ("MJK2-00001-A", False)
    assert "tanggal lahir sama" in twin.why
    assert import_bundle(office, path).twins == []  # merging does not look that closely


def test_of_very_many_only_the_first_are_looked_at_closely(
    station, office, people, stick, monkeypatch
):
    monkeypatch.setattr(twins, "LOOKED_AT", 2)
    assert look_into(office, export_bundle(station, stick).path).unlooked == 1


def test_too_many_duplicates_stop_until_somebody_says_why(station, other_station, office, stick):
    for number in range(6):
        enrol_one(station, number)
    import_bundle(office, export_bundle(station, stick).path)
    enrol_again(other_station, range(6))
    path = export_bundle(other_station, stick).path
    with pytest.raises(Braked) as caught:
        import_bundle(office, path)
    assert caught.value.report.duplicates == 6
    assert caught.value.values["why"].startswith("6 dari 6 orang baru sudah terdaftar")
    assert count_participants(office) == 6
    assert look_into(office, path).brakes == ("duplicates",)
    import_bundle(office, path, anyway="  Dua pos, satu acara ")
    assert count_participants(office) == 12
    (_first, said) = said_of(office, path)
    assert (said.brakes, said.reason) == (("duplicates",), "Dua pos, satu acara")
    assert import_bundle(office, path).brakes == ()  # it brings nothing new any more


def test_the_office_chooses_how_many_are_too_many(station, other_station, office, stick):
    enrol_one(station, 0)
    import_bundle(office, export_bundle(station, stick).path)
    enrol_again(other_station, [0])
    path = export_bundle(other_station, stick).path
    assert look_into(office, path).brakes == ()
    set_brake(office, share=10, least=1)
    assert look_into(office, path).brakes == ("duplicates",)


def test_nobody_is_a_duplicate_by_a_placeholder_or_when_voided(
    station, other_station, office, stick
):
    for number in range(3):
        born = dt.date(1960 + number, 1, 1)
        write(station, f"MJK1-{number}", nik="1111111111111111", birth_date=born)
    gone = enrol_one(station, 9)
    void(station, gone.record_id, "Salah")
    import_bundle(office, export_bundle(station, stick).path)
    enrol_one(other_station, 9)
    write(other_station, "MJK2-20", nik="1111111111111111")
    assert look_into(office, export_bundle(other_station, stick).path).twins == []


def test_a_station_whose_key_is_lost_stops(station, office, people, stick):
    station_id = station.installation.station_id
    revoke_key(office, station_id, "Laptop hilang")
    path = export_bundle(station, stick).path
    assert look_into(office, path).brakes == ("lost_key",)
    restore_key(office, station_id, "Ditemukan lagi")
    assert import_bundle(office, path).merged


def test_a_cadre_cannot_say_anyway(station, office, people, stick, refused):
    import dataclasses

    cadre = dataclasses.replace(
        office, officer=msgspec.structs.replace(office.officer, role="kader")
    )
    path = export_bundle(station, stick).path
    refused("coordinator_only", import_bundle, cadre, path, anyway="Benar kok")
    refused("reason_missing", import_bundle, office, path, anyway="  ")


def test_unreadable_entries_are_set_aside_and_the_rest_goes_on(forger, office, station):
    chain = Chain(station.installation.station_id)
    chain.entries = list(forger.entries)
    chain.add("w", b'{"type":"wish","text":"later"}')
    chain.add("x", b'{"type":"participant","number":5}')
    chain.add("p", make_participant())
    report = import_bundle(office, forger.seal(chain.entries))
    assert [(one.seq, one.why, one.type) for one in report.aside] == [
        (4, "newer", "wish"),
        (5, "unreadable", "participant"),
    ]
    assert (report.counts["new"], report.gaps) == (4, [])
    with office.database.reading() as connection:
        assert journal.whole_until(connection, chain.station_id).seq == 6


def test_of_two_imports_at_once_the_second_waits(station, other_station, office, stick, people):
    enrol_one(other_station, 50)
    paths = [export_bundle(station, stick).path, export_bundle(other_station, stick).path]
    inside, second, order = threading.Event(), [], []

    def other():
        inside.wait()
        second.append(import_bundle(office, paths[1], lambda *_: order.append("second")))

    def tell(done, total):
        if (done, total) == (3, 3):
            inside.set()
            order.append("first")

    thread = threading.Thread(target=other)
    thread.start()
    import_bundle(office, paths[0], tell)
    order.append("first is done")
    thread.join()
    assert second[0].counts["new"] == 1
    assert count_participants(office) == 4


def test_a_folder_gives_the_files_of_stations_only(station, office, people, stick, refused):
    path = export_bundle(station, stick).path
    for name in ("PAKET_kota-mojokerto_MJK1_20251112-0905.jamsos", "foto.jpg", "catatan.jamsos"):
        (stick / name).write_bytes(b"")
    assert bundles_in([stick]) == [path]
    assert bundles_in([stick / "foto.jpg"]) == [stick / "foto.jpg"]
    path.unlink()
    refused("folder_without_bundles", bundles_in, [stick])


def test_the_report_becomes_a_sheet_without_any_formula(station, office, stick):
    one = enrol_one(station, 0, name="=SUM(A1)")
    report = import_bundle(office, export_bundle(station, stick).path)
    written = save_import_report([report], stick / "laporan.csv")
    lines = written.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Berkas;Pos;Nomor;Nama;Hasil;Mirip dengan;Alasan"
    assert f";MJK1;{one.number};'=" in lines[1]
    assert lines[1].endswith(";baru;;")
