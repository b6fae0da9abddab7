"""Two laptops at one event see whom the other registered, and nothing else comes of it."""

import datetime as dt

import msgspec
import pytest

from jamsos_desktop.domain.journal import decode_body
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import exchange as exchanges
from jamsos_desktop.services import exchange_files, plan
from jamsos_desktop.services.duplicates import find_likely
from jamsos_desktop.services.enrol import NotEnrolledError, correct, enrol, start_draft
from jamsos_desktop.services.event_keys import keys_for_events
from jamsos_desktop.services.exchange import (
    exchange,
    neighbours,
    prepare,
    read_exchange,
    read_folder,
    take_in,
)
from jamsos_desktop.services.exchange_files import meet, read_file
from jamsos_desktop.services.export_bundle import count_unsent, export_bundle
from jamsos_desktop.services.find import find_participants
from jamsos_desktop.services.hearsay import clock_time
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import state_hash
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.void import void
from jamsos_desktop.storage import facts, heard, journal
from tests.factories import enrol_one, event_of, office_desk


def swap(*desks, folder, rounds=2):
    """Each laptop looks into the folder, one after the other, until all know of all."""
    found = {}
    for _round in range(rounds):
        for desk in desks:
            found[desk.installation.name] = exchange(desk, event_of(desk), folder)
    return found


def likely(desk, form):
    return find_likely(desk, form, rules_of(desk, event_of(desk)))


def form_of(desk, number, **changes):
    return msgspec.structs.replace(invented_form(number, rules_of(desk, event_of(desk))), **changes)


def test_somebody_registered_at_the_next_table_is_shown_with_place_and_time(
    station, other_station, people, stick
):
    found = swap(station, other_station, folder=stick)
    (source,) = found["Pos 2"].sources
    assert (source.name, source.code, source.people) == ("Pos 1", "MJK1", 3)
    (one,) = [p for p in likely(other_station, form_of(station, 0)) if p.score >= 99]
    assert (one.station, one.number) == ("Pos 1", people[0].number)
    assert one.at.startswith("2026-11-22T09:00")
    assert one.masked_nik.count("•") == 8


def test_without_the_nik_they_are_found_by_name_and_birth_date(
    station, other_station, people, stick
):
    swap(station, other_station, folder=stick)
    form = form_of(station, 0)
    misspelled = form.name.replace("i", "y").replace("u", "oe")
    asked = msgspec.structs.replace(form, nik="", name=misspelled)
    assert people[0].number in {one.number for one in likely(other_station, asked)}


def test_a_digit_of_the_nik_that_is_wrong_is_told_without_any_nik_being_known(
    station, other_station, people, stick
):
    swap(station, other_station, folder=stick)
    form = form_of(station, 0)
    wrong = form.nik[:-1] + ("1" if form.nik[-1] != "1" else "2")
    asked = msgspec.structs.replace(form, nik=wrong)
    (one,) = [p for p in likely(other_station, asked) if p.number == people[0].number]
    assert "NIK beda satu angka" in one.reasons
    assert one.masked_nik == ""


def test_the_same_nik_asks_for_a_reason_before_it_is_saved_twice(
    station, other_station, people, stick
):
    swap(station, other_station, folder=stick)
    rules = rules_of(other_station, event_of(other_station))
    form = form_of(station, 0)
    draft = start_draft(other_station, rules.event_id, form)
    with pytest.raises(NotEnrolledError) as refused:
        enrol(other_station, draft, rules)
    (finding,) = [f for f in refused.value.findings if f.code == "nik_heard"]
    assert finding.values == {"station": "Pos 1", "time": "09.00", "number": people[0].number}
    given = msgspec.structs.replace(form, reasons={"nik_heard": "kakak beradik, KTP tertukar"})
    enrol(other_station, msgspec.structs.replace(draft, form=given), rules)


def test_nothing_of_it_enters_journal_bundle_counts_or_search(
    station, other_station, people, stick, office
):
    mine = enrol_one(other_station, 9)
    before = (state_hash(other_station), count_unsent(other_station))
    swap(station, other_station, folder=stick)
    assert count_unsent(other_station).participants == before[1].participants == 1
    assert [p.number for p in find_participants(other_station, "")] == [mine.number]
    report = import_bundle(office, export_bundle(other_station, stick).path)
    assert report.counts["new"] == 1
    report = import_bundle(office, export_bundle(station, stick).path)
    assert report.counts["new"] == 3  # each once, through its own station
    assert state_hash(other_station) == before[0]
    with other_station.database.reading() as connection:
        types = [
            decode_body(e.body).__class__.__name__
            for e in journal.entries_of_station(connection, other_station.installation.station_id)
        ]
    assert types == ["Participant", "ExchangeJoined", "BundleExported"]


