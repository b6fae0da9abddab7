"""What the built program tries by itself, tried here from the sources in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PIL import Image

import jamsos_desktop
from jamsos_desktop import self_test
from jamsos_desktop.self_test import run_self_test
from jamsos_desktop.tour.screens import HEIGHT, SCALE, WIDTH

PIXELS = (round(WIDTH * float(SCALE)), round(HEIGHT * float(SCALE)))

#: The program's own folder for trying is thrown away; this one is kept, to be looked at.
KEEP = """
import contextlib, sys, tempfile

kept = sys.argv.pop()
tempfile.TemporaryDirectory = lambda **_usual: contextlib.nullcontext(kept)
from jamsos_desktop.__main__ import main
sys.exit(main())
"""


def test_the_program_tries_everything_itself(tmp_path):
    surroundings = os.environ | {
        "PYTHONPATH": str(Path(jamsos_desktop.__file__).parents[1]),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-W", "error", "-c", KEEP, "--self-test", str(tmp_path)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "self-test passed"
    pictures = sorted(tmp_path.glob("tour/screens/*.png"))
    assert [path.stem for path in pictures[:3]] == ["01-pertama", "02-masuk", "03-pos-today"]
    assert {path.stem[3:] for path in pictures} >= {"kantor-inbox", "kantor-participants"}
    for path in pictures:
        look_at(path)
    assert sorted(path.suffix for path in tmp_path.glob("tour/bundles/*")) == [".jamsos"] * 4


def look_at(path):
    """A page has letters: many shades, and no ground that covers everything."""
    with Image.open(path) as image:
        shades = image.convert("L").getcolors(256)
        assert image.size == PIXELS == (1366, 768)
    assert len(shades) > 60, f"{path.name} shows only {len(shades)} shades"
    assert max(count for count, _shade in shades) < 0.97 * PIXELS[0] * PIXELS[1], (
        f"{path.name} is empty"
    )


def test_a_journey_that_loses_somebody_fails(monkeypatch):
    """The self-test must be able to fail."""
    monkeypatch.setattr(self_test, "go", lambda *_given: SimpleNamespace(balances=False))
    with pytest.raises(RuntimeError, match="balance"):
        run_self_test()
