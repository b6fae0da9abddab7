"""Those of the office's list who may be the person of the form; one key fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.enrolment.candidates import where_words, who_words
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.expected import NOBODY, Expected, Offered


class CandidateRow(QWidget):
    """One of them: who, where, and a button."""

    taken = Signal(str)  # record id

    def __init__(self, one: Expected, parent: QWidget) -> None:
        super().__init__(parent)
        self.record_id = one.record_id
        self._who = words(who_words(one), "noticeWhat", self)
        self._where = words(where_words(one), None, self)
        self._where.setVisible(bool(self._where.text()))
        self._differs = words(_("NIK di daftar berbeda dari yang diketik."), "fieldHint", self)
        self._differs.setVisible(one.other_nik)
        self.button = QPushButton(_("Pakai data ini"), self)
        self.button.setAccessibleName(f"{self.text()}: {_('Pakai data ini')}")
        self.button.clicked.connect(self._on_clicked)
        column = QVBoxLayout()
        column.setSpacing(0)
        for line in (self._who, self._where, self._differs):
            column.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def text(self) -> str:
        """Who and where, as it is read aloud."""
        return f"{self._who.text()}. {self._where.text()}"

    def _on_clicked(self) -> None:
        self.taken.emit(self.record_id)


class CandidatePanel(QFrame):
    """Hidden while nobody of the list is meant."""

    taken = Signal(str)  # record id

    def __init__(self, after: QWidget, parent: QWidget | None = None) -> None:
        """``after`` is what the Tab key leaves when it comes here."""
        super().__init__(parent)
        self.setObjectName("panel")
        self._after = after
        self._offered = NOBODY
        self.rows: list[CandidateRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        self._column.addWidget(words(_("Ada di daftar calon"), "group", self))
        self._lead = words("", "hint", self)
        self._column.addWidget(self._lead)
        self.hide()

    def show_offered(self, offered: Offered) -> None:
        """Show these."""
        if offered == self._offered:
            return
        self._offered = offered
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one) for one in offered.people]
        before = self._after
        for row in self.rows:
            QWidget.setTabOrder(before, row.button)
            before = row.button
        self._lead.setText(_lead(offered))
        self.setVisible(bool(self.rows))
        self.setAccessibleName(" ".join(row.text() for row in self.rows))
        if self.rows:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _row(self, one: Expected) -> CandidateRow:
        row = CandidateRow(one, self)
        self._column.addWidget(row)
        row.taken.connect(self.taken)
        return row

    def enter(self) -> None:
        """Take the only one, or put the cursor on the first of several."""
        if len(self.rows) == 1:
            self.taken.emit(self.rows[0].record_id)
        elif self.rows:
            self.rows[0].button.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _lead(offered: Offered) -> str:
    key = keys.shown("candidate")
    if len(offered.people) == 1 and offered.people[0].by_nik:
        return _("Enter atau {key} mengisi formulir dengan data ini.", key=key)
    if len(offered.people) == 1:
        return _("{key} mengisi formulir dengan data ini, bila memang orangnya.", key=key)
    if offered.more:
        return _("{key} menuju ke sini. Masih ada yang lain: ketik namanya lebih lengkap.", key=key)
    return _("{key} menuju ke sini; pilih orangnya, lalu Enter.", key=key)
