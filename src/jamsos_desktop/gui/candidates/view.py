"""The page "Calon peserta": the list, and over it a list on its way in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.candidates.columns_page import ColumnsPage
from jamsos_desktop.gui.candidates.import_presenter import ImportPresenter, ImportState, Step
from jamsos_desktop.gui.candidates.lines import Line
from jamsos_desktop.gui.candidates.list_view import ListPage
from jamsos_desktop.gui.candidates.presenter import CandidatesPresenter, ListState, Show
from jamsos_desktop.gui.candidates.report_page import ReportPage
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.widgets.file_drop import accept_file
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.desk import Desk

KINDS = N_("Daftar Excel atau CSV (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.txt)")


def may_import(desk: Desk) -> bool:
    """The list is the office's, and there the admin's."""
    return desk.installation.mode == "office" and desk.officer.role == "admin"


class CandidatesView(QWidget):
    """Puts the presenter's answers on the screen and its keys at the pages."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        may_change = may_import(context.desk)
        self._step: Step = "away"
        self.list = ListPage(may_change=may_change, parent=self)
        self.columns = ColumnsPage(self)
        self.report = ReportPage(self)
        self._stack = QStackedLayout(self)
        for page in (self.list, self.columns, self.report):
            self._stack.addWidget(page)
        self.presenter = CandidatesPresenter(self, context.jobs, context.desk, self._on_chosen)
        self.importing = ImportPresenter(self, context.jobs, context.desk, self._on_imported)
        if may_change:
            self.add = self.list.set_primary(_("Impor daftar"), "choose")
            self.add.clicked.connect(self._on_add)
            accept_file(self, self.take)
        self._connect()
        self._connect_import()
        self.show_list(self.presenter.state)
        when_shown(self, self.presenter.refresh)

    def _connect(self) -> None:
        self.list.typed.connect(self.presenter.search)
        self.list.more_wanted.connect(self.presenter.fetch_more)
        self.list.show_wanted.connect(self._on_show)
        self.list.programme.picked.connect(self._on_programme)
        self.list.place.picked.connect(self.presenter.choose_place)
        self.list.ceremony_wanted.connect(self.presenter.choose_for_ceremony)
        keys.bind("search", self.list, self.list.focus_search)

    def _connect_import(self) -> None:
        importing = self.importing
        self.columns.sheet_wanted.connect(importing.choose_sheet)
        self.columns.programme_wanted.connect(importing.choose_programme)
        self.columns.region_wanted.connect(importing.choose_region)
        self.columns.field_wanted.connect(importing.choose_field)
        self.columns.check.clicked.connect(importing.check)
        self.report.go.clicked.connect(self._on_go)
        for page in (self.columns, self.report):
            page.back.clicked.connect(importing.leave)
            page.stop_wanted.connect(importing.stop)

    def show_import(self, state: ImportState) -> None:
        """Show the step of the import that it is at, or the list."""
        pages = {"away": self.list, "columns": self.columns}
        page = pages.get(state.step, self.report)
        self.columns.show_state(state)
        self.report.show_state(state)
        if state.step == "away":
            self.list.show_progress(state.progress)
            if state.error:
                self.list.notice.show_error(state.error)
        if state.step != self._step:
            self._step = state.step
            self._stack.setCurrentWidget(page)
            first = {self.list: self.list.table, self.columns: self.columns.check}
            first.get(page, self.report.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self, state: ListState) -> None:
        """Say what stands around the table."""
        self.list.show_state(state)

    def show_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Show these lines only."""
        self.list.show_lines(lines, more=more)

    def append_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Add these lines at the end."""
        self.list.append_lines(lines, more=more)

    def _on_programme(self, programme_id: str) -> None:
        if programme_id:
            self.presenter.choose_programme(programme_id)

    def _on_add(self) -> None:
        dialogs.choose_file(self, _("Pilih daftar calon peserta"), _(KINDS), self.take)

    def take(self, path: Path) -> None:
        """Begin with a file that was chosen or dropped."""
        overview = self.presenter.state.overview
        self.importing.open(path, overview.programme_id if overview else "")

    def _on_go(self) -> None:
        if self.importing.state.step == "done":
            self.importing.leave()
            self.presenter.refresh()
        else:
            self.importing.take_in()

    def _on_imported(self, said: str) -> None:
        self._context.show_result(said)
        self.presenter.refresh()

    def _on_show(self, show: Show) -> None:
        self.presenter.choose_show(show)

    def _on_chosen(self, said: str, undo: Callable[[], object]) -> None:
        self._context.show_result(said, undo)
