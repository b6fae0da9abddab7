"""The page "Kotak masuk"."""

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.icons import ButtonIcon
from jamsos_desktop.gui.inbox.presenter import InboxPresenter
from jamsos_desktop.gui.inbox.report_view import ReportView
from jamsos_desktop.gui.inbox.stages import columns
from jamsos_desktop.gui.inbox.state import BundleFile, State
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.stations.reminder import KEY as STATIONS
from jamsos_desktop.gui.stations.reminder import SheetReminder
from jamsos_desktop.gui.tables import RowsTable, TableView
from jamsos_desktop.gui.uploads.box import UploadBox
from jamsos_desktop.gui.uploads.presenter import Tell
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.file_drop import accept_files
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _

#: The page where the office decides about duplicates and conflicts.
DECISIONS = "decisions"
_ROWS_SHOWN = 3
_TALL = 560  # px: on a lower page the report gets the room of one of these rows


class InboxView(PageFrame):
    """Draws the presenter's state and reports which files were chosen or dropped."""

    merged = Signal()  # a file came in

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Kotak masuk"), parent=parent)
        accept_files(self, self._on_chosen)
        self._context = context
        self._state = State()
        self.reminder = SheetReminder(self)
        self.model: RowsTable[BundleFile] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Berkas yang diimpor"), self)
        self.report = ReportView(self)
        self.aside = QPushButton(self)
        ButtonIcon(self.aside, "triangle-alert", "warning")
        self.show_aside(0)
        self.nothing = EmptyState(
            "inbox",
            _("Belum ada berkas yang dipilih"),
            _(
                "Di sini kantor menerima hasil pendaftaran dari pos.\n"
                "Pasang flashdisk dari pos, lalu pilih berkas yang namanya diawali KIRIM atau"
                " foldernya, atau seret ke halaman ini.\n"
                "Isinya diperlihatkan dulu; baru masuk setelah Anda setuju."
            ),
            self,
        )
        self._middle = QStackedWidget(self)
        self._fill()
        self._make_buttons()
        self.presenter = InboxPresenter(self, context.jobs, context.desk, self._on_merged)
        self._connect()
        self.display(self._state)
        when_shown(self, self.presenter.refresh)

    def _fill(self) -> None:
        both = QWidget(self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(self.model.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.table)
        column.addWidget(self.report, 1)
        self._middle.addWidget(both)
        self._middle.addWidget(self.nothing)
        self.body.addWidget(self.reminder)
        self.add_beside_heading(self.aside)
        self.body.addWidget(self._middle, 1)
        tell = Tell(self._context.show_result, lambda _outcome: None, self._on_fetched)
        self.uploads = UploadBox(self._context, tell, self)
        self.body.addWidget(self.uploads)

    def _make_buttons(self) -> None:
        """What comes first has the focus on an empty page, so it is made first."""
        self.choose = self.set_primary(_("Pilih berkas dari pos"), "choose")
        self.decide = self.add_button(_("Ke Keputusan"))
        self.save = self.add_button(_("Simpan laporan (CSV)"))
        self.folder = self.add_button(_("Pilih folder"))
        self.more = self.add_button(_("Pilih berkas lain"))
        self.take = self.set_primary(_("Masukkan"), "save")
        order = (self.report.table, self.decide, self.save, self.folder, self.more, self.choose)
        for one, following in pairwise((*order, self.take)):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self.more.clicked.connect(self._on_choose)
        self.folder.clicked.connect(self._on_folder)
        self.take.clicked.connect(self.presenter.take_ready)
        self.save.clicked.connect(self._on_save)
        self.report.brake.agreed.connect(self._on_agreed)
        self.decide.clicked.connect(self._on_decide)
        self.stop_wanted.connect(self.presenter.stop)
        self.reminder.wanted.connect(self._on_sheet)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)

    def display(self, state: State) -> None:
        """Show the state."""
        before, self._state = self._state, state
        # Files take the room; the page of stations says the same.
        self.reminder.setVisible(state.wants_sheet and not state.files)
        self.uploads.setVisible(self.uploads.has_place or not state.files)
        self.uploads.keep_to_one_line(bool(state.files))
        self._middle.setCurrentIndex(0 if state.files else 1)
        if state.files != before.files:
            self._show_files(state)
        elif state.shown != before.shown:
            self._mark(state.shown)
        self.report.show_file(state.file, may_decide=state.may_decide)
        # The footer has room for the progress or for all buttons, never for both at once.
        steps = (partial(self._show_buttons, state), partial(self.show_progress, state.progress))
        for step in steps if state.progress else reversed(steps):
            step()
        saved = _("Laporan disimpan: {path}", path=state.saved) if state.saved else ""
        self.notice.show_outcome(state.error, success=saved)

    def show_aside(self, count: int) -> None:
        """Say how many entries are set aside; the way to them is not there while none is."""
        self.aside.setText(_("{count} catatan disisihkan", count=count))
        self.aside.setAccessibleName(_("{count} catatan disisihkan: lihat", count=count))
        self.aside.setVisible(bool(count))

    def _show_buttons(self, state: State) -> None:
        """What comes next is the one primary button: to take in, or else to choose."""
        text = _("Masukkan {count} berkas", count=state.ready)
        self.take.setText(keys.label(text, "save"))
        self.take.setAccessibleName(text)
        first, second = (self.choose, self.take) if state.ready else (self.take, self.choose)
        first.hide()
        second.show()
        idle = state.progress is None  # there is room for one button beside the progress
        self.more.setVisible(bool(state.ready) and idle)
        self.folder.setVisible(idle)
        usable(self.take, _("Tunggu sampai pemeriksaan selesai.") if state.progress else "")
        merged = any(file.seen and file.seen.merged for file in state.files)
        self.save.setVisible(merged and idle)
        self.decide.setVisible(merged and idle and not state.ready and _wants_decisions(state))

    def _show_files(self, state: State) -> None:
        self.model.show_rows(state.files)
        self.table.fit_columns()
        most = _ROWS_SHOWN if self.height() > _TALL else _ROWS_SHOWN - 1
        rows = min(len(state.files), most)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(rows * height + self.table.horizontalHeader().height() + 6)
        self._mark(state.shown)

    def _mark(self, place: int) -> None:
        if place >= 0:
            self.table.selectRow(place)

    def _on_selected(self, selected: QItemSelection) -> None:
        rows = {index.row() for index in selected.indexes()}
        if rows:
            self.presenter.choose(min(rows))

    def _on_choose(self) -> None:
        dialogs.choose_files(
            self, _("Pilih berkas dari pos"), _("Bundel (*.jamsos)"), self._on_chosen
        )

    def _on_chosen(self, paths: list[Path]) -> None:
        self.presenter.take(paths)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_agreed(self, reason: str) -> None:
        self.presenter.take_anyway(reason)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_decide(self) -> None:
        self._context.go_to(DECISIONS)

    def _on_folder(self) -> None:
        dialogs.choose_folder(
            self, _("Pilih folder atau flashdisk"), lambda one: self._on_chosen([one])
        )

    def _on_save(self) -> None:
        dialogs.choose_new_file(
            self,
            _("Simpan laporan"),
            _("laporan-impor.csv"),
            _("Lembar kerja (*.csv)"),
            self.presenter.save_report,
        )

    def _on_fetched(self, paths: list[Path]) -> None:
        self.presenter.take(paths)

    def _on_sheet(self) -> None:
        page = self._context.go_to(STATIONS)
        show = getattr(page, "show_sheet", None)
        if show is not None:
            show()

    def _on_merged(self, said: str) -> None:
        self._context.tell_done(said)
        self.merged.emit()


def _wants_decisions(state: State) -> bool:
    """Whether what came in leaves something to decide, and there is a page for it."""
    from jamsos_desktop.gui.pages import PLACES

    return DECISIONS in PLACES and any(
        file.stage == "done" and file.seen and (file.seen.counts["conflict"] or file.seen.alike)
        for file in state.files
    )
