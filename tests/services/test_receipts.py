"""What the office answers comes back to the station, whole, once, and in any order."""

import shutil

import msgspec
import pytest

from jamsos_desktop.domain.activities import Decided, ReceiptApplied
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import plan
from jamsos_desktop.services.enrol import check_form, correct
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import find_participants, look_at, reveal_nik
from jamsos_desktop.services.import_bundle import import_bundle, inspect_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash, verify_journal
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.receipts import apply_receipt, inspect_receipt, issue_receipt
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.travel import travel_of
from jamsos_desktop.storage import journal, records
from tests.factories import (
    FixedClock,
    enrol_one,
    event_of,
    expect,
    make_candidate,
    office_desk,
    station_desk,
)


def travel(station):
    with station.database.reading() as connection:
        return travel_of(connection, station.installation.station_id)


def answer(office, station, stick, **more):
    return issue_receipt(office, station.installation.station_id, stick, **more).path


def decide(office, record_id, verdict, reason=""):
    with office.database.writing() as connection:
        heads = records.get(connection, record_id).heads
        body = Decided(verdict=verdict, heads=heads, reason=reason)
        journal.append(connection, office.author, office.clock(), [journal.New(record_id, body)])


def ask_for_correction(office, record_id):
    with office.database.writing() as connection:
        heads = records.get(connection, record_id).heads
        body = Decided(verdict="perlu_perbaikan", heads=heads, fields=("rt",))
        journal.append(connection, office.author, office.clock(), [journal.New(record_id, body)])


def applied(station):
    with station.database.reading() as connection:
        made = journal.entries_about(
            connection, station.installation.station_id, ("receipt_applied",)
        )
        return [journal.projections.read(0, one).body for one in made]


