"""What happens on the page "Peserta". Knows no widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.activities import OfficeVerdict
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.participants.lines import Line, Show, find_lines
from jamsos_desktop.gui.participants.person import PersonPage, read_person
from jamsos_desktop.gui.work import Jobs, Running
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import bpjs_undo, consent, decide, void
from jamsos_desktop.services.bpjs_undo import Undone
from jamsos_desktop.services.ceremony import choose_for_ceremony
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.find import count_participants, reveal_nik

if TYPE_CHECKING:
    from jamsos_desktop.gui.printing.paper import Paper

PAGE = 50  # lines that are fetched at once


@dataclass(frozen=True, slots=True)
class ListState:
    """What stands around the table. ``total`` is None until it was counted."""

    text: str = ""
    show: Show = "all"
    total: int | None = None
    found: int = 0
    more: bool = False
    searching: bool = True
    error: Explanation | None = None

    @property
    def empty(self) -> bool:
        """Nobody is registered here at all."""
        return self.total == 0 and not self.searching

    @property
    def no_match(self) -> bool:
        """Somebody is registered, but nobody fits what was typed."""
        return bool(self.total) and not (self.found or self.searching)

    def words(self) -> str:
        """How many there are, and how many of them fit what was typed."""
        if self.total is None:
            return ""
        total = _("{count} peserta", count=f"{self.total:,}".replace(",", "."))
        if not (self.text.strip() or self.show != "all") or self.searching:
            return total
        if not self.found:
            return _("Tidak ada yang cocok dari {total}", total=total)
        count = _("lebih dari {count}", count=self.found) if self.more else str(self.found)
        return _("{count} cocok dari {total}", count=count, total=total)


@dataclass(frozen=True, slots=True)
class PersonState:
    """A person's page; ``whole_nik`` is filled while NIK and KK are uncovered."""

    page: PersonPage
    whole_nik: str = ""
    busy: bool = False
    error: Explanation | None = None

    def nik(self) -> str:
        """The NIK as it may be shown now, in groups of four."""
        return nik.group(self.whole_nik) or self.page.masked_nik

    def kk(self) -> str:
        """The number of the family card as it may be shown now."""
        return self.page.kk if self.whole_nik else self.page.masked_kk


class View(Protocol):
    """What the presenter needs of the page."""

    def show_list(self, state: ListState) -> None:
        """Say what stands around the table."""

    def show_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Show these lines only."""

    def append_lines(self, lines: Sequence[Line], *, more: bool) -> None:
        """Add these lines at the end."""

    def show_person(self, state: PersonState | None) -> None:
        """Show a person's page, or the list again."""


class _Answer(NamedTuple):
    lines: list[Line]
    total: int | None


