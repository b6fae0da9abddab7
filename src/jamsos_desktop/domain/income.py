"""Income as bands (``resources/income_bands.toml``), for those who tell no amount.

The bands are the program's own, for the survey. BPJS's table of incomes for JKK is another thing:
it decides a contribution, and nothing here does.
"""

import itertools
import re
from collections.abc import Mapping, Sequence

import msgspec

from jamsos_desktop.domain.eligibility_rules import Text
from jamsos_desktop.i18n import _

_ID = re.compile(r"[a-z][a-z0-9_]*")


class IncomeBand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From so much a month to less than so much; ``below`` 0 stands for no end."""

    id: str
    text: Text
    least: int = 0  # rupiah a month
    below: int = 0


class IncomeBands(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    version: int
    note: Text  # whose bands these are
    bands: tuple[IncomeBand, ...] = msgspec.field(name="band")


def find_mistake(bands: Sequence[IncomeBand]) -> str:
    """What is wrong with bands whose shape is right; empty where nothing is."""
    ids = [band.id for band in bands]
    unfit = next((one for one in ids if not _ID.fullmatch(one) or ids.count(one) > 1), None)
    if unfit is not None:
        return _("id tidak bisa dipakai atau dipakai dua kali: {id}", id=unfit)
    if not bands or bands[0].least or bands[-1].below:
        return _("golongan pertama mulai dari 0 dan yang terakhir tanpa batas")
    for one, following in itertools.pairwise(bands):
        if one.below != following.least or one.below <= one.least:
            return _("{next} tidak mulai di batas {id}", next=following.id, id=one.id)
    return ""


def band_of(income: int, bands: Mapping[str, IncomeBand]) -> IncomeBand | None:
    """The band in which an amount lies."""
    fitting = (b for b in bands.values() if b.least <= income and (income < b.below or not b.below))
    return next(fitting, None)


def find_band(text: str, bands: Mapping[str, IncomeBand]) -> str:
    """The id of a band that is given by its id or its words in any language; else nothing."""
    wanted = " ".join(text.split()).casefold()
    for band in bands.values():
        words = {text.casefold() for text in band.text.by_language().values()}
        if wanted == band.id or wanted in words:
            return band.id
    return ""
