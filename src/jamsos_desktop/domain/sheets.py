"""Which sheets of a pile, as a person writes it: ``1-3, 5``."""

import re

from jamsos_desktop.errors import UserError

_PART = re.compile(r"([0-9]{1,4})(?:\s*[-–]\s*([0-9]{1,4}))?")


def read_sheets(text: str, count: int) -> list[int]:
    """The numbers, ascending, each once. Raises ``sheets_unclear`` beyond 1 to ``count``."""
    chosen: set[int] = set()
    for part in re.split(r"[,;]", text.strip().rstrip(",;")):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise UserError("sheets_unclear", count=count)
        ends = sorted((int(match[1]), int(match[2] or match[1])))
        if ends[0] < 1 or ends[1] > count:
            raise UserError("sheets_unclear", count=count)
        chosen.update(range(ends[0], ends[1] + 1))
    return sorted(chosen)
