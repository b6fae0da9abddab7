"""Moments of the journal in words, in the zone in which they happened."""

import datetime as dt

#: Indonesia's three zones by their distance from UTC in hours (Keppres 41/1987).
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def zone_name(moment: dt.datetime) -> str:
    """WIB, WITA or WIT; elsewhere the offset, for example ``UTC+00:00``."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone")
    hours, rest = divmod(offset, dt.timedelta(hours=1))
    name = ZONES.get(hours)
    return name if name and not rest else f"UTC{moment:%z}"[:6] + ":" + f"{moment:%z}"[-2:]


def moment_words(text: str) -> str:
    """``12-11-2025 09:05 WIB`` from a moment as the journal writes it (ISO 8601 with zone)."""
    moment = dt.datetime.fromisoformat(text)
    return f"{moment:%d-%m-%Y %H:%M} {zone_name(moment)}"
