"""What is different between two forms of a file, for somebody to look at before it holds."""

import tomllib
from collections.abc import Iterator
from typing import NamedTuple

#: By what a row of a list is known, the first that it has.
_KEYS = (("id",), ("payer", "sector", "from"), ("header",), ("name",), ("what",))
_NOT_SHOWN = frozenset({"version"})


class Difference(NamedTuple):
    """One value: where it stands, and what it was and is; empty where it was not or is not."""

    where: str
    before: str
    after: str


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Every value that differs, in the order of the new file. Both are TOML that can be read.

    A row that was moved and says the same is not different.
    """
    old, new = (dict(_flat(tomllib.loads(text), ())) for text in (before, after))
    places = dict.fromkeys([*new, *old])
    return tuple(
        Difference(" · ".join(place), old.get(place, ""), new.get(place, ""))
        for place in places
        if old.get(place, "") != new.get(place, "")
    )


def _flat(value: object, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if place or name not in _NOT_SHOWN:
                yield from _flat(inner, (*place, name))
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        seen: dict[str, int] = {}
        for item in value:
            key = _key_of(item)
            seen[key] = seen.get(key, 0) + 1
            twice = f" ({seen[key]})" if seen[key] > 1 else ""
            yield from _flat(item, (*place[:-1], f"{place[-1]} {key}{twice}".strip()))
    elif isinstance(value, list):
        yield place, ", ".join(map(str, value))
    else:
        yield place, str(value)


def _key_of(item: object) -> str:
    if isinstance(item, dict):
        for names in _KEYS:
            if all(isinstance(item.get(name), str) for name in names):
                return ", ".join(item[name] for name in names)
    return ""
