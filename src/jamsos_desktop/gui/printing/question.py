"""Whether what went to a printer came out well. Nothing counts before somebody says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class Question(QFrame):
    """Yes, no, once more; and where ``partly``, which sheets."""

    answered = Signal(bool)  # whether all of it came out well
    some = Signal(str)  # the sheets that came out well, as they were typed

    def __init__(self, parent: QWidget, *, partly: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "info")
        self._what = words("", "noticeWhat", self)
        self.yes = QPushButton(_("Ya, tandai tercetak"), self)
        self.part = QPushButton(_("Sebagian…"), self)
        self.again = QPushButton(_("Ulangi cetak"), self)
        self.no = QPushButton(_("Tidak"), self)
        self.no.setToolTip(_("Kartu tetap “belum dicetak”."))
        self.sheets = TextEdit(self)
        self.sheets.setAccessibleName(_("Lembar yang keluar dengan baik"))
        self.sheets.setPlaceholderText(_("misalnya 1-3, 5"))
        self.mark = QPushButton(_("Tandai lembar ini"), self)
        self._some = QWidget(self)
        self.part.setVisible(partly)
        self._lay_out()
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.part.clicked.connect(self._on_part)
        self.mark.clicked.connect(self._on_mark)
        self.sheets.returnPressed.connect(self._on_mark)

    def _lay_out(self) -> None:
        row = Flow(8)
        for button in (self.yes, self.part, self.again, self.no):
            row.addWidget(button)
        label = words(_("Lembar yang keluar dengan baik"), None, self._some)
        label.setBuddy(self.sheets)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self.sheets, 1)
        typed.addWidget(self.mark)
        some = QVBoxLayout(self._some)
        some.setContentsMargins(0, 0, 0, 0)
        some.setSpacing(4)
        some.addWidget(label)
        some.addLayout(typed)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(self._what)
        texts.addLayout(row)
        texts.addWidget(self._some)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 12, 12, 12)
        whole.setSpacing(12)
        sign = IconLabel("printer", "info", 24, self)
        whole.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)
        self._some.hide()

    def ask(self, said: str) -> None:
        """Ask this; hidden for nothing."""
        self.setVisible(bool(said))
        if not said:
            self._some.hide()
            self.sheets.clear()
        self._what.setText(said)
        self.setAccessibleName(said)

    def _on_yes(self) -> None:
        self.answered.emit(True)

    def _on_no(self) -> None:
        self.answered.emit(False)

    def _on_part(self) -> None:
        self._some.show()
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_mark(self) -> None:
        self.some.emit(self.sheets.text())
