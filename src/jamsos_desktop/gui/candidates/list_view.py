"""The list of candidates: search, programme, neighbourhood, and the table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.gui.candidates.lines import Line
from jamsos_desktop.gui.candidates.presenter import ListState
from jamsos_desktop.gui.participants.list_view import SearchEdit
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.picker import Picker
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.i18n import _

_LONGEST = 240  # px: a very long name must not push the rest out of sight


def columns() -> list[Column[Line]]:
    """Who it is first; the NIK is masked in the rows already, so a copy cannot hold it."""
    return [
        Column(_("Nama"), lambda line: line.name),
        Column(_("Keadaan"), lambda line: line.state, tone=lambda line: line.tone),
        Column(_("Kelurahan, RT/RW"), lambda line: line.place),
        Column(_("Lahir"), lambda line: line.born),
        Column(_("NIK"), lambda line: line.masked_nik),
        Column(_("Penyerahan"), lambda line: _("simbolis") if line.ceremony else ""),
        Column(_("Pekerjaan"), lambda line: line.occupation),
    ]


class ListPage(PageFrame):
    """Reports what was typed and chosen. Whoever shows it decides what its buttons do."""

    typed = Signal(str)
    more_wanted = Signal(int)
    show_wanted = Signal(str)
    ceremony_wanted = Signal(list, bool)

    def __init__(self, *, may_change: bool, parent: QWidget | None = None) -> None:
        """At a station, and for whoever is no admin, the list can only be read."""
        super().__init__(_("Calon peserta"), parent=parent)
        self.search = SearchEdit(self)
        self.search.setPlaceholderText(_("Nama atau NIK"))
        self.search.setAccessibleName(_("Cari calon peserta"))
        self.programme = Picker(_("Program"), _("Program"), self)
        self.programme.setClearButtonEnabled(False)
        self.place = Picker(_("Semua kelurahan dan RT"), _("Kelurahan atau RT"), self)
        shown = [
            ("all", _("Semua")),
            ("open", _("Belum terdaftar")),
            ("registered", _("Sudah")),
            ("ceremony", _("Simbolis")),
        ]
        self.show_only = Choice(shown, self)
        self.show_only.setAccessibleName(_("Yang ditampilkan"))
        self.show_only.set_raw("all")
        self.count = Elided("hint", self)
        self.model: RowsTable[Line] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Daftar calon peserta"), self)
        self._middle = QStackedWidget(self)
        self._empty = EmptyState("clipboard-list", *_nobody(may_change=may_change), self)
        no_match = _("Coba sebagian nama saja, kelurahan lain, atau pilih Semua.")
        self._no_match = EmptyState("search", _("Tidak ada yang cocok"), no_match, self)
        self._fitted = False
        self._fill()
        self.ceremony = self.add_button(_("Tandai simbolis"))
        self.ceremony.setVisible(may_change)
        self.footer.setVisible(may_change)  # a station has nothing to press here
        self._connect()

    def _fill(self) -> None:
        for widget in (self.table, self._empty, self._no_match):
            self._middle.addWidget(widget)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.search, 3)
        first.addWidget(self.programme, 3)
        first.addWidget(self.place, 3)
        second = QHBoxLayout()
        second.setSpacing(16)
        second.addWidget(self.show_only)
        second.addWidget(self.count, 1)
        top = QVBoxLayout()
        top.setSpacing(8)
        top.addLayout(first)
        top.addLayout(second)
        self.body.addLayout(top)
        self.body.addWidget(self._middle, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self.typed)
        self.search.down.connect(self._on_down)
        self.show_only.edited.connect(self._on_show_only)
        self.model.more_wanted.connect(self.more_wanted)
        self.ceremony.clicked.connect(self._on_ceremony)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self._on_selection()

    def show_state(self, state: ListState) -> None:
        """Say what stands around the table."""
        if state.overview is not None:
            self.programme.offer(state.overview.programmes, state.overview.programme_id)
            self.place.offer(state.overview.places, state.place)
        self.count.show_text(state.words())
        for widget in (self.search, self.place, self.show_only):
            widget.setEnabled(not state.empty)
            widget.setToolTip(_("Belum ada calon peserta.") if state.empty else "")
        found = self._no_match if state.no_match else self.table
        self._middle.setCurrentWidget(self._empty if state.empty else found)
        self.notice.show_outcome(state.error)

    def show_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Show these lines, and mark the one that was marked, or else the first."""
        self.table.show_rows(lines, lambda line: line.record_id, more=more)
        self._on_selection()  # a model that begins anew tells nobody that nothing is chosen
        if lines and not self._fitted:
            self._fitted = True
            self.table.fit_columns(_LONGEST, (0, 2))

    def append_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Add these at the end."""
        self.model.append_rows(lines, more=more)

    def focus_search(self) -> None:
        """F2: go to the search field, ready to be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _all_marked(self) -> bool:
        chosen = self.table.chosen()
        return bool(chosen) and all(line.ceremony for line in chosen)

    def _on_selection(self) -> None:
        why_not = "" if self.table.chosen() else _("Pilih dulu calon di daftar.")
        usable(self.ceremony, why_not)
        marked = self._all_marked()
        text = _("Batalkan tanda simbolis") if marked else _("Tandai simbolis")
        self.ceremony.setText(text)
        self.ceremony.setAccessibleName(_("{text}, untuk penyerahan di acara", text=text))

    def _on_ceremony(self) -> None:
        ids = [line.record_id for line in self.table.chosen()]
        self.ceremony_wanted.emit(ids, not self._all_marked())

    def _on_show_only(self) -> None:
        self.show_wanted.emit(self.show_only.raw())

    def _on_down(self) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def _nobody(*, may_change: bool) -> tuple[str, str]:
    if may_change:
        return (
            _("Belum ada calon peserta"),
            _(
                "Di sini kantor menyimpan daftar orang yang diharapkan mendaftar.\n"
                "Impor daftar dari Excel atau CSV; paket untuk pos akan membawanya."
            ),
        )
    return (
        _("Tidak ada calon peserta di sini"),
        _(
            "Di sini tampak siapa yang diharapkan kantor dan belum terdaftar.\n"
            "Orang yang tidak ada di daftar tetap bisa didaftarkan di halaman Pendaftaran."
        ),
    )
