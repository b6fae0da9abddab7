"""What happens with the event's papers, and when cards are handed over."""

from dataclasses import replace

import pytest

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.papers.presenter import PapersPresenter
from jamsos_desktop.gui.papers.state import Options
from jamsos_desktop.gui.people import People
from jamsos_desktop.services import find, print_cards, void
from jamsos_desktop.storage.models import participant
from tests.fakes import InlineJobs
from tests.gui.desk import form, open_desk
from tests.gui.printing.sheets import FakePrinter, SheetsView
from tests.printing.pages import page_count


@pytest.fixture
def desk(data_dir):
    opened, ids = open_desk(data_dir, *(form(place, f"Warga {place}") for place in range(30)))
    print_cards.journal_prints(opened, ids[:29], "printer")
    yield opened
    opened.close()


@pytest.fixture
def told():
    return []


@pytest.fixture
def page(desk, told):
    view = SheetsView()
    presenter = PapersPresenter(view, InlineJobs(), desk, told.append)
    presenter.refresh()
    return presenter, view


def numbers(desk):
    return sorted(one.number for one in find.find_participants(desk))


def handed(desk):
    with desk.database.reading() as connection:
        query = participant.select().where(participant.c.handed)
        return [row.number for row in connection.execute(query)]


def test_the_minutes_are_there_and_every_page_can_be_looked_at(page):
    presenter, view = page
    assert (view.state.kind, view.state.pages) == ("minutes", 2)
    presenter.looking.show_at(40)
    first = view.image
    presenter.looking.go_to_page(9)
    assert view.state.place_words() == "Halaman 2 dari 2"
    assert view.image.rgbx != first.rgbx


def test_another_list_begins_at_its_first_page(page):
    presenter, view = page
    presenter.looking.show_at(40)
    presenter.looking.go_to_page(1)
    presenter.choose_document("balance")
    assert (view.state.page, view.state.pages) == (0, 1)
    assert presenter.file_name().startswith("neraca-")
    presenter.choose_document("unregistered")
    assert view.state.pages == 0
    assert view.image is None
    assert view.state.error is None
    assert view.state.why_not() == "Tidak ada calon yang belum terdaftar"


def test_what_is_saved_is_what_was_looked_at(page, told, tmp_path):
    presenter, view = page
    presenter.save(tmp_path / "berita")
    assert page_count(tmp_path / "berita.pdf") == 2
    assert told == ["Tersimpan: berita.pdf"]
    presenter.save(tmp_path / "gone" / "berita.pdf")
    assert view.state.error.what == "Tempat tujuan tidak ada atau flashdisk tercabut."


def test_printing_sends_every_page(page, told):
    presenter, view = page
    printer = FakePrinter()
    presenter.print_on(printer)
    assert (len(printer.pages), printer.ended) == (2, "finished")
    assert (view.state.asked, view.state.progress, told) == (2, None, [])
    presenter.choose_document("balance")
    assert view.state.kind == "minutes"  # an answer is awaited
    presenter.print_on(again := FakePrinter())
    assert len(again.pages) == 2
    presenter.out.answer(True)
    assert told == ["Berita acara serah terima tercetak"]
    assert view.state.asked == 0


def test_a_printer_that_fails_is_explained_and_one_that_is_stopped_too(page):
    presenter, view = page

    def fail():
        raise UserError("printer_failed")

    printer = FakePrinter(fail)
    presenter.print_on(printer)
    assert printer.ended == "aborted"
    assert view.state.error is not None
    stopped = FakePrinter(presenter.out.stop)
    presenter.print_on(stopped)
    assert stopped.ended == "aborted"
    assert view.state.warning.startswith("Dihentikan.")


def test_a_card_is_handed_over_and_the_minutes_say_so(desk, page, told):
    presenter, view = page
    first = numbers(desk)[0]
    presenter.looking.show_at(40)
    before = view.image
    presenter.handing.hand_over(first, "keluarga", "Budi")
    assert view.state.handed.what == "Diserahkan"
    assert (handed(desk), told) == ([first], [f"{first} diserahkan"])
    assert view.image.rgbx != before.rgbx
    presenter.handing.hand_over(first, "orangnya", "")
    assert view.state.handed.what == "Sudah diserahkan"
    presenter.handing.forget()
    assert view.state.handed is None


def printed(desk, kind="receipt"):
    """For each person's name the copies of such a paper that are journalled, with the reasons."""
    people = sorted((one.name, one.record_id) for one in find.find_participants(desk, limit=99))
    return {name: _copies(find.look_at(desk, key).history, kind) for name, key in people}


def _copies(history, kind):
    papers = [line.body for line in history if getattr(line.body, "kind", "") == kind]
    return [(paper.copy, paper.reason, paper.note) for paper in papers]


def only(first, last, **changes):
    return Options(people=People("range", first=f"{first:05d}", last=f"{last:05d}", **changes))


