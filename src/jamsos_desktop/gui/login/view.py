"""The login window."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.login.presenter import LoginPresenter, State
from jamsos_desktop.gui.widgets.brand_panel import BrandPanel
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.password_edit import PasswordEdit
from jamsos_desktop.i18n import _


class LoginView(QWidget):
    """Draws the presenter's state and reports what was pressed."""

    presenter: LoginPresenter

    def __init__(self, name: str, lead: str, parent: QWidget | None = None) -> None:
        """``name`` is the installation's, ``lead`` what stands below it."""
        super().__init__(parent)
        self.setObjectName("login")
        self.setWindowTitle("JAMSOS Desktop")
        self._state = State()
        self.login = self._login_form(name, lead)
        self._recover: Form | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.login)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self._on_second)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(BrandPanel(self))
        whole.addWidget(self._stack, 1)

    def _login_form(self, name: str, lead: str) -> Form:
        form = Form(self)
        form.add_heading(name, lead)
        login = TextEdit()
        login.setFixedWidth(360)
        form.add_field(Field("login", _("Nama pengguna"), login))
        form.add_field(Field("password", _("Kata sandi"), PasswordEdit()))
        self.forgot = QPushButton(_("Lupa kata sandi?"), form)
        self.forgot.setObjectName("link")
        self.forgot.clicked.connect(self._on_forgot)
        line = QWidget(form)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.forgot)
        row.addStretch(1)
        form.add_widget(line)
        self._enter = form.set_primary(_("Masuk"), "save_next")
        self._enter.setText(keys.label(_("Masuk"), "next"))  # Enter in the last field does the same
        form.submitted.connect(self._on_submitted)
        form.finished.connect(self._on_submitted)
        return form

    @property
    def recover(self) -> Form:
        """The form for a lost password, made when it is first needed."""
        if self._recover is None:
            self._recover = self._recover_form()
            self._stack.addWidget(self._recover)
        return self._recover

    def _recover_form(self) -> Form:
        form = Form(self)
        form.add_heading(
            _("Lupa kata sandi"),
            _("Minta koordinator atau admin membawa lembar pemulihan kantor."),
        )
        form.add_field(
            Field("identity", _("Kunci pemulihan"), TextEdit(), _("diawali AGE-SECRET-KEY-"))
        )
        login = TextEdit()
        login.setFixedWidth(360)
        form.add_field(Field("login", _("Nama pengguna"), login))
        form.add_field(Field("password", _("Kata sandi baru"), PasswordEdit()))
        form.add_field(Field("again", _("Kata sandi baru sekali lagi"), PasswordEdit()))
        form.add_button(_("Kembali")).clicked.connect(self._on_back)
        form.set_primary(_("Pasang kata sandi baru"), "save_next")
        form.submitted.connect(self._on_recover)
        return form

    def display(self, state: State) -> None:
        """Show the state."""
        moved = state.step != self._state.step
        self._state = state
        form = self.login if state.step == "login" else self.recover
        self._stack.setCurrentWidget(form)
        form.set_busy(state.busy)
        if state.wait and form is self.login:
            form.say(_("Coba lagi {seconds} detik lagi.", seconds=state.wait))
        self._enter.setEnabled(not state.busy and not state.wait)
        form.show_findings(state.findings)
        form.notice.show_outcome(state.error, success=state.done)
        if state.wait and not self._clock.isActive():
            self._clock.start()
        elif not state.wait:
            self._clock.stop()
        if moved or not (form.current() or state.busy):
            form.go_to("password" if state.error and not moved else next(iter(form.fields)))

    def _on_second(self) -> None:
        self.presenter.second_passed()

    def _on_submitted(self) -> None:
        given = self.login.values()
        self.presenter.sign_in(given["login"], given["password"])

    def _on_forgot(self) -> None:
        self.presenter.forgot()

    def _on_back(self) -> None:
        self.presenter.open()

    def _on_recover(self) -> None:
        given = self.recover.values()
        self.presenter.recover(given["identity"], given["login"], given["password"], given["again"])
