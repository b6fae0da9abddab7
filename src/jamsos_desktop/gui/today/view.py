"""The page "Hari ini"."""

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QWidget

from jamsos_desktop.domain.reference_words import unreadable_words
from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.today.calling import call_next, register
from jamsos_desktop.gui.today.counts import Counts
from jamsos_desktop.gui.today.people import People
from jamsos_desktop.gui.today.presenter import State, Tab, TodayPresenter
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.i18n import _
from jamsos_desktop.services.attendance import Listener
from jamsos_desktop.services.queue import STRIP, Ticket


class TodayView(PageFrame):
    """Draws the presenter's state; asks where papers shall go, and opens the form."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Hari ini"), parent=parent)
        self._context = context
        self._state = State()
        self.counts = Counts(self)
        self.people = People(self)
        self.empty = EmptyState(
            "calendar-days",
            _("Belum ada kegiatan"),
            _("Halaman ini menunjukkan jalannya hari kegiatan.\nKegiatan dibuat oleh kantor."),
            self,
        )
        self.visiting = EmptyState(
            "map-pin-house",
            _("Kunjungan dari rumah ke rumah"),
            _(
                "Hari ini tidak ada antrean dan daftar hadir.\n"
                "Siapa yang belum ditemui ada di daftar calon, per RT."
            ),
            self,
        )
        self.paper = self.add_button("")
        self.move_button = self.add_button("")
        self.call = self.set_primary(_("Panggil berikutnya"), "call_next", bind=False)
        self.presenter = TodayPresenter(self, context.jobs, context.desk, context.show_result)
        self._lay_out_day()
        self._connect()
        context.follow(self._on_changed_elsewhere)
        self.display(self._state)
        when_shown(self, self.presenter.refresh)

    def _lay_out_day(self) -> None:
        self._day = QWidget(self)
        halves = QHBoxLayout(self._day)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(32)
        halves.addWidget(self.counts, 2)
        self._right = QStackedWidget(self._day)
        self._right.addWidget(self.people)
        self._right.addWidget(self.visiting)
        halves.addWidget(self._right, 3)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._day)
        self._stack.addWidget(self.empty)
        self.body.addLayout(self._stack, 1)

    def _connect(self) -> None:
        people = self.people
        people.line_entered.connect(self.presenter.take_in)
        people.tab_chosen.connect(self._on_tab)
        people.tables["queue"].opened.connect(self._on_opened)
        people.tables["attendance"].opened.connect(self._on_opened)
        for table in people.tables.values():
            table.selectionModel().currentRowChanged.connect(self._on_row)
            table.model().modelReset.connect(self._on_row)
        self.move_button.clicked.connect(self._on_move)
        self.paper.clicked.connect(self._on_paper)
        self.call.clicked.connect(self._on_call)
        keys.bind("print", self, self.paper.click)
        keys.bind("new", self, people.line.setFocus)

    def display(self, state: State) -> None:
        """Show the state; when the day is there at last, the cursor goes where one types."""
        first = self._state.day is None and state.day is not None
        self._state = state
        if state.day is not None:
            self.counts.show_today(state.day.today)
            self.people.show_day(state.day, state.tab)
            self._right.setCurrentWidget(self.visiting if self._visits else self.people)
        nothing = state.loaded and state.day is None
        self._stack.setCurrentWidget(self.empty if nothing else self._day)
        self._day.setEnabled(state.day is not None)
        self._show_buttons()
        if first and self.isVisible():
            (self.call if self._visits else self.people.line).setFocus()
        unreadable = state.day.unreadable if state.day else ()
        self.notice.show_outcome(state.error, warning=unreadable_words(unreadable))

    def clear_line(self) -> None:
        """What was typed is taken in; the line is for the next person."""
        self.people.line.clear()
        self.people.line.setFocus()

    @property
    def _visits(self) -> bool:
        """Whether the cadre goes from door to door today: nobody queues."""
        day = self._state.day
        return day is not None and day.today.event.kind == "kunjungan"

    def _show_buttons(self) -> None:
        for button in (self.paper, self.move_button):
            button.setVisible(not self._visits)
        if self._visits:
            text = _("Ke daftar calon")
            self.call.setText(keys.plain(text))
            self.call.setAccessibleName(text)
            usable(self.call, "")
        else:
            self._show_queue_buttons()

    def _show_queue_buttons(self) -> None:
        day, queue = self._state.day, self._state.tab == "queue"
        paper = _("Cetak {count} nomor", count=STRIP) if queue else _("Daftar untuk ditandatangani")
        self.paper.setText(keys.label(paper, "print"))
        self.paper.setAccessibleName(paper)
        none = "" if day else _("Belum ada kegiatan.")
        usable(self.paper, none)
        text = _("Panggil berikutnya")
        self.call.setText(keys.label(text, "call_next"))
        self.call.setAccessibleName(text)
        waiting = day is not None and any(one.state == "waiting" for one in day.tickets)
        usable(self.call, none or ("" if waiting else _("Tidak ada yang menunggu di pos ini.")))
        text, why_not = self._move_words()
        self.move_button.setText(text)
        self.move_button.setAccessibleName(text)
        usable(self.move_button, why_not)

    def _move_words(self) -> tuple[str, str]:
        """What can be done with the chosen row, and why not."""
        chosen = self.people.chosen(self._state.tab)
        choose = "" if chosen else _("Pilih dulu satu baris di daftar.")
        if self._state.tab == "attendance":
            done = isinstance(chosen, Listener) and chosen.enrolled
            return _("Daftarkan"), _("Orang ini sudah terdaftar.") if done else choose
        state = chosen.state if isinstance(chosen, Ticket) else "waiting"
        text = _("Kembali menunggu") if state == "skipped" else _("Lewati")
        return text, _("Orang ini sudah terdaftar.") if state == "served" else choose

    def _on_tab(self, tab: str) -> None:
        self.presenter.choose(cast("Tab", tab))

    def _on_row(self, *_indexes: object) -> None:
        self._show_buttons()

    def _on_opened(self, _row: object) -> None:
        self.move_button.click()

    def _on_move(self) -> None:
        chosen = self.people.chosen(self._state.tab)
        if isinstance(chosen, Ticket):
            self.presenter.move(chosen)
        elif isinstance(chosen, Listener):
            register(self._context, chosen.record_id)

    def _on_paper(self) -> None:
        queue = self._state.tab == "queue"
        title = _("Nomor antrean") if queue else _("Daftar hadir")
        name = "nomor-antrean.pdf" if queue else "daftar-hadir.pdf"
        dialogs.choose_new_file(self, title, name, "PDF (*.pdf)", self.presenter.save_paper)

    def _on_call(self) -> None:
        if self._visits:
            station = self._context.desk.installation.mode == "station"
            self._context.go_to("visits" if station else "candidates")
        else:
            call_next(self._context)

    def _on_changed_elsewhere(self) -> None:
        """Somebody was saved, printed, sent or taken in while this page is in sight."""
        if self.isVisible():
            self.presenter.refresh()
