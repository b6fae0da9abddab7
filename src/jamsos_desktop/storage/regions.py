"""All regions of Indonesia, looked up and searched in memory as somebody types.

The file is made by ``build/make_regions.py``; docs/decisions/0003-regions.md describes it.
"""

import lzma
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path

from jamsos_desktop.domain.region import Region, RegionLevel, dotted, level_of, lineage, undotted
from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource
from jamsos_desktop.storage.region_index import RegionIndex, fold

FILE = "regions/wilayah.txt.xz"
_SECTIONS = 10  # header, names of each level, codes of each level, former codes
_SHORTEST_LEVEL_WORD = 3  # "kel", "kec", "kab", "kota", "desa"

#: what the regions of a code's length may be
KINDS: dict[int, tuple[RegionLevel, ...]] = {
    2: ("provinsi",),
    4: ("kabupaten", "kota"),
    6: ("kecamatan",),
    10: ("kelurahan", "desa", "desa_adat"),
}
WIDTHS = tuple(KINDS)
_Hit = tuple[RegionIndex, int]
_Scope = tuple[RegionIndex, range]


class Regions:
    """Every region, and what former codes named. Serves as a ``domain.nik.PrefixBook``."""

    def __init__(self, text: str) -> None:
        """``text`` is the unpacked file. Raises ValueError when it has not the known form."""
        sections = text.split("\n\n")
        header = dict(line.split("\t", 1) for line in sections[0].split("\n"))
        if header.get("format") != "1" or len(sections) != _SECTIONS:
            raise ValueError("unknown format")
        self.edition = header.get("edition", "")
        names, codes = sections[1:5], sections[5:9]
        self._levels = [RegionIndex(*level) for level in zip(names, codes, WIDTHS, strict=True)]
        self._former = f"\n{sections[9]}\n"
        self._names: dict[str, str] = {}  # by prefixes that were asked for: lists ask very often

    def get(self, code: str) -> Region | None:
        """The region of a code, dotted or not; ``None`` when this edition has none."""
        digits = undotted(code)
        for level in self._levels:
            rows = level.rows_within(digits) if len(digits) == level.width else range(0)
            if rows:
                return _region(level, rows.start)
        return None

    def children(self, code: str) -> list[Region]:
        """The regions directly inside one, by code; the provinces inside ``""``."""
        digits = undotted(code)
        for level in self._levels:
            if len(digits) < level.width:
                return [_region(level, row) for row in level.rows_within(digits)]
        return []

    def path(self, code: str) -> list[Region]:
        """From the province down to the region itself; empty for an unknown code."""
        steps = [self.get(step) for step in lineage(dotted(code))]
        known = [region for region in steps if region is not None]
        return known if len(known) == len(steps) else []

    def counts(self) -> dict[RegionLevel, int]:
        """How many regions there are of each level."""
        provinces, regencies, districts, villages = self._levels
        cities = sum(digit >= "7" for digit in regencies.digits(2))
        kinds = villages.digits(6)
        return {
            "provinsi": len(provinces),
            "kabupaten": len(regencies) - cities,
            "kota": cities,
            "kecamatan": len(districts),
            "kelurahan": kinds.count("1"),
            "desa": kinds.count("2"),
            "desa_adat": kinds.count("3"),
        }

    def find(self, text_or_code: str, within: str = "", limit: int = 20) -> list[Region]:
        """The regions that fit what was typed, best first, at most ``limit``, none twice.

        Digits are looked up as the beginning of a code. Words must each occur in the region's name
        or in that of one around it, or say its level ("kel", "kota"), and one at least in its own
        name. Whole names come before beginnings, beginnings before parts; each time villages
        first. ``within`` is a code that the regions have or lie in; without any text it gives its
        villages.
        """
        region = undotted(within)
        digits = re.sub(r"[\s.]", "", text_or_code)
        words = [word for word in map(fold, re.split(r"[\s,]+", text_or_code)) if word]
        if digits.isascii() and digits.isdigit():
            hits = self._with_code(digits, region)
        elif words:
            hits = self._named(words, region)
        else:
            hits = self._villages(region)
        return list(islice(_once(hits), limit))

    def province_name(self, prefix: str) -> str | None:
        """The province of two digits."""
        return self._name(prefix, 2)

    def regency_name(self, prefix: str) -> str | None:
        """The kabupaten or kota of four digits."""
        return self._name(prefix, 4)

    def district_name(self, prefix: str) -> str | None:
        """The kecamatan of six digits."""
        return self._name(prefix, 6)

    def old_name(self, prefix: str) -> str | None:
        """What four or six digits named in an earlier edition and no longer name.

        ``Kabupaten Merauke (93.01)``, with the present code, and ``Kec. Okaba, Kabupaten …``.
        """
        start = self._former.find(f"\n{prefix}\t")
        if start < 0:
            return None
        line = self._former[start + 1 : self._former.index("\n", start + 1)]
        _code, name, present = line.split("\t")
        if present:
            return f"{name} ({dotted(present)})"
        regency = self.regency_name(prefix[:4]) or self.old_name(prefix[:4])
        return f"Kec. {name}, {regency}"

    def _name(self, prefix: str, width: int) -> str | None:
        if len(prefix) != width:
            return None
        if prefix not in self._names:
            region = self.get(prefix)
            if region is None:
                return None
            self._names[prefix] = region.name
        return self._names[prefix]

    def _villages(self, region: str) -> Iterator[_Hit]:
        villages = self._levels[-1]
        rows = villages.rows_within(region) if region else range(0)
        return ((villages, row) for row in rows)

    def _with_code(self, digits: str, region: str) -> Iterator[_Hit]:
        longer = max(digits, region, key=len)
        if longer.startswith(digits) and longer.startswith(region):
            for level in self._levels:
                yield from ((level, row) for row in level.rows_within(longer))

    def _named(self, words: list[str], region: str) -> Iterator[_Hit]:
        scopes = [(level, level.rows_within(region)) for level in reversed(self._levels)]
        if len(words) > 1 and _says_level(words[0]):
            yield from _rows_with("\n{}\n".format("".join(words)), scopes)
            for level, rows in scopes:
                if any(kind.startswith(words[0]) for kind in KINDS[level.width]):
                    for row in self._search(words[1:], [(level, rows)]):
                        if _level(*row).startswith(words[0]):
                            yield row
        yield from self._search(words, scopes)

    def _search(self, words: list[str], scopes: list[_Scope]) -> Iterator[_Hit]:
        whole = "".join(words)
        for needle in (f"\n{whole}\n", f"\n{whole}", whole):
            yield from _rows_with(needle, scopes)
        if len(words) > 1:
            yield from self._search_words(words, scopes)

    def _search_words(self, words: list[str], scopes: list[_Scope]) -> Iterator[_Hit]:
        """The rows that every word fits.

        The rarest word is either in a row's own name, or in the name of one around it: then only
        what lies in there is searched, for the other words.
        """
        around = {word: self._places_named(word) for word in words}
        names = [word for word in around if not _says_level(word)] or list(around)
        rarest = min(names, key=lambda word: (len(around[word]), -len(word)))
        rest = [word for word in names if word != rarest]
        regions = sorted(around.pop(rarest))
        for before in ("\n", ""):
            for level, rows in scopes:
                own = level.rows_with(before + rarest, rows)
                upper = (region for region in regions if len(region) < level.width)
                parts = (_overlap(rows, level.rows_within(region)) for region in upper)
                inside = (level.rows_with(before + word, part) for part in parts for word in rest)
                for row in chain(own, chain.from_iterable(inside)):
                    if all(_fits(level, row, *word) for word in around.items()):
                        yield level, row

    def _places_named(self, word: str) -> set[str]:
        """The codes of all but villages whose names have the word."""
        upper = self._levels[:-1]
        return {
            level.code(row) for level in upper for row in level.rows_with(word, range(len(level)))
        }


