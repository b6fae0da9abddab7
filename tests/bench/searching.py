"""``search``: one call for each key that is pressed, against the bare full-text query."""

import re
from collections.abc import Sequence

from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.find import find_participants
from tests.bench.measure import Result, compare, percentile_95, seconds

BUDGET = 50  # ms for 95 of 100 calls
PEOPLE = 25  # who are looked for, each by name, NIK and number
SHOWN = 51  # lines that the list asks for, one more than it shows
_WORD = re.compile(r"[^\W_]+")


def measure_search(desk: Desk, people: str) -> list[Result]:
    """The whole of ``find_participants``, for everything that stands in the field on the way."""
    texts = typed(desk)
    ours, floor = [], []
    with desk.database.reading() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        for text in texts:
            ours.append(seconds(lambda typed=text: find_participants(desk, typed, limit=SHOWN)))
            words = " ".join(f'"{word}"*' for word in _WORD.findall(text))
            query = (
                "SELECT rowid FROM participant_search WHERE participant_search MATCH ?"
                f" ORDER BY rowid DESC LIMIT {SHOWN}"
            )
            floor.append(seconds(lambda q=query, w=words: driver.execute(q, (w,)).fetchall()))
    value, least = percentile_95(ours) * 1000, percentile_95(floor) * 1000
    return [compare(f"search.{people}", value, least, "ms (p95)", BUDGET)]


def typed(desk: Desk) -> Sequence[str]:
    """What stands in the search field after each key, for people spread over the whole database."""
    with desk.database.reading() as connection:
        query = "SELECT name, nik, number FROM participant ORDER BY id"
        everybody = connection.exec_driver_sql(query).fetchall()
    chosen = everybody[:: max(1, len(everybody) // PEOPLE)][:PEOPLE]
    return [
        text[:length]
        for person in chosen
        for text in (person.name.lower(), person.nik, person.number)
        for length in range(1, len(text) + 1)
    ]
