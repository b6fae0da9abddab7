"""Consent taken back: no cards, here and at the office; only a coordinator undoes it."""

import pytest

from jamsos_desktop.domain.activities import ConsentWithdrawn
from jamsos_desktop.services import consent, find, print_cards
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections, verify_journal
from tests.factories import enrol_one, event_of


@pytest.fixture
def gone(station, people):
    """The first of three people, who has taken their consent back."""
    consent.withdraw(station, people[0].record_id, "  keluarga   tidak setuju ")
    return people[0].record_id


def withdrawn(desk):
    return {one.record_id for one in find.find_participants(desk) if one.withdrawn}


def test_a_withdrawal_is_seen_in_the_list_and_in_the_history(station, gone):
    assert withdrawn(station) == {gone}
    person = find.look_at(station, gone)
    assert person.withdrawn
    assert ConsentWithdrawn(reason="keluarga tidak setuju") in [h.body for h in person.history]


def test_no_card_is_chosen_or_printed_any_more(station, people, gone, stick, refused):
    event_id, ids = event_of(station), [one.record_id for one in people]
    assert gone not in print_cards.choose_cards(station, event_id)
    sheet = print_cards.save_cards(station, ids, stick / "kartu.pdf")
    assert (sheet.cards, sheet.withdrawn) == (2, 1)
    assert find.find_participants(station, people[0].number)[0].printed == 0
    target = stick / "satu.pdf"
    values = refused("cards_withdrawn", print_cards.save_cards, station, [gone], target)
    assert values == {"count": 1}
    assert not target.exists()


def test_it_travels_to_the_office_and_survives_a_rebuild(station, office, people, gone, stick):
    import_bundle(office, export_bundle(station, stick).path)
    assert withdrawn(office) == {gone}
    assert print_cards.printable(office, [one.record_id for one in people]) == [
        one.record_id for one in people[1:]
    ]
    rebuild_projections(office)
    assert withdrawn(office) == {gone}
    assert verify_journal(office).good


def test_it_arrives_though_the_person_arrived_before(station, office, people, stick):
    import_bundle(office, export_bundle(station, stick).path)
    consent.withdraw(station, people[0].record_id, "tidak jadi")
    import_bundle(office, export_bundle(station, stick).path)
    assert withdrawn(office) == {people[0].record_id}


def test_an_undoing_counts_only_for_what_was_known(station, office, people, gone, stick):
    import_bundle(office, export_bundle(station, stick).path)
    consent.restore(office, gone, "salah orang")
    assert withdrawn(office) == set()
    import_bundle(office, export_bundle(station, stick).path)
    assert withdrawn(office) == set()


def test_only_a_coordinator_undoes_it(station, gone, refused):
    refused("coordinator_only", consent.restore, station, gone, "salah orang")
    assert withdrawn(station) == {gone}


def test_there_must_be_something_to_undo(office, refused):
    person = enrol_one(office).record_id
    refused("not_withdrawn", consent.restore, office, person, "salah orang")


def test_withdrawing_twice_journals_once(station, gone):
    before = len(find.look_at(station, gone).history)
    consent.withdraw(station, gone, "sekali lagi")
    assert len(find.look_at(station, gone).history) == before


@pytest.mark.parametrize("change", [consent.withdraw, consent.restore])
def test_a_reason_is_wanted(office, refused, change):
    person = enrol_one(office).record_id
    refused("reason_missing", change, office, person, " \t")


@pytest.mark.parametrize("change", [consent.withdraw, consent.restore])
def test_nobody_unknown(office, refused, change):
    refused("participant_unknown", change, office, "nobody", "alasan")
    refused("participant_unknown", change, office, event_of(office), "alasan")
