"""Registrations that are likely of one person, side by side, in words. No Qt; on the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.records import Duplicate
from jamsos_desktop.gui.decisions.cells import Cell, Row, row_of
from jamsos_desktop.gui.participants.person import (
    Event,
    event_of,
    names_of,
    places_of,
    states_of,
)
from jamsos_desktop.i18n import _
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicate_desk import TAKEABLE
from jamsos_desktop.services.side_by_side import SideBySide, look_side_by_side, reveal_numbers
from jamsos_desktop.services.value_words import DECISIONS, NOTHING, value_words

#: The fields that are compared, the most telling first; empty ones are left out.
FIELDS = (
    *("nik", "name", "birth_date", "birth_place", "sex", "mother_name", "kk"),
    *("address", "rt", "rw", "village", "ktp_village", "phone"),
    *("occupation", "occupation_text", "workplace", "income", "income_band"),
    *("heir_name", "heir_relation", "children", "event_id", "coverage_start", "photo", "note"),
)
_NUMBERS = ("nik", "kk")


@dataclass(frozen=True, slots=True)
class Side:
    """One registration: what it is called, and what happened to it, the latest first."""

    record_id: str
    number: str
    name: str
    history: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is shown of a group, and the revisions that were seen for it."""

    sides: tuple[Side, ...]
    rows: tuple[Row, ...]
    heads: Mapping[str, tuple[str, ...]]
    score: int
    reasons: tuple[str, ...]
    remarks: tuple[str, ...]  # what cadres said of each other's registrations
    uncovered: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """The records in the order of their columns."""
        return tuple(side.record_id for side in self.sides)

    def differing(self) -> tuple[str, ...]:
        """The fields that may be taken over and are not the same on all sides."""
        return tuple(row.name for row in self.rows if row.differs and row.name in TAKEABLE)


def read_sheet(desk: Desk, record_ids: Sequence[str], *, uncovered: bool = False) -> Sheet:
    """Look at a group, the oldest registration first. Raises ``participant_unknown``.

    With ``uncovered`` whole NIKs and family cards are shown, which is journalled before.
    """
    if uncovered:
        reveal_numbers(desk, record_ids)
    seen = look_side_by_side(desk, record_ids)
    names, places = names_of(desk), places_of(desk)
    sides = tuple(
        Side(
            one.record_id,
            one.body.number,
            one.body.name or _("(tanpa nama)"),
            tuple(event_of(line, names, places) for line in reversed(one.history)),
        )
        for one in seen.people
    )
    return Sheet(
        sides=sides,
        rows=(_made(sides), *_fields(seen, names, uncovered=uncovered), _states(seen)),
        heads=seen.heads,
        score=seen.score,
        reasons=seen.reasons,
        remarks=_remarks(seen, [side.number for side in sides]),
        uncovered=uncovered,
    )


def _made(sides: Sequence[Side]) -> Row:
    """Who registered them where, and when."""
    first = [side.history[-1] for side in sides]
    return Row("", _("Didaftarkan"), tuple(Cell(one.who, one.when) for one in first))


def _states(seen: SideBySide) -> Row:
    """How far each registration has come."""
    states = [", ".join(word for word, _tone in states_of(one)) for one in seen.people]
    return row_of("", _("Keadaan"), states, differs=False)


def _fields(seen: SideBySide, names: Mapping[str, str], *, uncovered: bool) -> tuple[Row, ...]:
    rows = []
    for field in FIELDS:
        values = [getattr(body, field) for body in seen.bodies]
        if not any(values):
            continue
        texts = [text_of(field, value, names, uncovered=uncovered) for value in values]
        rows.append(row_of(field, label(field), texts, differs=len({*map(repr, values)}) > 1))
    return tuple(rows)


def text_of(field: str, value: object, names: Mapping[str, str], *, uncovered: bool) -> str:
    """A value of this field in words; whole numbers only where they were ``uncovered``."""
    if field in _NUMBERS and uncovered:
        return nik.group(str(value or "")) or NOTHING
    return value_words(field, value, names)


def _remarks(seen: SideBySide, numbers: Sequence[str]) -> tuple[str, ...]:
    """``MJK1-00001-A: MJK2-00003-B orang lain, saudara kembar``."""
    return tuple(
        f"{body.number}: {_remark(other)}"
        for body in seen.bodies
        for other in body.duplicates
        if other.number in numbers
    )


def _remark(other: Duplicate) -> str:
    said = ", ".join(filter(None, (_(DECISIONS[other.decision]), other.reason)))
    return f"{other.number} {said}"
