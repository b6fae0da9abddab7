"""The list of participants: a search field, a table, and what stands around them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QWidget,
)

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.participants.lines import Line
from jamsos_desktop.gui.participants.presenter import ListState
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _

_LONGEST_NAME = 240  # px: a very long name must not push the rest out of sight


class SearchEdit(TextEdit):
    """Down goes to the table, Enter opens the first that is found, Escape empties the field."""

    down = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainSearch")
        self.setPlaceholderText(_("Nama, NIK, atau nomor"))
        self.setAccessibleName(_("Cari peserta"))
        self.setClearButtonEnabled(True)
        self._sign = IconLabel("search", "muted", 20, self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: object) -> None:
        self._sign.move(12, (self.height() - self._sign.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def columns() -> list[Column[Line]]:
    """Who it is first; the NIK is masked in the rows already, so a copy cannot hold it."""
    return [
        Column(_("Nama"), lambda line: line.name),
        Column(_("Nomor"), lambda line: line.number),
        Column(_("Keadaan kartu"), lambda line: line.state, tone=lambda line: line.tone),
        Column(_("Penyerahan"), lambda line: _("simbolis") if line.ceremony else ""),
        Column(_("NIK"), lambda line: line.masked_nik),
        Column(_("Kelurahan, RT/RW"), lambda line: line.place),
        Column(_("Pekerjaan"), lambda line: line.occupation),
        Column(_("Didaftarkan"), lambda line: line.recorded),
    ]


class ListView(PageFrame):
    """Reports what was typed and what is to be opened or printed."""

    typed = Signal(str)
    first_wanted = Signal()
    open_wanted = Signal(str)
    print_wanted = Signal(list)
    ceremony_wanted = Signal(list, bool)
    more_wanted = Signal(int)
    show_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Peserta"), parent=parent)
        self.search = SearchEdit(self)
        self.count = Elided("hint", self)
        self.show_only = Choice(
            [
                ("all", _("Semua")),
                ("incomplete", _("Belum lengkap")),
                ("voided", _("Dibatalkan")),
            ],
            self,
        )
        self.show_only.setAccessibleName(_("Yang ditampilkan"))
        self.show_only.set_raw("all")
        self.model: RowsTable[Line] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Daftar peserta"), self)
        self.status.setText(_("F2 mencari, panah memilih, Enter membuka."))
        self.ceremony = self.add_button(_("Tandai simbolis"))
        self.print_button = self.add_button(keys.label(_("Cetak kartu"), "print"))
        self.print_button.setAccessibleName(_("Cetak kartu peserta yang dipilih"))
        self.open_button = self.set_primary(_("Buka"), "next", bind=False)
        self.open_button.setAccessibleName(_("Buka halaman peserta yang dipilih"))
        self._middle = QStackedWidget(self)
        self._fitted = False
        self._empty = EmptyState(
            "users",
            _("Belum ada peserta"),
            _(
                "Di sini Anda mencari orang yang sudah didaftarkan, melihat datanya, dan "
                "mencetak kartunya.\nDaftarkan orang pertama di halaman Pendaftaran."
            ),
            self,
        )
        self._no_match = EmptyState(
            "search",
            _("Tidak ada yang cocok"),
            _("Coba sebagian nama saja, atau cari dengan NIK atau nomor pendaftaran."),
            self,
        )
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._empty)
        self._middle.addWidget(self._no_match)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.search.setMinimumWidth(240)
        self.search.setMaximumWidth(420)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.search, 3)
        top.addWidget(self.show_only)
        top.addWidget(self.count, 2)
        self.body.addLayout(top)
        self.body.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.typed)
        self.search.down.connect(self._on_down)
        self.show_only.edited.connect(self._on_show_only)
        self.search.entered.connect(self.first_wanted)
        self.table.opened.connect(self._on_opened)
        self.model.more_wanted.connect(self.more_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.ceremony.clicked.connect(self._on_ceremony)
        self.print_button.clicked.connect(self._on_print_clicked)
        self._on_selection()

    def show_state(self, state: ListState) -> None:
        """Say what stands around the table."""
        self.count.show_text(state.words())
        self._middle.setCurrentWidget(self._middle_of(state))
        self.search.setEnabled(not state.empty)
        self.show_only.setEnabled(not state.empty)
        self.show_only.setToolTip(_("Belum ada peserta.") if state.empty else "")
        self.notice.show_outcome(state.error)

    def _middle_of(self, state: ListState) -> QWidget:
        if state.empty:
            return self._empty
        return self._no_match if state.no_match else self.table

    def show_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Show these lines, and mark the one that was marked, or else the first."""
        self.table.show_rows(lines, lambda line: line.record_id, more=more)
        self._on_selection()  # a model that begins anew tells nobody that nothing is chosen
        if lines and not self._fitted:
            self._fitted = True
            self.table.fit_columns(_LONGEST_NAME, (0, 5, 6))

    def append_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Add these at the end."""
        self.model.append_rows(lines, more=more)

    def focus_search(self) -> None:
        """F2: go to the search field, ready to be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_selection(self) -> None:
        chosen = len(self.table.chosen())
        nobody = "" if chosen else _("Pilih dulu seorang peserta di daftar.")
        usable(self.print_button, nobody)
        usable(self.ceremony, nobody)
        text = _("Batalkan tanda simbolis") if self._all_marked() else _("Tandai simbolis")
        self.ceremony.setText(text)
        self.ceremony.setAccessibleName(_("{text}, untuk penyerahan di acara", text=text))
        usable(self.open_button, _("Pilih seorang saja untuk dibuka.") if chosen > 1 else nobody)

    def _all_marked(self) -> bool:
        lines = self.table.chosen()
        return bool(lines) and all(line.ceremony for line in lines)

    def _on_ceremony(self) -> None:
        ids = [line.record_id for line in self.table.chosen()]
        self.ceremony_wanted.emit(ids, not self._all_marked())

    def _on_show_only(self) -> None:
        self.show_wanted.emit(self.show_only.raw())

    def _on_down(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, line: Line) -> None:
        self.open_wanted.emit(line.record_id)

    def _on_open_clicked(self) -> None:
        for line in self.table.chosen()[:1]:
            self.open_wanted.emit(line.record_id)

    def _on_print_clicked(self) -> None:
        self.print_wanted.emit([line.record_id for line in self.table.chosen()])
