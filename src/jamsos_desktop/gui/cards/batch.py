"""Chosen cards on their way out. No Qt."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.gui.cards.state import Look
from jamsos_desktop.gui.printing.batch import Piece, Saved, Work
from jamsos_desktop.i18n import _
from jamsos_desktop.services import print_cards
from jamsos_desktop.services.desk import Desk


class Cards(NamedTuple):
    """The cards of these people, drawn sheet by sheet when they are wanted."""

    record_ids: tuple[str, ...] = ()
    look: Look = Look()

    @property
    def sheets(self) -> int:
        return -(-len(self.record_ids) // self.look.on_sheet)

    @property
    def pages(self) -> int:
        return self.sheets * self.look.sides

    @property
    def asked(self) -> int:
        return len(self.record_ids)

    @property
    def nothing_counts(self) -> str:
        return _("Tidak ada kartu yang ditandai tercetak.")

    def at(self, desk: Desk, page: int) -> tuple[bytes, int]:
        sheet, side = divmod(page, self.look.sides)
        return print_cards.preview_cards(desk, self._on(sheet)), side

    def pieces(self, desk: Desk, printer: str) -> Iterator[Piece]:
        for sheet in range(self.sheets):
            pdf = print_cards.preview_cards(desk, self._on(sheet), printer)  # put right in itself
            yield Piece(pdf, self.look.sides)

    def on_sheets(self, sheets: Sequence[int]) -> "Cards":
        here = tuple(one for sheet in sheets for one in self._on(sheet - 1))
        return self._replace(record_ids=here)

    def save(self, desk: Desk, target: Path, reprint: Reprint, work: Work) -> Saved:
        made = print_cards.save_cards(desk, self.record_ids, target, *work, reprint=reprint)
        values = {"count": made.cards, "file": made.path.name}
        return Saved(made.path, _("{count} kartu disimpan di {file}", **values))

    def journal(self, desk: Desk, reprint: Reprint) -> str:
        print_cards.journal_prints(desk, self.record_ids, "printer", reprint)
        return _("{count} kartu tercetak", count=len(self.record_ids))

    def _on(self, sheet: int) -> tuple[str, ...]:
        """Whose cards stand on a sheet, which counts from 0."""
        first = sheet * self.look.on_sheet
        return self.record_ids[first : first + self.look.on_sheet]
