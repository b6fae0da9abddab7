"""What a table of comparison shows: rows with a cell for each side. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from jamsos_desktop.i18n import _

#: Places in a text where it differs from another: (first, how many).
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value; ``note`` stands small below it, ``spans`` are what differs in it."""

    text: str
    note: str = ""
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One field of all sides; ``name`` is the field's, empty where it is none."""

    name: str
    label: str
    cells: tuple[Cell, ...]
    differs: bool = False


def spans_of(text: str, other: str) -> Spans:
    """Where a text has something else than the other one; nothing where they have little alike."""
    matcher = SequenceMatcher(a=text, b=other, autojunk=False)
    if matcher.ratio() < 0.5:
        return ()
    return tuple(
        (first, last - first)
        for kind, first, last, _from, _to in matcher.get_opcodes()
        if kind in ("replace", "delete") and last > first
    )


def row_of(name: str, label: str, texts: Sequence[str], *, differs: bool) -> Row:
    """A row in which letters that differ are marked: each side against the first other one."""
    cells = []
    for place, text in enumerate(texts):
        others = [one for n, one in enumerate(texts) if n != place and one != text]
        cells.append(Cell(text, spans=spans_of(text, others[0]) if differs and others else ()))
    return Row(name, label, tuple(cells), differs)


def with_typed(row: Row, text: str) -> Row:
    """What was typed stands where the field's name is: it is in none of the columns."""
    if not text:
        return row
    said = _("{field}\n✓ {text}", field=row.label, text=text)
    return Row(row.name, said, tuple(Cell(c.text, c.note) for c in row.cells), row.differs)
