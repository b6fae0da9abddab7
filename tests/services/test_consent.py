"""Consent given and refused; taken back: no cards, here and at the office."""

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.activities import ConsentRefused, ConsentWithdrawn
from jamsos_desktop.services import consent, find, print_cards
from jamsos_desktop.services.enrol import find_draft, start_correction, start_draft
from jamsos_desktop.services.event_day import look_at_today
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections, verify_journal
from jamsos_desktop.storage.models import draft, entry
from tests.factories import NOW, enrol_one, event_of, make_form


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
    assert (sheet.cards, sheet.left_out) == (2, 1)
    assert find.find_participants(station, people[0].number)[0].printed == 0
    target = stick / "satu.pdf"
    values = refused("cards_left_out", print_cards.save_cards, station, [gone], target)
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


def test_what_is_given_bears_who_when_and_which_text(station):
    given = consent.give(station, "jv", "lisan", "Pak RT")
    assert (given.by, given.at) == (station.officer_id, NOW.isoformat(timespec="seconds"))
    assert (given.language, given.version) == ("jv", 1)
    assert (given.method, given.witness) == ("lisan", "Pak RT")
    assert consent.give(station, "su").language == "id"  # there is no text in Sundanese


def rows_with(desk, *needles):
    """How many rows of the journal and of the drafts hold one of these texts."""
    with desk.database.reading() as connection:
        bodies = connection.execute(sa.select(entry.c.body)).scalars().all()
        forms = connection.execute(sa.select(draft.c.form)).scalars().all()
    raw = [bytes(one or b"") for one in (*bodies, *forms)]
    return sum(any(needle.encode() in one for needle in needles) for one in raw)


def test_a_refusal_leaves_a_number_and_nothing_of_the_person(station, office, stick):
    event_id, form = event_of(station), make_form(phone="081234567890", mother_name="Sumarni")
    begun = start_draft(station, event_id, form)
    personal = (form.nik, form.name, form.phone, form.mother_name)
    assert rows_with(station, *personal) == 1
    consent.refuse(station, event_id, begun)
    assert rows_with(station, *personal) == 0
    assert find_draft(station, event_id) is None
    assert find.count_participants(station) == 0
    assert look_at_today(station, event_id).refused == 1
    import_bundle(office, export_bundle(station, stick).path)
    assert look_at_today(office, event_id).refused == 1
    rebuild_projections(office)
    assert look_at_today(office, event_id).refused == 1
    assert verify_journal(office).good


def test_who_refuses_before_anything_was_typed_is_counted_too(station):
    event_id = event_of(station)
    consent.refuse(station, event_id)
    consent.refuse(station, event_id)
    consent.refuse(station, "another")
    assert look_at_today(station, event_id).refused == 2
    with station.database.reading() as connection:
        query = sa.select(entry).where(entry.c.type == "consent_refused")
        first, second, _other = connection.execute(query).all()
    assert first.record_id != second.record_id
    body = msgspec.json.decode(first.body, type=ConsentRefused)
    assert body == ConsentRefused(event_id=event_id)


def test_a_form_that_is_gone_already_refuses_nothing(station, refused):
    event_id = event_of(station)
    begun = start_draft(station, event_id, make_form())
    consent.refuse(station, event_id, begun)
    refused("draft_gone", consent.refuse, station, event_id, begun)
    assert look_at_today(station, event_id).refused == 1


def test_a_saved_record_is_withdrawn_and_not_refused(station, people, refused):
    begun = start_correction(station, people[0].record_id)
    refused("refused_after_saving", consent.refuse, station, begun.event_id, begun)
    assert find_draft(station, begun.event_id) == begun
