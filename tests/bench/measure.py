"""What a measurement says, and how it is shown and kept."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from rich.console import Console
from rich.table import Table

Better = Literal["less", "more"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One measurement beside its floor, as it stands in ``latest.json``.

    ``floor`` is the same work done in the same run with nothing of ours around it. ``ratio`` is how
    many times the floor's price we take: 1 costs nothing extra, whether the unit is a time or a
    rate. ``budget`` is in the unit of ``value``; where it is set as a multiple of the floor, it is
    that multiple of this run's floor.
    """

    name: str
    value: float
    unit: str
    floor: float
    ratio: float
    budget: float
    within: bool


def compare(
    name: str, value: float, floor: float, unit: str, budget: float, better: Better = "less"
) -> Result:
    """The verdict on a value of which ``less`` (a time, a size) or ``more`` (a rate) is better."""
    costs = value / floor if better == "less" else floor / value
    within = value <= budget if better == "less" else value >= budget
    return Result(
        name=name,
        value=round(value, 3),
        unit=unit,
        floor=round(floor, 3),
        ratio=round(costs, 2),
        budget=round(budget, 3),
        within=within,
    )


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(
    ours: Callable[[], object], floor: Callable[[], object], runs: int
) -> tuple[float, float]:
    """The median seconds of both, measured in turns: what else the machine does hits both."""
    gc.collect()
    times = [(seconds(ours), seconds(floor)) for _ in range(runs)]
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def percentile_95(values: Sequence[float]) -> float:
    """What 95 % of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def show(results: Sequence[Result], console: Console) -> None:
    """The table for whoever waits."""
    table = Table()
    table.add_column("name", no_wrap=True)
    for heading in ("value", "floor", "ratio", "budget"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("unit", no_wrap=True)
    table.add_column("within")
    for result in results:
        figures = (_figure(getattr(result, f)) for f in ("value", "floor", "ratio", "budget"))
        verdict = "[green]yes" if result.within else "[bold red]NO"
        table.add_row(result.name, *figures, result.unit, verdict)
    console.print(table)


def write(results: Sequence[Result], path: Path) -> None:
    """Keep the results as a JSON list."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(list(results))) + b"\n")


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 1000 else f"{number:,.3g}"
