"""What a printer takes, and how a sheet lies in it. No Qt."""

from typing import Literal, Protocol

from jamsos_desktop.domain.calibration import Calibration
from jamsos_desktop.printing.preview import PageImage

PRINT_DPI = 300

#: Over which edge a sheet is turned for its back; empty where there is none.
Turn = Literal["", "long", "short"]


class Sheets(Protocol):
    """A printer that takes pages as pictures. Called on the worker."""

    name: str  # by which its measures are known

    def add(self, image: PageImage, dpi: float, calibration: Calibration) -> None:
        """Print this page, drawn so fine, put right. Raises ``printer_failed``."""

    def finish(self) -> None:
        """Everything was given. Raises ``printer_failed``."""

    def abort(self) -> None:
        """Throw away what has not been printed yet."""


class OnPaper(Protocol):
    """What is printed: how large a page is, and how the sheet is turned for its back."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""

    @property
    def turn(self) -> Turn:
        """Over which edge; empty where there is no back."""
