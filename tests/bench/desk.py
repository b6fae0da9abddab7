"""``desk.sitting``: all questions of the duplicate desk in one sitting, by the keyboard alone."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec

from jamsos_desktop.domain.records import Participant
from jamsos_desktop.services import set_up
from jamsos_desktop.services.plan import events, new_id_at
from jamsos_desktop.storage import journal
from tests.bench.data import DAY, OFFICE_LOGIN, PASSWORD
from tests.bench.measure import Result, compare, percentile_95
from tests.bench.processes import MEGA, ask
from tests.twins import invent_twins

BUDGET = 100  # ms for 95 of 100 answers
PAIRS, PEOPLE = 520, 5000  # registered twice, and once
_PIECE = 5000
_PART = 100  # answers at the beginning, in the middle and at the end that are told apart


def measure_sitting(
    folder: Path, pairs: int, people: int, say: Callable[[str], object] = lambda _text: None
) -> list[Result]:
    """From the key that answers until the next pair is painted, journalled durably in between.

    The floor is a letter in an empty window with one field. Kept only if everything was answered,
    nothing was asked twice, and no mouse was needed.
    """
    fill_office(folder, pairs, people)
    told, passed = ask([str(folder), OFFICE_LOGIN, PASSWORD], "sitter.py")
    answers, middle = told["answers"], max(0, len(told["answers"]) // 2 - _PART // 2)
    for name, start in (("first", 0), ("middle", middle), ("last", max(0, len(answers) - _PART))):
        part = list(islice(answers, start, start + _PART))
        say(
            f"  {name} {len(part)}: median {median(part):.0f} ms, 95 % {percentile_95(part):.0f} ms"
        )
    before, after = (rss / MEGA for rss in told["rss"])
    say(
        f"  {told['groups']} answers in {told['seconds']:.0f} s, {told['keys']} keys;"
        f" {before:.0f} MB before, {after:.0f} MB after; {passed:.0f} s with start and comparison"
    )
    value, least = percentile_95(answers), percentile_95(told["bare"])
    size = pairs // 100 * 100 or pairs
    result = compare(f"desk.sitting.{size}", value, least, "ms (p95)", BUDGET)
    right = told["groups"] >= pairs and not (told["twice"] or told["left"] or told["mouse"])
    return [msgspec.structs.replace(result, within=result.within and right)]


def fill_office(folder: Path, pairs: int, people: int) -> None:
    """A new office with invented people, so many of whom were registered twice."""
    office = set_up.init_office(
        folder, "Kota Mojokerto", OFFICE_LOGIN, "Bu Admin", PASSWORD, practice=True
    )
    set_up.plan_practice_event(office, "Sosialisasi DBHCHT", "Pendopo", DAY)
    [(event_id, event)] = events(office)

    def here(one: Participant) -> Participant:
        return msgspec.structs.replace(one, event_id=event_id, programme_id=event.programme_id)

    made = invent_twins(people, pairs)
    waiting = iter([*made.originals, *made.copies])
    while some := list(islice(waiting, _PIECE)):
        news = [journal.New(new_id_at(office.clock()), here(one)) for one in some]
        with office.database.writing() as connection:
            journal.append(connection, office.author, office.clock(), news)
    office.close()
