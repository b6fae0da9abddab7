"""The office's answer on paper says the same where it was written and where it was opened."""

import pypdfium2
import pytest

from jamsos_desktop.services.answer_paper import answer_paper, answer_paper_name
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import reveal_nik
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.void import void
from tests.factories import enrol_one


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


@pytest.fixture
def answered(office, station, people, stick):
    """Three people: one accepted, one to be corrected, one a duplicate; the receipt is opened."""
    import_bundle(office, export_bundle(station, stick).path)
    one, two, three = (one.record_id for one in people)
    decide(office, one, "diterima", "")
    decide(office, two, "perlu_perbaikan", "terbalik", fields=("birth_date",))
    decide(office, three, "duplikat", "sama", kept_id=one)
    issued = issue_receipt(office, station.installation.station_id, stick)
    apply_receipt(station, issued.path)
    return issued


def test_it_says_for_whom_how_far_and_what_became_of_each(office, station, people, answered):
    said = text_of(answer_paper(office, station.installation.station_id))
    assert "Untuk Pos 1 (MJK1)" in said
    assert f"sampai catatan 3, pendaftaran terakhir {people[2].number}" in said
    assert "3 pendaftaran: 1 perlu perbaikan, 1 pendaftaran ganda, 1 diterima kantor." in said
    assert "Tanggal lahir: terbalik." in said
    assert f"Yang dipakai: {people[0].number}." in said
    for person in people:
        assert person.number in said
        assert reveal_nik(office, person.record_id) not in said


def test_office_and_station_have_the_same_paper(office, station, answered):
    assert answer_paper(office, station.installation.station_id) == answer_paper(station)


def test_what_came_later_is_said_as_not_arrived(station, people, answered):
    late = enrol_one(station, 8)
    void(station, people[0].record_id, "salah orang")
    said = text_of(answer_paper(station))
    assert f"{late.number} {late.name} belum diekspor" in said
    assert "1 dibatalkan" in said


def test_before_any_answer_there_is_no_paper(office, station, people, refused):
    refused("answer_never", answer_paper, station)
    refused("answer_never", answer_paper, office, station.installation.station_id)
    refused("station_unknown", answer_paper, office, "tidak ada")


def test_its_name_says_whose_it_is(office, station):
    name = "balasan_kota-mojokerto_MJK1_20261122.pdf"
    assert answer_paper_name(station) == answer_paper_name(office, "MJK1") == name
