"""A person's page: what is known of them in groups, and what happened, beside it."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
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

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.icons import ButtonIcon
from jamsos_desktop.gui.participants.person import Conflict, Event, Group, PersonPage
from jamsos_desktop.gui.participants.pictures_box import PicturesBox
from jamsos_desktop.gui.participants.presenter import PersonState
from jamsos_desktop.gui.participants.verdict_box import VerdictBox
from jamsos_desktop.gui.participants.voiding import Voiding
from jamsos_desktop.gui.participants.withdrawal import Withdrawal
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import _

_LABELS = 168  # px: the labels of all groups stand in one line
_HISTORY = 300  # px


class PersonView(QWidget):
    """Draws the presenter's state anew and reports what was pressed."""

    reveal_wanted = Signal()
    cover_wanted = Signal()
    print_wanted = Signal(str)
    correct_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PersonPage | None = None
        self._uncovered = False
        self.notice = Notice(self)
        self.withdrawal = Withdrawal(self)
        self.voiding = Voiding(self)
        self.verdict = VerdictBox(self)
        self.own_data = QPushButton(_("Data untuk orangnya…"), self)
        self.nik = QLabel(self)
        self.kk = QLabel(self)
        self.seen = words(_("Tercatat bahwa Anda melihat NIK ini."), "seen", self)
        self.reveal_button = QPushButton(self)
        self.back_button = QPushButton(keys.label(_("Kembali"), "leave"), self)
        self.print_button = QPushButton(keys.label(_("Cetak kartu"), "print"), self)
        self.correct_button = QPushButton(keys.label(_("Lengkapi/Perbaiki"), "correct"), self)
        self._title = words("", "heading", self)
        self._number = words("", "lead", self)
        self._pills = Flow(8)
        self._pills_shown: list[Pill] = []
        self._facts = QVBoxLayout()
        self._history = QVBoxLayout()
        self._drawn: QWidget | None = None
        self._told: QWidget | None = None
        self._lay_out()
        self.reveal_button.clicked.connect(self._on_reveal)
        self.back_button.clicked.connect(self.left)
        self.print_button.clicked.connect(self._on_print)
        self.verdict.opened.connect(self._on_asked)
        self.correct_button.clicked.connect(self._on_correct)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(32, 20, 24, 0)
        column.setSpacing(8)
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self._title, 1)
        ButtonIcon(self.reveal_button, "eye", "text")
        title.addWidget(self.reveal_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(title)
        self._number.setWordWrap(False)
        self._pills.addWidget(self._number)
        column.addLayout(self._pills)
        column.addWidget(self.notice)
        column.addWidget(self.withdrawal)
        column.addWidget(self.voiding)
        page.addLayout(column)
        page.addLayout(self._columns(), 1)
        page.addWidget(self._footer())

    def _columns(self) -> QHBoxLayout:
        facts = QWidget(self)
        facts.setObjectName("formInside")
        self._facts = QVBoxLayout(facts)
        self._facts.setContentsMargins(32, 12, 16, 24)
        self._facts.setSpacing(4)
        self._facts.addWidget(self._numbers())
        self._facts.addWidget(self.verdict)
        self._facts.addWidget(self._rare())
        self._facts.addStretch(1)
        history = QWidget(self)
        history.setObjectName("formInside")
        self._history = QVBoxLayout(history)
        self._history.setContentsMargins(16, 12, 24, 24)
        self._history.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._scroll = _scroll(facts, _("Data peserta"))
        row.addWidget(self._scroll, 1)
        told = _scroll(history, _("Riwayat"))
        told.setFixedWidth(_HISTORY)
        row.addWidget(told)
        return row

    def _numbers(self) -> QWidget:
        """NIK and KK, and beside them that it was journalled when they are uncovered."""
        box = QWidget(self)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, (label, value) in enumerate(((_("NIK"), self.nik), (_("Nomor KK"), self.kk))):
            grid.addWidget(_label(label, box), row, 0)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setObjectName("group" if value is self.nik else "")
            grid.addWidget(value, row, 1)
        grid.addWidget(self.seen, 0, 2, 2, 1)
        return box

    def _rare(self) -> QWidget:
        """What is seldom needed and weighs much stands below everything else."""
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(words(_("Hak orang ini, dan bila ada yang keliru"), "group", box))
        row = Flow(12)
        for button in (self.voiding.button, self.withdrawal.button, self.own_data):
            row.addWidget(button)
        column.addLayout(row)
        return box

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(32, 8, 24, 8)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.correct_button)
        row.addWidget(self.print_button)
        self.print_button.setObjectName("primary")
        self.print_button.setAccessibleName(_("Cetak kartu"))
        self.back_button.setAccessibleName(_("Kembali ke daftar"))
        self.correct_button.setAccessibleName(_("Lengkapi atau perbaiki data"))
        return footer

    def show_state(self, state: PersonState) -> None:
        """Show this person as they are known now."""
        page = state.page
        if page is not self._page:
            self._page = page
            self._draw(page)
        self._show_numbers(state)
        self.notice.show_outcome(state.error)

    def _show_numbers(self, state: PersonState) -> None:
        self.nik.setText(state.nik())
        self.kk.setText(state.kk())
        self._uncovered = bool(state.whole_nik)
        self.seen.setVisible(self._uncovered)
        said = _("Sembunyikan NIK") if self._uncovered else _("Perlihatkan NIK")
        self.reveal_button.setText(f" {keys.label(said, 'reveal')}")
        self.reveal_button.setAccessibleName(said)
        self.reveal_button.setEnabled(not state.busy)
        self.reveal_button.setToolTip(
            _("Sedang dicatat…")
            if state.busy
            else _("Setiap kali NIK diperlihatkan, itu dicatat dengan nama Anda.")
        )

    def _draw(self, page: PersonPage) -> None:
        self.withdrawal.show_person(withdrawn=page.withdrawn, may_restore=page.decides)
        self.voiding.show_person(voided=page.voided, may_void=page.may_void, may_undo=page.decides)
        self.verdict.show_person(page.verdicts)
        usable(self.print_button, page.no_card())
        voided = _("Pendaftarannya dibatalkan.") if page.voided else ""
        usable(self.correct_button, voided)
        if not voided:
            self.correct_button.setToolTip(
                _("Formulirnya memperlihatkan NIK lengkap; itu dicatat dengan nama Anda.")
            )
        self._title.setText(page.name)
        self._number.setText(page.number)
        for pill in self._pills_shown:
            self._pills.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills_shown = [Pill(text, tone, self) for text, tone in page.states]
        for pill in self._pills_shown:
            self._pills.addWidget(pill)
        facts, told = QWidget(self), QWidget(self)
        _fill_facts(facts, page)
        _fill_history(told, page.history)
        self._drawn = _replace(self._facts, 2, self._drawn, facts)
        self._told = _replace(self._history, 0, self._told, told)

    def _on_asked(self, bar: QWidget) -> None:
        """Bring what is asked into sight, once it has its place."""
        QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, bar, 0, 16))

    def _on_reveal(self) -> None:
        (self.cover_wanted if self._uncovered else self.reveal_wanted).emit()

    def _on_print(self) -> None:
        if self._page is not None:
            self.print_wanted.emit(self._page.record_id)

    def _on_correct(self) -> None:
        if self._page is not None:
            self.correct_wanted.emit(self._page.record_id)


