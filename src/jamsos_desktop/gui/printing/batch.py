"""What goes out: looked at page by page, printed piece by piece, or written into a file. No Qt."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, Self

from jamsos_desktop.domain.calibration import TRUE, Calibration
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.gui.printing.sheets import PRINT_DPI, Sheets
from jamsos_desktop.printing.preview import PageImage, page_image, page_size
from jamsos_desktop.services.desk import Desk
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
