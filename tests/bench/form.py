"""``form.*``: how long a registration takes by the keyboard alone, when each key is answered."""

from pathlib import Path
from typing import Any

import msgspec

from tests.bench.data import PASSWORD
from tests.bench.measure import Result, compare, percentile_95
from tests.bench.processes import ask

#: 40 words a minute; a word is five characters, its blank included; a key press is a character.
KEYS_A_MINUTE = 40 * 5
BUDGETS = {"stranger": 90, "candidate": 25, "family": 45}  # seconds
LONGEST_ANSWER = 50  # ms for 95 of 100 keys


def measure_form(folder: Path, login: str, times: int = 5) -> list[Result]:
    """Registrations through the real window, on the installation in ``folder``.

    Seconds are those of the fingers: keys at 40 words a minute, a chord as one. The floor types out
    whatever is saved of the person, and one key behind each field. The mouse must not be needed.
    """
    told = _register(folder, login, times)
    results = []
    for name, budget in BUDGETS.items():
        one = told[name]
        result = compare(
            f"form.{name}.seconds", _seconds(one["keys"]), _seconds(one["written"]), "s", budget
        )
        results.append(msgspec.structs.replace(result, within=result.within and not one["mouse"]))
    return [*results, _answers("form.keypress.p95", told)]


def measure_keys(folder: Path, login: str, people: str, times: int = 5) -> list[Result]:
    """Only when each key is answered, in a larger installation."""
    return [_answers(f"form.keypress.p95.{people}", _register(folder, login, times))]


def _answers(name: str, told: dict[str, Any]) -> Result:
    """Until the last thing is painted that a key causes. The floor is a window with one field."""
    value, least = percentile_95(told["answers"]), percentile_95(told["bare"])
    return compare(name, value, least, "ms (p95)", LONGEST_ANSWER)


def _register(folder: Path, login: str, times: int) -> dict[str, Any]:
    return ask([str(folder), login, PASSWORD, str(times)], "typist.py")[0]


def _seconds(keys: int) -> float:
    return keys * 60 / KEYS_A_MINUTE
