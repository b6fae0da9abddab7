"""Taking bundles in: everything or nothing, nothing twice, and nothing from strangers."""

import shutil

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop import __version__
from jamsos_desktop.domain.activities import BundleImported
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import import_bundle as service
from jamsos_desktop.services import import_report
from jamsos_desktop.services.enrol import correct
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import count_participants, look_at
from jamsos_desktop.services.import_bundle import (
    import_bundle,
    inspect_bundle,
    verify_bundle,
)
from jamsos_desktop.services.import_report import Before, ImportReport
from jamsos_desktop.services.keep_journal import (
    rebuild_projections,
    state_hash,
    verify_journal,
)
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.factories import (
    NOW,
    Chain,
    built,
    enrol_one,
    event_of,
    make_participant,
    office_desk,
    station_desk,
)


def counts(report):
    return tuple(report.counts[name] for name in ("new", "changed", "same", "conflict"))


def imports(office):
    with office.database.reading() as connection:
        return [
            body
            for made, _type in journal.all_entries(connection)
            if isinstance(body := journal.projections.read(0, made).body, BundleImported)
        ]


def test_every_participant_is_reported(station, office, people, stick):
    bundle = export_bundle(station, stick).path
    report = import_bundle(office, bundle)
    assert (report.station_name, report.station_code) == ("Pos 1", "MJK1")
    assert (report.entries, report.added, report.before) == (3, 3, None)
    assert counts(report) == (3, 0, 0, 0)
    assert sorted(row.number for row in report.rows) == sorted(p.number for p in people)
    assert {row.outcome for row in report.rows} == {"new"}
    assert (report.gaps, report.forks) == ([], [])
    assert verify_journal(office).good
    ((done),) = imports(office)
    assert (done.new, done.changed, done.last_seq) == (3, 0, 3)


def test_importing_again_changes_nothing_and_says_when_and_by_whom(
    station, office, people, stick, clock
):
    bundle = export_bundle(station, stick).path
    import_bundle(office, bundle)
    before = state_hash(office)
    clock.go(days=1)
    copy = stick / "salinan.jamsos"
    shutil.copy(bundle, copy)
    report = import_bundle(office, copy)
    assert report.before == Before(NOW.isoformat(timespec="milliseconds"), office.officer_id)
    assert counts(report) == (0, 0, 3, 0)
    assert report.added == 0
    assert state_hash(office) == before
    assert len(imports(office)) == 1


def change(desk, enrolled, number, **changes):
    rules = rules_of(desk, event_of(desk))
    form = msgspec.structs.replace(invented_form(number, rules), **changes)
    correct(desk, enrolled.record_id, form, rules)


