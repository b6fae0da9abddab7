"""Sheets on a printer through Qt. The only place that knows QtPrintSupport."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import (
    QAbstractPrintDialog,
    QPrintDialog,
    QPrinter,
    QPrinterInfo,
)
from PySide6.QtWidgets import QDialog, QWidget

from jamsos_desktop.domain.calibration import Calibration
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.printing.sheets import OnPaper
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.preview import PageImage

_MM = QPageSize.Unit.Millimeter
_INCH = 25.4  # mm
_SAFE = 8.0  # mm at each edge, where nothing is drawn
_SMALLEST_SHEET = 200.0  # mm, the short side of A4 and what is like it
_DUPLEX = {
    "": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


class PrinterSheets:
    """Pages as pictures on a printer, in their true size from the corner of the paper.

    Qt lets a QPainter work on a QPrinter away from the GUI thread, as long as one thread does it.
    """

    def __init__(self, printer: QPrinter) -> None:
        printer.setFullPage(True)
        self.name = printer.printerName()
        self._printer = printer
        self._painter = QPainter()

    def add(self, image: PageImage, dpi: float, calibration: Calibration) -> None:
        """Print this page, drawn so fine, put right by what was measured on this printer.

        Raises ``paper_too_small`` and ``printer_failed``.
        """
        self._check_paper(image.width / dpi * _INCH, image.height / dpi * _INCH)
        on_paper = self._painter.isActive()
        ready = self._printer.newPage() if on_paper else self._painter.begin(self._printer)
        if not ready:
            raise UserError("printer_failed")
        dot, millimetre = self._printer.resolution() / dpi, self._printer.resolution() / _INCH
        (wide, high), (right, down) = calibration.scale, calibration.shift
        target = QRectF(
            right * millimetre,
            down * millimetre,
            image.width * dot * wide,
            image.height * dot * high,
        )
        picture = QImage(
            image.rgbx, image.width, image.height, 4 * image.width, QImage.Format.Format_RGBX8888
        )
        self._painter.drawImage(target, picture)

    def _check_paper(self, width: float, height: float) -> None:
        """Sheets only: how a roll's or a card's printer calls its paper, nobody can know."""
        paper = self._printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
        short = paper.width() + _SAFE < width or paper.height() + _SAFE < height
        if short and min(width, height) >= _SMALLEST_SHEET:
            raise UserError(
                "paper_too_small",
                paper=f"{paper.width():.0f} × {paper.height():.0f} mm",
                document=f"{width:.0f} × {height:.0f} mm",
            )

    def finish(self) -> None:
        """Everything was given. Raises ``printer_failed``."""
        ended = self._painter.end()
        if not ended or self._printer.printerState() == QPrinter.PrinterState.Error:
            raise UserError("printer_failed")

    def abort(self) -> None:
        """Throw away what has not been printed yet."""
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


def choose_printer(
    parent: QWidget, job_name: str, form: OnPaper, on_chosen: Callable[[PrinterSheets], object]
) -> QDialog:
    """Let a printer be chosen, without blocking. Raises ``no_printer`` where there is none.

    Paper, which way it lies and its sides are those of the ``form``, until somebody says otherwise
    in the dialogue.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise UserError("no_printer")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer, form)
    printer.setDocName(job_name)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Pilih printer"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(partial(_on_finished, printer, on_chosen))
    QDialog.open(dialog)  # QPrintDialog's own open() wants a receiver
    return dialog


def set_paper(printer: QPrinter, form: OnPaper) -> None:
    """The paper's size, which way it lies, and how the printer turns it for the back."""
    printer.setPageLayout(layout_of(form))
    printer.setDuplex(_DUPLEX[form.turn])


def layout_of(form: OnPaper) -> QPageLayout:
    """A sheet by its name where it has one, upright or lying; a card or a roll by its measures."""
    short, long = sorted(form.size)
    named = QPageSize(QSizeF(short, long), _MM, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    if named.id() == QPageSize.PageSizeId.Custom:
        upright, paper = True, QPageSize(QSizeF(*form.size), _MM)
    else:
        upright, paper = form.size[0] <= form.size[1], named
    lies = QPageLayout.Orientation.Portrait if upright else QPageLayout.Orientation.Landscape
    return QPageLayout(paper, lies, QMarginsF())


def _on_finished(
    printer: QPrinter, on_chosen: Callable[[PrinterSheets], object], result: int
) -> None:
    if result == QDialog.DialogCode.Accepted:
        on_chosen(PrinterSheets(printer))
