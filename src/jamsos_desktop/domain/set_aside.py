"""Which entries are set aside (*karantina*): kept and counted, and nothing is made of them.

An entry whose hashes are right belongs to its chain, whatever its body says. What it says counts
only when this program understands it and its author was allowed to say it. The rule looks at the
entry alone, so it is the same wherever and in whatever order entries arrive, and an entry that an
older program set aside is understood by a newer one. docs/decisions/0023-inbox.md.
"""

import datetime as dt
from typing import Literal, get_args

import msgspec

from jamsos_desktop.domain.activities import Activity
from jamsos_desktop.domain.journal import Entry, decode_body
from jamsos_desktop.domain.records import AnyBody
from jamsos_desktop.domain.standing import DECISIONS

#: A newer program wrote it; it is damaged or was never right; only the office may say such a thing.
Why = Literal["newer", "unreadable", "oversteps"]

#: What a station is told of: who pays, where and when, who works with the program, and the files of
#: rules and texts that are not the shipped ones.
KIT_TYPES = ("programme", "event", "officer", "station", "reference")
#: What is journalled about a station whose key is lost, and when that is taken back.
KEY_TYPES = ("key_revoked", "key_restored")
#: What only the office may say: the same, whom it expects, and what it decided. Of candidates a kit
#: brings only those of the programmes of its events.
OFFICE_TYPES = frozenset(
    (
        *(*KIT_TYPES, "candidate", *DECISIONS, *KEY_TYPES),
        *("receipt_issued", "kit_issued", "bpjs_answers_taken"),
    )
)
#: The newest form of bodies that this program knows, and everything that it can read.
SCHEMA = 1
KNOWN_TYPES = frozenset(str(kind.__struct_config__.tag) for kind in get_args(AnyBody))


class _Head(msgspec.Struct, frozen=True):
    """What is looked at of a body that cannot be read as a whole."""

    type: str = ""
    schema: int = 1


_decode_head = msgspec.json.Decoder(_Head).decode


def understand(made: Entry, office_id: str = "") -> AnyBody | None:
    """What an entry says; None where it was erased or is set aside.

    ``office_id`` is whose journal says what only an office may say; empty where that is not asked.
    """
    if made.erased:
        return None
    try:
        body = decode_body(made.body)
    except msgspec.DecodeError:
        return None
    if body.schema > SCHEMA or isinstance(body, Activity) != (made.kind == "activity"):
        return None
    if office_id and made.station_id != office_id and type_of(body) in OFFICE_TYPES:
        return None
    return body if _is_moment(made.recorded_at) else None


def type_of(body: AnyBody) -> str:
    """The name under which a body travels."""
    return str(body.__struct_config__.tag)


def why_aside(made: Entry, office_id: str = "") -> Why | None:
    """Why nothing is made of an entry; None for one that is understood or was erased."""
    if made.erased or understand(made, office_id) is not None:
        return None
    head = head_of(made)
    if head is None:
        return "unreadable"
    if office_id and made.station_id != office_id and head.type in OFFICE_TYPES:
        return "oversteps"
    return "newer" if head.schema > SCHEMA or head.type not in KNOWN_TYPES else "unreadable"


def head_of(made: Entry) -> _Head | None:
    """Type and schema of a body that may be of a newer program; None where even they are lost."""
    try:
        head = _decode_head(made.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return head if head.type else None


def _is_moment(text: str) -> bool:
    try:
        return dt.datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
