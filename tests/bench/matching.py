"""``duplicates`` and ``matching``: how fast likely duplicates are told, and how many of them."""

import datetime as dt
import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.duplicates import MOST_SHOWN, find_alike, find_likely
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.database import Database, open_database
from tests import febrl
from tests.bench.measure import Result, compare, percentile_95, seconds
from tests.twins import Twins, invent_twins, with_unseen

BUDGET = 50  # ms for 95 of 100 answers
LEAST_RECALL = 0.98
LEAST_UNSEEN = 0.95  # our own figure: of errors that nobody thought of, nobody demands one
MOST_WRONG = 3  # wrong candidates that are shown, on average
LEAST_F1 = 0.95
PEOPLE = 200  # who are looked for
_PIECE = 5000
_AUTHOR = journal.Author("bench", "bench")


class Counted(NamedTuple):
    """What was found of what should have been."""

    right: int
    wrong: int
    missed: int

    @property
    def recall(self) -> float:
        """Of the true ones, how many were found."""
        return self.right / (self.right + self.missed)

    @property
    def precision(self) -> float:
        """Of those that were found, how many are true."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def measure_duplicates(
    desk: Desk, event_id: str, count: int, people: str, first: int = 0
) -> list[Result]:
    """The whole of ``find_likely``, for people who are here already, written another way.

    They are ``count`` of those who are invented, from the ``first`` on.

    The floor reads those born on the same day by the same index, and no more.
    """
    rules = rules_of(desk, event_id)
    step = max(1, count // PEOPLE)
    forms = [_again(invented_form(n, rules), n) for n in range(first, first + count, step)]
    ours, floor = [], []
    with desk.database.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        query = "SELECT id, born, alike FROM participant WHERE born = ?"
        for form in forms:
            ours.append(seconds(lambda typed=form: find_likely(desk, typed, rules)))
            day = int("".join(reversed(form.birth_date.split("-"))))
            floor.append(seconds(lambda born=day: driver.execute(query, (born,)).fetchall()))
    value, least = percentile_95(ours) * 1000, percentile_95(floor) * 1000
    return [compare(f"duplicates.{people}", value, least, "ms (p95)", BUDGET)]


def measure_matching(
    folder: Path, people: int, looked_for: int, say: Callable[[str], object]
) -> list[Result]:
    """Recall among invented Indonesians, and F1 on FEBRL 3 where its file is installed."""
    results = measure_recall(folder / "indonesian", people, looked_for, say)
    data = febrl.find_file()
    if data is not None:
        results += measure_febrl(folder / "febrl3", data)
    return results


def measure_recall(
    folder: Path, people: int, looked_for: int, say: Callable[[str], object] = lambda _text: None
) -> list[Result]:
    """Of people who are written down again with errors, how many are shown.

    Once with the errors that the weights were set on, and once with those of ``tests/unseen.py``
    besides; what is found of each kind is said. Kept only if also no more wrong people are shown
    than allowed. The floor finds by an equal NIK or by an equal name and birth date, which is what
    other programs do at best.
    """
    known = invent_twins(people, looked_for)
    sets = {"recall": (known, LEAST_RECALL), "unseen": (with_unseen(known), LEAST_UNSEEN)}
    database, results = fill(folder, known.originals), []
    for name, (twins, least) in sets.items():
        found = find_twins(database, twins)
        say(f"matching.indonesian.{name}: {found.wrong:.2f} wrong people shown on average")
        for kind, (right, all_) in found.by_kind.items():
            say(f"  {right / all_:.3f} of {all_} copies with {kind}")
        floor = max(sum(map(_equal, twins.originals, twins.copies)), 1) / looked_for
        result = compare(f"matching.indonesian.{name}", found.recall, floor, "of 1", least, "more")
        few_wrong = found.wrong <= MOST_WRONG
        results.append(msgspec.structs.replace(result, within=result.within and few_wrong))
    database.close()
    return results


class Found(NamedTuple):
    """Of the copies how many were found, the wrong people shown for each, and both by kinds."""

    recall: float
    wrong: float
    by_kind: dict[str, tuple[int, int]]  # found, of all with such an error; the worst first


def find_twins(database: Database, twins: Twins) -> Found:
    """Look for the original of each copy."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong = 0
    with database.reading() as connection:
        for one, copy, kinds in zip(twins.originals, twins.copies, twins.kinds, strict=False):
            shown = [f.number for f in find_alike(connection, copy)[:MOST_SHOWN]]
            hit = one.number in shown
            wrong += len(shown) - hit
            total.update({"", *kinds})
            right.update({"", *kinds} if hit else ())
    looked_for = total.pop("")
    kinds_ = sorted(total, key=lambda kind: right[kind] / total[kind])
    by_kind = {kind: (right[kind], total[kind]) for kind in kinds_}
    return Found(right[""] / looked_for, wrong / looked_for, by_kind)


