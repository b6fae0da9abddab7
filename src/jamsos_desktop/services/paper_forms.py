"""How the papers of people come out: which, and how many people and pages one piece has.

With this a batch of any size is looked at and printed piece by piece, in the memory of one.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from jamsos_desktop.domain.activities import PaperKind
from jamsos_desktop.printing.board import BoardSize, pages_of_board
from jamsos_desktop.printing.receipt import ReceiptKind, receipts_on_page
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.print_papers import Paper, print_boards, print_receipts
from jamsos_desktop.services.progress import CancelToken, Report, silent


class ReceiptForm(NamedTuple):
    """Receipts of one kind."""

    size: ReceiptKind = "a6_4"

    @property
    def kind(self) -> PaperKind:
        """What is journalled."""
        return "receipt"

    @property
    def people(self) -> int:
        """How many people stand on one piece."""
        return receipts_on_page(self.size)

    @property
    def pages(self) -> int:
        """How many pages one piece has."""
        return 1


class BoardForm(NamedTuple):
    """Boards of one size; ``called`` are pairs of a record and what its board says as the name."""

    size: BoardSize = "a3"
    tiled: bool = False
    called: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> PaperKind:
        """What is journalled."""
        return "board"

    @property
    def people(self) -> int:
        """One: a board is about one person."""
        return 1

    @property
    def pages(self) -> int:
        """How many pages one piece has."""
        return pages_of_board(self.size, tiled=self.tiled)


Form: TypeAlias = ReceiptForm | BoardForm


def print_form(
    desk: Desk,
    form: Form,
    record_ids: Sequence[str],
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> Paper:
    """These people's papers in this form. Raises as ``print_receipts`` does."""
    if isinstance(form, ReceiptForm):
        return print_receipts(desk, record_ids, form.size, report, cancel)
    called = dict(form.called)
    return print_boards(
        desk, record_ids, form.size, report, cancel, tiled=form.tiled, called=called
    )