@lru_cache(maxsize=1)
def load_regions(path: Path | None = None) -> Regions:
    """The regions of a file, the shipped one unless given. Takes about 60 ms and 8 MB.

    Raises ``UserError("reference_invalid")`` when the file is missing, damaged or of another form.
    """
    file = path or resource(FILE)
    try:
        return Regions(lzma.decompress(file.read_bytes()).decode("utf-8"))
    except (OSError, lzma.LZMAError, ValueError) as error:
        raise UserError("reference_invalid", file=file.name, reason=type(error).__name__) from error


def _region(level: RegionIndex, row: int) -> Region:
    return Region(dotted(level.code(row)), level.names[row], _level(level, row))


def _once(hits: Iterator[_Hit]) -> Iterator[Region]:
    seen = set()
    for level, row in hits:
        key = (level.width, row)
        if key not in seen:
            seen.add(key)
            yield _region(level, row)


def _rows_with(needle: str, scopes: list[_Scope]) -> Iterator[_Hit]:
    for level, rows in scopes:
        yield from ((level, row) for row in level.rows_with(needle, rows))


def _overlap(one: range, other: range) -> range:
    start = max(one.start, other.start)
    return range(start, max(start, min(one.stop, other.stop)))


def _says_level(word: str) -> bool:
    """Whether a word is the beginning of "kelurahan", "kota" and so on."""
    long_enough = len(word) >= _SHORTEST_LEVEL_WORD
    return long_enough and any(kind.startswith(word) for kinds in KINDS.values() for kind in kinds)


def _level(level: RegionIndex, row: int) -> RegionLevel:
    return level_of(dotted(level.code(row)))


def _fits(level: RegionIndex, row: int, word: str, regions: set[str]) -> bool:
    """Whether a word occurs in the row's name, around it, or says its level or one around it."""
    if word in level.folded_name(row):
        return True
    code = level.code(row)
    if any(code[:width] in regions for width in WIDTHS if width < level.width):
        return True
    return _says_level(word) and any(
        level_of(step).startswith(word) for step in lineage(dotted(code))
    )
