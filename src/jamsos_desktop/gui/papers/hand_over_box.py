"""The box in which cards are handed over: to whom, and the card."""

from typing import cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jamsos_desktop.domain.activities import Receiver
from jamsos_desktop.gui.code_lens import CodeLens
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.card_verdict import Verdict

_SEEN = QSize(208, 156)  # px, 4:3 as most cameras


class HandOverBox(QFrame):
    """A reader types the code and presses Enter by itself; a person types the number."""

    wanted = Signal(str, str, str)  # code or number, to whom, their name
    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        options = [("orangnya", _("Orangnya")), ("keluarga", _("Keluarga")), ("wakil", _("Wakil"))]
        self.to = Choice(options, self)
        self.to.setAccessibleName(_("Diserahkan kepada"))
        self.to.set_raw("orangnya")
        self.name = TextEdit(self)
        self.name.setPlaceholderText(_("Nama yang menerima"))
        self.name.setAccessibleName(_("Nama yang menerima"))
        self.code = TextEdit(self)
        self.code.setPlaceholderText(_("Pindai QR atau ketik nomor"))
        self.code.setAccessibleName(_("Kode QR atau nomor kartu yang diserahkan"))
        self.lens = CodeLens(_SEEN, self)
        self.answer = Pill("", "neutral", self)
        self.more = words("", "hint", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        label = words(_("Serahkan kartu"), "fieldLabel", self)
        label.setBuddy(self.code)
        for widget in (label, self.to, self.name, self.code):
            column.addWidget(widget)
        column.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)
        column.addWidget(self.lens.button)
        column.addWidget(self.lens.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.to.edited.connect(self._on_to)
        self.name.returnPressed.connect(self._on_named)
        self.code.returnPressed.connect(self._on_entered)
        self.code.edited.connect(self.edited)
        self.lens.read.connect(self._on_held)
        self.name.hide()
        self._shown: Verdict | None = None
        self.show_answer(None)

    def show_answer(self, answer: Verdict | None) -> None:
        """Say what became of it, or nothing."""
        self.answer.setVisible(answer is not None)
        self.more.setVisible(answer is not None)
        new, self._shown = answer is not self._shown, answer
        if answer is not None:
            if new and answer.tone != "error":
                self._begin_anew()
            self.answer.show_state(answer.what, answer.tone)
            self.more.setText(answer.more)
            self.code.setAccessibleDescription(f"{answer.what}. {answer.more}")

    def _on_held(self, code: str) -> None:
        """A code was held before the camera: as if it had been scanned."""
        self.code.setText(code)
        self._on_entered()

    def _begin_anew(self) -> None:
        """The next card is for somebody else: nobody's relative takes it by oversight."""
        self.to.set_raw("orangnya")
        self.name.hide()
        self.name.clear()

    def _on_to(self) -> None:
        other = self.to.raw() != "orangnya"
        self.name.setVisible(other)
        self.name.clear()
        self.edited.emit()
        (self.name if other else self.code).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_named(self) -> None:
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_entered(self) -> None:
        to = cast(Receiver, self.to.raw())
        self.wanted.emit(self.code.text(), to, self.name.text())
        self.code.selectAll()  # the next card replaces this one
