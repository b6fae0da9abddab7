"""The first window: three ways on, then a small page or two."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from jamsos_desktop.gui.first_start.presenter import FirstStartPresenter, Person, State
from jamsos_desktop.gui.first_start.ways import Ways
from jamsos_desktop.gui.widgets.brand_panel import BrandPanel
from jamsos_desktop.gui.widgets.chooser import Chooser, finder
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.file_edit import FileEdit
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.password_edit import PasswordEdit
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.i18n import _


class FirstStartView(QWidget):
    """Draws the presenter's state and reports what was pressed."""

    presenter: FirstStartPresenter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first")
        self.setWindowTitle("JAMSOS Desktop")
        self._state = State()
        self._people: tuple[Person, ...] = ()
        self.ways = Ways(self)
        self.ways_notice = Notice(self)
        self.forms = {
            "kit": self._kit_form(),
            "who": self._who_form(),
            "office": self._office_form(),
        }
        self._stack = QStackedWidget(self)
        for page in (self.ways, *self.forms.values()):
            self._stack.addWidget(page)
        self._lay_out()
        self.ways.practice.clicked.connect(self._on_practice)
        self.ways.station.clicked.connect(self._on_station)
        self.ways.office.clicked.connect(self._on_office)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.ways_notice)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(BrandPanel(self))
        whole.addLayout(right, 1)

    def _kit_form(self) -> Form:
        form = Form(self)
        form.add_heading(_("Pos lapangan"), _("Buka paket dari kantor. Internet tidak diperlukan."))
        kit = FileEdit(_("Pilih berkas paket"), _("Paket pos (*.jamsos)"))
        form.add_field(Field("kit_file", _("Berkas paket"), kit, _("biasanya di flashdisk")))
        form.add_field(
            Field("kit_code", _("Kode aktivasi"), TextEdit(), _("di kertas yang menyertai paket"))
        )
        self._add_back(form)
        form.set_primary(_("Buka paket"), "save_next")
        form.submitted.connect(self._on_open_kit)
        return form

    def _who_form(self) -> Form:
        form = Form(self)
        form.add_heading(_("Siapa Anda?"), _("Pilih nama Anda dan buat kata sandi Anda sendiri."))
        officer = Chooser(self._find_person, self._lookup_person)
        officer.setPlaceholderText(_("Ketik nama Anda, atau tekan panah bawah"))
        form.add_field(Field("officer", _("Nama Anda"), officer))
        self._add_passwords(form)
        self._add_back(form)
        form.set_primary(_("Siapkan pos ini"), "save_next")
        form.submitted.connect(self._on_make_station)
        return form

    def _office_form(self) -> Form:
        form = Form(self)
        form.add_heading(_("Kantor baru"), _("Anda menjadi admin pertamanya."))
        form.add_field(
            Field("office_name", _("Nama kantor"), TextEdit(), _("misalnya: Disnaker Kota …"))
        )
        form.add_field(Field("name", _("Nama lengkap Anda"), TextEdit()))
        form.add_field(
            Field("login", _("Nama pengguna"), TextEdit(), _("satu kata yang mudah diingat"))
        )
        self._add_passwords(form)
        self._add_back(form)
        form.set_primary(_("Buat kantor"), "save_next")
        form.submitted.connect(self._on_make_office)
        return form

    def _add_passwords(self, form: Form) -> None:
        hint = _("paling sedikit 8 huruf atau angka")
        form.add_field(Field("password", _("Kata sandi"), PasswordEdit(), hint))
        form.add_field(Field("again", _("Kata sandi sekali lagi"), PasswordEdit()))

    def _add_back(self, form: Form) -> None:
        form.add_button(_("Kembali")).clicked.connect(self._on_back)

    def display(self, state: State) -> None:
        """Show the state."""
        moved = state.step != self._state.step
        self._state = state
        if state.people != self._people:
            self._people = state.people
        self.ways.set_busy(state.busy)
        self.ways_notice.clear()
        if state.step == "ways":
            self._stack.setCurrentWidget(self.ways)
            if state.error:
                self.ways_notice.show_error(state.error)
            if not state.busy:
                self.ways.practice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        form = self.forms[state.step]
        self._stack.setCurrentWidget(form)
        form.set_busy(state.busy)
        form.show_findings(state.findings)
        form.notice.clear()
        if state.error:
            form.notice.show_error(state.error)
        elif state.step == "who" and state.kit is not None:
            kit = state.kit
            if kit.warning:
                form.notice.show_warning(kit.what, f"{kit.more} {kit.warning}")
            else:
                form.notice.show_info(kit.what, kit.more)
        if moved:
            form.go_to(next(iter(form.fields)))

    def _find_person(self, text: str) -> list[Option]:
        options = [Option(p.id, p.name, p.role) for p in self._people]
        return list(finder(options)(text))

    def _lookup_person(self, key: str) -> Option | None:
        return next((o for o in self._find_person("") if o.key == key), None)

    def _on_practice(self) -> None:
        self.presenter.practise()

    def _on_station(self) -> None:
        self.presenter.go_to("kit")

    def _on_office(self) -> None:
        self.presenter.go_to("office")

    def _on_back(self) -> None:
        self.presenter.open()

    def _on_open_kit(self) -> None:
        given = self.forms["kit"].values()
        self.presenter.open_kit(given["kit_file"], given["kit_code"])

    def _on_make_station(self) -> None:
        given = self.forms["who"].values()
        self.presenter.make_station(given["officer"], given["password"], given["again"])

    def _on_make_office(self) -> None:
        given = self.forms["office"].values()
        self.presenter.make_office(
            given["office_name"], given["name"], given["login"], given["password"], given["again"]
        )