def test_who_was_voided_or_corrected_is_told_so_with_the_next_file(
    station, other_station, people, stick, clock
):
    swap(station, other_station, folder=stick)
    void(station, people[0].record_id, "salah orang")
    changed = form_of(station, 1, name="Nama Baru Sekali")
    rules = rules_of(station, event_of(station))
    correct(station, people[1].record_id, changed, rules)
    clock.go(minutes=1)
    found = swap(station, other_station, folder=stick, rounds=1)
    assert found["Pos 2"].sources[0].people == 2
    assert likely(other_station, form_of(station, 0)) == ()
    names = {one.name for one in likely(other_station, changed)}
    assert names == {"Nama Baru Sekali"}


def test_an_older_file_after_a_newer_one_changes_nothing(
    station, other_station, people, stick, clock
):
    old = exchange(station, event_of(station), stick).written.read_bytes()
    enrol_one(station, 5)
    clock.go(minutes=1)
    new = exchange(station, event_of(station), stick).written
    assert list(stick.glob("TUKAR_*")) == [new]  # one's own older file is gone
    late = stick / "TUKAR_kota-mojokerto_MJK1_000001-000003_20261122-0900.jamsos"
    late.write_bytes(old)
    for file in (new, late, new):
        found = read_exchange(other_station, event_of(other_station), file)
        assert found.sources[0].people == 4


def test_a_repeat_writes_nothing_until_there_is_news_or_five_minutes_have_passed(
    station, people, stick, clock
):
    first = exchange(station, event_of(station), stick)
    assert first.written is not None  # and it journals that this laptop joined
    assert exchange(station, event_of(station), stick).written is not None
    assert exchange(station, event_of(station), stick).written is None
    clock.go(minutes=6)
    assert exchange(station, event_of(station), stick).written is not None
    assert len(list(stick.glob("*.jamsos"))) == 1


def test_laptops_see_each_other_and_the_office_may_be_one_of_them(
    station, other_station, office, stick
):
    desks = (station, other_station, office)
    for place, desk in enumerate(desks):
        enrol_one(desk, place)
    found = swap(*desks, folder=stick)
    for place, desk in enumerate(desks):
        names = {one.name for one in found[desk.installation.name].sources}
        assert names == {other.installation.name for other in desks if other is not desk}
        for number in {0, 1, 2} - {place}:
            (one,) = [p for p in likely(desk, form_of(desk, number)) if p.score >= 99]
            assert one.station == desks[number].installation.name


def test_the_office_does_not_hear_again_of_whom_it_has_merged(station, people, office, stick):
    exchange(station, event_of(station), stick)
    exchange(office, event_of(office), stick)
    (heard,) = likely(office, form_of(station, 0))
    assert heard.station == "Pos 1"
    import_bundle(office, export_bundle(station, stick).path)
    (merged,) = likely(office, form_of(station, 0))
    assert (merged.station, merged.record_id) == ("", heard.record_id)


def test_it_is_forgotten_after_two_days(station, other_station, people, stick, clock):
    swap(station, other_station, folder=stick)
    for file in stick.iterdir():
        file.unlink()
    clock.go(days=2, minutes=1)
    assert exchange(other_station, event_of(other_station), stick).sources == ()
    assert likely(other_station, form_of(station, 0)) == ()
    assert neighbours(other_station, event_of(other_station)) == ()


def test_a_station_of_before_gets_the_key_with_its_next_receipt(
    station, other_station, people, stick, office, refused
):
    with station.database.writing() as connection:
        secrets = facts.read_secrets(connection)
        facts.write_secrets(connection, msgspec.structs.replace(secrets, event_keys={}))
    refused("exchange_no_key", exchange, station, event_of(station), stick)
    import_bundle(office, export_bundle(station, stick).path)
    answer = issue_receipt(office, station.installation.station_id, stick)
    apply_receipt(station, answer.path)
    apply_receipt(station, answer.path)
    found = swap(station, other_station, folder=stick)
    assert found["Pos 2"].sources[0].people == 3


def test_files_that_are_not_for_this_event_are_refused_by_name_and_stay(
    station, other_station, people, stick, office, stranger
):
    exchange(stranger, event_of(stranger), stick)
    other_event = plan.add_event(
        office,
        msgspec.structs.replace(plan.events(office)[0][1], name="Kegiatan lain"),
    )
    exchange(office, other_event, stick)
    (stick / "TUKAR_kota-mojokerto_MJK9_000001-000003_20261122-0900.jamsos").write_bytes(b"x" * 99)
    files = sorted(stick.iterdir())
    found = exchange(other_station, event_of(other_station), stick)
    codes = sorted(one.error.code for one in found.refused)
    assert codes == ["bundle_not_jamsos", "bundle_other_office", "exchange_other_event"]
    assert set(files) <= set(stick.iterdir())
    assert found.sources == ()


