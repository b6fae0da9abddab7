"""How cards come out: design, paper, which way the sheet is turned, photo."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.gui.cards.state import Look
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.labelled import Labelled
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.i18n import _


class LookBox(QWidget):
    """Draws the look and reports another choice."""

    design_chosen = Signal(str)
    sheet_chosen = Signal(str)
    photo_chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = Look()
        self.design = ListChooser(self._options, self)
        self.paper = Choice([("a4", _("A4, 10 kartu")), ("cr80", _("Kartu CR80"))], self)
        self.turn = Choice([("a4_long", _("Sisi panjang")), ("a4_short", _("Sisi pendek"))], self)
        self.photo = Choice([("yes", _("Dengan foto")), ("no", _("Tanpa foto"))], self)
        self._turn = Labelled(_("Kertas dibalik lewat"), self.turn, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in (
            Labelled(_("Desain"), self.design, self),
            Labelled(_("Kertas"), self.paper, self),
            self._turn,
            Labelled(_("Foto peserta"), self.photo, self),
        ):
            column.addWidget(field)
        self.design.chosen.connect(self._on_design)
        self.paper.edited.connect(self._on_paper)
        self.turn.edited.connect(self._on_turn)
        self.photo.edited.connect(self._on_photo)

    def show_look(self, look: Look) -> None:
        """Show what holds now."""
        changed = (look.designs, look.design) != (self._look.designs, self._look.design)
        self._look = look
        if changed or self.design.raw() != look.design:
            self.design.set_raw(look.design)
        self.paper.set_raw("cr80" if look.sheet == "cr80" else "a4")
        self.turn.set_raw(look.sheet)
        self.photo.set_raw("yes" if look.photo else "no")
        self._turn.setVisible(look.sides == 2 and look.sheet != "cr80")

    def _options(self) -> Sequence[Option]:
        return [Option(key, title, "") for key, title in self._look.designs]

    def _on_design(self, option: Option) -> None:
        self.design_chosen.emit(option.key)

    def _on_paper(self) -> None:
        sheet: Sheet = "cr80" if self.paper.raw() == "cr80" else "a4_long"
        self.sheet_chosen.emit(sheet)

    def _on_turn(self) -> None:
        self.sheet_chosen.emit(self.turn.raw())

    def _on_photo(self) -> None:
        self.photo_chosen.emit(self.photo.raw() == "yes")
