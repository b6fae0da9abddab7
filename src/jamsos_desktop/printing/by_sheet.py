"""Any number of things, a sheet full at a time."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def by_sheet(
    things: Iterable[T],
    most: int,
    total: int = 0,
    report: Callable[[int, int], None] | None = None,
    check_cancelled: Callable[[], None] | None = None,
) -> Iterator[list[T]]:
    """At most so many at a time, taken when they are drawn: all need the memory of one sheet.

    ``report(done, total)`` and ``check_cancelled()`` are called after each sheet; the latter may
    raise to stop.
    """
    rest, done = iter(things), 0
    while sheet := list(islice(rest, most)):
        yield sheet
        done += len(sheet)
        if report:
            report(done, total)
        if check_cancelled:
            check_cancelled()
