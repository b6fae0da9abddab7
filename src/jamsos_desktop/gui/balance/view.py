"""The page "Neraca"."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.balance.presenter import BalancePresenter
from jamsos_desktop.gui.balance.state import DayLine, Side, State, StationLine
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.empty_state import EmptyState
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.picker import Picker
from jamsos_desktop.gui.widgets.when_shown import when_shown
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.balance import headings

_LATE = (3, 7, 30)  # days
_LONGEST = 150  # px, of a name
_TALLEST = 84  # px, of what is said of the marked row
#: Figures for which there is room in each table; all of them stand below, for the marked row.
_OF_STATION = (0, 1, 5, 9)
_OF_DAY = (0, 1, 5, 9)


def _figure(place: int, line: StationLine | DayLine) -> str:
    return line.figures[place]


def station_columns() -> list[Column[StationLine]]:
    """Which station it is first, then how it stands."""
    names = headings()
    return [
        Column(_("Pos"), lambda line: line.name),
        Column(_("Keadaan"), lambda line: line.standing, tone=lambda line: line.tone),
        *(Column(names[n], partial(_figure, n), numbers=True) for n in _OF_STATION),
        Column(_("Terakhir"), lambda line: line.last_bundle),
    ]


def day_columns() -> list[Column[DayLine]]:
    """Which station, event and day, then its figures."""
    names = headings()
    return [
        Column(_("Pos"), lambda line: line.station),
        Column(_("Kegiatan"), lambda line: line.event),
        Column(_("Hari"), lambda line: line.day),
        *(Column(names[n], partial(_figure, n), numbers=True) for n in _OF_DAY),
    ]


def _detail(line: StationLine | DayLine) -> str:
    """Every figure of the marked row, and below it what is missing of its station."""
    figures = zip(headings(), line.figures, strict=True)
    counts = " · ".join(f"{name} {count}" for name, count in figures)
    return "\n".join(part for part in (counts, line.missing) if part)


class BalanceView(PageFrame):
    """Draws the presenter's state and asks where it shall be saved."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Neraca kantor"), parent=parent)
        self.side = Choice([("stations", _("Per pos")), ("days", _("Per hari"))], self)
        self.side.setAccessibleName(_("Dihitung menurut"))
        self.late = Choice([(str(n), _("{count} hari", count=n)) for n in _LATE], self)
        self.late.setAccessibleName(_("Pos terlambat setelah"))
        self.late_label = words(_("Terlambat setelah"), "hint", self)
        self.event_edit = Picker(_("Semua kegiatan"), _("Kegiatan"), self)
        self.station_model: RowsTable[StationLine] = RowsTable(station_columns(), self)
        self.stations = TableView(self.station_model, _("Neraca setiap pos"), self)
        self.day_model: RowsTable[DayLine] = RowsTable(day_columns(), self)
        self.days = TableView(self.day_model, _("Neraca setiap kegiatan dan hari"), self)
        self.missing = words("", "hint", self)
        self._middle = QStackedWidget(self)
        self._shown: State | None = None
        self._lay_out_body()
        self.csv = self.add_button(_("Simpan CSV…"))
        self.pdf = self.set_primary(_("Simpan PDF…"), "save")
        self.presenter = BalancePresenter(self, context.jobs, context.desk, context.show_result)
        self._connect()
        self.display(self.presenter.state)
        self.stations.setFocus()  # where the cursor stands when the page is opened
        when_shown(self, self.presenter.refresh)

    def _lay_out_body(self) -> None:
        self.late_label.setWordWrap(False)
        self.event_edit.setMaximumWidth(320)
        how = QHBoxLayout()
        how.setSpacing(16)
        how.addWidget(self.side)
        how.addStretch(1)
        how.addWidget(self.event_edit, 2)
        how.addWidget(self.late_label)
        how.addWidget(self.late)
        nothing = EmptyState(
            "scale",
            _("Belum ada yang dihitung"),
            _(
                "Di sini tampak apa yang dibuat setiap pos, apa yang sudah tiba di kantor,"
                " dan apa yang kurang.\nBuat paket untuk pos, atau ambil berkasnya di halaman"
                " Kotak masuk."
            ),
            self,
        )
        for widget in (self.stations, self.days, nothing):
            self._middle.addWidget(widget)
        self.missing.setMaximumHeight(_TALLEST)
        self.body.addLayout(how)
        self.body.addWidget(self._middle, 1)
        self.body.addWidget(self.missing)

    def _connect(self) -> None:
        presenter = self.presenter
        self.side.edited.connect(self._on_side)
        self.late.edited.connect(self._on_late)
        self.event_edit.picked.connect(presenter.choose_event)
        self.csv.clicked.connect(self._on_csv)
        self.pdf.clicked.connect(self._on_pdf)
        for table in (self.stations, self.days):
            table.selectionModel().selectionChanged.connect(self._on_selected)

    def display(self, state: State) -> None:
        """Show the state."""
        before, self._shown = self._shown, state
        by_station = state.side == "stations"
        self.side.set_raw(state.side)
        self.late.set_raw(str(state.late_days))
        self.event_edit.offer(state.events, state.event_id)
        self.event_edit.setVisible(not by_station)
        for widget in (self.late, self.late_label):
            widget.setVisible(by_station)
        self._middle.setCurrentIndex(2 if state.empty else 0 if by_station else 1)
        if before is None or before.stations is not state.stations:
            self.stations.show_rows(state.stations, lambda line: line.name)
            self.stations.fit_columns(_LONGEST, (0,))
        if before is None or before.chosen_days != state.chosen_days:
            self.days.show_rows(
                state.chosen_days, lambda line: (line.station, line.event_id, line.day)
            )
            self.days.fit_columns(_LONGEST, (0, 1))
        self._on_selected()
        for button in (self.csv, self.pdf):
            usable(button, state.why_not_save())
        self._say(state)

    def _say(self, state: State) -> None:
        if state.error:
            self.notice.show_error(state.error)
        elif not state.loaded or state.empty:
            self.notice.clear()
        elif not state.days:
            self.notice.show_info(state.summary)
        elif state.balances:
            self.notice.show_message("success", state.summary)
        else:
            self.notice.show_warning(state.summary)

    def _on_selected(self) -> None:
        by_station = self._shown is None or self._shown.side == "stations"
        chosen = self.stations.chosen() if by_station else self.days.chosen()
        said = _detail(chosen[0]) if chosen else ""
        self.missing.setText(said)
        self.missing.setVisible(bool(said))

    def _on_side(self) -> None:
        self.presenter.choose_side(cast(Side, self.side.raw()))

    def _on_late(self) -> None:
        self.presenter.choose_late(int(self.late.raw()))

    def _on_csv(self) -> None:
        title, kinds = _("Simpan neraca sebagai CSV"), _("Daftar CSV (*.csv)")
        name = self.presenter.file_name("csv")
        dialogs.choose_new_file(self, title, name, kinds, self.presenter.save_csv)

    def _on_pdf(self) -> None:
        title, kinds = _("Simpan neraca sebagai PDF"), _("Dokumen PDF (*.pdf)")
        name = self.presenter.file_name("pdf")
        dialogs.choose_new_file(self, title, name, kinds, self.presenter.save_pdf)
