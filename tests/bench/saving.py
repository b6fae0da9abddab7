"""``save.commit``: a registration is saved, against one raw commit of the same bytes."""

import statistics

import msgspec

from jamsos_desktop.domain import enrolment
from jamsos_desktop.services import enrol
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.bench.bare import commit_bare, open_bare
from tests.bench.data import Installations, open_station
from tests.bench.measure import Result, compare, seconds

BUDGET = 3  # times a raw commit
#: Nobody of the filled installation has these numbers.
FIRST_NUMBER = 880_000


def measure_saving(made: Installations, runs: int = 200) -> list[Result]:
    """``enrol`` of a checked form: duplicates again, entry, projections, search, end of draft.

    The page has checked the form by its rules at its last key, and hands over what it was told; the
    database is asked again. The floor commits the new journal entry's bytes to one table of another
    encrypted database. Both are durable when they return (WAL, synchronous=FULL), and are measured
    in turns.
    """
    desk = open_station(made)
    raw = open_bare(made.station.parent / "save-floor.db")
    raw.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    rules = rules_of(desk, made.event_id)
    ours, floor = [], []
    for number in range(runs):
        form = invented_form(FIRST_NUMBER + number, rules)
        draft = enrol.start_draft(desk, made.event_id, form)
        told = enrolment.check(form, rules)
        ours.append(
            seconds(lambda filled=draft, said=told: enrol.enrol(desk, filled, rules, checked=said))
        )
        line = _last_line(desk)
        floor.append(seconds(lambda body=line: commit_bare(raw, body)))
    raw.close()
    desk.close()
    value, least = statistics.median(ours) * 1000, statistics.median(floor) * 1000
    return [compare("save.commit", value, least, "ms", BUDGET * least)]


def _last_line(desk: Desk) -> bytes:
    """The newest entry of the station as it travels."""
    station_id = desk.installation.station_id
    with desk.database.reading() as connection:
        tip = journal.tip_of(connection, station_id)
        (entry,) = journal.entries_of_station(connection, station_id, tip.seq)
    return msgspec.json.encode(entry)
