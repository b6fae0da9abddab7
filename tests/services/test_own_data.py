"""Everything that is held on a person, whole, and that somebody looked."""

from jamsos_desktop.domain.activities import NikRevealed
from jamsos_desktop.services import consent, exchange, find, hand_over, own_data, papers_of_event
from jamsos_desktop.services.print_cards import journal_prints
from tests.factories import enrol_one, event_of
from tests.printing.pages import needs_poppler, text_of


@needs_poppler
def test_the_paper_holds_the_whole_and_the_look_is_journalled(station, people, stick):
    who = people[0]
    journal_prints(station, [who.record_id], "printer")
    hand_over.hand_over(station, who.number, "keluarga", "Pak Budi")
    consent.withdraw(station, who.record_id, "tidak mau")
    before = find.look_at(station, who.record_id)
    nik = find.reveal_nik(station, who.record_id)
    pdf = own_data.own_data(station, who.record_id)
    history = find.look_at(station, who.record_id).history
    assert sum(isinstance(line.body, NikRevealed) for line in history) == 2
    text = text_of(papers_of_event.save_paper(pdf, stick / "data.pdf"))
    assert nik in text
    assert before.body.name in text
    for said in ("Didaftarkan", "Kartu dicetak", "Keluarga: Pak Budi", "Persetujuan dicabut"):
        assert said in text
    assert text.count("NIK lengkap dilihat") == 2
    assert "Petugas dewi" in text


@needs_poppler
def test_what_somebody_wrote_stays_as_it_is_and_codes_are_read(station, stick):
    who = enrol_one(station, 5, email="siti_a@contoh.id", training="tidak_tahu", income="1500000")
    pdf = own_data.own_data(station, who.record_id)
    text = text_of(papers_of_event.save_paper(pdf, stick / "data.pdf"))
    assert "siti_a@contoh.id" in text
    assert "Tidak tahu" in text
    assert "Rp1.500.000" in text


def test_nobody_is_nobody(station, refused):
    refused("participant_unknown", own_data.own_data, station, "nobody")


@needs_poppler
def test_what_other_laptops_of_the_event_saw_is_said(station, people, stick):
    def said(name):
        pdf = own_data.own_data(station, people[0].record_id)
        text = text_of(papers_of_event.save_paper(pdf, stick / name))
        return "Terlihat di laptop lain" in text

    assert not said("sebelum.pdf")
    exchange.exchange(station, event_of(station), stick)
    assert said("sesudah.pdf")
