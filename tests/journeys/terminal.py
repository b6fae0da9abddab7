"""The command line as somebody at a terminal uses it: in this process, or as its own program."""

import json
import os
import subprocess
import sys
from typing import NamedTuple

from jamsos_desktop.cli import run
from tests.journeys.world import LOGINS, PASSWORDS


class Said(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Terminal:
    """Types commands for the officers of a world; passwords come from the environment."""

    def __init__(self, world, monkeypatch, capsys):
        self._world, self._monkeypatch, self._capsys = world, monkeypatch, capsys
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # run() sets it

    def __call__(self, *arguments):
        """A command that needs nobody."""
        self._capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        return Said(code, *self._capsys.readouterr())

    def at(self, name, *arguments):
        """A command at an installation, by its officer."""
        self._world.close()
        self._monkeypatch.setenv("JAMSOS_LOGIN", LOGINS[name])
        self._monkeypatch.setenv("JAMSOS_PASSWORD", PASSWORDS[name])
        return self("--data", self._world.folder / name, *arguments)


def program(*arguments, check=False, **environment):
    """The same as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "jamsos_desktop", *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": "src", "PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=check,
        stdin=subprocess.DEVNULL,
    )
    return Said(done.returncode, done.stdout, done.stderr)
