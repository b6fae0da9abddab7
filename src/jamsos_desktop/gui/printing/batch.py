"""What goes out: looked at page by page, printed piece by piece, or written into a file. No Qt."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, Self

from jamsos_desktop.domain.calibration import TRUE, Calibration
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.gui.printing.sheets import PRINT_DPI, Sheets
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.preview import PageImage, count_pages, page_image, page_size
from jamsos_desktop.services import card_look
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.papers_of_event import save_paper
from jamsos_desktop.services.progress import CancelToken, Report

_MOST_PIXELS = 18e6  # of a page on its way to the printer: A3 at 300 dpi, 72 MB
_INCH = 25.4  # mm


class Work(NamedTuple):
    """How far it is, and whether to stop."""

    report: Report
    cancel: CancelToken


class Piece(NamedTuple):
    """A PDF that is drawn at once, and how its pages are put right for the printer."""

    pdf: bytes
    pages: int
    calibration: Calibration = TRUE


class Saved(NamedTuple):
    """A file that was written, and in words what it holds."""

    path: Path
    said: str


class Batch(Protocol):
    """Cards, papers of people, or a list."""

    @property
    def pages(self) -> int:
        """How many there are to look at and to print."""

    @property
    def sheets(self) -> int:
        """Which can have come out well or not, each for itself; 0 where all of it has or has not.

        A sheet is what a person counts: one with a back counts once.
        """

    @property
    def asked(self) -> int:
        """How many cards or pages somebody is asked about."""

    @property
    def nothing_counts(self) -> str:
        """What is said where nothing came out well."""

    def at(self, desk: Desk, page: int) -> tuple[bytes, int]:
        """The PDF that has this page, and which of its pages it is; both count from 0."""

    def pieces(self, desk: Desk, printer: str) -> Iterator[Piece]:
        """All of it for the printer of this name, in the memory of one piece."""

    def on_sheets(self, sheets: Sequence[int]) -> Self:
        """Only what is whole on these sheets, which count from 1."""

    def save(self, desk: Desk, target: Path, reprint: Reprint, work: Work) -> Saved:
        """Write all of it and count it as printed. Raises what writing can raise."""

    def journal(self, desk: Desk, reprint: Reprint) -> str:
        """Count it as printed on a printer, and say so."""


class Whole(NamedTuple):
    """A paper that was made at once: what is looked at is what is printed and saved."""

    title: str
    pdf: bytes
    pages: int

    @property
    def sheets(self) -> int:
        return 0

    @property
    def asked(self) -> int:
        return self.pages

    @property
    def nothing_counts(self) -> str:
        return _("Cetak lagi kalau printernya sudah siap.")

    def at(self, _desk: Desk, page: int) -> tuple[bytes, int]:
        return self.pdf, page

    def pieces(self, desk: Desk, printer: str) -> Iterator[Piece]:
        yield piece_for(desk, printer, self.pdf, self.pages)

    def on_sheets(self, _sheets: Sequence[int]) -> "Whole":
        return self

    def save(self, _desk: Desk, target: Path, _reprint: Reprint, _work: Work) -> Saved:
        return saved_as(save_paper(self.pdf, target))

    def journal(self, _desk: Desk, _reprint: Reprint) -> str:
        return _("{document} tercetak", document=self.title)


def piece_for(desk: Desk, printer: str, pdf: bytes, pages: int) -> Piece:
    """Upright pages are put right by what was measured on the printer.

    How its driver turns lying ones is not known, so they go as they are.
    """
    across, down = page_size(pdf, 0)
    measured = card_look.print_settings(desk).calibration_of(printer)
    return Piece(pdf, pages, measured if across <= down else TRUE)


def saved_as(path: Path) -> Saved:
    """What is said of a paper's file."""
    return Saved(path, _("Tersimpan: {file}", file=path.name))


def whole(title: str, pdf: bytes) -> Whole:
    """A paper with its pages counted."""
    return Whole(title, pdf, count_pages(pdf))


def draw(desk: Desk, batch: Batch, page: int, dpi: float) -> PageImage:
    """The picture of a page, which counts from 0."""
    pdf, place = batch.at(desk, page)
    return page_image(pdf, place, dpi)


def print_all(desk: Desk, batch: Batch, sheets: Sheets, work: Work) -> bool:
    """Page by page, so that any number of people needs the memory of one piece."""
    done = 0
    try:
        for piece in batch.pieces(desk, sheets.name):
            dpi = print_dpi(page_size(piece.pdf, 0))
            for page in range(piece.pages):
                work.cancel.check()
                sheets.add(page_image(piece.pdf, page, dpi), dpi, piece.calibration)
                done += 1
                work.report(done, batch.pages)
        sheets.finish()
    except (Cancelled, UserError):
        sheets.abort()
        raise
    return True


def print_dpi(size: tuple[float, float]) -> float:
    """How fine a page of this size (mm) goes to the printer: large ones are seen from afar."""
    square_inches = size[0] * size[1] / _INCH**2
    return min(PRINT_DPI, round(math.sqrt(_MOST_PIXELS / square_inches)))
