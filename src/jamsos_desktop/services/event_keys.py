"""The key that the laptops of one event have in common. The office makes it, and makes it again.

It goes to a station in its kit and in each receipt, sealed, for the events that the station was
told to work at, and to nobody else. So an event that was planned before there were such keys gets
its key with the next receipt.
"""

from collections.abc import Collection

import msgspec
import sqlalchemy as sa

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.open import OpenedBundle
from jamsos_desktop.bundle.seal import PartSource, part_of
from jamsos_desktop.domain.installation import Installation
from jamsos_desktop.errors import UserError
from jamsos_desktop.storage import facts

#: Event id -> age identity; a part of a receipt.
EVENT_KEYS_PART = "event-keys.json"


def keys_for_events(connection: sa.Connection, event_ids: Collection[str]) -> dict[str, str]:
    """At the office: the keys of these events."""
    signing_key = facts.read_secrets(connection).signing_key
    return {one: keys.event_identity(signing_key, one) for one in sorted(event_ids)}


def event_key(connection: sa.Connection, here: Installation, event_id: str) -> str:
    """The age identity of an event. Raises ``exchange_no_key`` at a station that has none."""
    secrets = facts.read_secrets(connection)
    if here.mode == "office":
        return keys.event_identity(secrets.signing_key, event_id)
    if event_id not in secrets.event_keys:
        raise UserError("exchange_no_key")
    return secrets.event_keys[event_id]


def event_keys_part(connection: sa.Connection, event_ids: Collection[str]) -> list[PartSource]:
    """The keys as a part of a receipt; none where the station was told of no event."""
    made = keys_for_events(connection, event_ids)
    return [part_of(EVENT_KEYS_PART, msgspec.json.encode(made, order="sorted"))] if made else []


def read_event_keys(opened: OpenedBundle) -> dict[str, str]:
    """The keys that a receipt brings. Raises ``bundle_damaged``."""
    if EVENT_KEYS_PART not in {part.name for part in opened.manifest.parts}:
        return {}
    try:
        return msgspec.json.decode(b"".join(opened.read(EVENT_KEYS_PART)), type=dict[str, str])
    except msgspec.DecodeError as error:
        raise UserError("bundle_damaged") from error


def keep_event_keys(connection: sa.Connection, brought: dict[str, str]) -> None:
    """Keep them beside those that are here; the same comes again with each receipt."""
    known = facts.read_secrets(connection)
    merged = known.event_keys | brought
    if merged != known.event_keys:
        kept = msgspec.structs.replace(known, event_keys=merged)
        facts.write_secrets(connection, kept)
