"""A registration that was a mistake: it stays, counts for nothing, and a coordinator undoes it."""

import msgspec
import pytest

from jamsos_desktop.domain.activities import Voided
from jamsos_desktop.services import consent, duplicates, enrol, find, print_cards, void
from jamsos_desktop.services.eligibility import counted_findings
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of, shipped
from tests.factories import enrol_one, event_of


@pytest.fixture
def gone(station, people):
    """The first of three people, voided."""
    void.void(station, people[0].record_id, "  salah   orang ")
    return people[0].record_id


def voided(desk):
    return {one.record_id for one in find.find_participants(desk, voided=True)}


def same_person_again(desk, number=0):
    rules = rules_of(desk, event_of(desk))
    return msgspec.structs.replace(invented_form(number, rules)), rules


def test_it_stays_in_the_list_and_says_why(station, people, gone):
    assert voided(station) == {gone}
    assert len(find.find_participants(station)) == 3
    assert find.find_participants(station, people[0].number)[0].voided
    person = find.look_at(station, gone)
    assert person.voided
    assert Voided(reason="salah orang") in [line.body for line in person.history]


def test_what_is_voided_is_not_to_be_completed(station, people):
    rules = rules_of(station, event_of(station))
    typed = msgspec.structs.replace(invented_form(7, rules), rt="")
    draft = enrol.start_draft(station, rules.event_id, typed)
    record_id = enrol.enrol(station, draft, rules, incomplete=True).record_id
    assert len(find.find_participants(station, incomplete=True)) == 1
    void.void(station, record_id, "pergi")
    assert find.find_participants(station, incomplete=True) == []


def test_no_card(station, people, gone, stick, refused):
    assert gone not in print_cards.choose_cards(station, event_of(station))
    ids = [one.record_id for one in people]
    sheet = print_cards.save_cards(station, ids, stick / "kartu.pdf")
    assert (sheet.cards, sheet.left_out) == (2, 1)
    target = stick / "satu.pdf"
    assert refused("cards_left_out", print_cards.save_cards, station, [gone], target) == {
        "count": 1
    }


@pytest.mark.parametrize("take_out", [void.void, consent.withdraw])
def test_who_does_not_count_is_nobodys_duplicate(station, take_out):
    first = enrol_one(station, kk="3576030101120001")
    form, rules = same_person_again(station)
    form = msgspec.structs.replace(form, kk="3576030101120001")
    rules = msgspec.structs.replace(rules, book=shipped().rule_book("mojokerto-2025"))
    assert duplicates.find_likely(station, form, rules)
    codes = {f.code for f in enrol.check_form(station, form, rules).others}
    assert "nik_already_enrolled" in codes
    take_out(station, first.record_id, "salah orang")
    assert duplicates.find_likely(station, form, rules) == ()
    assert enrol.check_form(station, form, rules).others == ()


@pytest.mark.parametrize("take_out", [void.void, consent.withdraw])
def test_who_does_not_count_takes_no_place_of_the_quota_and_no_family_card(station, take_out):
    first = enrol_one(station, kk="3576030101120001")
    form, rules = same_person_again(station, 1)
    form = msgspec.structs.replace(form, kk="3576030101120001")
    book = shipped().rule_book("pekalongan-2022")
    rules = msgspec.structs.replace(rules, book=book)
    with station.database.reading() as connection:
        (before,) = counted_findings(connection, [form], rules)
    take_out(station, first.record_id, "salah orang")
    with station.database.reading() as connection:
        (after,) = counted_findings(connection, [form], rules)
    assert "same_kk" in {f.code for f in before}
    assert "same_kk" not in {f.code for f in after}
    assert find.count_participants(station, event_of(station)) == 0
    assert find.count_participants(station) == 1


def test_a_cadre_voids_their_own_of_today_only(station, people, clock, refused):
    assert find.look_at(station, people[0].record_id).may_void
    clock.go(days=1)
    assert not find.look_at(station, people[0].record_id).may_void
    refused("void_not_yours", void.void, station, people[0].record_id, "salah orang")
    assert voided(station) == set()


def test_a_cadre_does_not_void_what_another_made(station, other_station, people, office, stick):
    import_bundle(office, export_bundle(station, stick).path)
    assert find.look_at(office, people[0].record_id).may_void  # the admin
    with office.database.reading() as connection:
        from jamsos_desktop.storage import journal

        entries = journal.history_of(connection, people[0].record_id)
    assert not void.may_void(other_station, entries)
    assert not void.may_void(other_station, [])


def test_it_travels_is_undone_at_the_office_and_survives_a_rebuild(
    station, office, gone, stick, refused
):
    import_bundle(office, export_bundle(station, stick).path)
    assert voided(office) == {gone}
    rebuild_projections(office)
    assert voided(office) == {gone}
    refused("coordinator_only", void.undo_void, station, gone, "orangnya benar")
    void.undo_void(office, gone, "orangnya benar")
    assert voided(office) == set()
    import_bundle(office, export_bundle(station, stick).path)
    assert voided(office) == set()
    refused("not_voided", void.undo_void, office, gone, "sekali lagi")


def test_voiding_twice_journals_once(station, gone):
    before = len(find.look_at(station, gone).history)
    void.void(station, gone, "sekali lagi")
    assert len(find.look_at(station, gone).history) == before


@pytest.mark.parametrize("change", [void.void, void.undo_void])
def test_a_reason_and_a_person_are_wanted(office, refused, change):
    refused("reason_missing", change, office, enrol_one(office).record_id, " \t")
    refused("participant_unknown", change, office, event_of(office), "alasan")
