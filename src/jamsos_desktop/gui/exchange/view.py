"""The page "Kirim & terima"."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.exchange.cards import AnswerCard, SentCard
from jamsos_desktop.gui.exchange.neighbours_box import NeighboursBox
from jamsos_desktop.gui.exchange.presenter import (
    ExchangePresenter,
    FindSticks,
    State,
    size_words,
)
from jamsos_desktop.gui.icons import IconLabel
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.uploads.box import UploadBox
from jamsos_desktop.gui.uploads.presenter import Tell
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.flow import Flow
from jamsos_desktop.gui.widgets.folder_edit import FolderEdit
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.sticks import Stick, find_sticks
from jamsos_desktop.services.upload import Outcome

COLUMN = 760  # px


class ExchangeView(PageFrame):
    """Draws the presenter's state and reports where to write."""

    def __init__(
        self,
        context: PageContext,
        find: FindSticks = find_sticks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Kirim & terima"), parent=parent)
        self._context = context
        self.waiting = Waiting(self)
        self.folder = FolderEdit(_("Pilih flashdisk atau folder"), self)
        self.sticks = Sticks(self)
        self.sent = SentCard(self)
        self.answer = AnswerCard(self)
        self.nobody = EmptyState(
            "arrow-left-right",
            _("Belum ada yang perlu dikirim"),
            _(
                "Di sini hasil pendaftaran pos ini disimpan ke flashdisk untuk kantor.\n"
                "Daftarkan orang pertama di halaman Pendaftaran."
            ),
            self,
        )
        self._middle = QStackedWidget(self)
        self._fill()
        self.open = self.add_button(_("Buka balasan kantor…"))
        self.open.setText(keys.label(_("Buka balasan kantor…"), "choose"))
        keys.bind("choose", self, self.open.click)
        self.export = self.set_primary(_("Ekspor ke flashdisk"), "export")
        self.presenter = ExchangePresenter(
            self, context.jobs, context.desk, find, context.tell_done
        )
        self.folder.edited.connect(self._on_folder)
        self.sticks.chosen.connect(self.presenter.choose)
        self.sticks.both.clicked.connect(self.presenter.write_both)
        self.export.clicked.connect(self.presenter.export)
        self.open.clicked.connect(self._on_open)
        self.answer.paper.clicked.connect(self._on_paper)
        self.stop_wanted.connect(self.presenter.stop)
        self.display(State())
        when_shown(self, self.presenter.refresh)

    def _fill(self) -> None:
        field = Field("folder", _("Tempat menyimpan"), self.folder, _("biasanya flashdisk"), self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.waiting)
        column.addWidget(field)
        column.addWidget(self.sticks)
        column.addWidget(self.sent)
        column.addWidget(self.answer)
        column.addStretch(1)
        self._middle.addWidget(inside)
        self._middle.addWidget(self.nobody)
        tell = Tell(self._context.tell_done, self._on_uploaded, lambda _fetched: None)
        self.uploads = UploadBox(self._context, tell, self)
        self.neighbours = NeighboursBox(self._context, self)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 16, 0)
        rows.setSpacing(12)
        rows.addWidget(self._middle, 1)
        rows.addWidget(self.uploads)
        rows.addWidget(self.neighbours)
        self._scroll = QScrollArea(self)  # where the window is low
        self._scroll.setObjectName("formScroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        # Not of what is inside: its height is asked for at the width of the whole page.
        self._scroll.setMaximumWidth(COLUMN)
        self._scroll.setWidget(whole)
        self.body.addWidget(self._scroll)

    def display(self, state: State) -> None:
        """Show the state."""
        self._middle.setCurrentIndex(1 if state.empty and state.answer is None else 0)
        self.waiting.show_state(state)
        if self.folder.raw() != state.folder:
            self.folder.set_raw(state.folder)
        self.folder.setEnabled(state.progress is None)
        self.sticks.show_sticks(state.sticks, state.folder, state.second)
        self.sticks.both.setVisible(bool(state.other_stick()))
        new = [
            card
            for card, said in ((self.sent, state.sent), (self.answer, state.answer))
            if said is not None and card.isHidden()
        ]
        self.sent.show_sent(state.sent)
        self.answer.show_answer(state.answer)
        for card in new:
            QTimer.singleShot(0, card, partial(self._scroll.ensureWidgetVisible, card))
        usable(self.open, _("Tunggu sampai pekerjaan ini selesai.") if state.progress else "")
        self.show_progress(state.progress)
        usable(self.export, state.why_not())
        self.status.setText(state.why_not())
        self.notice.show_outcome(state.error, warning=state.warning)

    def _on_folder(self) -> None:
        self.presenter.choose(self.folder.raw())

    def _on_open(self) -> None:
        title = _("Buka balasan kantor")
        kinds = _("Balasan kantor (BALASAN*.jamsos *.jamsos)")
        dialogs.choose_file(self, title, kinds, self.presenter.open_answer)

    def _on_paper(self) -> None:
        title, name = _("Simpan balasan sebagai PDF"), self.presenter.paper_name()
        dialogs.choose_new_file(self, title, name, "PDF (*.pdf)", self.presenter.save_paper)

    def _on_uploaded(self, outcome: Outcome) -> None:
        self.presenter.show_uploaded(outcome)


class Waiting(QFrame):
    """How many people the office does not have yet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._count = words("", "heading", self)
        self._last = words("", "hint", self)
        self._pill = Pill("", "neutral", self)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._count)
        texts.addWidget(self._last)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(IconLabel("file-up", "primary", 36, self))
        row.addLayout(texts, 1)
        row.addWidget(self._pill)

    def show_state(self, state: State) -> None:
        """Say how things stand."""
        count = state.unsent.participants if state.unsent else 0
        counted = _("{count} orang menunggu dikirim", count=count)
        counted = counted if count else _("Tidak ada yang menunggu dikirim")
        self._count.setText(counted if state.unsent else _("Sedang dihitung…"))
        self._last.setText(state.last_words() if state.unsent else "")
        self._pill.setVisible(state.unsent is not None)
        if count:
            self._pill.show_state(_("belum diekspor"), "warning")
        else:
            self._pill.show_state(_("semua sudah diekspor"), "success")


class Sticks(QWidget):
    """The sticks that are plugged in, to be chosen with one press."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Stick, ...] = ()
        self._buttons: list[QPushButton] = []
        self._label = words(_("Flashdisk yang terpasang:"), "hint", self)
        self._label.setWordWrap(False)
        self._row = Flow(8, self)
        self.both = QPushButton(_("Tulis ke dua flashdisk"), self)
        self.both.setObjectName("tool")
        self.both.setCheckable(True)
        self.both.setToolTip(_("Berkas yang sama ditulis dan diperiksa di dua flashdisk."))
        self._row.addWidget(self._label)
        self._row.addWidget(self.both)

    def show_sticks(self, sticks: tuple[Stick, ...], folder: str, second: str = "") -> None:
        """Offer these; the one that is chosen already, and the second one, are marked."""
        self.setVisible(bool(sticks))
        if sticks != self._shown:
            self._shown = sticks
            for button in self._buttons:
                self._row.removeWidget(button)
                button.deleteLater()
            self._buttons = [self._button(stick) for stick in sticks]
            self._row.removeWidget(self.both)
            self._row.addWidget(self.both)  # behind the sticks
        for button, stick in zip(self._buttons, sticks, strict=True):
            button.setChecked(str(stick.path) in {folder, second})
        self.both.setChecked(bool(second))

    def _button(self, stick: Stick) -> QPushButton:
        text = _("{name}, kosong {free}", name=stick.name, free=size_words(stick.free))
        button = QPushButton(text.replace("&", "&&"), self)
        button.setObjectName("tool")
        button.setCheckable(True)
        button.setToolTip(str(stick.path))
        button.clicked.connect(partial(self._on_clicked, str(stick.path)))
        self._row.addWidget(button)
        button.show()
        return button

    def _on_clicked(self, path: str, _checked: bool = False) -> None:
        self.chosen.emit(path)
