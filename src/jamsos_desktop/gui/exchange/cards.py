"""What was sent, and what the office answered: a card each on the page "Kirim & terima"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui.exchange.answer import Answered
from jamsos_desktop.gui.exchange.presenter import Sent
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class _Card(QFrame):
    """Some lines of text beside a sign that all is well."""

    def __init__(self, labels: list[QLabel], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "success")
        texts = QVBoxLayout()
        texts.setSpacing(6)
        for label in labels:
            texts.addWidget(label)
        row = self.row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        sign = IconLabel("circle-check", "success", 24, self)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)


class SentCard(_Card):
    """What was written, and what to do with it now."""

    def __init__(self, parent: QWidget) -> None:
        self._file = words("", "noticeWhat", parent)
        self._facts = words("", None, parent)
        self._next = words(
            _(
                "Sekarang: keluarkan flashdisk dengan aman, lalu serahkan ke kantor. Berkas ini"
                " tersegel, hanya kantor Anda yang bisa membukanya. Data di laptop ini tetap ada."
            ),
            None,
            parent,
        )
        super().__init__([self._file, self._facts, self._next], parent)

    def show_sent(self, sent: Sent | None) -> None:
        """Hidden while nothing was sent."""
        self.setVisible(sent is not None)
        if sent is None:
            return
        self._file.setText(sent.file)
        facts = _(
            "{people} orang, {size}, di {folder}. Sudah dibaca ulang dan cocok.",
            people=sent.people,
            size=sent.size,
            folder=sent.folder,
        )
        if sent.second:
            same = _("Sama persis di {folder}.", folder=sent.second)
            facts = f"{facts} {same}"
        if sent.pictures:
            more = _("Di dalamnya {count} foto dan tanda tangan.", count=sent.pictures)
            facts = f"{facts} {more}"
        self._facts.setText(facts)
        self.setAccessibleName(f"{self._file.text()}. {self._facts.text()} {self._next.text()}")


class AnswerCard(_Card):
    """What the office answered: how far the journal arrived, and news of people."""

    def __init__(self, parent: QWidget) -> None:
        self._what = words("", "noticeWhat", parent)
        self._how_far = words("", None, parent)
        self._news = words("", None, parent)
        self._trouble = words("", "noticeWhat", parent)
        super().__init__([self._what, self._how_far, self._trouble, self._news], parent)
        self.paper = QPushButton(_("Simpan sebagai PDF…"), self)
        self.paper.setObjectName("tool")
        self.row.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignTop)

    def show_answer(self, answer: Answered | None) -> None:
        """Hidden while nothing was answered."""
        self.setVisible(answer is not None)
        if answer is None:
            return
        news = "\n".join((*answer.news, *([answer.more] if answer.more else [])))
        texts = (answer.what, answer.how_far, answer.trouble, news)
        labels = (self._what, self._how_far, self._trouble, self._news)
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(" ".join(filter(None, texts)))
