"""Those who are likely the person of the form, with what the cadre says of each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.domain.records import Duplicate
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.enrolment.likely import VERDICTS, what_to_do, who_words, why_words
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.duplicates import Likely

_OPENS = "orang_sama"  # and needs no reason


class LikelyRow(QWidget):
    """One of them: who, why, three answers, and the reason for the answer."""

    decided = Signal(str, str, str)  # record id, verdict, reason
    passed = Signal()  # Enter in the reason

    def __init__(self, one: Likely, decision: Duplicate | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.record_id = one.record_id
        self._who = words(who_words(one), "noticeWhat", self)
        self._why = words(why_words(one), None, self)
        self.buttons: dict[str, QPushButton] = {
            verdict: self._button(f"{one.name}: {_(text)}", _(text))
            for verdict, text in VERDICTS.items()
        }
        self.reason = TextEdit(self)
        self.reason.setPlaceholderText(_("Alasan, misalnya: alamat dan KTP-nya berbeda"))
        self.reason.setAccessibleName(_("Alasan"))
        self.reason.edited.connect(self._on_reason)
        self.same = words(what_to_do(one), "noticeWhat", self)
        self._verdict = ""
        self._mark(decision.decision if decision else "")
        self.reason.setText(decision.reason if decision else "")
        self._lay_out()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("segment")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.clicked.connect(self._on_clicked)
        return button

    def _lay_out(self) -> None:
        answers = QHBoxLayout()
        answers.setSpacing(4)
        for button in self.buttons.values():
            answers.addWidget(button)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._who)
        column.addWidget(self._why)
        column.addLayout(answers)
        column.addWidget(self.reason)
        column.addWidget(self.same)

    def text(self) -> str:
        """Who and why, as it is read aloud."""
        return f"{self._who.text()}. {self._why.text()}"

    def stops(self) -> list[QWidget]:
        """What the Tab key stops at."""
        return [*self.buttons.values(), self.reason]

    def _mark(self, verdict: str) -> None:
        self._verdict = verdict
        for name, button in self.buttons.items():
            button.setChecked(name == verdict)
        self.reason.setVisible(bool(verdict) and verdict != _OPENS)
        self.same.setVisible(verdict == _OPENS and bool(self.same.text()))

    def _on_clicked(self) -> None:
        sender = self.sender()
        verdict = next(name for name, button in self.buttons.items() if button is sender)
        self._mark(verdict)
        if verdict != _OPENS:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_reason()

    def _on_reason(self) -> None:
        self.decided.emit(self.record_id, self._verdict, self.reason.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() and self.reason.hasFocus():
            self.passed.emit()
        else:
            super().keyPressEvent(event)


class LikelyPanel(QFrame):
    """Hidden while nobody is likely. It only asks: nothing is refused by a likeness."""

    decided = Signal(str, str, str)  # record id, verdict, reason
    passed = Signal()  # Enter in the last reason

    def __init__(self, after: QWidget, parent: QWidget | None = None) -> None:
        """``after`` is what the Tab key leaves when it comes here."""
        super().__init__(parent)
        self.setObjectName("panel")
        self._after = after
        self._likely: tuple[Likely, ...] = ()
        self.rows: list[LikelyRow] = []
        lead = _(
            "Tanyakan kepada orangnya, lalu pilih. Pendaftaran tetap dapat disimpan."
            " {key} menuju ke sini.",
            key=keys.shown("likely"),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        self._column.addWidget(words(_("Mungkin sudah terdaftar"), "group", self))
        self._column.addWidget(words(lead, "hint", self))
        self.hide()

    def show_likely(self, likely: tuple[Likely, ...], decided: Sequence[Duplicate]) -> None:
        """Show these; what is being answered stays as long as they are the same."""
        if likely == self._likely:
            return
        self._likely = likely
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        given = {one.record_id: one for one in decided}
        self.rows = [self._row(one, given) for one in likely]
        self._order()
        self.setVisible(bool(likely))
        self.setAccessibleName(" ".join(row.text() for row in self.rows))
        if likely:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _row(self, one: Likely, given: Mapping[str, Duplicate]) -> LikelyRow:
        row = LikelyRow(one, given.get(one.record_id), self)
        self._column.addWidget(row)
        row.decided.connect(self.decided)
        row.passed.connect(self._on_passed)
        return row

    def _order(self) -> None:
        before = self._after
        for row in self.rows:
            for stop in row.stops():
                QWidget.setTabOrder(before, stop)
                before = stop

    def enter(self) -> None:
        """Put the cursor on the first answer, if anybody is likely."""
        if self.rows:
            self._go_to(self.rows[0])

    def _go_to(self, row: LikelyRow) -> None:
        next(iter(row.buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
        shown: QWidget | None = self
        while shown is not None and not isinstance(shown, QScrollArea):
            shown = shown.parentWidget()
        if shown is not None:
            shown.ensureWidgetVisible(row)

    def _on_passed(self) -> None:
        later = [self.rows[n + 1] for n, row in enumerate(self.rows[:-1]) if row is self.sender()]
        if later:
            self._go_to(later[0])
        else:
            self.passed.emit()
