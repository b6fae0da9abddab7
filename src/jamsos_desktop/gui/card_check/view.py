"""The panel in which a card is checked, over whatever page is open."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui.card_check.presenter import CheckPresenter, CheckState
from jamsos_desktop.gui.code_lens import CodeLens
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.live_camera import OpenCamera
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.notice import ICONS, Notice
from jamsos_desktop.gui.widgets.words import set_tone, words
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.services.card_verdict import Verdict
from jamsos_desktop.services.desk import Desk

_SIZE = QSize(720, 552)  # px: leaves the page behind it to be seen
_SEEN = QSize(240, 180)  # px, 4:3 as most cameras


class CardCheckView(QWidget):
    """A hand scanner types the code and presses Enter by itself; Esc closes."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        open_camera: OpenCamera | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Periksa kartu"))
        self.resize(_SIZE)
        self.code = TextEdit(self)
        self.code.setAccessibleName(_("Kode QR kartu yang diperiksa"))
        self.code.setPlaceholderText(_("Pindai kode QR, atau tempel isinya"))
        self.lens = CodeLens(_SEEN, self)
        self.lens.offer(open_camera)
        self._has_camera = open_camera is not None
        self.no_camera = words(
            _("Bagian kamera tidak terpasang di laptop ini. Pakai alat pindai, atau tempel kode."),
            "hint",
            self,
        )
        self.notice = Notice(self)
        self.verdict = VerdictPanel(self)
        self.back = QPushButton("   ".join((_("Tutup"), "Esc")), self)
        self.back.setAccessibleName(_("Tutup"))
        self.check = QPushButton("   ".join((_("Periksa"), "Enter")), self)
        self.check.setAccessibleName(_("Periksa"))
        self.check.setObjectName("primary")
        self._lay_out()
        self.presenter = CheckPresenter(self, jobs, desk)
        self.code.returnPressed.connect(self._on_check)
        self.code.edited.connect(self.presenter.forget)
        self.check.clicked.connect(self._on_check)
        self.lens.read.connect(self.presenter.check)
        self.lens.failed.connect(self.presenter.fail)
        self.lens.turned.connect(self._on_camera)
        self.back.clicked.connect(self.close)
        self.display(CheckState())
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.code, 1)
        row.addWidget(self.lens.button)
        answer = QHBoxLayout()
        answer.setSpacing(16)
        answer.addWidget(self.lens.picture, 0, Qt.AlignmentFlag.AlignTop)
        answer.addWidget(self.verdict, 1)
        inside = QWidget(self)
        inside.setObjectName("formInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 20, 32, 16)
        column.setSpacing(8)
        column.addWidget(words(_("Periksa kartu"), "heading", self))
        lead = _("Asli atau tidak, kegiatan siapa, dan masih berlaku. Tanpa internet.")
        column.addWidget(words(lead, "lead", self))
        column.addSpacing(4)
        label = words(_("Kode QR kartu"), "fieldLabel", self)
        label.setBuddy(self.code)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.no_camera)
        column.addSpacing(4)
        column.addWidget(self.notice)
        column.addLayout(answer)
        column.addStretch(1)
        room = QScrollArea(self)  # long names, large texts
        room.setObjectName("formScroll")
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setWidgetResizable(True)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setWidget(inside)
        footer = QFrame(self)
        footer.setObjectName("footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(32, 8, 24, 8)
        buttons.setSpacing(12)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.check)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(room, 1)
        whole.addWidget(footer)

    def display(self, state: CheckState) -> None:
        """Show the state."""
        self._state = state
        self.no_camera.setVisible(not self._has_camera and state.verdict is None)
        self.verdict.show_verdict(state.verdict, live=self.lens.on)
        self.notice.show_outcome(state.error)

    def _on_camera(self, _on: bool) -> None:
        """What went wrong before is over; an answer stays to be read."""
        self.display(replace(self._state, error=None))

    def _on_check(self) -> None:
        self.presenter.check(self.code.text())
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        self.code.selectAll()  # the next code replaces this one

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lens.close()
        super().closeEvent(event)
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()  # the cursor is still in the field where it was


class VerdictPanel(QFrame):
    """Green, amber or red with a sign and a word; below them what the card says."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._icon = IconLabel("info", "info", 32, self)
        self.what = words("", "verdict", self)
        self.more = words("", None, self)
        self.note = words("", "hint", self)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(2)
        self._facts.setColumnStretch(1, 1)
        self._drawn: list[QWidget] = []
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._icon)
        head.addWidget(self.what, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.more)
        column.addLayout(self._facts)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_verdict(self, verdict: Verdict | None, *, live: bool = False) -> None:
        """Say what the card is; without a card, what to do."""
        for widget in self._drawn:
            self._facts.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._drawn = []
        for widget in (self._icon, self.what):
            widget.setVisible(verdict is not None)
        if verdict is None:
            waiting = _("Pegang kartu di depan kamera, kode QR-nya menghadap lensa.")
            scan = _("Hasilnya muncul di sini: hijau, kuning, atau merah.")
            set_tone(self, "")
            self.more.setText(waiting if live else scan)
            self.note.hide()
            self.setAccessibleName(self.more.text())
            return
        for widget in (self, self.what):
            set_tone(widget, verdict.tone)
        self._icon.show_icon(ICONS[verdict.tone], verdict.tone)
        self.what.setText(verdict.what)
        self.more.setText(verdict.more)
        for line, (label, value) in enumerate(verdict.facts):
            for column, made in enumerate((words(label, "hint", self), words(value, None, self))):
                self._facts.addWidget(made, line, column, Qt.AlignmentFlag.AlignTop)
                self._drawn.append(made)
        self.note.setText(verdict.note)
        self.note.setVisible(bool(verdict.note))
        told = [f"{label}: {value}" for label, value in verdict.facts]
        self.setAccessibleName(". ".join((verdict.what, verdict.more, *told, verdict.note)))
