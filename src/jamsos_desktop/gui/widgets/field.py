"""A field of a form: its label above, the findings below in space that is kept free for them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.widgets.editor import TextEdit, as_editor
from jamsos_desktop.gui.widgets.notice import ICONS
from jamsos_desktop.gui.widgets.words import set_tone, words
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import LEVELS, finding_text, source_text

_RANK = {"error": 0, "warning": 1, "info": 2}
_GOES_AWAY = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class FindingRow(QWidget):
    """One finding: a sign, its word, its sentence, and where it may be set aside, a reason."""

    reason_given = Signal(str, str)
    passed = Signal()  # Enter in the reason

    def __init__(self, finding: Finding, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self._sign = IconLabel(ICONS[finding.level], finding.level, 18, self)
        self._word = QLabel(_(LEVELS[finding.level]), self)
        self._word.setObjectName("level")
        set_tone(self._word, finding.level)
        self._text = words(finding_text(finding), None, self)
        self._open = QPushButton(_("Tulis alasan"), self)
        self._open.setObjectName("link")
        self._open.clicked.connect(self.ask_reason)
        self._reason = TextEdit(self)
        self._reason.setPlaceholderText(_("Alasan, misalnya: sesuai KTP asli"))
        self._reason.setAccessibleName(_("Alasan"))
        self._reason.setText(reason)
        self._reason.edited.connect(self._on_reason)
        self._reason.editingFinished.connect(self._on_reason)
        asked = bool(reason) or finding.overridable  # nothing is saved before it is given
        self._open.setVisible(self.wants_reason and not asked)
        self._reason.setVisible(asked)
        self._reason.setReadOnly(finding.waits)  # a coordinator's words
        self._source = words(source_text(finding), "fieldHint", self)
        self._source.setVisible(bool(finding.source))
        self._lay_out()

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign, 0, top)
        row.addWidget(self._word, 0, top)
        row.addWidget(self._text, 1, top)
        row.addWidget(self._open, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._source)
        column.addWidget(self._reason)

    @property
    def wants_reason(self) -> bool:
        """A warning, or an error that may be set aside."""
        if self.finding.waits:
            return False
        return self.finding.level == "warning" or self.finding.overridable

    def text(self) -> str:
        """Level and sentence as they are read aloud."""
        return f"{self._word.text()}: {self._text.text()}"

    def follow(self, before: QWidget) -> QWidget:
        """Come after ``before`` for the Tab key; what others come after."""
        QWidget.setTabOrder(before, self._open)
        QWidget.setTabOrder(self._open, self._reason)
        return self._reason

    def ask_reason(self) -> None:
        """Open the field for the reason and go there."""
        self._open.hide()
        self._reason.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def reason_edit(self) -> TextEdit:
        """Where the reason is typed."""
        return self._reason

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._open.hasFocus():
            self.ask_reason()
        else:
            self.passed.emit()

    def _on_reason(self) -> None:
        self.reason_given.emit(self.finding.code, self._reason.text().strip())


class Field(QWidget):
    """One labelled editor. It reports; what the value means is decided elsewhere."""

    edited = Signal(str)
    left = Signal(str)
    reason_given = Signal(str, str, str)
    passed = Signal(str)  # Enter in the reason for a finding

    def __init__(
        self, name: str, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """``name`` is the field's name in the record; ``editor`` fulfils ``Editor``."""
        super().__init__(parent)
        self.name = name
        self.widget = editor
        self.editor = as_editor(editor)
        self._rows: list[FindingRow] = []
        self._label = words(label, "fieldLabel", self)
        self._label.setBuddy(editor)
        self._hint = words(hint, "fieldHint", self)
        self._hint.setVisible(bool(hint))
        self._below_box = QWidget(self)
        self._below = QVBoxLayout(self._below_box)
        self._lay_out()
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        editor.installEventFilter(self)
        self.editor.edited.connect(self._on_edited)

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._label)
        heading.addWidget(self._hint, 1)
        self._label.setWordWrap(False)
        line = QHBoxLayout()
        line.addWidget(self.widget)
        if not self._fills_line():
            line.addStretch(1)
        self._below.setSpacing(4)
        self._below.setContentsMargins(0, 0, 0, 0)
        # Not aligned to the top: that would cut text that breaks into more lines than it hints at.
        self._below.addStretch(1)
        # One line is always kept free, so that a finding moves nothing.
        self._below_box.setMinimumHeight(max(28, self.fontMetrics().height() + 8))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(heading)
        self._column.addLayout(line)
        self._column.addWidget(self._below_box)

    def _fills_line(self) -> bool:
        free = self.widget.minimumWidth() != self.widget.maximumWidth()
        policy = self.widget.sizePolicy().horizontalPolicy()
        return free and policy == QSizePolicy.Policy.Expanding

    def show_findings(
        self, findings: Sequence[Finding], reasons: Mapping[str, str] | None = None
    ) -> None:
        """Say these instead of what was said; errors first. Reasons are by finding code."""
        given = reasons or {}
        wanted = sorted(findings, key=lambda f: _RANK[f.level])
        if [row.finding for row in self._rows] == wanted:
            return
        for row in self._rows:
            self._below.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [FindingRow(f, given.get(f.code, ""), self) for f in wanted]
        before = self.widget
        for place, row in enumerate(self._rows):
            self._below.insertWidget(place, row)
            row.reason_given.connect(self._on_reason)
            row.passed.connect(self._on_passed)
            before = row.follow(before)
        set_tone(self.widget, wanted[0].level if wanted else "")
        self.widget.setAccessibleDescription(
            " ".join([self._hint.text(), *(row.text() for row in self._rows)]).strip()
        )

    def findings(self) -> list[FindingRow]:
        """What is said now."""
        return list(self._rows)

    def add_note(self) -> QLabel:
        """A line between the editor and the findings, for what is computed from the value."""
        note = words("", "hint", self)
        note.setMinimumHeight(self.fontMetrics().height() + 4)
        self._column.insertWidget(2, note)
        return note

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self._label.setText(label)
        self.widget.setAccessibleName(label)

    def set_hint(self, hint: str) -> None:
        """What stands beside the label, for example an answer that was computed."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def ask_reason(self) -> bool:
        """Go to the first reason that is missing; False where none is."""
        for row in self._rows:
            if row.wants_reason and not row.reason_edit().text().strip():
                row.ask_reason()
                return True
        return False

    def _on_passed(self) -> None:
        self.passed.emit(self.name)

    def _on_edited(self) -> None:
        self.edited.emit(self.name)

    def _say_left(self) -> None:
        self.left.emit(self.name)

    def _on_reason(self, code: str, reason: str) -> None:
        self.reason_given.emit(self.name, code, reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.widget
            and isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() not in _GOES_AWAY
        ):
            # Queued, so that the editor finishes first: it may still tidy what was typed.
            QTimer.singleShot(0, self, self._say_left)
        return super().eventFilter(watched, event)