def measure_febrl(folder: Path, data: Path) -> list[Result]:
    """Each of the 5,000 records is looked for among the others; the floor wants equal ones."""
    people = febrl.read_people(data)
    counted, exact = count_pairs(folder, people), count_equal(people)
    return [
        compare(
            f"matching.febrl3.{name}",
            getattr(counted, name),
            getattr(exact, name),
            "of 1",
            least,
            "more",
        )
        for name, least in (("f1", LEAST_F1), ("precision", LEAST_F1), ("recall", LEAST_F1))
    ]


def count_pairs(folder: Path, people: Sequence[Participant]) -> Counted:
    """All pairs that would be shown, against those that are of one person."""
    database = fill(folder, people)
    found = set()
    with database.reading() as connection:
        for one in people:
            others = find_alike(connection, one, one.number)
            found |= {frozenset((one.number, other.number)) for other in others}
    database.close()
    return _count(found, people)


def count_equal(people: Sequence[Participant]) -> Counted:
    """The pairs with an equal NIK or an equal name and birth date."""
    return _count(_pairs(people, _nik) | _pairs(people, _name_and_date), people)


def fill(folder: Path, people: Sequence[Participant]) -> Database:
    """A new database with these people, whose record ids are their numbers."""
    folder.mkdir(parents=True)
    database = open_database(folder, secrets.token_bytes(32), new=True)
    rest, now = iter(people), dt.datetime.now().astimezone()
    while piece := list(islice(rest, _PIECE)):
        with database.writing() as connection:
            news = [journal.New(person.number, person) for person in piece]
            journal.append(connection, _AUTHOR, now, news)
    return database


def _again(form: EnrolmentForm, number: int) -> EnrolmentForm:
    """The person of the form with another spelling, and every other one with a wrong date."""
    name = form.name.replace("Siti", "St.").replace("u", "oe", 1).replace("y", "i")
    day, month, year = form.birth_date.split("-")
    if number % 2 and int(day) <= 12:
        day, month = month, day
    return msgspec.structs.replace(form, name=name, birth_date=f"{day}-{month}-{year}")


def _equal(one: Participant, other: Participant) -> bool:
    return _nik(one) == _nik(other) or _name_and_date(one) == _name_and_date(other)


def _nik(person: Participant) -> object:
    return person.nik or person.number


def _name_and_date(person: Participant) -> object:
    return (person.name, person.birth_date) if person.birth_date else person.number


def _pairs(people: Sequence[Participant], key: object) -> set[frozenset[str]]:
    assert callable(key)
    groups: dict[object, list[str]] = {}
    for person in people:
        groups.setdefault(key(person), []).append(person.number)
    return {
        frozenset((group[a], group[b]))
        for group in groups.values()
        for a in range(len(group))
        for b in range(a)
    }


def _count(found: set[frozenset[str]], people: Sequence[Participant]) -> Counted:
    true = _pairs(people, lambda person: febrl.person_of(person.number))
    return Counted(len(found & true), len(found - true), len(true - found))
