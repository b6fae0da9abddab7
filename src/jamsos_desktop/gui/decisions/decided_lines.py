"""What was decided, as lines of a list and one of them side by side. No Qt; on the worker."""

from dataclasses import dataclass

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.gui.decisions.cells import Row, with_typed
from jamsos_desktop.gui.decisions.dispute import Dispute, read_dispute
from jamsos_desktop.gui.decisions.sides import read_sheet, text_of
from jamsos_desktop.gui.participants.person import Event, names_of
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import _
from jamsos_desktop.services.conflict_desk import Settled
from jamsos_desktop.services.decided import Decision, list_decided
from jamsos_desktop.services.desk import Desk

_TONES: dict[str, Tone] = {
    "same": "success",
    "apart": "neutral",
    "back": "warning",
    "conflict": "neutral",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One decision in words."""

    who: str
    what: str
    tone: Tone
    more: str  # which one was kept or sent back, which fields were decided
    when: str
    by: str
    decision: Decision

    def has(self, text: str) -> bool:
        """Whether every word of the text stands in the names and numbers."""
        told = self.who.casefold()
        return all(word in told for word in text.casefold().split())


@dataclass(frozen=True, slots=True)
class Opened:
    """A decision side by side; ``histories`` has the journal of each column."""

    line: Line
    rows: tuple[Row, ...]
    titles: tuple[str, ...]
    chosen: frozenset[tuple[str, int]]
    histories: tuple[tuple[str, tuple[Event, ...]], ...]


def read_lines(desk: Desk) -> tuple[Line, ...]:
    """Everything that was decided and still holds, the latest first."""
    return tuple(map(_line, list_decided(desk)))


def read_opened(desk: Desk, line: Line) -> Opened:
    """Look at one decision. Raises ``participant_unknown``."""
    made = line.decision.made
    if isinstance(made, Settled):
        return _dispute(desk, line, made)
    sheet = read_sheet(desk, made.record_ids)
    titles = tuple(
        f"✓ {side.number}" if side.record_id == made.kept_id else side.number
        for side in sheet.sides
    )
    histories = tuple((side.number, side.history) for side in sheet.sides)
    return Opened(line, sheet.rows, titles, frozenset(), histories)


def _dispute(desk: Desk, line: Line, made: Settled) -> Opened:
    found = read_dispute(desk, made.record_id, decided_by=made.revision)
    chosen, typed, names = set[tuple[str, int]](), dict[str, str](), names_of(desk)
    for one in found.seen.conflicts:
        value = found.seen.decided.get(one.field)
        place = _place_of(found, one.field, value)
        if place is None:
            typed[one.field] = text_of(one.field, value, names, uncovered=False)
        else:
            chosen.add((one.field, place))
    rows = tuple(with_typed(row, typed.get(row.name, "")) for row in found.rows)
    histories = ((found.number, found.history),) * len(found.titles)
    return Opened(line, rows, found.titles, frozenset(chosen), histories)


def _place_of(found: Dispute, field: str, value: object) -> int | None:
    """The column in which a value stands."""
    places = (n for n in range(len(found.titles)) if found.has(field, n))
    return next((n for n in places if found.value(field, n) == value), None)


def _line(one: Decision) -> Line:
    nobody = _("(tanpa nama)")
    who = " / ".join(f"{who.name or nobody} {who.number}" for who in one.people.values())
    what, more = _what(one)
    return Line(
        who=who,
        what=what,
        tone=_TONES[one.kind],
        more=more,
        when=moment_words(one.recorded_at),
        by=one.officer or _("petugas tidak dikenal"),
        decision=one,
    )


def _what(one: Decision) -> tuple[str, str]:
    first = next((who.number for who in one.people.values()), "")
    match one.kind:
        case "same":
            return _("orang yang sama"), _("{number} dipakai", number=first)
        case "apart":
            return _("orang berbeda"), ""
        case "back":
            return _("dikembalikan"), _("{number} kembali ke posnya", number=first)
    return _("isian dipilih"), ", ".join(map(label, one.fields))
