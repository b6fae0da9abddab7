"""When a bundle stops and asks before it is merged (*rem*)."""

from typing import Literal

import msgspec

#: Too many people who are here already; a sequence number with two entries, which a restored copy
#: gives; a station whose key is lost; a station that says what only the office may.
Brake = Literal["duplicates", "fork", "lost_key", "oversteps"]


class BrakeSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How many duplicates the office takes in without asking."""

    share: int = 20  # percent of the new people; more stop the bundle
    least: int = 5  # people; fewer never stop one


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What merging a bundle would bring, as far as it can stop one."""

    added: int  # entries that are not here yet
    new: int  # people
    duplicates: int  # of them, certainly here already for the same programme
    forks: int  # sequence numbers that would have two entries from now on
    oversteps: int  # entries that only the office may write
    lost_key: bool  # the station's key is in other hands, as the office journalled


def brakes_of(found: Found, settings: BrakeSettings) -> tuple[Brake, ...]:
    """Why the bundle stops, the gravest first; nothing where it goes on.

    A bundle that brings nothing new stops for nothing, however often it is imported.
    """
    if not found.added:
        return ()
    too_many = (
        found.duplicates >= settings.least and found.duplicates * 100 > found.new * settings.share
    )
    stops: tuple[tuple[Brake, bool], ...] = (
        ("lost_key", found.lost_key),
        ("oversteps", found.oversteps > 0),
        ("fork", found.forks > 0),
        ("duplicates", too_many),
    )
    return tuple(brake for brake, stopped in stops if stopped)