def test_receipts_count_only_when_somebody_saw_them(desk, page, told):
    presenter, view = page
    presenter.choose(only(1, 5))
    presenter.choose_document("receipt")
    assert (view.state.count, view.state.pages) == (5, 2)
    presenter.print_on(FakePrinter())
    presenter.out.answer(False)
    assert view.state.warning == "Tidak ada yang ditandai tercetak."
    assert not any(printed(desk).values())
    presenter.print_on(FakePrinter())
    presenter.out.answer(True)
    assert told == ["Tanda terima pendaftaran: 5 tercetak"]
    assert sum(map(len, printed(desk).values())) == 5
    assert view.state.empty_words()[0] == "Semua di pilihan ini sudah punya"


def test_a_receipt_given_again_wants_a_reason_and_says_that_it_is_a_copy(desk, page, tmp_path):
    presenter, view = page
    presenter.choose(only(1, 2, only_new=False))
    presenter.choose_document("receipt")
    presenter.save(tmp_path / "a.pdf")
    assert view.state.why_not() == "Pilih dulu alasan mencetak ulang."
    presenter.save(tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()
    presenter.give_reason(Reprint("hilang", "di pasar"))
    presenter.save(tmp_path / "b.pdf")
    assert view.state.reprint == Reprint()
    assert [made for made in printed(desk).values() if made] == [
        [(1, "", ""), (2, "hilang", "di pasar")]
    ] * 2


def test_after_a_jam_only_whole_papers_count(desk, page, told):
    presenter, view = page
    presenter.choose_document("receipt")
    presenter.choose(only(1, 6))
    presenter.print_on(FakePrinter())
    presenter.out.answer_some("tiga")
    assert (view.state.asked, "2 lembar" in view.state.error.what) == (2, True)
    presenter.out.answer_some("2")
    assert told == ["Tanda terima pendaftaran: 2 tercetak"]
    assert [name for name, made in printed(desk).items() if made] == ["Warga 4", "Warga 5"]
    assert view.state.count == 4
    presenter.choose_document("board")
    presenter.choose(replace(only(1, 2), tiled=True))
    presenter.print_on(FakePrinter())
    presenter.out.answer_some("1-7")  # of two boards of four sheets each
    assert len([made for made in printed(desk, "board").values() if made]) == 1


def test_the_paper_follows_the_form(page):
    presenter, view = page
    presenter.choose_document("receipt")
    presenter.choose(only(1, 3))
    assert (view.state.size, view.state.pages) == ((210.0, 297.0), 1)
    presenter.choose(replace(only(1, 3), receipt="slip_80"))
    assert (view.state.size[0], view.state.pages) == (80.0, 3)
    presenter.choose(replace(only(1, 3), board="a1"))
    presenter.choose_document("board")
    assert (view.state.size, view.state.pages) == ((841.0, 594.0), 3)
    presenter.choose(replace(only(1, 3), tiled=True))
    assert view.state.pages == 3 * 4
    presenter.choose_document("leaflet")
    assert (view.state.size, view.state.pages, view.state.turn) == ((297.0, 210.0), 2, "short")
    presenter.choose_document("attendance")
    assert (view.state.pages, view.state.count_words()) == (1, "")


def test_a_board_may_call_somebody_otherwise(page, tmp_path):
    presenter, view = page
    presenter.looking.show_at(20)
    presenter.choose(only(1, 2))
    presenter.choose_document("board")
    presenter.looking.go_to_page(1)
    usual = view.state.called
    before = view.image
    presenter.call("Bu Sri")
    assert (view.state.page, view.state.called) == (1, "Bu Sri")
    assert view.image.rgbx != before.rgbx
    presenter.looking.go_to_page(0)
    assert view.state.called != "Bu Sri"
    presenter.looking.go_to_page(1)
    presenter.call(" ")
    assert view.state.called == usual


def test_a_number_that_is_none_is_explained_where_the_paper_would_be(page):
    presenter, view = page
    presenter.choose_document("receipt")
    presenter.choose(Options(people=People("range", first="tujuh")))
    assert view.state.pages == 0
    assert "bukan nomor" in view.state.why_not()
    assert view.state.error is None
    presenter.choose(Options(people=People("place")))
    assert view.state.why_not() == "Pilih RT, RW, atau kelurahannya."
    presenter.choose(Options(people=People("ceremony")))
    assert "simbolis" in view.state.why_not()


def test_people_of_another_page_are_taken_over(desk, page):
    presenter, view = page
    some = find.find_participants(desk, limit=2)
    void.void(desk, some[0].record_id, "salah orang")
    presenter.take_over(tuple(one.record_id for one in some))
    assert (view.state.kind, view.state.count) == ("receipt", 1)
    assert view.state.count_words().endswith("1 orang dibatalkan atau mencabut persetujuan")
    presenter.choose_event(view.state.event_id)
    assert view.state.options.people.part == "event"


def test_a_stopped_batch_writes_no_file(page, tmp_path, monkeypatch):
    presenter, view = page
    presenter.choose_document("receipt")
    monkeypatch.setattr(view, "display", lambda _state: presenter.out.stop())
    presenter.save(tmp_path / "a.pdf")
    monkeypatch.undo()
    presenter.looking.go_to_page(1)
    assert view.state.warning == "Dihentikan. Tidak ada berkas yang ditulis."
    assert not list(tmp_path.glob("*.pdf"))
