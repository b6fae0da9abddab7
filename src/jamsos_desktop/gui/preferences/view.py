"""The page "Pengaturan"."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QWidget

from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.preferences.choices import ChoicesForm
from jamsos_desktop.gui.preferences.password import OwnPasswordForm
from jamsos_desktop.gui.preferences.presenter import PreferencesPresenter
from jamsos_desktop.gui.preferences.state import State, Step, as_text
from jamsos_desktop.gui.reference.view import ReferencePage
from jamsos_desktop.gui.upload_place.view import PlaceForm
from jamsos_desktop.gui.wardrobe import Wardrobe
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _


class PreferencesView(QWidget):
    """The choices, and over them the form for the password."""

    def __init__(
        self,
        context: PageContext,
        wardrobe: Wardrobe,
        renew: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._state: State | None = None
        self.choices = ChoicesForm(self)
        self.password = OwnPasswordForm(self)
        self.place = PlaceForm(context, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.choices)
        self._stack.addWidget(self.password)
        self._stack.addWidget(self.place)
        self.reference = ReferencePage(context, self)
        self._stack.addWidget(self.reference)
        self.presenter = PreferencesPresenter(
            self, context.jobs, context.desk, wardrobe, context.show_result, renew
        )
        self._connect()
        self.presenter.open()
        when_shown(self, self.presenter.refresh)

    def _connect(self) -> None:
        self.choices.text_size.edited.connect(self._on_size)
        self.choices.theme.edited.connect(self._on_theme)
        self.choices.language.edited.connect(self._on_language)
        self.choices.brake.edited.connect(self._on_brake)
        self.choices.password_wanted.connect(self.presenter.begin_password)
        self.choices.copy_wanted.connect(self._on_copy)
        self.choices.place_wanted.connect(self.show_place)
        self.choices.reference_wanted.connect(self.presenter.begin_reference)
        self.place.back.clicked.connect(self.presenter.leave)
        self.reference.left.connect(self.presenter.leave)
        self.password.back.clicked.connect(self.presenter.leave)
        self.password.submitted.connect(self._on_password)

    def display(self, state: State) -> None:
        """Show the state."""
        moved = self._state is not None and state.step != self._state.step
        self._state = state
        self.choices.show_state(state)
        if moved:
            self.password.clear()
        if state.step == "reference":
            self._stack.setCurrentWidget(self.reference)
            if moved:
                self.reference.open()
            return
        forms: dict[Step, Form] = {
            "choices": self.choices,
            "password": self.password,
            "place": self.place,
        }
        form = forms[state.step]
        self._stack.setCurrentWidget(form)
        if state.step == "place":
            if moved:
                self.place.clear()
                self.place.go_to("kind")
            return
        self.password.set_busy(state.busy)
        self.password.show_findings(state.findings)
        form.notice.show_outcome(state.error)
        if moved and state.step == "password":
            self.password.go_to("old")
        elif moved:
            self.choices.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self) -> None:
        """Open the form for the place that files are uploaded to."""
        self.presenter.begin_place()

    def _on_size(self) -> None:
        self.presenter.choose_size(int(self.choices.text_size.raw()))

    def _on_theme(self) -> None:
        self.presenter.choose_theme(self.choices.theme.raw())

    def _on_language(self) -> None:
        self.presenter.choose_language(self.choices.language.raw())

    def _on_brake(self) -> None:
        self.presenter.choose_brake(int(self.choices.brake.raw()))

    def _on_password(self) -> None:
        given = self.password.values()
        self.presenter.change_password(given["old"], given["new"], given["again"])

    def _on_copy(self) -> None:
        if self._state is not None:
            QGuiApplication.clipboard().setText(as_text(self._state.facts))
            self._context.show_result(_("Keterangan pemasangan disalin"))
