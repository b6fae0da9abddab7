"""The part "Aturan dan teks": which files hold here, and, at the office, how they are changed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.reference.look_page import LookPage
from jamsos_desktop.gui.reference.presenter import ReferencePresenter, why_not
from jamsos_desktop.gui.reference.state import Line, State
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import N_, _

_KINDS = N_("Berkas TOML (*.toml)")
_WIDEST = 300  # pixels of a name


def _columns() -> list[Column[Line]]:
    return [
        Column(_("Tentang"), lambda line: line.kind),
        Column(_("Nama"), lambda line: line.title),
        Column(_("Versi"), lambda line: line.version, numbers=True),
        Column(_("Asal"), lambda line: line.origin, tone=lambda line: line.tone),
    ]


class ReferencePage(QWidget):
    """The list, and over it the look at what a file would change."""

    left = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ListPage(why_not(context.desk), self)
        self.look = LookPage(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.look)
        self.presenter = ReferencePresenter(self, context.jobs, context.desk, context.show_result)
        self.list.left.connect(self.left)
        self.list.save.clicked.connect(self._on_save)
        self.list.restore.clicked.connect(self._on_restore)
        self.list.add.clicked.connect(self._on_add)
        self.list.replace.clicked.connect(self._on_replace)
        self.look.left.connect(self.presenter.leave)
        self.look.accepted.connect(self.presenter.accept)
        self.display(self.presenter.state)

    def open(self) -> None:
        """Begin with the list as it is now."""
        self.presenter.leave()
        self.presenter.refresh()
        self.list.table.setFocus()

    def display(self, state: State) -> None:
        """Show the state."""
        before = self._stack.currentWidget()
        self.list.display(state)
        self.look.display(state)
        now: QWidget = self.list if state.look is None else self.look
        self._stack.setCurrentWidget(now)
        if before is self.look and now is self.list:
            self.list.table.setFocus()

    def _with_marked(self, act: Callable[[Line], object]) -> None:
        for line in self.list.table.chosen()[:1]:
            act(line)

    def _on_save(self) -> None:
        self._with_marked(self._ask_where)

    def _ask_where(self, line: Line) -> None:
        own = line.name.rpartition("/")[2]
        save = partial(self.presenter.save, line.name)
        dialogs.choose_new_file(self, _("Simpan berkas"), own, _(_KINDS), save)

    def _on_replace(self) -> None:
        self._with_marked(self._ask_which)

    def _ask_which(self, line: Line) -> None:
        look = partial(self.presenter.look_at, line.name)
        title = _("Pilih pengganti {file}", file=line.name)
        dialogs.choose_file(self, title, _(_KINDS), look)

    def _on_add(self) -> None:
        dialogs.choose_files(self, _("Pilih berkas baru"), _(_KINDS), self._on_files)

    def _on_files(self, paths: list[Path]) -> None:
        self.presenter.look_at_new(paths)

    def _on_restore(self) -> None:
        self._with_marked(lambda line: self.presenter.look_at_shipped(line.name))


def _lead() -> str:
    return _(
        "Peraturan baru tidak menunggu program baru: ganti berkasnya di sini. Pos memakainya"
        " sesudah menerima balasan berikutnya."
    )


class ListPage(PageFrame):
    """Every file that holds here, with where it comes from."""

    left = Signal()

    def __init__(self, why_not: str, parent: QWidget | None = None) -> None:
        """``why_not`` says why nothing can be changed here; empty where it can."""
        super().__init__(_("Aturan dan teks"), why_not or _lead(), parent)
        self.status.hide()
        self._state = State()
        self.model: RowsTable[Line] = RowsTable(_columns(), self)
        self.table = TableView(self.model, _("Aturan dan teks"), self)
        self.detail = words("", "hint", self)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.detail)
        self.back = self.add_button(_("Kembali"))
        keys.bind("leave", self, self.back.click)
        self.back.clicked.connect(self.left)
        self.save = self.add_button(_("Simpan…"))
        self.restore = self.add_button(_("Kembalikan bawaan"))
        self.add = self.add_button(_("Tambah…"))
        self.replace = self.set_primary(_("Ganti…"), "choose")
        self.table.selectionModel().selectionChanged.connect(self._on_selected)

    def display(self, state: State) -> None:
        """Show the files."""
        if state.lines is not self._state.lines:
            self.table.show_rows(state.lines, lambda line: line.name)
            self.table.fit_columns(_WIDEST, (0, 1, 2))
        self._state = state
        self.notice.show_outcome(state.error, warning=state.warning, success=state.success)
        self._on_selected()

    def _on_selected(self) -> None:
        line = next(iter(self.table.chosen()), None)
        state = self._state
        none = "" if line else _("Pilih satu berkas dulu.")
        usable(self.save, none)
        usable(self.add, state.why_not or state.busy)
        not_now = state.why_not or state.busy or none
        usable(self.replace, not_now or (line.why_not_replace if line else ""))
        usable(self.restore, not_now or (line.why_not_restore if line else ""))
        self.detail.setText(line.more if line else "")
