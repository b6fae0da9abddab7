"""A record about which corrections differ, value beside value, in words. No Qt; on the worker."""

from collections.abc import Mapping
from dataclasses import dataclass

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.gui.decisions.cells import Cell, Row, spans_of
from jamsos_desktop.gui.decisions.sides import text_of
from jamsos_desktop.gui.participants.person import Event, event_of, names_of, places_of
from jamsos_desktop.i18n import _
from jamsos_desktop.services import find
from jamsos_desktop.services.conflict_desk import Conflict, Disputed, Value, look_at_conflict
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.side_by_side import reveal_numbers


@dataclass(frozen=True, slots=True)
class Dispute:
    """The last column of ``rows`` is what stood there before; ``seen`` is what is decided about."""

    record_id: str
    number: str
    name: str
    rows: tuple[Row, ...]
    titles: tuple[str, ...]
    seen: Disputed
    history: tuple[Event, ...]
    uncovered: bool = False

    def value(self, field: str, place: int) -> object:
        """The value in this column as it is journalled."""
        found = next(one for one in self.seen.conflicts if one.field == field)
        return found.values[place].value if place < len(found.values) else found.before

    def has(self, field: str, place: int) -> bool:
        """Whether there is a value in this column for the field."""
        rows = (row for row in self.rows if row.name == field)
        return any(place < len(row.cells) and bool(row.cells[place].text) for row in rows)


def read_dispute(
    desk: Desk, record_id: str, *, uncovered: bool = False, decided_by: str = ""
) -> Dispute:
    """Look at a record in conflict, or at what was when this revision decided it.

    Raises ``participant_unknown``. With ``uncovered`` whole NIKs and family cards are shown, which
    is journalled before.
    """
    if uncovered:
        reveal_numbers(desk, [record_id])
    seen = look_at_conflict(desk, record_id, decided_by)
    names, places = names_of(desk), places_of(desk)
    most = max((len(one.values) for one in seen.conflicts), default=0)
    rows = tuple(_row(one, most, names, places, uncovered=uncovered) for one in seen.conflicts)
    history = find.look_at(desk, record_id).history
    return Dispute(
        record_id=record_id,
        number=seen.body.number,
        name=seen.body.name or _("(tanpa nama)"),
        rows=rows,
        titles=(*(_("Nilai") for _place in range(most)), _("Semula")),
        seen=seen,
        history=tuple(event_of(line, names, places) for line in reversed(history)),
        uncovered=uncovered,
    )


def _row(
    conflict: Conflict,
    most: int,
    names: Mapping[str, str],
    places: Mapping[str, str],
    *,
    uncovered: bool,
) -> Row:
    field = conflict.field
    before = text_of(field, conflict.before, names, uncovered=uncovered)
    cells = []
    for one in conflict.values:
        text = text_of(field, one.value, names, uncovered=uncovered)
        cells.append(Cell(text, _who(one, places), spans_of(text, before)))
    cells += [Cell("")] * (most - len(cells))
    return Row(field, label(field), (*cells, Cell(before)), differs=True)


def _who(one: Value, places: Mapping[str, str]) -> str:
    officer = one.officer or _("petugas tidak dikenal")
    place = places.get(one.station_id)
    return f"{officer} ({place})\n{moment_words(one.at)}" if place else officer
