"""Which rows of a list are new, which say something new of a known candidate, and which say twice.

A candidate is known by their NIK in the programme; without one by name, birth date and kelurahan.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.candidate_row import CandidateRow
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.matching import comparable_number
from jamsos_desktop.domain.names import canonical
from jamsos_desktop.domain.records import Candidate
from jamsos_desktop.services.plan import new_id_at
from jamsos_desktop.services.visitors import revise
from jamsos_desktop.storage import candidates, journal, likeness, records

Outcome = Literal["new", "changed", "same", "refused"]
#: What a list does not say: these stay as they are.
_KEPT = {"schema", "programme_id", "ceremony"}
_Known = sa.Row[*tuple[Any, ...]]


class Key(NamedTuple):
    """By what somebody without a NIK is known again."""

    alike: str
    born: int
    village: str


class Judged(NamedTuple):
    """What becomes of one row, and what is to be journalled."""

    outcome: Outcome
    findings: tuple[Finding, ...]
    new: journal.New | None = None
    changes: tuple[str, ...] = ()  # fields of a known candidate that the row says otherwise


class Seen(NamedTuple):
    """The lines of the same list that stand above, by NIK and by key (and whether with a NIK)."""

    niks: dict[str, int]
    keys: dict[Key, tuple[int, bool]]


class _Found(NamedTuple):
    """What the database knows that may be somebody of a batch."""

    by_nik: dict[str, list[_Known]]
    by_key: dict[Key, list[_Known]]
    stored: dict[str, records.Stored]
    registered: set[str]


class Matcher:
    """Judges the rows of one list, in their order."""

    def __init__(
        self,
        connection: sa.Connection,
        programme_id: str,
        now: dt.datetime,
        seen: Seen | None = None,
    ) -> None:
        self._now = now
        self._connection = connection
        self._programme_id = programme_id
        self._seen = seen or self.nothing_seen()

    @staticmethod
    def nothing_seen() -> Seen:
        """The beginning of a list that is judged in several transactions."""
        return Seen({}, {})

    def judge(self, batch: Sequence[tuple[int, CandidateRow]]) -> list[Judged]:
        """What becomes of each of these rows."""
        known = self._look_up([row.candidate for _line, row in batch if not row.refused])
        return [self._judge_one(line, row, known) for line, row in batch]

    def _judge_one(self, line: int, row: CandidateRow, known: "_Found") -> Judged:
        if row.refused:
            return Judged("refused", row.findings)
        person = row.candidate
        number, key = comparable_number(person.nik), key_of(person)
        twice = self._twice(line, number, key)
        if twice is not None:
            return Judged("refused", (*row.findings, twice))
        same = known.by_nik.get(number, []) if number else []
        if not same:
            same = [one for one in known.by_key.get(key, []) if not (number and one.nik)]
        findings = row.findings
        if number in known.registered:
            findings = (*findings, _finding("warning", "candidate_registered"))
        if not same:
            return Judged("new", findings, journal.New(new_id_at(self._now), person))
        if len(same) > 1:
            return Judged("refused", (*findings, _finding("error", "candidate_several")))
        return _compared(known.stored[same[0].record_id], person, findings)

    def _twice(self, line: int, number: str, key: Key) -> Finding | None:
        """What is wrong with a row that says again what one above it said; else it is noted."""
        seen = self._seen
        if number and number in seen.niks:
            above = str(seen.niks[number])
            return _finding("error", "nik_twice_in_list", line=above)
        at, with_nik = seen.keys.get(key, (0, True))
        if at and not (number and with_nik):
            return _finding("error", "candidate_twice", line=str(at))
        if number:
            seen.niks[number] = line
        seen.keys[key] = (line, bool(number))
        return None

    def _look_up(self, people: Sequence[Candidate]) -> "_Found":
        numbers = {number for one in people if (number := comparable_number(one.nik))}
        keys = [key_of(one) for one in people]
        programme, connection = self._programme_id, self._connection
        by_nik: dict[str, list[_Known]] = {}
        for row in candidates.with_niks(connection, programme, numbers):
            by_nik.setdefault(row.nik, []).append(row)
        by_key: dict[Key, list[_Known]] = {}
        born, alike = {key.born for key in keys}, {key.alike for key in keys}
        for row in candidates.with_keys(connection, programme, born, alike):
            by_key.setdefault(Key(row.alike, row.born, row.village), []).append(row)
        found = (*by_nik.values(), *by_key.values())
        ids = {row.record_id for rows in found for row in rows}
        stored = records.get_many(connection, ids)
        registered = candidates.registered_niks(connection, programme, numbers)
        return _Found(by_nik, by_key, stored, registered)


def key_of(person: Candidate) -> Key:
    """Name as all its spellings are written, birth date, kelurahan."""
    keys = likeness.keys_of(person)
    return Key(str(keys["alike"]), int(str(keys["born"])), person.village)


def _compared(stored: records.Stored, person: Candidate, findings: tuple[Finding, ...]) -> Judged:
    """What a row says new of a known candidate; what it leaves empty stays as it is."""
    before = stored.body
    assert isinstance(before, Candidate)
    if not set(canonical(before.name)) & set(canonical(person.name)):
        return Judged("refused", (*findings, _finding("error", "candidate_other_name")))
    said = {
        name: value
        for name in person.__struct_fields__
        if name not in _KEPT and (value := getattr(person, name)) not in {"", None}
    }
    if "occupation" in said:
        said["occupation_text"] = person.occupation_text
    after = msgspec.structs.replace(before, **said)
    if after == before and not stored.conflicts:
        return Judged("same", findings)
    changed = (name for name in said if getattr(after, name) != getattr(before, name))
    changes = tuple(dict.fromkeys(name.removesuffix("_text") for name in changed))
    return Judged("changed", findings, revise(stored, after), changes)


def _finding(level: Literal["error", "warning"], code: str, **values: str) -> Finding:
    return Finding(level=level, code=code, field="nik", values=values)