def _replace(layout: QVBoxLayout, place: int, old: QWidget | None, new: QWidget) -> QWidget:
    if old is not None:
        layout.removeWidget(old)
        old.hide()
        old.deleteLater()
    layout.insertWidget(place, new)
    return new


def _scroll(inside: QWidget, name: str) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setObjectName("formScroll")
    scroll.setAccessibleName(name)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll


def _label(text: str, parent: QWidget) -> QLabel:
    label = words(text, "hint", parent)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label


def _fill_facts(box: QWidget, page: PersonPage) -> None:
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(PicturesBox(page.pictures, box))
    if page.conflicts:
        column.addSpacing(12)
        column.addWidget(_conflicts(page.conflicts, box))
    for group in page.groups:
        column.addSpacing(16)
        column.addWidget(words(group.title, "group", box))
        column.addWidget(_lines(group, box))


def _lines(group: Group, parent: QWidget) -> QWidget:
    box = QWidget(parent)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 4, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, _LABELS)
    grid.setColumnStretch(1, 1)
    for row, (label, value) in enumerate(group.lines):
        grid.addWidget(_label(label, box), row, 0)
        grid.addWidget(words(value, None, box), row, 1)
    return box


def _conflicts(conflicts: tuple[Conflict, ...], parent: QWidget) -> QFrame:
    """The competing values side by side; who decides does so in the list of conflicts."""
    box = QFrame(parent)
    box.setObjectName("notice")
    box.setProperty("tone", "warning")
    column = QVBoxLayout(box)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    column.addWidget(words(_("Dua perbaikan tidak sama dan perlu diputuskan"), "noticeWhat", box))
    for conflict in conflicts:
        column.addWidget(words(conflict.label, "hint", box))
        row = QHBoxLayout()
        row.setSpacing(24)
        for value, who in conflict.values:
            side = QVBoxLayout()
            side.setSpacing(0)
            side.addWidget(words(value, "fieldLabel", box))
            side.addWidget(words(who, "hint", box))
            row.addLayout(side, 1)
        column.addLayout(row)
    return box


def _fill_history(box: QWidget, history: tuple[Event, ...]) -> None:
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(4)
    column.addWidget(words(_("Riwayat"), "group", box))
    for event in history:
        column.addSpacing(10)
        column.addWidget(words(event.what, "fieldLabel", box))
        for change in event.changes:
            column.addWidget(words(change, None, box))
        column.addWidget(words(f"{event.when}\n{event.who}", "hint", box))
