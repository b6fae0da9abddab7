"""Sheets on a printer. A PDF stands for the paper; a printer there was none to try."""

from typing import NamedTuple

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog

from jamsos_desktop.domain.calibration import TRUE, Calibration
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.cards.state import Look
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.printing import printer as printing
from jamsos_desktop.gui.printing.printer import PrinterSheets, choose_printer, set_paper
from jamsos_desktop.gui.printing.sheets import PRINT_DPI, Turn
from jamsos_desktop.printing.preview import PageImage, page_image
from tests.printing.pages import page_count

A4 = (2480, 3508)  # pixels at 300 dpi


def sheet(colour):
    """An A4 page whose left half has this colour."""
    width, height = A4
    row = bytes(colour) * (width // 2) + b"\xff\xff\xff\xff" * (width // 2)
    return PageImage(width, height, row * height)


@pytest.fixture
def paper(qapp, tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "paper.pdf"))
    return made


def print_two(sheets):
    sheets.add(sheet((200, 0, 0, 255)), PRINT_DPI, TRUE)
    sheets.add(sheet((0, 0, 200, 255)), PRINT_DPI, TRUE)
    sheets.finish()


def test_sheets_come_out_in_true_size_printed_by_the_worker(qtbot, paper, tmp_path):
    jobs, done = JobRunner(), []
    sheets = PrinterSheets(paper)
    jobs.start(lambda: print_two(sheets), done.append, done.append)
    qtbot.waitUntil(lambda: done == [None])
    jobs.shutdown()
    out = tmp_path / "paper.pdf"
    assert page_count(out) == 2
    for page, colour in ((0, (200, 0, 0)), (1, (0, 0, 200))):
        image = page_image(out, page, 20)
        assert (image.width, image.height) == pytest.approx((165, 234), abs=2)

        def at(x, y, image=image):
            start = 4 * (y * image.width + x)
            return tuple(image.rgbx[start : start + 3])

        for corner in ((2, 2), (2, image.height - 4), (image.width // 2 - 4, image.height // 2)):
            assert at(*corner) == pytest.approx(colour, abs=30)
        assert at(image.width // 2 + 4, 4) == (255, 255, 255)


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_begin_says_so(paper, tmp_path):
    paper.setOutputFileName(str(tmp_path / "gone" / "paper.pdf"))
    sheets = PrinterSheets(paper)
    with pytest.raises(UserError, match="printer_failed"):
        sheets.add(sheet((0, 0, 0, 255)), PRINT_DPI, TRUE)
    sheets.abort()


def test_without_a_printer_there_is_nothing_to_choose(qapp, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(UserError, match="no_printer"):
        choose_printer(None, "Kartu", Look(), print)


class FakeDialog(QDialog):
    """Stands for QPrintDialog, which needs a printer that this test cannot have."""

    def __init__(self, paper, parent):
        super().__init__(parent)
        self.paper = paper

    def setOption(self, option, on):
        assert on is False


def test_the_printer_that_was_chosen_is_handed_on(shown, monkeypatch):
    from PySide6.QtWidgets import QWidget

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Kantor"])
    monkeypatch.setattr(printing, "QPrintDialog", FakeDialog)
    window, chosen = shown(QWidget()), []
    choose_printer(window, "Kartu", Look(), chosen.append).reject()
    assert chosen == []
    dialog = choose_printer(window, "Kartu", Look(), chosen.append)
    assert dialog.windowTitle() == "Pilih printer"
    dialog.accept()
    assert [type(one) for one in chosen] == [PrinterSheets]
    assert PRINT_DPI == 300


class Form(NamedTuple):
    size: tuple[float, float]
    turn: Turn = ""


@pytest.mark.parametrize(
    ("form", "paper_mm", "name", "lying"),
    [
        (Look(), (210, 297), "A4", False),
        (Look(sheet="cr80"), (85.6, 53.98), None, False),
        (Form((297, 210)), (297, 210), "A4", True),
        (Form((841.0, 594.0)), (841, 594), "A1", True),
        (Form((297.0, 420.0)), (297, 420), "A3", False),
        (Form((80, 155.1)), (80, 155.1), None, False),  # a roll
    ],
)
def test_paper_is_as_large_and_lies_as_the_document(paper, form, paper_mm, name, lying):
    set_paper(paper, form)
    layout = paper.pageLayout()
    size = layout.fullRect(QPageLayout.Unit.Millimeter)
    assert (size.width(), size.height()) == pytest.approx(paper_mm, abs=0.4)
    assert (layout.orientation() == QPageLayout.Orientation.Landscape) == lying
    assert layout.pageSize().id() == (
        QPageSize.PageSizeId[name] if name else QPageSize.PageSizeId.Custom
    )


@pytest.mark.parametrize(
    ("look", "turn"),
    [
        (Look(), ""),
        (Look(sides=2), "long"),
        (Look(sides=2, sheet="a4_short"), "short"),
        (Look(sheet="cr80"), ""),
    ],
)
def test_the_printer_turns_the_sheet_as_the_look_says(look, turn):
    assert look.turn == turn  # a PDF has no sides to ask for


def test_a_page_drawn_less_fine_comes_out_as_large(paper, tmp_path):
    set_paper(paper, Form((297, 210)))
    sheets = PrinterSheets(paper)
    width, height = 1169, 827  # A4 lying at 100 dpi
    sheets.add(PageImage(width, height, bytes((200, 0, 0, 255)) * width * height), 100, TRUE)
    sheets.finish()
    image = page_image(tmp_path / "paper.pdf", 0, 20)
    assert (image.width, image.height) == pytest.approx((234, 165), abs=2)
    last = 4 * (image.width * (image.height - 4) + image.width - 4)
    assert tuple(image.rgbx[last : last + 3]) == pytest.approx((200, 0, 0), abs=30)


def test_a_sheet_too_small_for_the_document_is_refused_before_anything_goes_out(paper, tmp_path):
    set_paper(paper, Form((215.9, 279.4)))  # US Letter, which many printers believe they have
    sheets = PrinterSheets(paper)
    with pytest.raises(UserError) as caught:
        sheets.add(sheet((0, 0, 0, 255)), PRINT_DPI, TRUE)
    assert caught.value.code == "paper_too_small"
    assert caught.value.values == {"paper": "216 × 279 mm", "document": "210 × 297 mm"}
    sheets.abort()
    assert not (tmp_path / "paper.pdf").exists()


def test_a_roll_whose_paper_is_called_otherwise_is_printed(paper, tmp_path):
    set_paper(paper, Form((72, 120)))
    sheets = PrinterSheets(paper)
    width, height = 315, 611  # 80 by 155 mm at 100 dpi
    sheets.add(PageImage(width, height, bytes(4) * width * height), 100, TRUE)
    sheets.finish()
    assert page_count(tmp_path / "paper.pdf") == 1


def test_a_page_is_put_right_for_its_printer(paper, tmp_path):
    set_paper(paper, Look())
    sheets = PrinterSheets(paper)
    measured = Calibration(left=35.0, top=30.0, across=150.0, down=220.0)  # 5 mm to the right
    sheets.add(sheet((200, 0, 0, 255)), PRINT_DPI, measured)
    sheets.finish()
    image = page_image(tmp_path / "paper.pdf", 0, 254)  # ten pixels a millimetre

    def at(x):
        start = 4 * (image.width * 1000 + x * 10)
        return tuple(image.rgbx[start : start + 3])

    assert at(98) == pytest.approx((200, 0, 0), abs=30)
    assert at(102) == (255, 255, 255)  # the colour ended at 105 mm on the page