class ParticipantsPresenter:
    """Searches as one types, opens a person, and uncovers a NIK where somebody asks for it."""

    def __init__(self, view: View, jobs: Jobs, desk: Desk, show_result: ShowResult) -> None:
        self._view = view
        self._show_result = show_result
        self._jobs = jobs
        self._desk = desk
        self._list = ListState()
        self._lines: list[Line] = []
        self._search: Running | None = None
        self._person: PersonState | None = None
        self._looking: Running | None = None
        self._open_when_found = False

    def refresh(self) -> None:
        """Look again: the page is shown, and other pages may have changed what it says."""
        self._find(count=True)
        if self._person is not None:
            self.open_person(self._person.page.record_id)

    def search(self, text: str) -> None:
        """Somebody typed; answers for what stood there before are not wanted any more."""
        if text != self._list.text:
            self._list = replace(self._list, text=text)
            self._find(count=self._list.total is None)

    def show_only(self, show: Show) -> None:
        """Show only those who lack something, or who are voided, or everybody again."""
        if show != self._list.show:
            self._list = replace(self._list, show=show)
            self._find(count=self._list.total is None)

    def fetch_more(self, have: int) -> None:
        """The end of the table came in sight."""
        if self._list.searching:
            return  # the table is about to be filled anew
        work = partial(
            find_lines,
            self._desk,
            self._list.text,
            PAGE + 1,
            have,
            self._list.show,
        )
        self._search = self._jobs.start(work, self._on_more, self._on_list_error)

    def open_first(self) -> None:
        """Enter in the search field: open the first that is found, now or when it is there."""
        if self._list.searching:
            self._open_when_found = True
        elif self._lines:
            self.open_person(self._lines[0].record_id)

    def open_person(self, record_id: str) -> None:
        """Show a person's page, as it is now."""
        if self._looking is not None:
            self._looking.cancel()
        work = partial(read_person, self._desk, record_id)
        self._looking = self._jobs.start(work, self._on_person, self._on_open_error)

    def choose_for_ceremony(self, record_ids: Sequence[str], chosen: bool) -> None:
        """These are, or are not, handed a card in public. This is journalled."""
        work = partial(choose_for_ceremony, self._desk, tuple(record_ids), chosen=chosen)
        done = partial(self._on_ceremony, chosen)
        self._jobs.start(work, done, self._on_list_error)

    def _on_ceremony(self, chosen: bool, record_ids: list[str]) -> None:
        said = (
            _("{count} orang ditandai untuk penyerahan simbolis", count=len(record_ids))
            if chosen
            else _("{count} orang tidak lagi ditandai", count=len(record_ids))
        )
        self._show_result(said, partial(self.choose_for_ceremony, record_ids, not chosen))
        self._find(count=False)

    def close_person(self) -> None:
        """Back to the list. What was uncovered is covered again."""
        self.cover()
        self._person = None
        self._view.show_person(None)

    def change_consent(self, reason: str) -> None:
        """Withdraw the consent of the person that is shown, or undo that. This is journalled."""
        person = self._person
        if person is None or person.busy:
            return
        self._change(person, consent.restore if person.page.withdrawn else consent.withdraw, reason)

    def change_void(self, reason: str) -> None:
        """Void the registration of the person that is shown, or undo that. This is journalled."""
        person = self._person
        if person is None or person.busy:
            return
        self._change(person, void.undo_void if person.page.voided else void.void, reason)

    def decide(self, verdict: OfficeVerdict, reason: str, fields: Sequence[str]) -> None:
        """Say for the office what becomes of the person that is shown. This is journalled."""
        person = self._person
        if person is not None and not person.busy:
            self._change(person, partial(_decide, verdict, fields), reason)

    def undo_decisions(self, reason: str) -> None:
        """Take back what the office said of the person that is shown. This is journalled."""
        person = self._person
        if person is not None and not person.busy:
            self._change(person, decide.undo_decisions, reason)

    def undo_answer(self, reason: str) -> None:
        """Take back what BPJS answered of the person that is shown. This is journalled."""
        person = self._person
        if person is None or person.busy:
            return
        self._show_person(replace(person, busy=True, error=None))
        work = partial(bpjs_undo.undo_answer, self._desk, person.page.record_id, reason)
        self._looking = self._jobs.start(work, self._on_answer_undone, self._on_person_error)

    def _on_answer_undone(self, done: Undone) -> None:
        said = _("Jawaban BPJS dibatalkan.")
        if done.cards:
            said = _("Jawaban BPJS dibatalkan. Kartunya menyebut aktif: tarik dan cetak ulang.")
        self._show_result(said)
        self._on_changed(None)

    def _change(
        self, person: PersonState, change: Callable[[Desk, str, str], None], reason: str
    ) -> None:
        self._show_person(replace(person, busy=True, error=None))
        work = partial(change, self._desk, person.page.record_id, reason)
        self._looking = self._jobs.start(work, self._on_changed, self._on_person_error)

    def _on_changed(self, _nothing: None) -> None:
        if self._person is not None:
            self._show_person(replace(self._person, busy=False))
        self.refresh()

    def own_data(self) -> "Paper | None":
        """Everything that is held on the person that is shown; that it is made is journalled."""
        from jamsos_desktop.gui.printing.paper import Paper  # loads what makes PDFs
        from jamsos_desktop.services.own_data import own_data

        person = self._person
        if person is None or person.busy:
            return None
        make = partial(own_data, self._desk, person.page.record_id)
        return Paper(_("Data saya"), f"data-saya-{person.page.number}.pdf", make)

    def reveal(self) -> None:
        """Uncover NIK and KK of the person that is shown. This is journalled."""
        person = self._person
        if person is None or person.busy or person.whole_nik:
            return
        self._show_person(replace(person, busy=True, error=None))
        work = partial(reveal_nik, self._desk, person.page.record_id)
        self._looking = self._jobs.start(work, self._on_revealed, self._on_person_error)

    def cover(self) -> None:
        """Hide what was uncovered; an answer that is still under way uncovers nothing."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        if self._person is not None and (self._person.whole_nik or self._person.busy):
            self._show_person(replace(self._person, whole_nik="", busy=False))

    def _find(self, *, count: bool) -> None:
        if self._search is not None:
            self._search.cancel()
        self._show_list(replace(self._list, searching=True, error=None))
        work = partial(_answer, self._desk, self._list.text, count, self._list.show)
        self._search = self._jobs.start(work, self._on_found, self._on_list_error)

    def _on_found(self, answer: _Answer) -> None:
        self._lines, more = answer.lines[:PAGE], len(answer.lines) > PAGE
        total = self._list.total if answer.total is None else answer.total
        self._view.show_lines(self._lines, more=more)
        self._show_list(
            replace(self._list, total=total, found=len(self._lines), more=more, searching=False)
        )
        if self._open_when_found:
            self._open_when_found = False
            self.open_first()

    def _on_more(self, lines: list[Line]) -> None:
        more = len(lines) > PAGE
        self._view.append_lines(lines[:PAGE], more=more)
        found = self._list.found + len(lines[:PAGE])
        self._show_list(replace(self._list, found=found, more=more))

    def _on_list_error(self, error: UserError) -> None:
        self._open_when_found = False
        self._show_list(replace(self._list, searching=False, error=explain(error)))

    def _on_open_error(self, error: UserError) -> None:
        if self._person is None:
            self._show_list(replace(self._list, error=explain(error)))
        else:
            self._on_person_error(error)

    def _on_person(self, page: PersonPage) -> None:
        # After an uncovering the page is read again for its history; the numbers stay.
        before = self._person
        same = before is not None and before.page.record_id == page.record_id
        self._show_person(PersonState(page, before.whole_nik if before and same else ""))

    def _on_revealed(self, whole_nik: str) -> None:
        if self._person is not None:
            self._show_person(replace(self._person, whole_nik=whole_nik, busy=False))
            self.open_person(self._person.page.record_id)

    def _on_person_error(self, error: UserError) -> None:
        if self._person is not None:
            self._show_person(replace(self._person, busy=False, error=explain(error)))

    def _show_list(self, state: ListState) -> None:
        self._list = state
        self._view.show_list(state)

    def _show_person(self, state: PersonState) -> None:
        self._person = state
        self._view.show_person(state)


def _decide(
    verdict: OfficeVerdict, fields: Sequence[str], desk: Desk, record_id: str, reason: str
) -> None:
    decide.decide(desk, record_id, verdict, reason, fields=fields)


def _answer(desk: Desk, text: str, count: bool, show: Show) -> _Answer:
    lines = find_lines(desk, text, PAGE + 1, 0, show)
    return _Answer(lines, count_participants(desk) if count else None)
