"""What the enrolment page shows, and what it must be able to do. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Protocol

from jamsos_desktop.domain.enrolment_form import QUESTIONS, Rules
from jamsos_desktop.domain.explanation import Terms
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.occupation import OTHER_OCCUPATION
from jamsos_desktop.domain.records import Duplicate
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.sheet import Sheet, Source
from jamsos_desktop.gui.enrolment.wording import Cover
from jamsos_desktop.services import reference
from jamsos_desktop.services.duplicates import Likely
from jamsos_desktop.services.expected import NOBODY, Offered
from jamsos_desktop.services.visitors import Start

#: Looks on the worker for who comes next, at the event with this id.
Find = Callable[[str], Start]
_NOTHING = Cover()


class Said(NamedTuple):
    """A message of the page."""

    tone: Literal["error", "info", "success"]
    what: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page shows beside the texts in the fields."""

    phase: Literal["loading", "no_event", "form"] = "loading"
    event_id: str = ""
    events: tuple[tuple[str, str], ...] = ()  # id and words
    count: str = ""
    cancelled: tuple[tuple[str, str], ...] = ()  # forms that may be taken up again: id and words
    number: str = ""
    practice: bool = False
    begun: bool = False
    explained: bool = False  # to the person of this form
    saving: bool = False
    saved: bool = False
    findings: tuple[Finding, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    reading: str = ""
    path: str = ""
    proposals: tuple[tuple[str, str], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()  # for empty fields; the down arrow takes them
    sources: tuple[tuple[str, Source], ...] = ()  # where texts came from that nobody typed
    unknown: frozenset[str] = frozenset()  # fields that the person could not tell
    may_be_unknown: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()  # fields that nobody asks for now
    correcting: bool = False
    can_wait: bool = False  # what stands in the way may be mended later
    cover: Cover = _NOTHING
    likely: tuple[Likely, ...] = ()
    expected: Offered = NOBODY  # of the office's list
    decided: tuple[Duplicate, ...] = ()  # of likely people
    terms: Terms | None = None  # what the person is asked to agree to
    told: str = ""  # what was explained to them, in words
    refusing: bool = False
    said: Said | None = None


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else; the texts in the fields stay."""

    def offer(self, rules: Rules) -> None:
        """Fill the choosers with what the event's rules allow."""

    def fill(self, values: Mapping[str, str], focus: str) -> None:
        """Put these texts into the fields that are named, and the cursor into one."""

    def open_person(self, record_id: str) -> None:
        """Show the participant with this record on their own page; the form stays."""

    def put(self, name: str, value: str) -> None:
        """Put a text into one field; the cursor stays where it is."""

    def go_to(self, name: str, code: str = "") -> None:
        """Put the cursor into a field, or with ``code`` into the reason for that finding."""


def with_sheet(state: State, sheet: Sheet) -> State:
    """The state with everything that the form on the page says."""
    form, checked, rules = sheet.form, sheet.checked, sheet.rules
    offered = wording.proposals(checked, birth_date=form.birth_date, sex=form.sex)
    return replace(
        state,
        number=sheet.keeper.number,
        begun=sheet.begun,
        explained=form.explained is not None,
        findings=sheet.findings(),
        reasons=tuple(form.reasons.items()),
        reading=wording.reading_words(checked.reading),
        path=full_name(reference.regions().path(form.village)) if form.village else "",
        proposals=tuple(offered.items()),
        choices=tuple(sheet.choices().items()),
        sources=tuple(sheet.sources.items()),
        unknown=frozenset(form.unknown),
        may_be_unknown=frozenset(rules.book.may_be_unknown),
        hidden=_hidden(sheet),
        correcting=rules.correcting,
        can_wait=sheet.refused and sheet.can_wait(),
        cover=wording.cover_words(checked, rules, form.coverage_start),
        likely=sheet.likely,
        expected=sheet.expected,
        decided=form.duplicates,
    )


def _hidden(sheet: Sheet) -> frozenset[str]:
    hidden = {name for name in QUESTIONS if name not in sheet.rules.book.asked}
    if sheet.form.occupation != OTHER_OCCUPATION:
        hidden.add("occupation_text")
    if not (sheet.elsewhere or sheet.form.ktp_village):
        hidden.add("ktp_village")
    if not sheet.rules.correcting:
        hidden.add("correction")
    return frozenset(hidden)
