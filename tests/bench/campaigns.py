"""What the last run of the tests tried, beside what it has to try at least."""

import json

from tests import figures
from tests.bench.measure import Result, compare

_LEAST_EXAMPLES = 1000


def read_tried() -> list[Result]:
    """``histories.examples``; nothing where no run has left its figures."""
    path = figures.FOLDER / "histories.json"
    if not path.exists():
        return []
    tried = json.loads(path.read_text("utf-8"))["figures"].get("examples", 0)
    least = _LEAST_EXAMPLES
    return [compare("histories.examples", tried, least, "examples", least, "more")] if tried else []
