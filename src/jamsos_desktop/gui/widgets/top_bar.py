"""The line at the top of the window: event, officer, and how things stand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.header import Header
from jamsos_desktop.gui.icons import ButtonIcon, IconLabel
from jamsos_desktop.gui.widgets.words import Pill
from jamsos_desktop.i18n import _

#: px; below that the event's name needs the room that the button's words would take.
_ROOM_FOR_WORDS = 1000


class Elided(QLabel):
    """A line of text that is cut with an ellipsis; the whole of it is in the tool tip."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(40)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show as much of the text as fits."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._cut()

    def _cut(self) -> None:
        wide = self.width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()


class TopBar(QFrame):
    """Tells how things stand; the one thing to press checks a card, whatever page is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAccessibleName(_("Keadaan"))
        self._event = Elided("topEvent", self)
        self._officer = Elided("topOfficer", self)
        self._practice = QLabel(_("LATIHAN"), self)
        self._practice.setObjectName("practice")
        self._pending = Pill("", "neutral", self)
        self._receipt = QLabel(self)
        self._receipt.setObjectName("hint")
        self._offline = QLabel(_("Luring"), self)
        self._offline.setObjectName("hint")
        self._offline.setToolTip(_("Program ini bekerja tanpa internet."))
        self.check_card = QPushButton(self)
        self.check_card.setObjectName("link")
        self.check_card.setAccessibleName(_("Periksa kartu"))
        self.check_card.setToolTip(keys.label(_("Periksa kartu"), "check_card"))
        self.check_card.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it has a key of its own
        ButtonIcon(self.check_card, "scan-qr-code", "text")
        self._lay_out()
        self.show_header(Header())

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._event)
        texts.addWidget(self._officer)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 4, 24, 4)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self._practice, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._receipt)
        row.addWidget(self._pending, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.check_card)
        row.addWidget(IconLabel("wifi-off", "muted", 18, self))
        row.addWidget(self._offline)

    def show_header(self, header: Header) -> None:
        """Tell how things stand now."""
        self._event.show_text(header.event or _("Belum ada kegiatan"))
        self._officer.show_text(header.officer)
        self._practice.setVisible(header.practice)
        self._pending.show_state(header.pending_words(), "warning" if header.pending else "success")
        self._pending.setVisible(header.pending is not None)
        self._receipt.setText(header.receipt_words())
        self._receipt.setVisible(bool(header.receipt_words()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        key = keys.shown("check_card")
        wide = self.width() >= _ROOM_FOR_WORDS
        self.check_card.setText(
            " " + (keys.label(_("Periksa kartu"), "check_card") if wide else key)
        )
