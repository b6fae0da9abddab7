"""What happens on the page "Neraca". Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from jamsos_desktop.domain.office_balance import OfficeBalance
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.balance.state import (
    DayLine,
    Side,
    State,
    StationLine,
    day_lines,
    event_names,
    station_lines,
)
from jamsos_desktop.gui.work import Jobs, Running
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services import plan
from jamsos_desktop.services.balance import (
    balance_pdf,
    balance_words,
    office_balance,
    save_balance,
)
from jamsos_desktop.services.desk import Desk


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""


class _Counted(NamedTuple):
    balance: OfficeBalance
    summary: str
    stations: tuple[StationLine, ...]
    days: tuple[DayLine, ...]


class BalancePresenter:
    """Counts when the page is shown; what is saved is what was counted."""

    def __init__(
        self, view: View, jobs: Jobs, desk: Desk, on_saved: Callable[[str], object]
    ) -> None:
        """``on_saved`` is told in words what was saved."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._on_saved_words = on_saved
        self._counting: Running | None = None
        self._balance = OfficeBalance([], [])
        self.state = State()

    def refresh(self) -> None:
        """Count anew."""
        if self._counting is not None:
            self._counting.cancel()
        work = partial(_count, self._desk, self.state.late_days)
        self._counting = self._jobs.start(work, self._on_counted, self._on_error)

    def choose_side(self, side: Side) -> None:
        """By station, or by event and day."""
        self._show(side=side)

    def choose_event(self, event_id: str) -> None:
        """The days of one event, or with nothing of all."""
        self._show(event_id=event_id)

    def choose_late(self, days: int) -> None:
        """Name stations whose last bundle is older than so many days."""
        if days != self.state.late_days:
            self._show(late_days=days)
            self.refresh()

    def file_name(self, ending: str) -> str:
        """What the file is called unless somebody says otherwise."""
        return f"neraca-kantor-{self._desk.clock():%Y%m%d}.{ending}"

    def save_csv(self, target: Path) -> None:
        """Write it as a table."""
        if not self.state.why_not_save():
            work = partial(save_balance, self._desk, self._balance, target)
            self._jobs.start(work, self._on_saved, self._on_error)

    def save_pdf(self, target: Path) -> None:
        """Write it as a paper to be signed."""
        if not self.state.why_not_save():
            work = partial(_save_pdf, self._desk, self._balance, target)
            self._jobs.start(work, self._on_saved, self._on_error)

    def _on_counted(self, counted: _Counted) -> None:
        self._balance = counted.balance
        events = event_names(counted.days)
        known = self.state.event_id in {one.key for one in events}
        self._show(
            loaded=True,
            balances=counted.balance.balances,
            summary=counted.summary,
            stations=counted.stations,
            days=counted.days,
            events=events,
            event_id=self.state.event_id if known else "",
            error=None,
        )

    def _on_saved(self, path: Path) -> None:
        self._show(error=None)
        self._on_saved_words(_("Tersimpan: {file}", file=path.name))

    def _on_error(self, error: UserError) -> None:
        self._show(error=explain(error))

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._view.display(self.state)


def _count(desk: Desk, late_days: int) -> _Counted:
    found = office_balance(desk, late_days)
    events = {key: event.name for key, event in plan.events(desk)}
    return _Counted(found, balance_words(found), station_lines(found), day_lines(found, events))


def _save_pdf(desk: Desk, balance: OfficeBalance, target: Path) -> Path:
    from jamsos_desktop.gui.printing.letting_out import pdf_name
    from jamsos_desktop.services.papers_of_event import save_paper  # loads what makes PDFs

    return save_paper(balance_pdf(desk, balance), pdf_name(target))
