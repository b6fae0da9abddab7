"""What happens on the page "Hari ini". Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from jamsos_desktop.domain.visitor import read_visitor
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import attendance, plan, queue
from jamsos_desktop.services.attendance import Listener
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.event_day import Today, look_at_today
from jamsos_desktop.services.list_reference import unreadable_files
from jamsos_desktop.services.queue import Ticket

Tab = Literal["queue", "attendance"]


class Day(NamedTuple):
    """What the worker found for the page."""

    event_id: str
    today: Today
    tickets: tuple[Ticket, ...]
    listeners: tuple[Listener, ...]
    unreadable: tuple[str, ...] = ()  # files of rules that want a newer program


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows. ``day`` is None before it was read, or without an event."""

    loaded: bool = False
    day: Day | None = None
    tab: Tab = "queue"
    error: Explanation | None = None


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else."""

    def clear_line(self) -> None:
        """What was typed is taken in; the line is for the next person."""


class TodayPresenter:
    """Counts the day, and moves queue and attendance on."""

    def __init__(self, view: View, jobs: Jobs, desk: Desk, show_result: ShowResult) -> None:
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._show_result = show_result
        self._state = State()

    def refresh(self) -> None:
        """Look again: the page is shown, or something changed."""
        work = partial(read_day, self._desk, self._state.day)
        self._jobs.start(work, self._on_read, self._on_error)

    def choose(self, tab: Tab) -> None:
        """Show the queue, or those who listen."""
        self._show(tab=tab, error=None)

    def take_in(self, line: str) -> None:
        """Give whoever the line describes a number (also nobody), or write them down."""
        day, person = self._state.day, read_visitor(line)
        if day is None:
            return
        if self._state.tab == "queue":
            give = partial(queue.give_number, self._desk, day.event_id, person)
            self._jobs.start(give, self._on_given, self._on_error)
            return
        add = partial(attendance.add_attendee, self._desk, day.event_id, person)
        said = _("{name} tercatat hadir.", name=person.name)
        self._jobs.start(add, lambda _id: self._on_taken_in(said), self._on_error)

    def move(self, ticket: Ticket) -> None:
        """Skip who is not there; let who was skipped wait again."""
        if ticket.state == "skipped":
            self._move(queue.come_back, ticket, _("{number} menunggu lagi.", number=ticket.number))
        else:
            self._move(queue.skip, ticket, _("{number} dilewati.", number=ticket.number))

    def save_paper(self, target: Path) -> None:
        """Write the next strip of numbers, or the list to be signed, to ``target``."""
        day = self._state.day
        if day is not None:
            write = (
                queue.give_strip
                if self._state.tab == "queue"
                else (attendance.save_attendance_list)
            )
            work: Callable[[], Path] = partial(write, self._desk, day.event_id, target)
            self._jobs.start(work, self._on_saved, self._on_error)

    def _move(self, step: Callable[[Desk, str], str], ticket: Ticket, said: str) -> None:
        work = partial(step, self._desk, ticket.record_id)
        self._jobs.start(work, lambda _number: self._on_changed(said), self._on_error)

    def _on_given(self, ticket: Ticket) -> None:
        self._on_taken_in(_("Nomor {number} diberikan.", number=ticket.number))

    def _on_taken_in(self, said: str) -> None:
        self._view.clear_line()
        self._on_changed(said)

    def _on_saved(self, path: Path) -> None:
        self._on_changed(_("Tersimpan: {file}. Buka berkas itu untuk mencetaknya.", file=path.name))

    def _on_changed(self, said: str) -> None:
        self._show(error=None)
        self._show_result(said)
        self.refresh()

    def _on_read(self, day: Day | None) -> None:
        self._show(loaded=True, day=day)

    def _on_error(self, error: UserError) -> None:
        self._show(error=explain(error))

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)


def read_day(desk: Desk, before: Day | None = None) -> Day | None:
    """On the worker: the nearest event, counted; None where there is no event at all.

    ``before`` is what the page shows: only what is new since then is counted.
    """
    found = plan.todays_event(desk)
    if found is None:
        return None
    event_id = found[0]
    return Day(
        event_id,
        look_at_today(desk, event_id, before.today if before else None),
        queue.list_queue(desk, event_id),
        attendance.list_attendees(desk, event_id)[::-1],  # who was written down last, on top
        unreadable_files(desk),
    )
