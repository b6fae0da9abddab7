"""The page "Pos & petugas"."""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.stations.code_page import CodePage
from jamsos_desktop.gui.stations.forms import (
    ChangeForm,
    KitForm,
    OfficerForm,
    PasswordForm,
    RemoveForm,
    SheetForm,
    SmallForm,
)
from jamsos_desktop.gui.stations.lines import StationLine
from jamsos_desktop.gui.stations.list_page import ListPage
from jamsos_desktop.gui.stations.lost_form import LostForm
from jamsos_desktop.gui.stations.presenter import StationsPresenter
from jamsos_desktop.gui.stations.registered_form import RegisteredForm
from jamsos_desktop.gui.stations.state import State, Step, Tab
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _


class StationsView(QWidget):
    """The lists, and over them a form or the code."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._state: State | None = None
        self.presenter = StationsPresenter(self, context.jobs, context.desk, context.tell_done)
        self.list = ListPage(self.presenter.rights, self)
        self.officer = OfficerForm(self)
        self.change = ChangeForm(self)
        self.remove = RemoveForm(self)
        self.password = PasswordForm(self)
        self.kit = KitForm(self)
        self.sheet = SheetForm(self)
        self.registered = RegisteredForm(self)
        self.lost = LostForm(self)
        self.code = CodePage(self)
        self.forms: dict[Step, SmallForm] = {
            "officer": self.officer,
            "change": self.change,
            "remove": self.remove,
            "password": self.password,
            "kit": self.kit,
            "sheet": self.sheet,
            "registered": self.registered,
            "lost": self.lost,
        }
        self._stack = QStackedLayout(self)
        for page in (self.list, self.code, *self.forms.values()):
            self._stack.addWidget(page)
        self._connect()
        self.presenter.open()
        when_shown(self, self.presenter.refresh)

    def _connect(self) -> None:
        presenter = self.presenter
        self.list.tab.edited.connect(self._on_tab)
        self.list.password_wanted.connect(presenter.begin_password)
        self.list.change_wanted.connect(presenter.begin_change)
        self.list.add_wanted.connect(presenter.begin)
        self.list.answer_wanted.connect(self._on_answer)
        self.list.paper_wanted.connect(self._on_paper)
        self.list.lost_wanted.connect(presenter.begin_lost)
        self.lost.submitted.connect(self._on_lost)
        self.list.sheet.clicked.connect(self.show_sheet)
        self.list.reminder.wanted.connect(self.show_sheet)
        self.code.written.clicked.connect(presenter.leave)
        for form in self.forms.values():
            form.back.clicked.connect(presenter.leave)
        self.officer.submitted.connect(self._on_officer)
        self.change.submitted.connect(self._on_change)
        self.change.remove.ordered.connect(presenter.begin_removal)
        self.remove.submitted.connect(self._on_remove)
        self.password.submitted.connect(self._on_password)
        self.kit.submitted.connect(self._on_kit)
        self.sheet.submitted.connect(self._on_sheet)
        self.list.registered.clicked.connect(partial(presenter.begin, "registered"))
        self.registered.submitted.connect(self._on_registered)
        self.registered.forget_wanted.connect(presenter.forget_registered)

    def show_sheet(self) -> None:
        """Open the form for the recovery sheet."""
        self.presenter.begin("sheet")

    def display(self, state: State) -> None:
        """Show the state."""
        moved = self._state is None or state.step != self._state.step
        self._state = state
        self.list.show_state(state)
        self.code.show_issued(state.issued)
        form = self.forms.get(state.step)
        if form is not None:
            self._show_form(form, state, moved)
        else:
            page = self.code if state.step == "code" else self.list
            self._stack.setCurrentWidget(page)
            if moved and self.isVisible():
                target = self.code if state.step == "code" else self.list.table()
                target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, form: SmallForm, state: State, moved: bool) -> None:
        if moved:
            self._begin(form, state)
        self._stack.setCurrentWidget(form)
        form.set_busy(state.busy)
        form.show_findings(state.findings)
        form.notice.show_outcome(state.error)
        if moved:
            form.go_to(next(iter(form.fields)))

    def _begin(self, form: SmallForm, state: State) -> None:
        form.clear()
        if state.officer is not None:
            for about in (self.password, self.change, self.remove):
                if form is about:
                    about.show_officer(state.officer)
        if form is self.officer:
            self.officer.set_values({"role": "kader"})
        if form is self.registered and state.known is not None:
            self.registered.show_lists(state.known.registered, state.known.lists)
        if form is self.lost and state.station is not None:
            self.lost.show_station(state.station)
        if form is self.kit and state.known is not None:
            self.kit.begin(state.known.events, state.known.next_event)

    def _on_registered(self) -> None:
        self.presenter.take_registered(self.registered.values()["file"])

    def _on_answer(self, station: StationLine) -> None:
        title = _("Simpan balasan untuk {station} di", station=station.name)
        dialogs.choose_folder(self, title, partial(self.presenter.write_answer, station))

    def _on_paper(self, station: StationLine) -> None:
        title = _("Simpan balasan untuk {station} sebagai PDF", station=station.name)
        save = partial(self.presenter.save_paper, station)
        name = self.presenter.paper_name(station)
        dialogs.choose_new_file(self, title, name, "PDF (*.pdf)", save)

    def _on_tab(self) -> None:
        self.presenter.choose(cast("Tab", self.list.tab.raw()))

    def _on_officer(self) -> None:
        given = self.officer.values()
        self.presenter.add_officer(given["name"], given["login"], given["role"])

    def _on_password(self) -> None:
        given = self.password.values()
        self.presenter.set_password(given["password"], given["again"], given["own_password"])

    def _on_change(self) -> None:
        given = self.change.values()
        self.presenter.change_officer(given["name"], given["role"])

    def _on_remove(self) -> None:
        self.presenter.remove_sign_in(self.remove.values()["own_password"])

    def _on_kit(self) -> None:
        given = self.kit.values()
        self.presenter.make_kit(given["station"], given["events"], given["folder"])

    def _on_sheet(self) -> None:
        self.presenter.save_sheet(self.sheet.values()["folder"])

    def _on_lost(self) -> None:
        self.presenter.tell_lost(self.lost.values()["reason"])
