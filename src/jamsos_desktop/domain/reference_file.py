"""The files of rules and texts that an office may replace or add, by their names.

A name is the path below ``resources/``, so that a file is called the same everywhere: what is
shipped, what a city writes itself, and what travels. docs/decisions/0028-reference-data.md.
"""

import re
from typing import Literal, NamedTuple

#: What a file says, in the order in which they are listed.
FileKind = Literal[
    "tariffs", "rules", "occupations", "income_bands", "export", "results",
    "consent", "explanation", "benefits",
]  # fmt: skip
TARIFFS = "tariffs.toml"
OCCUPATIONS = "occupations.toml"
INCOME_BANDS = "income_bands.toml"
RULES = "rules"
MAPPINGS = "mappings"
TEXTS = "texts"
#: Records say which version of a text was read to somebody: its words stay for good.
WRITTEN_ONCE: frozenset[FileKind] = frozenset({"consent", "explanation", "benefits"})
LARGEST = 256 * 1024  # bytes of one file

_SINGLE: dict[str, FileKind] = {
    TARIFFS: "tariffs",
    OCCUPATIONS: "occupations",
    INCOME_BANDS: "income_bands",
}
_WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
_SEVERAL: tuple[tuple[FileKind, re.Pattern[str]], ...] = (
    ("rules", re.compile(rf"{RULES}/(?P<key>{_WORD})\.toml", re.ASCII)),
    ("export", re.compile(rf"{MAPPINGS}/(?P<key>bpjs-{_WORD})\.toml", re.ASCII)),
    ("results", re.compile(rf"{MAPPINGS}/(?P<key>hasil-{_WORD})\.toml", re.ASCII)),
    ("consent", re.compile(rf"{TEXTS}/(?P<key>consent-(\d{{1,4}})\.([a-z]{{2,3}}))\.toml")),
    ("explanation", re.compile(rf"{TEXTS}/(?P<key>explanation-(\d{{1,4}})\.([a-z]{{2,3}}))\.toml")),
    ("benefits", re.compile(rf"{TEXTS}/(?P<key>benefits-(\d{{1,4}}))\.toml")),
)
_LONGEST_NAME = 80
_PREFIX = "reference:"


class Named(NamedTuple):
    """What a name says: ``key`` is what records and pages call the file."""

    kind: FileKind
    key: str
    text_version: int = 0  # of a text
    language: str = ""


def parse_name(name: str) -> Named | None:
    """What file this is; None for a name that this program knows no file of."""
    if name in _SINGLE:
        return Named(_SINGLE[name], name.removesuffix(".toml"))
    if len(name) > _LONGEST_NAME:
        return None
    for kind, pattern in _SEVERAL:
        if found := pattern.fullmatch(name):
            version, language = (*found.groups()[1:], "", "")[:2]
            return Named(kind, found["key"], int(version or 0), language)
    return None


def record_id_of(name: str) -> str:
    """The id of the record of a file: the same at every office and in every order of arrival."""
    return f"{_PREFIX}{name}"


def is_of_a_file(record_id: str) -> bool:
    """Whether a record is about a file, as its id says."""
    return record_id.startswith(_PREFIX)
