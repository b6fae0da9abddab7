"""Measure the budgets of this program against their floors: ``run.py [--full]``.

Prints a table and writes ``.bench/latest.json``. Exit code 0 when every budget is kept, else 1.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from rich.console import Console  # noqa: E402  (the project is on the path only now)

from tests.bench import (  # noqa: E402
    bundles,
    cards,
    data,
    desk,
    form,
    histories,
    matching,
    measure,
    processes,
    saving,
    searching,
)
from tests.bench.measure import Result  # noqa: E402

LATEST = ROOT / ".bench" / "latest.json"
PEOPLE, MANY_PEOPLE = 100_000, 1_000_000
TWINS = 50_000  # invented Indonesians among whom copies are looked for


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, show, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="the large ones too: many minutes")
    parser.add_argument("--people", type=int, default=PEOPLE, help="in the ordinary installation")
    parser.add_argument("--many", type=int, default=MANY_PEOPLE, help="in the large one")
    parser.add_argument("--quick", action="store_true", help="every run once: to try this program")
    parser.add_argument("--out", type=Path, default=LATEST)
    given = parser.parse_args(arguments)
    console = Console(stderr=False)
    results: list[Result] = []
    try:  # what was measured before something went wrong is told all the same
        with tempfile.TemporaryDirectory(prefix="jamsos-bench-") as folder:
            for some in run(Path(folder), given, console):
                results += some
    finally:
        measure.show(results, console)
        measure.write(results, given.out)
    return 0 if all(result.within for result in results) else 1


def run(folder: Path, given: argparse.Namespace, console: Console) -> Iterator[list[Result]]:
    """Every measurement in turn, on installations in ``folder``."""
    people = name_of(given.people)
    times = (lambda _runs: 1) if given.quick else (lambda runs: runs)

    def say(text: str) -> None:
        console.print(f"[dim]{text} …")

    say(f"an office and a station with {given.people:,} people")
    made = data.make_installations(folder)
    station = data.open_station(made)
    few = given.people // 10
    data.fill(station, made.event_id, few)
    station.close()
    say(f"export and merge of {few:,}")
    yield bundles.measure_round(made, name_of(few), times(2))
    station = data.open_station(made)
    data.fill(station, made.event_id, given.people, few)
    say("search")
    yield searching.measure_search(station, people)
    say("likely duplicates")
    yield matching.measure_duplicates(station, made.event_id, given.people, people)
    station.close()
    yield matching.measure_matching(
        folder, min(TWINS, given.people), times(min(3000, given.people)), console.print
    )
    say("start and memory")
    yield processes.measure_start(made, times(11))
    yield processes.measure_memory(made, people, times(3))
    say("cards")
    yield cards.measure_cards(made, min(1000, given.people), times(5), say)
    say("export and merge")
    exported, files = bundles.measure_export(made, people, times(3))
    yield exported
    yield bundles.measure_merge(made, people, files, times(2))
    say("saving")
    yield saving.measure_saving(made, times(200))
    say("typing")
    yield form.measure_form(made.station, data.STATION_LOGIN, times(5))
    say("a sitting at the duplicate desk")
    pairs = min(desk.PAIRS, given.people // 4)
    yield desk.measure_sitting(
        folder / "desk", pairs, min(desk.PEOPLE, given.people), console.print
    )
    say("random histories")
    yield histories.measure_histories(folder, 10 if given.quick else histories.EXAMPLES)
    if given.full:
        yield from run_large(made, files, given.many, say)


def run_large(
    made: data.Installations, files: bundles.Files, many: int, say: Callable[[str], None]
) -> Iterator[list[Result]]:
    """All of a large station into the office, what the office does then, and one bundle more."""
    people = name_of(many)
    say(f"another station with {many:,} people")
    large = data.add_station(made, "Pos Kranggan", made.station.with_name("large"))
    station = data.open_station(large)
    data.fill(station, made.event_id, files.count + many, files.count)
    station.close()
    say("export and merge")
    [export, _size], whole = bundles.measure_export(large, people, 1)
    yield [export]
    yield bundles.measure_merge_into(large, people, whole)
    office = data.open_office(made)
    say("search")
    yield searching.measure_search(office, people)
    say("likely duplicates")
    yield matching.measure_duplicates(office, made.event_id, many, people, files.count)
    office.close()
    say("typing")
    yield form.measure_keys(made.office, data.OFFICE_LOGIN, people, 2)
    say("one bundle more")
    yield bundles.measure_merge_into(made, f"into.{people}", files)


def name_of(people: int) -> str:
    """``100k``, ``1m``."""
    for size, letter in ((1_000_000, "m"), (1_000, "k")):
        if people % size == 0:
            return f"{people // size}{letter}"
    return str(people)


if __name__ == "__main__":
    sys.exit(main())
