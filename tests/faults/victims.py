"""Programs that are to die: started, given orders, and counted."""

import json
import os
import subprocess
import sys
from pathlib import Path

VICTIM = Path(__file__).with_name("victim.py")


def start_victim(*arguments):
    """The program that is to die."""
    return subprocess.Popen(
        [sys.executable, str(VICTIM), *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": "src"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


class Server:
    """Runs orders that die at a given call, or before a given step."""

    def __init__(self, process):
        self._process = process
        self.killed = 0

    def __call__(self, do, die_at, **order):
        """How it ended: -9 killed, 0 done; and how many calls it made when it was done."""
        answer = self._ask(do, die_at, order)
        return answer["code"], answer["calls"]

    def steps(self, do, die_before=0, **order):
        """How it ended, and the names of its steps when it was done.

        A step is what changes a disk or a database, or asks it to be durable.
        """
        answer = self._ask(do, die_before, order | {"by": "steps"})
        return answer["code"], answer["steps"]

    def _ask(self, do, die_at, order):
        order = order | {"do": do, "die_at": die_at}
        self._process.stdin.write(json.dumps(order, default=str) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        self.killed += answer["code"] == -9
        return answer
