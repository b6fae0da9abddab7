"""What the enrolment page shows, and what it must be able to do. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Protocol

from jamsos_desktop.domain.enrolment import OTHER_OCCUPATION, Rules
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.enrolment.wording import Cover
from jamsos_desktop.services import reference
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
    number: str = ""
    practice: bool = False
    begun: bool = False
    saving: bool = False
    saved: bool = False
    findings: tuple[Finding, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    reading: str = ""
    path: str = ""
    proposals: tuple[tuple[str, str], ...] = ()
    carried: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    own_words: bool = False
    cover: Cover = _NOTHING
    said: Said | None = None


class View(Protocol):
    """What the presenter needs of the page."""

    def display(self, state: State) -> None:
        """Show this and nothing else; the texts in the fields stay."""

    def offer(self, rules: Rules) -> None:
        """Fill the choosers with what the event's rules allow."""

    def fill(self, values: Mapping[str, str], focus: str) -> None:
        """Put these texts into the fields that are named, and the cursor into one."""

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
        findings=sheet.findings(),
        reasons=tuple(form.reasons.items()),
        reading=wording.reading_words(checked.reading),
        path=full_name(reference.regions().path(form.village)) if form.village else "",
        proposals=tuple(offered.items()),
        carried=frozenset(sheet.carried - sheet.given),
        given=frozenset(sheet.given),
        own_words=form.occupation == OTHER_OCCUPATION,
        cover=wording.cover_words(checked, rules, form.coverage_start),
    )
