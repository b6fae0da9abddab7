"""A batch on its way out: only what somebody saw counts."""

import io
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from jamsos_desktop.domain.reprint import FIRST, Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.printing.batch import Piece, Saved
from jamsos_desktop.gui.printing.letting_out import LettingOut, pdf_name
from tests.fakes import InlineJobs
from tests.gui.printing.sheets import FakePrinter

AGAIN = Reprint("rusak")


def blank_pdf():
    with closing(pypdfium2.PdfDocument.new()) as document:
        document.new_page(100, 100)
        document.save(written := io.BytesIO())
    return written.getvalue()


class Two(NamedTuple):
    """Two sheets; what is counted stands in ``counted``."""

    counted: list
    which: tuple[int, ...] = (1, 2)
    pages = sheets = asked = 2
    nothing_counts = "Tidak ada yang dihitung."

    def pieces(self, _desk, _printer):
        for _one in self.which:
            yield Piece(blank_pdf(), 1)

    def on_sheets(self, sheets):
        return self._replace(which=tuple(sheets))

    def save(self, _desk, target, reprint, work):
        work.cancel.check()
        self.counted.append((target.name, reprint))
        return Saved(target, "Tersimpan")

    def journal(self, _desk, reprint):
        self.counted.append((self.which, reprint))
        return f"{len(self.which)} tercetak"


class Page:
    def __init__(self):
        self.state, self.told = {}, []
        self.out = LettingOut(InlineJobs(), None, self.show, self.told.append)

    def show(self, **changes):
        self.state |= changes


@pytest.fixture
def page():
    return Page()


@pytest.fixture
def two():
    return Two([])


def test_a_file_gets_the_ending_of_a_pdf(page, two):
    page.out.save(two, Path("kartu.v2"), AGAIN)
    assert two.counted == [("kartu.v2.pdf", AGAIN)]
    assert page.told == ["Tersimpan"]
    assert (page.state["progress"], page.state["reprint"]) == (None, FIRST)
    assert page.state["success"].startswith("Tersimpan. Folder: ")
    assert pdf_name(Path("a.PDF")) == Path("a.PDF")


def test_what_was_printed_counts_after_a_yes_with_its_reason(page, two):
    page.out.print_on(FakePrinter(), two, AGAIN)
    assert (page.state["asked"], page.told, two.counted) == (2, [], [])
    page.out.answer(True)
    assert two.counted == [((1, 2), AGAIN)]
    assert (page.state["asked"], page.told) == (0, ["2 tercetak"])
    page.out.answer(True)  # nothing is asked any more
    assert len(two.counted) == 1


def test_what_is_asked_about_is_printed_again_instead_of_another_batch(page, two):
    page.out.print_on(FakePrinter(), two, FIRST)
    printer = FakePrinter()
    page.out.print_on(printer, None, FIRST)
    assert len(printer.pages) == 2
    page.out.answer(False)
    assert (page.state["asked"], page.state["warning"]) == (0, two.nothing_counts)
    page.out.print_on(nobody := FakePrinter(), None, FIRST)
    assert nobody.pages == []
    assert two.counted == []


def test_some_of_the_sheets_count(page, two):
    page.out.print_on(FakePrinter(), two, FIRST)
    page.out.answer_some("3")
    assert (page.state["asked"], bool(page.state["error"])) == (2, True)
    page.out.answer_some("2")
    assert two.counted == [((2,), FIRST)]


def test_stopping_says_so_at_once_and_that_nothing_counts(page, two):
    doing = []

    def stop():
        page.out.stop()
        doing.append(page.state["progress"].doing)

    printer = FakePrinter(stop)
    page.out.print_on(printer, two, FIRST)
    assert (doing, printer.ended) == (["Menghentikan…"], "aborted")
    assert page.state["warning"] == (
        "Dihentikan. Buang lembar yang sudah keluar. Tidak ada yang dihitung."
    )
    page.out.answer(True)
    assert two.counted == []


def test_what_came_out_but_could_not_be_counted_is_asked_about_again(page, two, monkeypatch):
    def fail(_self, _desk, _reprint):
        raise UserError("disk_full")

    page.out.print_on(FakePrinter(), two, FIRST)
    with monkeypatch.context() as broken:
        broken.setattr(Two, "journal", fail)
        page.out.answer(True)
    assert (page.state["asked"], bool(page.state["error"])) == (2, True)
    page.out.answer(True)
    assert two.counted == [((1, 2), FIRST)]
