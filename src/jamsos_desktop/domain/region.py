"""Regions of Indonesia in Kemendagri codes: ``35.76.03.1001`` is a kelurahan of Kota Mojokerto.

The digits tell the level (Permendagri 58/2021): kabupaten 01-69, kota 71-99; the village part
begins with 1 for a kelurahan, 2 for a desa, 3 for a desa adat. BPS numbers its regions otherwise
and is never used here.
"""

import re
from typing import Literal

import msgspec

RegionLevel = Literal[
    "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "desa_adat"
]

_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[123][0-9]{3})?)?)?")
_VILLAGES: dict[str, RegionLevel] = {"1": "kelurahan", "2": "desa", "3": "desa_adat"}
_SHORT = {
    "kecamatan": "Kec. ",
    "kelurahan": "Kel. ",
    "desa": "Desa ",
    "desa_adat": "Desa Adat ",
}


class Region(msgspec.Struct, frozen=True):
    """One region. ``name`` is as the ministry writes it: "Kota Mojokerto", but "Kranggan"."""

    code: str  # dotted
    name: str
    level: RegionLevel


def undotted(code: str) -> str:
    """``35.76.03`` as a NIK begins: ``357603``."""
    return code.replace(".", "")


def dotted(code: str) -> str:
    """``3576031001`` as the ministry writes it: ``35.76.03.1001``. Dots may be there already."""
    digits = undotted(code)
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)


def is_code(text: str) -> bool:
    """Whether the text has the form of a dotted code, known or not."""
    return _CODE.fullmatch(text) is not None


def level_of(code: str) -> RegionLevel:
    """The level that a dotted code tells. Raises ValueError for what is no code."""
    if not is_code(code):
        raise ValueError(f"not a region code: {code!r}")
    if len(code) == 2:
        return "provinsi"
    if len(code) == 5:
        return "kota" if int(code[3:5]) > 70 else "kabupaten"
    return "kecamatan" if len(code) == 8 else _VILLAGES[code[9]]


def parent(code: str) -> str:
    """The dotted code of the region around; empty for a province."""
    return code.rpartition(".")[0]


def lineage(code: str) -> list[str]:
    """The dotted codes from the province down to ``code`` itself."""
    codes = [code]
    while codes[0] and parent(codes[0]):
        codes.insert(0, parent(codes[0]))
    return codes if code else []


def is_within(code: str, region: str) -> bool:
    """Whether a dotted code is the region or lies inside it; everything lies inside ``""``."""
    return not region or code == region or code.startswith(region + ".")


def short_name(region: Region) -> str:
    """``Kel. Kranggan``, ``Kec. Kranggan``, ``Kota Mojokerto``."""
    return _SHORT.get(region.level, "") + region.name


def full_name(path: list[Region]) -> str:
    """``Kel. Kranggan, Kec. Kranggan, Kota Mojokerto`` from a path that begins at the province.

    The province is named only where nothing smaller is.
    """
    named = path[1:] or path
    return ", ".join(short_name(region) for region in reversed(named))
