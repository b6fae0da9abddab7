"""What the person is asked to agree to, the fields of their answer, and what a refusal does."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.domain.explanation import Terms
from jamsos_desktop.domain.records import ConsentMethod
from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.enrolment.sheet import AGREES, REFUSES
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.signature_pad import SignaturePad
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import N_, _

ANSWERS = {AGREES: N_("Setuju"), REFUSES: N_("Menolak")}
METHODS: dict[ConsentMethod, str] = {
    "lisan": N_("Lisan"),
    "tanda_tangan": N_("Tanda tangan"),
    "cap_jempol": N_("Cap jempol"),
    "kertas": N_("Di atas kertas"),
}


class ConsentTerms(QFrame):
    """The consent text in a few lines, and whether the cover was explained; F9 shows it whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._shown: tuple[Terms | None, str] | None = None
        self._lines: list[QWidget] = []
        self.unchecked = Pill("", "warning", self)
        self.whole = QPushButton(keys.label(_("Perlihatkan seluruhnya"), "explain"), self)
        self.whole.setObjectName("link")
        self.whole.setAccessibleName(_("Perlihatkan seluruhnya"))
        self.whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F9 does the same from anywhere
        self.question = words("", "noticeWhat", self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.unchecked)
        foot.addStretch(1)
        foot.addWidget(self.whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(6)
        column.addLayout(self._grid)
        column.addLayout(foot)
        column.addWidget(self.question)

    def show_terms(self, terms: Terms | None, told: str) -> None:
        """Show this text; ``told`` is what was explained, nothing where nothing was."""
        if (terms, told) == self._shown or terms is None:
            return
        self._shown = (terms, told)
        for widget in self._lines:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        explained = (_("Penjelasan"), told or _("belum dijelaskan sampai selesai"))
        lines = (*terms.lines, explained)
        self._lines = [widget for row, line in enumerate(lines) for widget in self._line(row, line)]
        self.unchecked.show_state(terms.unchecked, "warning")
        self.unchecked.setVisible(bool(terms.unchecked))
        self.question.setText(terms.question)
        self.setAccessibleName(" ".join(": ".join(line) for line in lines))

    def _line(self, row: int, line: tuple[str, str]) -> list[QWidget]:
        what, amount = words(line[0], "hint", self), words(line[1], None, self)
        what.setWordWrap(False)
        self._grid.addWidget(what, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(amount, row, 1)
        return [what, amount]


class AnswerChoice(Choice):
    """Who presses a letter or clicks has answered; arrows only move along."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([(key, _(text)) for key, text in ANSWERS.items()], parent)

    def _on_clicked(self) -> None:
        super()._on_clicked()
        self.answered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answers = event.text().strip() and self._wanted(event) is not None
        super().keyPressEvent(event)
        if answers:
            self.answered.emit()


class SignatureEdit(QWidget):
    """Holds the name of a picture: of what is drawn here, or of a file with a photo of the paper.

    It does not make the picture: ``drawn`` hands over lines or a path, and the name comes back.
    """

    edited = Signal()
    drawn = Signal(object)  # Strokes or Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.pad = SignaturePad(self)
        self.setFocusProxy(self.pad)
        self.choose = QPushButton(_("Ambil dari berkas gambar"), self)
        self.choose.setObjectName("link")
        self.kept = words("", "hint", self)
        foot = QHBoxLayout()
        foot.addWidget(self.choose)
        foot.addWidget(self.kept, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.pad)
        column.addLayout(foot)
        self.pad.changed.connect(self._on_drawn)
        self.choose.clicked.connect(self._on_choose)

    def raw(self) -> str:
        return self._name

    def set_raw(self, raw: str) -> None:
        self._name = raw
        if not raw:
            was_quiet = self.pad.blockSignals(True)
            self.pad.clear()
            self.pad.blockSignals(was_quiet)
        self.kept.setText(_("Tersimpan. Gambar lagi untuk mengganti.") if raw else "")

    def _on_drawn(self) -> None:
        self.drawn.emit(self.pad.strokes())

    def _on_choose(self) -> None:
        kinds = _("Gambar ({kinds})", kinds="*.jpg *.jpeg *.png")
        dialogs.choose_file(self, _("Pilih foto tanda tangan"), kinds, self._on_file)

    def _on_file(self, path: Path) -> None:
        self.drawn.emit(path)


class Refusal(QFrame):
    """What confirming a refusal does. It opens with the cursor on the way back."""

    confirmed = Signal()
    reconsidered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "warning")
        self._what = words("", "noticeWhat", self)
        self._more = words("", None, self)
        self.back = QPushButton(_("Kembali"), self)
        self.confirm = QPushButton(_("Catat penolakan & hapus isian").replace("&", "&&"), self)
        self.confirm.setAccessibleName(_("Catat penolakan & hapus isian"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.confirm)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._what)
        column.addWidget(self._more)
        column.addLayout(row)
        self.back.clicked.connect(self.reconsidered)
        self.confirm.clicked.connect(self.confirmed)
        self.hide()

    def show_refusal(self, *, refusing: bool, correcting: bool) -> None:
        """Ask for the confirmation; of a saved record the consent is withdrawn elsewhere."""
        self._what.setText(
            _("Data orang ini sudah tersimpan.") if correcting else _("Orangnya menolak?")
        )
        self._more.setText(
            _("Buka orangnya di halaman Peserta, lalu pilih Cabut persetujuan.")
            if correcting
            else _(
                "Semua yang sudah diketik dan fotonya dihapus. Yang dicatat hanya bahwa ada satu"
                " orang yang menolak di kegiatan ini."
            )
        )
        self.confirm.setVisible(not correcting)
        self.setVisible(refusing)

    def enter(self) -> None:
        """Put the cursor on the way back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
