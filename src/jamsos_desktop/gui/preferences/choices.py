"""The choices, the way to one's own password, and what is known of this installation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.preferences.state import (
    LANGUAGES,
    SIZES,
    THEMES,
    Fact,
    State,
    nearest_size,
)
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class ChoicesForm(Form):
    """Every choice holds as soon as it is made; nothing waits for a button."""

    password_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(_("Pengaturan"), _("Berlaku di laptop ini saja, dan langsung disimpan."))
        self.text_size = Choice([(str(size), f"{size} %") for size in SIZES])
        self.theme = Choice([(key, _(text)) for key, text in THEMES.items()])
        self.language = Choice(list(LANGUAGES.items()))
        self.add_field(Field("text_scale", _("Ukuran huruf"), self.text_size))
        self.add_field(Field("theme", _("Warna layar"), self.theme))
        later = _("berlaku setelah program dibuka lagi")
        self.add_field(Field("language", _("Bahasa"), self.language, later))
        self._add_password()
        self._add_facts()

    def _add_password(self) -> None:
        self.add_group(_("Kata sandi saya"))
        self._password_words = words("", "hint", self)
        self.add_widget(self._password_words)
        self.password = self._button(_("Ganti kata sandi saya"))
        self.password.clicked.connect(self.password_wanted)

    def _add_facts(self) -> None:
        self.add_group(_("Tentang pemasangan ini"))
        self.add_widget(
            words(_("Kirim keterangan ini bila Anda meminta bantuan ke kantor."), "hint", self)
        )
        self.facts = Facts(self)
        self.add_widget(self.facts)
        self.copy = self._button(_("Salin semua keterangan"))
        self.copy.clicked.connect(self.copy_wanted)

    def _button(self, text: str) -> QPushButton:
        """A button on a line of its own, as wide as its words."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        button = QPushButton(keys.plain(text), line)
        button.setAccessibleName(text)
        row.addWidget(button)
        row.addStretch(1)
        self.add_widget(line)
        return button

    def show_state(self, state: State) -> None:
        """Mark what is chosen, and say what is known."""
        chosen = state.settings
        size = str(nearest_size(chosen.text_scale))
        self.set_values({"text_scale": size, "theme": chosen.theme, "language": chosen.language})
        usable(self.password, state.why_not_password)
        usual = _("Ketik kata sandi lama Anda, lalu yang baru dua kali.")
        self._password_words.setText(state.why_not_password or usual)
        self.facts.show_facts(state.facts)


class Facts(QFrame):
    """Names with values that can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 12, 20, 12)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.values: list[QLabel | QLineEdit] = []

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Say these; their number stays the same."""
        if not self.values:
            self.values = [self._row(place, fact) for place, fact in enumerate(facts)]
        for shown, fact in zip(self.values, facts, strict=True):
            if shown.text() != fact.value:
                shown.setText(fact.value)
            if isinstance(shown, QLineEdit):
                shown.setToolTip(fact.value)
                shown.setCursorPosition(0)

    def _row(self, place: int, fact: Fact) -> QLabel | QLineEdit:
        name = QLabel(fact.name, self)
        name.setObjectName("fieldLabel")
        shown = _line(self) if fact.path else _text(self)
        shown.setAccessibleName(fact.name)
        name.setBuddy(shown)
        beside = Qt.AlignmentFlag.AlignVCenter if fact.path else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, place, 0, beside)
        self._grid.addWidget(shown, place, 1)
        return shown


def _text(parent: QWidget) -> QLabel:
    shown = words("", None, parent)
    by = Qt.TextInteractionFlag
    shown.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
    return shown


def _line(parent: QWidget) -> QLineEdit:
    """For a path: as long as it may be, the arrows reach its end."""
    shown = QLineEdit(parent)
    shown.setObjectName("fact")
    shown.setReadOnly(True)
    shown.setTextMargins(-3, 0, 0, 0)  # its text begins where that of the labels begins
    return shown
