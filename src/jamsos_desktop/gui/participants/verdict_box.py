"""What the office says of a registration, on the person's page: accept, send back, reject, undo."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.domain.field_labels import LABELS, label
from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.gui.participants.verdicts import Verdicts
from jamsos_desktop.gui.widgets.check_list import CheckList
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.page_frame import usable
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

#: What a station can be asked to correct; the rest the program keeps for itself.
FIELDS = (
    *("nik", "name", "birth_place", "birth_date", "sex", "kk", "mother_name"),
    *("address", "rt", "rw", "village", "ktp_village", "postcode", "phone", "email"),
    *("occupation", "sector", "workplace", "income", "coverage_start", "coverage_months"),
    *("heir_name", "heir_relation", "children", "consent", "photo"),
)


class SendBack(ReasonBar):
    """A reason, and above it the fields that are to be corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = CheckList(self)
        self.fields.setAccessibleName(_("Isian yang harus diperbaiki"))
        self.fields.set_options([(name, label(name)) for name in FIELDS if name in LABELS])
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.insertWidget(2, self.fields)

    def offer(self, order: str, question: str, more: str, why_not: str) -> None:
        """Offer this; nothing is ticked any more."""
        self.fields.set_raw("")
        super().offer(order, question, more, why_not)


class VerdictBox(QWidget):
    """Only where somebody may decide; each button says why it does nothing where it does not.

    What was never decided or answered has nothing to undo, and no button for it.
    """

    decided = Signal(str, str, list)  # the verdict, its reason, and the fields to correct
    undone = Signal(str)  # the reason
    answer_undone = Signal(str)  # the reason why BPJS's answer is taken back
    opened = Signal(object)  # what is asked now, so that the page can bring it into sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accept = QPushButton(_("Terima"), self)
        self.send_back = SendBack(self)
        self.reject = ReasonBar(self)
        self.undo = ReasonBar(self)
        self.unanswer = ReasonBar(self)
        self._bars = (self.send_back, self.reject, self.undo, self.unanswer)
        buttons = Flow(12)
        buttons.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        column.addWidget(words(_("Keputusan kantor"), "group", self))
        column.addLayout(buttons)
        for bar in self._bars:
            buttons.addWidget(bar.button)
            column.addWidget(bar)
            bar.button.clicked.connect(self._on_opened)
        self.accept.clicked.connect(self._on_accepted)
        self.send_back.confirmed.connect(self._on_sent_back)
        self.reject.confirmed.connect(self._on_rejected)
        self.undo.confirmed.connect(self.undone)
        self.unanswer.confirmed.connect(self.answer_undone)
        self.hide()

    def show_person(self, verdicts: Verdicts) -> None:
        """Offer what may be said of this person now."""
        self.setVisible(verdicts.may)
        usable(self.accept, verdicts.why_not_accept)
        self.send_back.offer(
            _("Kembalikan ke pos"),
            _("Apa yang harus diperbaiki pos?"),
            _("Tandai isiannya dan tulis apa yang keliru. Pos membacanya di balasan berikutnya."),
            verdicts.why_not,
        )
        self.reject.offer(
            _("Tolak"),
            _("Tolak pendaftaran ini?"),
            _("Ia tidak dikirim ke BPJS. Pos membaca alasannya di balasan berikutnya."),
            verdicts.why_not,
        )
        self.undo.offer(
            _("Urungkan keputusan"),
            _("Urungkan keputusan kantor?"),
            _("Pendaftaran ini menunggu keputusan lagi. Keputusan yang lama tetap tercatat."),
            "",
        )
        self.undo.button.setVisible(verdicts.decided)
        self.unanswer.offer(
            _("Batalkan jawaban BPJS"),
            _("Batalkan jawaban BPJS yang tercatat?"),
            _("Yang berlaku sebelumnya berlaku lagi; nomor dari BPJS ikut hilang."),
            "",
        )
        self.unanswer.button.setVisible(verdicts.answered)

    def _on_opened(self) -> None:
        """Ask one thing at a time."""
        for bar in self._bars:
            if bar.button is self.sender():
                self.opened.emit(bar)
            else:
                bar.hide()

    def _on_accepted(self) -> None:
        self.decided.emit("diterima", "", [])

    def _on_sent_back(self, reason: str) -> None:
        fields: Sequence[str] = self.send_back.fields.raw().split()
        self.decided.emit("perlu_perbaikan", reason, list(fields))

    def _on_rejected(self, reason: str) -> None:
        self.decided.emit("ditolak", reason, [])
