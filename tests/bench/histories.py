"""``histories.examples``: how many random histories of an office and its stations end well."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.measure import Result, compare

ROOT = Path(__file__).parents[2]
EXAMPLES = 1000


def measure_histories(folder: Path, asked: int = EXAMPLES) -> list[Result]:
    """Try that many, as the tests do; the floor is how many were asked for.

    Raises ``CalledProcessError`` after showing the tests' words where one ended badly.
    """
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"]
    surroundings = os.environ | {"EXAMPLES": str(asked), "JAMSOS_FIGURES": str(folder)}
    done = subprocess.run(
        [*command, "tests/histories/test_histories.py", "tests/histories/test_old_copies.py"],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout)
    done.check_returncode()
    tried = json.loads((folder / "histories.json").read_text())["figures"]["examples"]
    return [compare("histories.examples", tried, asked, "examples", asked, "more")]
