"""What happens in the list of candidates. Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, NamedTuple, Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.candidates.lines import (
    Line,
    Overview,
    find_lines,
    narrowed,
    read_overview,
)
from jamsos_desktop.gui.work import Jobs, Running
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services.candidates import choose_for_ceremony
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage.candidates import Filter

PAGE = 50  # lines that are fetched at once
Show = Literal["all", "open", "registered", "ceremony"]
_REGISTERED: dict[Show, bool | None] = {"open": False, "registered": True}


@dataclass(frozen=True, slots=True)
class ListState:
    """What stands around the table. ``overview`` is None until it was read."""

    overview: Overview | None = None
    text: str = ""
    place: str = ""
    show: Show = "all"
    found: int = 0
    more: bool = False
    searching: bool = True
    busy: bool = False
    error: Explanation | None = None

    @property
    def empty(self) -> bool:
        """The office expects nobody yet."""
        return self.overview is not None and not (self.overview.total or self.searching)

    @property
    def no_match(self) -> bool:
        """Somebody is expected, but nobody fits what was chosen."""
        return not (self.empty or self.found or self.searching)

    def wanted(self) -> Filter:
        """What is asked for."""
        programme = self.overview.programme_id if self.overview else ""
        whole = Filter(
            programme,
            text=self.text,
            registered=_REGISTERED.get(self.show),
            ceremony=True if self.show == "ceremony" else None,
        )
        return narrowed(whole, self.place)

    def words(self) -> str:
        """How many there are in the programme, and how many of them are registered."""
        if self.overview is None or not self.overview.total:
            return ""
        total, registered = self.overview.total, self.overview.registered
        return _(
            "{total} calon, {registered} sudah terdaftar, {left} belum",
            total=_grouped(total),
            registered=_grouped(registered),
            left=_grouped(total - registered),
        )


class _Found(NamedTuple):
    lines: list[Line]
    overview: Overview | None


class View(Protocol):
    """What the presenter needs of the page."""

    def show_list(self, state: ListState) -> None:
        """Say what stands around the table."""

    def show_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Show these lines only."""

    def append_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Add these lines at the end."""


@dataclass
class CandidatesPresenter:
    """Looks the candidates up as one types and chooses; ``on_chosen`` is told in words."""

    view: View
    jobs: Jobs
    desk: Desk
    on_chosen: Callable[[str, Callable[[], object]], object]
    state: ListState = field(default_factory=ListState)
    _search: Running | None = None

    def refresh(self) -> None:
        """Look again: the page is shown, and other pages may have changed what it says."""
        programme = self.state.overview.programme_id if self.state.overview else ""
        self.choose_programme(programme, keep_place=True)

    def choose_programme(self, programme_id: str, *, keep_place: bool = False) -> None:
        """Show another programme's candidates, those of every neighbourhood."""
        place = self.state.place if keep_place else ""
        self._find(replace(self.state, place=place), programme_id)

    def search(self, text: str) -> None:
        """Somebody typed; answers for what stood there before are not wanted any more."""
        if text != self.state.text:
            self._find(replace(self.state, text=text))

    def choose_place(self, place: str) -> None:
        """Show a neighbourhood only, or all with an empty key."""
        if place != self.state.place:
            self._find(replace(self.state, place=place))

    def choose_show(self, show: Show) -> None:
        """Show everybody, or only those who are or are not registered, or chosen."""
        if show != self.state.show:
            self._find(replace(self.state, show=show))

    def fetch_more(self, have: int) -> None:
        """The end of the table came in sight."""
        if not self.state.searching:
            work = partial(find_lines, self.desk, self.state.wanted(), PAGE + 1, have)
            self._search = self.jobs.start(work, self._on_more, self._on_error)

    def choose_for_ceremony(self, record_ids: Sequence[str], chosen: bool) -> None:
        """Say that these are, or are not, handed a card in public. This is journalled."""
        if self.state.busy or not record_ids:
            return
        self._show(replace(self.state, busy=True, error=None))
        work = partial(_choose, self.desk, tuple(record_ids), chosen)
        done = partial(self._on_chosen, tuple(record_ids), chosen)
        self.jobs.start(work, done, self._on_error)

    def _find(self, state: ListState, programme_id: str | None = None) -> None:
        """Ask again; with a programme the overview as well."""
        if self._search is not None:
            self._search.cancel()
        if programme_id is None and state.overview is None:
            programme_id = ""
        self._show(replace(state, searching=True, error=None))
        work = partial(_answer, self.desk, state, programme_id)
        self._search = self.jobs.start(work, self._on_found, self._on_error)

    def _on_found(self, found: _Found) -> None:
        lines, more = found.lines[:PAGE], len(found.lines) > PAGE
        overview = found.overview or self.state.overview
        self.view.show_lines(lines, more=more)
        state = replace(self.state, overview=overview, found=len(lines), more=more)
        self._show(replace(state, searching=False))

    def _on_more(self, lines: list[Line]) -> None:
        more = len(lines) > PAGE
        self.view.append_lines(lines[:PAGE], more=more)
        self._show(replace(self.state, found=self.state.found + len(lines[:PAGE]), more=more))

    def _on_chosen(self, record_ids: tuple[str, ...], chosen: bool, _nothing: None) -> None:
        self._show(replace(self.state, busy=False))
        said = (
            _("{count} orang ditandai untuk penyerahan simbolis", count=len(record_ids))
            if chosen
            else _("{count} orang tidak lagi ditandai", count=len(record_ids))
        )
        self.on_chosen(said, partial(self.choose_for_ceremony, record_ids, not chosen))
        self.refresh()

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self.state, searching=False, busy=False, error=explain(error)))

    def _show(self, state: ListState) -> None:
        self.state = state
        self.view.show_list(state)


def _answer(desk: Desk, state: ListState, programme_id: str | None) -> _Found:
    overview = None
    if programme_id is not None:
        overview = read_overview(desk, programme_id)
        state = replace(state, overview=overview)
    return _Found(find_lines(desk, state.wanted(), PAGE + 1, 0), overview)


def _choose(desk: Desk, record_ids: tuple[str, ...], chosen: bool) -> None:
    for record_id in record_ids:
        choose_for_ceremony(desk, record_id, chosen)


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")
