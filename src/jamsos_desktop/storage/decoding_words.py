"""What msgspec and the TOML reader say of a broken file, in words, with the place in the file."""

import re
from collections.abc import Sequence

from jamsos_desktop.i18n import N_, _

_PLACE = re.compile(r" - at `\$(?P<place>[^`]*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]|\[(\.\.\.)\]")
_WORDS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"Object missing required field `(?P<name>[^`]+)`"), N_("isian {name} tidak ada")),
    (
        re.compile(r"Object contains unknown field `(?P<name>[^`]+)`"),
        N_("isian {name} tidak dikenal"),
    ),
    (
        re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`"),
        N_("isinya harus {wanted}, bukan {found}"),
    ),
    (re.compile(r"Invalid (?:enum )?value '(?P<name>[^']*)'"), N_("nilai {name} tidak dikenal")),
    (
        re.compile(r".*\(at line (?P<line>\d+), column (?P<column>\d+)\)"),
        N_("bukan TOML yang benar, baris {line} kolom {column}"),
    ),
    (
        re.compile(r".*\(at end of document\)"),
        N_("bukan TOML yang benar: belum selesai di akhirnya"),
    ),
)


def why_unreadable(said: str) -> str:
    """The same for people; what is not known is said as it is."""
    found = _PLACE.search(said)
    what = said[: found.start()] if found else said
    for pattern, words in _WORDS:
        if match := pattern.fullmatch(what):
            what = _(words, **match.groupdict())
            break
    place = _place_words(found["place"]) if found else ""
    return _("{what}, di {place}", what=what, place=place) if place else what


def _place_words(place: str) -> str:
    """``.tariff[2].jkk`` as ``tariff ke-3, jkk``."""
    words: list[str] = []
    for name, number, _any in _STEP.findall(place):
        if name:
            words.append(name)
        elif number and words:
            words[-1] = _("{name} ke-{number}", name=words[-1], number=int(number) + 1)
    return ", ".join(words)
