"""Names of files that travel, and what a name tells of a file that stays shut.

An age file does not say for whom it is. Its name does: that is how a bundle for another office is
refused with that office's name and not with "wrong key". A name is a hint, never a proof.
"""

import datetime as dt
import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from jamsos_desktop.bundle.manifest import FileKind, Manifest
from jamsos_desktop.errors import UserError

SUFFIX = ".jamsos"
PRACTICE = "LATIHAN"

_WORDS: dict[FileKind, str] = {
    "kit": "PAKET",
    "bundle": "KIRIM",
    "receipt": "BALASAN",
    "backup": "CADANGAN",
    "exchange": "TUKAR",
}
_SLUG_LENGTH = 40
_NAME = re.compile(
    rf"(?P<practice>{PRACTICE}-)?(?P<word>{'|'.join(_WORDS.values())})"
    r"_(?P<office>[a-z0-9-]+)_(?P<station>[A-Z0-9]+)"
    r"(?:_(?P<first>\d{6,12})-(?P<last>\d{6,12}))?"
    r"_(?P<made>\d{8}-\d{4})"
    r"(?: ?\(\d+\))?\.jamsos"  # " (2)" is ours or a browser's
)


class NameHint(NamedTuple):
    """What a file's name says. Sequences are 0 where the name has none."""

    kind: FileKind
    practice: bool
    office_slug: str
    station_code: str
    first_seq: int
    last_seq: int
    made: str  # YYYYMMDD-HHMM, local time of the sender


def office_slug(name: str) -> str:
    """An office's name for a file name: "Kota Mojokerto" gives ``kota-mojokerto``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG_LENGTH].strip("-") or "kantor"


def station_part(code: str) -> str:
    """A station's code as file names have it."""
    return re.sub(r"[^A-Z0-9]", "", code.upper()) or "POS"


def bundle_file_name(
    kind: FileKind,
    office_name: str,
    station_code: str,
    first_seq: int,
    last_seq: int,
    created_at: dt.datetime,
    *,
    practice: bool = False,
) -> str:
    """``KIRIM_kota-mojokerto_MJK1_000001-000120_20251112-1405.jamsos``.

    The range is left out when ``last_seq`` is 0. Practice files begin with ``LATIHAN-``.
    """
    station = station_part(station_code)
    pieces = [
        f"{PRACTICE}-{_WORDS[kind]}" if practice else _WORDS[kind],
        office_slug(office_name),
        station,
        *([f"{first_seq:06}-{last_seq:06}"] if last_seq else []),
        f"{created_at:%Y%m%d-%H%M}",
    ]
    return "_".join(pieces) + SUFFIX


def hint_of(file_name: str) -> NameHint | None:
    """What the name tells, or None for a name that we did not give."""
    found = _NAME.fullmatch(file_name)
    if found is None:
        return None
    kinds = {word: kind for kind, word in _WORDS.items()}
    return NameHint(
        kind=kinds[found["word"]],
        practice=found["practice"] is not None,
        office_slug=found["office"],
        station_code=found["station"],
        first_seq=int(found["first"] or 0),
        last_seq=int(found["last"] or 0),
        made=found["made"],
    )


def office_slug_of(file_name: str) -> str | None:
    """The office that the name mentions, or None."""
    hint = hint_of(file_name)
    return hint.office_slug if hint else None


def name_other_office(error: UserError, path: Path, own_office_name: str) -> UserError:
    """A better error than ``bundle_wrong_key``, when the file's name mentions another office.

    Raise what comes back: ``bundle_other_office`` (``office``, ``here``) or ``error`` itself.
    """
    slug, own = office_slug_of(path.name), office_slug(own_office_name)
    if error.code != "bundle_wrong_key" or slug is None or slug == own:
        return error
    return UserError("bundle_other_office", office=slug, here=own)


def check_recipient(manifest: Manifest, own_id: str, own_name: str) -> None:
    """Refuse a file that can be opened but is addressed to another: ``bundle_other_office``."""
    if manifest.recipient.id != own_id:
        raise UserError("bundle_other_office", office=manifest.recipient.name, here=own_name)
