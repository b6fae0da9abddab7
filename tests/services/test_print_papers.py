"""Papers beside the card: who is on them, and that what went out is journalled."""

import re

import pypdfium2
import pytest

from jamsos_desktop.domain.activities import PaperPrinted
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import consent
from jamsos_desktop.services.explain import explanations
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.print_papers import (
    count_again,
    journal_paper,
    leaflet_languages,
    name_on_board,
    print_boards,
    print_leaflet,
    print_receipts,
    save_paper,
)
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.void import void
from jamsos_desktop.storage import journal
from tests.factories import event_of


@pytest.fixture
def ids(people):
    """Whose papers are printed."""
    return [person.record_id for person in people]


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def station_journal(desk):
    with desk.database.reading() as connection:
        return journal.count(connection)


def prints(desk, record_id):
    history = look_at(desk, record_id).history
    return [line.body for line in history if isinstance(line.body, PaperPrinted)]


@pytest.mark.parametrize("kind", ["a6_4", "slip_58"])
def test_a_receipt_names_who_was_registered_and_who_did_it(station, ids, kind):
    paper = print_receipts(station, ids, kind)
    text = text_of(paper.pdf)
    for record_id in ids:
        assert look_at(station, record_id).body.number in text
    assert not re.search(r"\d{11}", text)
    assert station.officer.name in text
    assert f"{station.clock():%d-%m-%Y %H:%M}" in text
    assert prints(station, ids[0]) == []


def test_what_goes_out_is_journalled(station, ids, tmp_path, refused):
    paper = print_receipts(station, ids[:2])
    path = save_paper(station, paper, tmp_path / "tanda terima.pdf")
    assert path.read_bytes() == paper.pdf
    assert "SALINAN" not in text_of(paper.pdf)
    assert count_again(station, ids, "receipt") == 2
    again = print_receipts(station, [ids[2], ids[0]])
    assert "SALINAN KE-2" in text_of(again.pdf)
    refused("reprint_reason_missing", journal_paper, station, again, "printer")
    refused("reprint_reason_missing", save_paper, station, again, tmp_path / "lagi.pdf")
    assert not (tmp_path / "lagi.pdf").exists()
    journal_paper(station, again, "printer", Reprint("hilang", " di  pasar "))
    assert prints(station, ids[0]) == [
        PaperPrinted(kind="receipt", to="file"),
        PaperPrinted(kind="receipt", to="printer", copy=2, reason="hilang", note="di pasar"),
    ]
    assert prints(station, ids[2]) == [PaperPrinted(kind="receipt", to="printer")]
    assert look_at(station, ids[0]).standing == look_at(station, ids[2]).standing


def test_who_does_not_count_any_more_gets_no_paper(station, ids, refused):
    void(station, ids[0], "Orangnya salah")
    consent.withdraw(station, ids[1], "Tidak mau lagi")
    paper = print_receipts(station, ids)
    assert (paper.record_ids, paper.left_out) == ((ids[2],), 2)
    assert refused("papers_left_out", print_receipts, station, ids[:2]) == {"count": 2}
    refused("papers_nobody", print_receipts, station, [])
    refused("participant_unknown", print_receipts, station, ["gone"])


def test_a_failed_write_journals_nothing(station, ids, tmp_path, refused):
    paper = print_receipts(station, ids)
    refused("target_gone", save_paper, station, paper, tmp_path / "gone" / "a.pdf")
    assert prints(station, ids[0]) == []


def test_a_wish_to_stop_is_heard(station, ids):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        print_receipts(station, ids, cancel=token)


@pytest.mark.parametrize("tiled", [False, True])
def test_a_board_tells_a_first_name_and_no_number_at_all(station, ids, tiled, tmp_path):
    person = look_at(station, ids[0]).body
    paper = print_boards(station, ids[:1], "a2", tiled=tiled)
    text = text_of(paper.pdf)
    assert person.name.split()[0] in text
    assert person.name not in text
    assert person.number not in text
    assert not re.search(r"\d{5}|•", text)
    save_paper(station, paper, tmp_path / "papan.pdf")
    assert prints(station, ids[0]) == [PaperPrinted(kind="board", to="file")]


def test_a_board_says_another_name_where_one_is_told(station, ids):
    called = {ids[0]: " Bu  Sri 3576 0217 0890 0001 "}
    text = text_of(print_boards(station, ids[:1], called=called).pdf)
    assert "Bu Sri" in text
    assert "3576" not in text


def test_several_boards_stand_in_one_file_each_with_its_name(station, ids):
    told = []
    called = {ids[1]: "Bu Sri"}
    report = lambda done, total: told.append((done, total))  # noqa: E731
    paper = print_boards(station, ids[:2], report=report, called=called)
    assert (paper.record_ids, told) == (tuple(ids[:2]), [(1, 2), (2, 2)])
    text = text_of(paper.pdf)
    assert name_on_board(station, ids[0]) in text
    assert "Bu Sri" in text
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        print_boards(station, ids, cancel=token)


def test_no_board_for_who_does_not_count_any_more(station, ids, refused):
    void(station, ids[0], "Orangnya salah")
    refused("papers_left_out", print_boards, station, ids[:1])
    refused("participant_unknown", print_boards, station, ["gone"])


def test_a_leaflet_says_what_is_explained_in_each_language(station, tmp_path):
    before = station_journal(station)
    event_id = event_of(station)
    for language in leaflet_languages(station):
        paper = print_leaflet(station, language, event_id)
        text = " ".join(text_of(paper.pdf).split())
        told = explanations(station, event_id)[language]
        for page in told.pages[:9]:
            assert page.title in text
            for amount in (amount for _what, amount in page.lines if amount):
                assert amount in text
        save_paper(station, paper, tmp_path / "hak.pdf")
    assert leaflet_languages(station)["jv"] == "Basa Jawa"
    assert station_journal(station) == before


def test_a_language_that_there_is_not_is_refused(station, refused):
    known = refused("leaflet_language", print_leaflet, station, "su")["known"]
    assert known == ", ".join(leaflet_languages(station))
