"""What happens with the event's papers, and when cards are handed over."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.papers.presenter import PapersPresenter
from jamsos_desktop.services import find, print_cards
from jamsos_desktop.storage.models import participant
from tests.fakes import FakeView, InlineJobs
from tests.gui.desk import form, open_desk
from tests.printing.pages import page_count


class SheetsView(FakeView):
    def __init__(self):
        super().__init__()
        self.image = None

    def show_sheet(self, image):
        self.image = image


class FakePrinter:
    """Takes pages; ``on_add`` may raise or press "stop"."""

    name = "Printer uji"

    def __init__(self, on_add=lambda: None):
        self.pages, self.ended, self._on_add = 0, "", on_add

    def add(self, _image):
        self._on_add()
        self.pages += 1

    def finish(self):
        self.ended = "finished"

    def abort(self):
        self.ended = "aborted"


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
    presenter.show_at(40)
    first = view.image
    presenter.go_to_page(9)
    assert view.state.place_words() == "Halaman 2 dari 2"
    assert view.image.rgbx != first.rgbx


def test_another_list_begins_at_its_first_page(page):
    presenter, view = page
    presenter.show_at(40)
    presenter.go_to_page(1)
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
    assert (printer.pages, printer.ended) == (2, "finished")
    assert told == ["Dikirim ke printer."]
    assert view.state.progress is None


def test_a_printer_that_fails_is_explained_and_one_that_is_stopped_too(page):
    presenter, view = page

    def fail():
        raise UserError("printer_failed")

    printer = FakePrinter(fail)
    presenter.print_on(printer)
    assert printer.ended == "aborted"
    assert view.state.error is not None
    stopped = FakePrinter(presenter.stop)
    presenter.print_on(stopped)
    assert stopped.ended == "aborted"
    assert view.state.warning.startswith("Dihentikan.")


def test_a_card_is_handed_over_and_the_minutes_say_so(desk, page, told):
    presenter, view = page
    first = numbers(desk)[0]
    presenter.show_at(40)
    before = view.image
    presenter.hand_over(first, "keluarga", "Budi")
    assert view.state.handed.what == "Diserahkan"
    assert (handed(desk), told) == ([first], [f"{first} diserahkan"])
    assert view.image.rgbx != before.rgbx
    presenter.hand_over(first, "orangnya", "")
    assert view.state.handed.what == "Sudah diserahkan"
    presenter.forget_hand_over()
    assert view.state.handed is None


def test_a_card_that_is_to_be_kept_is_answered_in_red(desk, page, told):
    presenter, view = page
    presenter.hand_over("MJK1-99999-X", "orangnya", "")
    assert view.state.handed.tone == "error"
    presenter.hand_over("  ", "orangnya", "")
    assert (handed(desk), told) == ([], [])
