"""The event's lists on paper: what they count, whom they name, and that looking changes nothing."""

import pytest

from jamsos_desktop.domain.balance import Balance
from jamsos_desktop.services import consent, papers_of_event, plan, visits, void
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.hand_over import hand_over
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.print_cards import journal_prints
from tests.factories import enrol_from_queue, enrol_one, event_of, expect, make_candidate
from tests.printing.pages import needs_poppler, text_of


@pytest.fixture
def event_id(station):
    return event_of(station)


@pytest.fixture
def said(tmp_path):
    """The text of a PDF's bytes."""

    def read(pdf):
        path = tmp_path / "dibaca.pdf"
        path.write_bytes(pdf)
        return text_of(path)

    return read


@pytest.fixture
def day(station, event_id, people, stick):
    """Three people, exported; then a fourth. One printed and handed over, one voided."""
    export_bundle(station, stick)
    journal_prints(station, [people[0].record_id, people[1].record_id], "printer")
    hand_over(station, people[0].number, "keluarga", "Pak Budi")
    void.void(station, people[1].record_id, "salah orang")
    consent.refuse(station, event_id)
    return [*people, enrol_one(station, 3)]


def balances(one):
    """Every sum is made of its parts."""
    assert one.made == one.complete + one.incomplete + one.voided + one.withdrawn
    assert one.counted == one.printed + one.not_printed == one.handed + one.not_handed
    assert one.made == one.exported + one.not_exported == one.here + one.elsewhere
    assert one.exported == one.accepted + one.returned + one.waiting
    parts = ("not_printed", "not_handed", "not_exported", "waiting", "here")
    assert min(getattr(one, name) for name in parts) >= 0


def test_the_balance_of_a_day(station, event_id, day, clock):
    today, ever = papers_of_event.balance_of(station, event_id)
    assert today == ever
    balances(today)
    assert (today.made, today.complete, today.voided) == (4, 3, 1)
    assert (today.printed, today.handed, today.to_return) == (1, 1, 1)
    assert (today.exported, today.not_exported, today.waiting) == (3, 1, 3)
    assert (today.refused, today.officers) == (1, 1)
    clock.go(days=1)
    tomorrow, ever = papers_of_event.balance_of(station, event_id)
    assert (tomorrow, ever) == (Balance(), today)


def test_the_office_counts_what_came(office, station, event_id, day, stick):
    import_bundle(office, export_bundle(station, stick).path)
    enrol_one(office, 5)
    _today, ever = papers_of_event.balance_of(office, event_id)
    balances(ever)
    assert (ever.made, ever.elsewhere, ever.here, ever.undecided) == (5, 4, 1, 4)
    assert ever.handed == 1


@needs_poppler
def test_the_sheet_is_the_same_each_time(station, event_id, day, said, refused):
    sheet = papers_of_event.balance_sheet(station, event_id)
    assert sheet == papers_of_event.balance_sheet(station, event_id)
    assert "Pendaftaran dibuat 4 4" in said(sheet)
    assert "Petugas dewi" in said(sheet)
    refused("event_unknown", papers_of_event.balance_sheet, station, "nobody")


@needs_poppler
def test_minutes_name_who_has_a_card(station, event_id, day, said, stick):
    journal_prints(station, [day[2].record_id], "file")
    minutes = papers_of_event.minutes(station, event_id)
    text = said(minutes)
    assert day[0].number in text
    assert "Keluarga: Pak Budi, 22-11-2026" in text.replace("- ", "-")
    assert day[2].number in text
    assert day[1].number not in text  # voided
    assert day[3].number not in text  # has no card
    assert "kepada 2 orang" in text
    path = papers_of_event.save_paper(minutes, stick / "berita.pdf")
    again = papers_of_event.save_paper(minutes, stick / "berita.pdf")
    assert (path.name, again.name) == ("berita.pdf", "berita (2).pdf")
    assert path.read_bytes() == minutes


def test_minutes_have_the_order_in_which_people_come(station, event_id, people, said):
    called = enrol_from_queue(station, 9)
    journal_prints(station, [one.record_id for one in (*people, called)], "printer")
    text = said(papers_of_event.minutes(station, event_id))
    assert text.index(called.number) < text.index(people[0].number) < text.index(people[2].number)


def test_without_cards_there_are_no_minutes(station, event_id, people, refused):
    refused("paper_empty", papers_of_event.minutes, station, event_id)


@needs_poppler
def test_whom_to_visit_rt_by_rt_with_masked_numbers(office, said, refused):
    event_id = event_of(office)
    refused("paper_empty", papers_of_event.unregistered, office, event_id)
    programme_id = plan.events(office)[0][1].programme_id
    people = [
        make_candidate(n, programme_id=programme_id, rt=f"00{n % 2 + 1}", address="Melati 3")
        for n in range(4)
    ]
    ids = expect(office, *people)
    visits.note_visit(office, ids[0], event_id, "pindah", "ke Gresik")
    text = said(papers_of_event.unregistered(office, event_id))
    assert "RT 001 RW 002, Kel. Kranggan · 2 orang" in text or "RT 001 RW 002, Kranggan" in text
    assert text.count("Siti Aminah") == 4
    assert "ke Gresik" in text
    assert people[0].nik not in text.replace(" ", "")
    one = said(papers_of_event.unregistered(office, event_id, people[1].village, "002", "002"))
    assert one.count("Siti Aminah") == 2
    enrol_one(office, 0, nik=people[1].nik, sex="P", birth_date="17-08-1990")
    places = papers_of_event.places_of_unregistered(office, event_id)
    assert [(place.rw, place.rt, place.people) for place in places] == [
        ("", "", 3),
        ("002", "", 3),
        ("002", "001", 2),
        ("002", "002", 1),
    ]
