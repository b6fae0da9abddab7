"""Figures that a campaign of tests leaves: printed at the end of a run, and kept for the bench.

``.bench/histories.json`` and ``.bench/faults.json`` hold those of the last run that had any;
``JAMSOS_FIGURES`` names another folder.
"""

import json
import os
from collections import Counter
from pathlib import Path

from filelock import FileLock

FOLDER = Path(os.environ.get("JAMSOS_FIGURES", Path(__file__).parents[1] / ".bench"))
_RUN = "JAMSOS_TEST_RUN"  # set before the workers start, so that all of them know it


def begin_run():
    """A run begins: what is added from now on replaces what the last one left."""
    os.environ.setdefault(_RUN, os.urandom(8).hex())


def add(campaign, **numbers):
    """Add to the figures of a campaign; workers may do so at the same time."""
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{campaign}.json"
    with FileLock(path.with_suffix(".lock")):
        known = _read(path)
        figures = Counter(known["figures"] if known["run"] == os.environ.get(_RUN) else {})
        figures.update(numbers)
        path.write_text(json.dumps({"run": os.environ.get(_RUN), "figures": figures}, indent=1))


def of_this_run():
    """Each campaign of this run with its figures."""
    for path in sorted(FOLDER.glob("*.json")):
        if path.stem in ("histories", "faults"):
            known = _read(path)
            if known["run"] == os.environ.get(_RUN):
                yield path.stem, known["figures"]


def _read(path):
    if not path.exists():
        return {"run": "", "figures": {}}
    return json.loads(path.read_text())
