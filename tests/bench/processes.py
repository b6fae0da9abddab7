"""Subjects that need a process of their own: start and memory of the program with its window."""

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from tests.bench.data import PASSWORD, STATION_LOGIN, Installations
from tests.bench.measure import Result, compare

ROOT = Path(__file__).parents[2]
START_BUDGET = 2  # times an empty window
MEMORY_BUDGET = 300  # MB
LONGEST = 120  # s
MEGA = 1_000_000


def measure_start(made: Installations, runs: int = 11) -> list[Result]:
    """From starting the process until a typed letter stands in the login's first field."""
    ours, floor = ["login", str(made.station)], ["empty"]
    for arguments in (ours, floor):  # what lies in no cache yet is not ours to measure
        ask(arguments)
    times = [(ask(ours)[1], ask(floor)[1]) for _ in range(runs)]
    value, least = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
    return [compare("start.login", value, least, "ms", START_BUDGET * least)]


def measure_memory(made: Installations, people: str, runs: int = 3) -> list[Result]:
    """What the program keeps in memory (RSS) with the page "Peserta" filled."""
    ours = ["participants", str(made.station), STATION_LOGIN, PASSWORD]
    rss = [(ask(ours)[0]["rss"], ask(["empty-memory"])[0]["rss"]) for _ in range(runs)]
    value, least = (statistics.median(column) / MEGA for column in zip(*rss, strict=True))
    return [compare(f"memory.gui.{people}", value, least, "MB", MEMORY_BUDGET)]


def ask(arguments: list[str], script: str = "windows.py") -> tuple[dict[str, Any], float]:
    """What a window's process answered, and how many seconds after its start."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = os.environ | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled already
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name(script)), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout is not None
        given_up = threading.Timer(LONGEST, process.kill)
        given_up.start()
        line = process.stdout.readline()
        passed = time.perf_counter() - start
        given_up.cancel()
        _rest, said = process.communicate(timeout=LONGEST)
    if not line:
        raise RuntimeError(f"{arguments[0]}: no answer\n{said}")
    return json.loads(line), passed
