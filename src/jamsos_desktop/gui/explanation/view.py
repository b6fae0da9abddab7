"""The page that is turned towards the person: large, calm, one thing at a time.

At 1366x768 and 125 % the letters are 6 to 7 mm high on a 14-inch screen: read from 1.5 m.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.domain.explanation import Page
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import _, pick
from jamsos_desktop.services.explain import Explanation

_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = {Qt.Key.Key_I: "id", Qt.Key.Key_J: "jv", Qt.Key.Key_E: "en"}


class ExplanationView(QWidget):
    """Arrows and the space bar turn pages, a letter chooses the language, Esc goes back.

    ``finished`` comes only when the last page was reached and left with Enter or its button.
    """

    finished = Signal(str, int)  # language and version of the text
    language_chosen = Signal(str)

    def __init__(
        self, texts: Mapping[str, Explanation], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Penjelasan"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._texts = {name: texts[name] for name in _offered() if name in texts}
        self._language = language if language in self._texts else next(iter(self._texts))
        self._place = 0
        self.title = words("", "lead", self)
        self.unchecked = Pill("", "warning", self)
        self.languages = [self._language_button(name) for name in self._texts]
        self.page = words("", "explainTitle", self)
        self.say = words("", "explainSay", self)
        self.sources = words("", "hint", self)
        self.count = words("", "lead", self)
        self.back = self._button(_("Kembali ke formulir"), "Esc")
        self.previous = self._button(_("Sebelumnya"), "←")
        self.next = self._button("", "")
        self.next.setObjectName("primary")
        self._lines = QVBoxLayout()
        self._drawn: QWidget | None = None
        self._lay_out()
        self.back.clicked.connect(self.close)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._show()

    def _button(self, text: str, key: str) -> QPushButton:
        button = QPushButton(f"{text}   {key}", self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the page's
        button.setAccessibleName(text)
        return button

    def _language_button(self, language: str) -> QPushButton:
        button = QPushButton(self._texts[language].name, self)
        button.setObjectName("segment")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("language", language)
        button.clicked.connect(self._on_language)
        return button

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(48, 12, 48, 0)
        top.setSpacing(8)
        self.title.setWordWrap(False)
        top.addWidget(self.title)
        top.addWidget(self.unchecked)
        top.addStretch(1)
        for button in self.languages:
            top.addWidget(button)
        whole.addLayout(top)
        inside = QWidget(self)
        inside.setObjectName("formInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(48, 12, 48, 12)
        column.setSpacing(12)
        for part in (self.page, self.say):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addStretch(1)
        column.addWidget(self.sources)
        self.room = QScrollArea(self)
        self.room.setObjectName("formScroll")
        self.room.setFrameShape(QFrame.Shape.NoFrame)
        self.room.setWidgetResizable(True)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setWidget(inside)
        whole.addWidget(self.room, 1)
        whole.addWidget(self._footer())

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(48, 8, 48, 8)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addStretch(1)
        self.count.setWordWrap(False)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        return footer

    # --- turning pages --------------------------------------------------------------------

    def go_on(self) -> None:
        """The next page; from the last one, the explanation is finished."""
        if self._place + 1 < len(self._text().pages):
            self._turn(self._place + 1)
        else:
            text = self._text()
            self.finished.emit(text.language, text.version)
            self.close()

    def go_back(self) -> None:
        """The page before."""
        self._turn(max(self._place - 1, 0))

    def speak(self, language: str) -> None:
        """The same page in another language."""
        if language in self._texts and language != self._language:
            self._language = language
            self.language_chosen.emit(language)
        self._show()

    def _turn(self, place: int) -> None:
        self._place = place
        self._show()
        self.room.verticalScrollBar().setValue(0)

    def _text(self) -> Explanation:
        return self._texts[self._language]

    # --- showing --------------------------------------------------------------------------

    def _show(self) -> None:
        text = self._text()
        page, last = text.pages[self._place], self._place + 1 == len(text.pages)
        self.title.setText(text.title)
        self.unchecked.show_state(text.unchecked, "warning")
        self.unchecked.setVisible(bool(text.unchecked))
        for button in self.languages:
            button.setChecked(button.property("language") == self._language)
        self.page.setText(page.title)
        self.say.setText(page.say)
        self.sources.setText(page.sources)
        self.count.setText(f"{self._place + 1} / {len(text.pages)}")
        self.previous.setEnabled(self._place > 0)
        self.next.setText(_("Selesai dijelaskan   Enter") if last else _("Lanjut   →"))
        self.next.setAccessibleName(_("Selesai dijelaskan") if last else _("Lanjut"))
        lines = _lines(page, self)
        if self._drawn is not None:
            self._lines.removeWidget(self._drawn)
            self._drawn.hide()
            self._drawn.deleteLater()
        self._lines.addWidget(lines)
        self._drawn = lines
        said = [page.title, page.say, *(" ".join(line) for line in page.lines)]
        self.setAccessibleDescription(". ".join(said))

    def _on_language(self) -> None:
        self.speak(str(self.sender().property("language")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        last = self._place + 1 == len(self._text().pages)
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in _ENTER or (key in _ON and not last):  # a space too many finishes nothing
            self.go_on()
        elif key in _BACK:
            self.go_back()
        elif key in _LETTERS:
            self.speak(_LETTERS[key])
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()  # the cursor is still in the field where it was


def _offered() -> tuple[str, ...]:
    """Indonesian and Javanese for the person; English for an officer who works in it."""
    return ("id", "jv", *({pick({"id": "", "en": "en"})} - {""}))


def _lines(page: Page, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(10)
    wide = not any(amount for _what, amount in page.lines)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 0 if wide else 1)
    for row, (what, amount) in enumerate(page.lines):
        label: QLabel = words(what, "explainLine", box)
        alone = not amount
        grid.addWidget(label, row, 0, 1, 2 if alone else 1)
        if amount:
            value = words(amount, "explainAmount", box)
            value.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(value, row, 1)
    return box