def test_one_file_that_somebody_chose_is_refused_with_its_reason(
    station, other_station, people, stick, office, refused
):
    event = event_of(other_station)
    bundle = export_bundle(station, stick).path
    refused("exchange_wrong_kind", read_exchange, other_station, event, bundle)
    own = exchange(other_station, event, stick).written
    refused("exchange_own_file", read_exchange, other_station, event, own)
    refused("event_unknown", exchange, other_station, "kegiatan", stick)
    refused("target_gone", exchange, other_station, event, stick / "tidak ada")


def test_a_certificate_of_nobody_is_refused(station, other_station, people, stick):
    meeting = prepare(station, event_of(station))
    sender = msgspec.structs.replace(meeting.manifest.sender, certificate="00" * 64)
    manifest = msgspec.structs.replace(meeting.manifest, sender=sender)
    meet(meeting._replace(manifest=manifest), stick)
    found = exchange(other_station, event_of(other_station), stick)
    assert [one.error.code for one in found.refused] == ["bundle_unknown_sender"]


def test_a_broken_part_is_refused_and_the_rest_goes_on(
    station, other_station, people, stick, office
):
    meet(prepare(station, event_of(station))._replace(people=b"{}\n"), stick)
    exchange(office, event_of(office), stick)
    found = exchange(other_station, event_of(other_station), stick)
    assert [one.error.code for one in found.refused] == ["bundle_damaged"]
    assert [one.name for one in found.sources] == ["Kota Mojokerto"]


def test_a_later_merge_of_two_meetings_leaves_the_newest(
    station, other_station, people, stick, clock
):
    """A slow folder: what was read first comes to the database last."""
    exchange(station, event_of(station), stick)
    early = meet(prepare(other_station, event_of(other_station)), stick)
    enrol_one(station, 7)
    clock.go(minutes=1)
    exchange(station, event_of(station), stick)
    late = meet(prepare(other_station, event_of(other_station)), stick)
    take_in(other_station, late)
    assert take_in(other_station, early).sources[0].people == 4


def test_a_folder_can_be_read_without_telling_it_anything(station, other_station, people, stick):
    exchange(station, event_of(station), stick)
    found = read_folder(other_station, event_of(other_station), stick)
    assert [(one.name, one.people) for one in found.sources] == [("Pos 1", 3)]
    assert found.written is None
    assert len(list(stick.iterdir())) == 1


def test_the_hour_is_said_as_people_say_it():
    assert clock_time("2026-11-22T09:41:20+07:00") == "09.41"


def test_only_the_events_of_a_station_have_keys_there(station, office):
    with office.database.reading() as connection:
        made = keys_for_events(connection, [event_of(office)])
    with station.database.reading() as connection:
        assert facts.read_secrets(connection).event_keys == made
        assert heard.sources(connection, event_of(station)) == []


def test_journal_says_once_that_this_laptop_takes_part(station, people, stick, clock):
    for _time in range(3):
        clock.go(minutes=10)
        exchange(station, event_of(station), stick)
    with station.database.reading() as connection:
        made = list(journal.entries_about(connection, event_of(station), ("exchange_joined",)))
    assert len(made) == 1


def test_two_days_are_the_longest_that_hearsay_lasts():
    assert dt.timedelta(days=2) == exchanges.FORGOTTEN_AFTER


def test_an_office_restored_from_a_backup_makes_the_same_key(tmp_path, office):
    again = office_desk(tmp_path / "pulih")
    event = event_of(office)
    assert prepare(office, event).identity == prepare(again, event).identity
    again.close()


def test_a_damaged_or_cut_file_is_refused_and_what_was_known_stays(
    station, other_station, people, stick, tmp_path
):
    whole = exchange(station, event_of(station), stick).written.read_bytes()
    event = event_of(other_station)
    assert exchange(other_station, event, stick).sources[0].people == 3
    meeting = prepare(other_station, event)
    broken = tmp_path / "TUKAR_kota-mojokerto_MJK1_000001-000009_20261122-0900.jamsos"
    step = max(len(whole) // 25, 1)
    for place in range(0, len(whole), step):
        for damaged in (
            whole[:place],
            whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
        ):
            broken.write_bytes(damaged)
            with pytest.raises(UserError):
                read_file(meeting, broken)
    assert neighbours(other_station, event)[0].people == 3


def test_where_the_new_file_cannot_be_written_the_old_one_stays(
    station, people, stick, clock, monkeypatch, refused
):
    old = exchange(station, event_of(station), stick).written
    enrol_one(station, 5)
    clock.go(minutes=1)

    def full(*_arguments, **_named):
        raise UserError("target_full")

    monkeypatch.setattr(exchange_files, "seal", full)
    refused("target_full", exchange, station, event_of(station), stick)
    assert list(stick.iterdir()) == [old]