def test_the_station_learns_how_far_its_journal_arrived(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    issued = issue_receipt(office, station.installation.station_id, stick)
    assert issued.path.name == "BALASAN_kota-mojokerto_MJK1_000001-000003_20261122-0900.jamsos"
    manifest = inspect_receipt(station, issued.path)
    assert manifest.counts["accepted"] == issued.accepted_seq == 3
    assert travel(station).accepted_seq == 0
    result = apply_receipt(station, issued.path)
    assert (result.accepted_seq, result.own_seq, result.other_branch) == (3, 4, False)
    assert travel(station) == (3, 3, ())
    assert verify_journal(station).good


def test_the_next_bundle_begins_where_the_office_ended(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    apply_receipt(station, answer(office, station, stick))
    enrol_one(station, 7)
    bundle = export_bundle(station, stick)
    assert (bundle.first_seq, bundle.participants) == (4, 1)
    report = import_bundle(office, bundle.path)
    assert (report.counts["new"], report.gaps, report.forks) == (1, [], [])
    assert verify_journal(office).good


def test_a_bundle_that_was_lost_loses_nothing(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    apply_receipt(station, answer(office, station, stick))
    enrol_one(station, 7)
    export_bundle(station, stick).path.unlink()
    enrol_one(station, 8)
    report = import_bundle(office, export_bundle(station, stick).path)
    assert (report.counts["new"], report.gaps) == (2, [])


def test_applying_again_changes_nothing(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    receipt = answer(office, station, stick)
    apply_receipt(station, receipt)
    before = state_hash(station)
    again = apply_receipt(station, receipt)
    assert (again.added, again.news, again.accepted_seq) == (0, [], 3)
    assert state_hash(station) == before
    ((done),) = applied(station)
    assert isinstance(done, ReceiptApplied)
    assert done.accepted_seq == 3


def test_an_older_receipt_after_a_newer_one_takes_nothing_back(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    older = answer(office, station, stick)
    enrol_one(station, 7)
    import_bundle(office, export_bundle(station, stick).path)
    apply_receipt(station, answer(office, station, stick))
    here, state = travel(station), state_hash(station)
    assert apply_receipt(station, older).added == 0
    assert (travel(station), state_hash(station)) == (here, state)


def test_what_the_office_decided_comes_along(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    decide(office, people[0].record_id, "perlu_perbaikan", "NIK terbalik dua angka")
    result = apply_receipt(station, answer(office, station, stick))
    ((news),) = result.news
    assert (news.number, news.standing) == (people[0].number, "perlu_perbaikan")
    assert news.reason == "NIK terbalik dua angka"
    with station.database.reading() as connection:
        made = [e.body for e in journal.history_of(connection, people[0].record_id)]
    assert b"NIK terbalik dua angka" in b"".join(bytes(body) for body in made)


def test_nothing_of_other_stations_people_comes_along(
    office, station, other_station, people, stick
):
    neighbour = enrol_one(other_station, 9)
    for desk in (station, other_station):
        import_bundle(office, export_bundle(desk, stick).path)
    decide(office, neighbour.record_id, "diterima")
    apply_receipt(station, answer(office, station, stick))
    with station.database.reading() as connection:
        assert journal.history_of(connection, neighbour.record_id) == []


def test_new_reference_data_come_along(office, station, people, stick):
    plan.add_officer(office, "sari", "Sari", "kader")
    _event_id, event = plan.events(office)[0]
    (expected,) = expect(office, make_candidate(programme_id=event.programme_id))
    apply_receipt(station, answer(office, station, stick))
    assert "sari" in {officer.login for _id, officer in plan.officers(station)}
    with station.database.reading() as connection:
        assert journal.history_of(connection, expected)


def test_a_receipt_for_another_station_or_from_another_office_is_refused(
    office, station, other_station, people, stick, refused, stranger
):
    export = export_bundle(station, stick).path
    import_bundle(office, export)
    theirs = answer(office, other_station, stick)
    refused("bundle_wrong_key", apply_receipt, station, theirs)
    refused("bundle_wrong_key", apply_receipt, station, export)
    refused("station_only", apply_receipt, office, theirs)
    refused("office_only", issue_receipt, station, "x", stick)
    refused("station_unknown", issue_receipt, office, "x", stick)
    with office.database.reading() as connection:
        known = dict(plan.stations(office))[station.installation.station_id]
    with stranger.database.writing() as connection:
        news = [journal.New(station.installation.station_id, known)]
        journal.append(connection, stranger.author, stranger.clock(), news)
    forged = answer(stranger, station, stick)
    refused("receipt_other_office", apply_receipt, station, forged)
    assert travel(station).accepted_seq == 0


def test_what_cannot_be_written_is_not_journalled(office, station, people, stick):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        answer(office, station, stick, cancel=token)
    with office.database.reading() as connection:
        own = station.installation.station_id
        assert list(journal.entries_about(connection, own, ("receipt_issued",))) == []
    assert list(stick.iterdir()) == []


def test_an_office_restored_from_an_old_copy_gets_everything_again(
    tmp_path, office, station, people, stick
):
    office.close()
    shutil.copytree(tmp_path / "office", tmp_path / "lama" / "office")
    office = office_desk(tmp_path)
    import_bundle(office, export_bundle(station, stick).path)
    apply_receipt(station, answer(office, station, stick))
    office.close()
    enrol_one(station, 7)
    partial = export_bundle(station, stick).path
    clock = FixedClock()
    clock.go(days=1)
    restored = office_desk(tmp_path / "lama", clock)
    report = import_bundle(restored, partial)
    assert report.gaps == [(1, 3)]
    assert inspect_bundle(restored, partial).first_seq == 4
    result = apply_receipt(station, answer(restored, station, stick))
    assert result.accepted_seq == 0
    whole = export_bundle(station, stick)
    assert whole.first_seq == 1
    assert import_bundle(restored, whole.path).gaps == []
    assert verify_journal(restored).good
    restored.close()


def test_a_station_restored_from_an_old_copy_is_told_so(tmp_path, office, station, people, stick):
    station.close()
    shutil.copytree(tmp_path / "Pos 1", tmp_path / "lama" / "Pos 1")
    station = station_desk(tmp_path)
    enrol_one(station, 7)
    import_bundle(office, export_bundle(station, stick).path)
    station.close()
    restored = station_desk(tmp_path / "lama")
    for number in (11, 12, 13):
        enrol_one(restored, number)
    result = apply_receipt(restored, answer(office, restored, stick))
    assert (result.other_branch, result.accepted_seq) == (True, 0)
    bundle = export_bundle(restored, stick).path
    report = import_bundle(office, bundle, anyway="Data lama dikembalikan di laptop itu")
    assert report.forks
    assert report.counts["new"] == 3
    result = apply_receipt(restored, answer(office, restored, stick))
    assert result.accepted_seq == 3
    restored.close()


def standing_at(desk, person):
    (found,) = [one for one in find_participants(desk) if one.record_id == person.record_id]
    assert look_at(desk, person.record_id).standing == found.standing
    return found.standing


def test_where_a_registration_stands_follows_it_to_the_office_and_back(
    office, station, people, stick
):
    first = people[0]
    assert standing_at(station, first) == "tersimpan"
    import_bundle(office, export_bundle(station, stick).path)
    assert standing_at(station, first) == "diekspor"
    assert standing_at(office, first) == "menunggu"
    apply_receipt(station, answer(office, station, stick))
    assert standing_at(station, first) == "diterima"
    decide(office, first.record_id, "perlu_perbaikan", "NIK terbalik dua angka")
    apply_receipt(station, answer(office, station, stick))
    assert standing_at(station, first) == standing_at(office, first) == "perlu_perbaikan"
    told = look_at(station, first.record_id).answer.told
    assert told.body.reason == "NIK terbalik dua angka"


def test_a_correction_answers_the_office_and_travels_again(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    ask_for_correction(office, people[0].record_id)
    apply_receipt(station, answer(office, station, stick))
    rules = rules_of(station, event_of(station))
    mended = msgspec.structs.replace(invented_form(0, rules), rt="9", correction="RT salah")
    correct(station, people[0].record_id, mended, rules)
    assert standing_at(station, people[0]) == "tersimpan"
    import_bundle(office, export_bundle(station, stick).path)
    assert standing_at(office, people[0]) == "menunggu"


def test_where_everybody_stands_is_derived_again_from_the_journal(office, station, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    decide(office, people[0].record_id, "duplikat")
    apply_receipt(station, answer(office, station, stick))
    before = [(one.number, one.standing) for one in find_participants(station)]
    rebuild_projections(station)
    assert [(one.number, one.standing) for one in find_participants(station)] == before


def test_a_newer_list_of_the_registered_replaces_the_older(
    office, station, other_station, people, stick, clock
):
    import_bundle(office, export_bundle(station, stick).path)
    older = answer(office, station, stick)
    neighbour = enrol_one(other_station, 9)
    import_bundle(office, export_bundle(other_station, stick).path)
    clock.go(hours=1)
    apply_receipt(station, answer(office, station, stick))
    rules = rules_of(station, event_of(station))
    form = msgspec.structs.replace(
        invented_form(50, rules), nik=reveal_nik(office, neighbour.record_id)
    )
    codes = {finding.code for finding in check_form(station, form, rules).findings}
    assert "nik_registered_elsewhere" in codes
    own = invented_form(0, rules)
    codes = {finding.code for finding in check_form(station, own, rules).findings}
    assert "nik_already_enrolled" in codes
    assert "nik_registered_elsewhere" not in codes
    apply_receipt(station, older)
    codes = {finding.code for finding in check_form(station, form, rules).findings}
    assert "nik_registered_elsewhere" in codes


def test_an_older_receipt_after_a_newer_one_says_so_and_changes_nothing(
    office, station, people, stick, clock
):
    import_bundle(office, export_bundle(station, stick).path)
    first = answer(office, station, stick)
    clock.go(hours=1)
    plan.add_officer(office, "tono", "Petugas tono", "kader")
    second = answer(office, station, stick)
    assert apply_receipt(station, second).newer_at == ""
    before = state_hash(station)
    late = apply_receipt(station, first)
    assert late.newer_at.startswith("2026-11-22T10:00")
    assert (late.added, late.accepted_seq) == (0, 3)
    assert state_hash(station) == before
    assert apply_receipt(station, second).newer_at == ""
