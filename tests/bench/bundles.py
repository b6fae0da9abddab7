"""``bundle.export`` and ``merge``: a whole journal to a stick, and from there into an office."""

import dataclasses
import gc
import multiprocessing
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Self

import psutil

from jamsos_desktop.bundle.keys import new_age_identity
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle
from tests.bench.bare import export_bare, import_bare, open_bare
from tests.bench.data import Installations, open_office, open_station
from tests.bench.measure import Result, compare, seconds

EXPORT_BUDGET = 20_000  # records/s
SIZE_BUDGET = 500  # bytes a person
MERGE_BUDGET = 5_000  # records/s
MEMORY_BUDGET = 200  # MB: the merge's page cache and pieces, however many records there are
MEGA = 1_000_000
_LOOK_EVERY = 0.05  # seconds


@dataclasses.dataclass(frozen=True)
class Files:
    """A bundle, and the floor's file with the same entries and the key that opens it."""

    bundle: Path
    count: int
    bare: Path
    identity: str


@dataclasses.dataclass(frozen=True)
class Moved:
    """How long one run took and by how many bytes the process grew meanwhile."""

    seconds: float
    grown: int


def measure_round(made: Installations, people: str, runs: int = 2) -> list[Result]:
    """Export and merge, without what is the same at every size."""
    [export, _size], files = measure_export(made, people, runs)
    return [export, *measure_merge(made, people, files, runs)]


def measure_export(made: Installations, people: str, runs: int = 3) -> tuple[list[Result], Files]:
    """The whole journal of the station; the files of the last run serve the merge."""
    desk = open_station(made)
    target = Path(tempfile.mkdtemp(dir=made.station.parent))
    bare, identity = target / "floor", new_age_identity()
    ours, floor, done = [], [], []
    for _ in range(runs):
        ours.append(seconds(lambda: done.append(export_bundle(desk, target))))
        floor.append(seconds(lambda: export_bare(desk, bare, identity)))
    desk.close()
    exported = done[-1]
    count, least = exported.participants, bare.stat().st_size
    rate, bare_rate = (count / statistics.median(times) for times in (ours, floor))
    results = [
        compare(f"bundle.export.{people}", rate, bare_rate, "records/s", EXPORT_BUDGET, "more"),
        compare("bundle.bytes_per_person", exported.size / count, least / count, "B", SIZE_BUDGET),
    ]
    return results, Files(exported.path, count, bare, identity)


def measure_merge(made: Installations, people: str, files: Files, runs: int = 2) -> list[Result]:
    """Into a copy of the office for each run."""
    ours, floor = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(dir=made.office.parent) as folder:
            copy = dataclasses.replace(made, office=Path(folder) / "office")
            shutil.copytree(made.office, copy.office)
            ours.append(_alone(merge, copy, files))
            floor.append(_alone(merge_bare, copy, files))
    return _compare(people, files.count, ours, floor)


def measure_merge_into(made: Installations, people: str, files: Files) -> list[Result]:
    """Once, into the office itself, which is too large to be copied."""
    ours, floor = _alone(merge, made, files), _alone(merge_bare, made, files)
    return _compare(people, files.count, [ours], [floor])


def merge(made: Installations, files: Files) -> Moved:
    """Import the bundle at the office as its admin does."""
    desk = open_office(made)
    with _Memory() as memory:
        start = time.perf_counter()
        # Above 900,000 invented people some have the NIK of others, which would stop the bundle.
        import_bundle(desk, files.bundle, anyway="diukur")
        passed = time.perf_counter() - start
    desk.close()
    return Moved(passed, memory.grown)


def merge_bare(made: Installations, files: Files) -> Moved:
    """The same entries into one table of another database."""
    with tempfile.TemporaryDirectory(dir=made.office.parent) as folder:
        database = open_bare(Path(folder) / "floor.db")
        with _Memory() as memory:
            start = time.perf_counter()
            import_bare(database, files.bare, Path(folder) / "plain", files.identity)
            passed = time.perf_counter() - start
        database.close()
    return Moved(passed, memory.grown)


def _compare(
    people: str, count: int, ours: Sequence[Moved], floor: Sequence[Moved]
) -> list[Result]:
    rate, bare_rate = (count / statistics.median(r.seconds for r in runs) for runs in (ours, floor))
    grown, bare = (statistics.median(r.grown for r in runs) / MEGA for runs in (ours, floor))
    return [
        compare(f"merge.{people}", rate, bare_rate, "records/s", MERGE_BUDGET, "more"),
        compare(f"merge.memory.{people}", grown, bare, "MB", MEMORY_BUDGET),
    ]


def _alone(
    work: Callable[[Installations, Files], Moved], made: Installations, files: Files
) -> Moved:
    """In a fresh process, whose memory nothing else has touched."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(work, made, files).result()


class _Memory:
    """The highest resident size that was seen, above the one at the beginning.

    Another thread looks twenty times a second: what one long query takes and gives back is seen.
    """

    def __init__(self) -> None:
        gc.collect()
        self._process = psutil.Process()
        self._before = self._highest = self._process.memory_info().rss
        self._over = threading.Event()
        self._looking = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._looking.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._looking.join()

    def _look(self) -> None:
        more = True
        while more:
            more = not self._over.wait(_LOOK_EVERY)
            self._highest = max(self._highest, self._process.memory_info().rss)

    @property
    def grown(self) -> int:
        """By how many bytes the process grew, at the most."""
        return self._highest - self._before