def test_changes_are_told_from_what_is_new_and_what_is_the_same(station, office, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    change(station, people[0], 0, rt="9")
    enrol_one(station, 7)
    report = import_bundle(office, export_bundle(station, stick).path)
    assert counts(report) == (1, 1, 2, 0)
    assert {row.number for row in report.rows if row.outcome == "changed"} == {people[0].number}


def test_an_older_bundle_after_newer_changes_nothing(station, office, people, stick):
    older = export_bundle(station, stick).path
    change(station, people[0], 0, rt="9")
    import_bundle(office, export_bundle(station, stick).path)
    before = state_hash(office)
    report = import_bundle(office, older)
    assert (counts(report), report.before, report.added) == ((0, 0, 3, 0), None, 0)
    assert state_hash(office) == before
    assert look_at(office, people[0].record_id).body.rt == "009"


def test_what_office_and_station_changed_differently_is_a_conflict(station, office, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    change(office, people[0], 0, name="Nama Kantor")
    change(station, people[0], 0, name="Nama Pos")
    report = import_bundle(office, export_bundle(station, stick).path)
    assert counts(report) == (0, 0, 2, 1)
    person = look_at(office, people[0].record_id)
    assert {value for _name, value in person.conflicts["name"]} == {"Nama Kantor", "Nama Pos"}


def test_two_stations_in_any_order_give_the_same_office(tmp_path, station, other_station, stick):
    for number in range(3):
        enrol_one(station, number)
        enrol_one(other_station, number + 100)
    bundles = [export_bundle(station, stick).path, export_bundle(other_station, stick).path]
    states = set()
    for turn, order in enumerate([bundles, bundles[::-1], [*bundles, *bundles]]):
        office = office_desk(tmp_path / str(turn))
        for bundle in order:
            import_bundle(office, bundle)
        states.add(state_hash(office))
        rebuild_projections(office)
        states.add(state_hash(office))
        office.close()
    assert len(states) == 1


def test_the_office_can_be_read_while_a_bundle_comes_in(station, office, people, stick):
    bundle = export_bundle(station, stick).path
    seen = []
    import_bundle(office, bundle, lambda *_: seen.append(count_participants(office)))
    assert set(seen) == {0}
    assert count_participants(office) == 3


def test_a_stopped_import_leaves_nothing(station, office, people, stick, monkeypatch):
    monkeypatch.setattr(service, "_BATCH", 1)
    bundle = export_bundle(station, stick).path
    before, token, told = state_hash(office), CancelToken(), []

    def stop_in_the_middle(done, total):
        told.append((done, total))
        if (done, total) == (2, 3):
            token.cancel()

    with pytest.raises(Cancelled):
        import_bundle(office, bundle, stop_in_the_middle, token)
    assert (2, 3) in told
    assert state_hash(office) == before
    assert imports(office) == []
    assert counts(import_bundle(office, bundle)) == (3, 0, 0, 0)


def test_a_station_takes_nothing_in(station, other_station, people, stick, refused):
    bundle = export_bundle(station, stick).path
    refused("office_only", import_bundle, other_station, bundle)


def test_a_bundle_for_another_office_is_refused_by_name(station, stranger, people, stick, refused):
    values = refused(
        "bundle_other_office", import_bundle, stranger, export_bundle(station, stick).path
    )
    assert values == {"office": "kota-mojokerto", "here": "kota-surabaya"}


def test_a_file_of_another_kind_is_refused(office, tmp_path, refused):
    refused("bundle_needs_passphrase", import_bundle, office, built().issued["Pos 1"].path)
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8" * 100)
    refused("bundle_not_jamsos", import_bundle, office, tmp_path / "foto.jpg")
    refused("bundle_unreadable", import_bundle, office, tmp_path / "gone.jamsos")


def test_a_gap_is_named_and_closed_by_a_whole_bundle(forger, station, office, stick):
    first, _second, third = forger.entries
    report = import_bundle(office, forger.seal([first, third]))
    assert report.gaps == [(2, 2)]
    assert counts(report) == (2, 0, 0, 0)
    assert verify_journal(office).gaps == [(first.station_id, 2, 2)]
    report = import_bundle(office, export_bundle(station, stick).path)
    assert (report.gaps, counts(report)) == ([], (1, 0, 2, 0))
    assert verify_journal(office).good


def test_a_bundle_that_goes_on_where_the_last_ended_has_no_gap(forger, office):
    import_bundle(office, forger.seal(forger.entries[:2]))
    report = import_bundle(office, forger.seal(forger.entries[2:]))
    assert (report.gaps, counts(report)) == ([], (1, 0, 2, 0))


def test_a_station_restored_from_an_old_copy_is_named_as_a_fork(
    station, office, people, stick, tmp_path, refused
):
    """The laptop was put back to this morning and went on: numbers 4 and 5 exist twice."""
    shutil.copytree(station.data_dir, tmp_path / "backup" / "Pos 1")
    enrol_one(station, 10)
    enrol_one(station, 11)
    import_bundle(office, export_bundle(station, stick).path)
    station.close()
    restored = station_desk(tmp_path / "backup")
    enrol_one(restored, 20)
    path = export_bundle(restored, stick).path
    restored.close()
    assert "1 nomor catatan" in refused("bundle_braked", import_bundle, office, path)["why"]
    assert count_participants(office) == 5
    report = import_bundle(office, path, anyway="Laptop rusak, data pagi dipakai lagi")
    assert report.forks == report.new_forks == [4]
    assert import_bundle(office, path).new_forks == []  # known by now, so nobody is asked again
    assert counts(report) == (1, 0, 5, 0)
    assert count_participants(office) == 6
    assert verify_journal(office).forks == [(station.installation.station_id, 4)]


def test_inspecting_and_verifying_change_nothing(station, office, people, stick):
    bundle = export_bundle(station, stick).path
    before = state_hash(office)
    assert inspect_bundle(office, bundle).last_seq == 3
    assert verify_bundle(office, bundle) == 3
    assert state_hash(office) == before
    assert imports(office) == []


def test_what_a_newer_station_wrote_is_kept_for_the_day_of_the_update(forger, office, station):
    chain = Chain(station.installation.station_id)
    chain.entries = list(forger.entries)
    chain.add("r", make_participant(), unknown={"zakat": True})
    chain.add("w", b'{"type":"wish","text":"later"}')
    report = import_bundle(office, forger.seal(chain.entries))
    assert (report.added, counts(report)) == (5, (4, 0, 0, 0))
    assert verify_journal(office).good


def test_a_long_report_is_cut_but_counts_are_whole(station, office, people, stick, monkeypatch):
    monkeypatch.setattr(import_report, "MOST_ROWS", 2)
    report = import_bundle(office, export_bundle(station, stick).path)
    assert len(report.rows) == 2
    assert counts(report) == (3, 0, 0, 0)


def test_whom_a_bundle_brings_is_counted_without_all_of_them_in_memory(
    station, office, people, stick
):
    import_bundle(office, export_bundle(station, stick).path)
    report = ImportReport(file="", station_name="", station_code="")
    asked = []
    with office.database.reading() as connection:
        sa.event.listen(
            connection,
            "before_cursor_execute",
            lambda _c, _cursor, text, values, *_: asked.append((text, values)),
        )
        station_id = station.installation.station_id
        import_report.say_what_became(connection, station_id, 0, report)
        for text, values in asked.copy():
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
            assert plan
            assert not [step for step in plan if "TEMP B-TREE" in step.detail]
    assert counts(report) == (3, 0, 0, 0)


def test_a_bundle_that_never_came_is_told_by_the_one_after_it(
    station, office, people, stick, clock
):
    lost = export_bundle(station, stick).path
    enrol_one(station, 5)
    clock.go(minutes=1)
    late = export_bundle(station, stick).path
    found = import_bundle(office, late)
    assert (found.skipped, found.gaps) == (True, [])
    assert found.application == __version__
    import_bundle(office, lost)
    enrol_one(station, 6)
    assert not import_bundle(office, export_bundle(station, stick).path).skipped
