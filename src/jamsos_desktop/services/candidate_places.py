"""Where a programme's candidates live, and the kelurahan that a list means by a name."""

import re
from collections.abc import Mapping
from functools import cache, partial

from jamsos_desktop.domain.candidate_row import ListRules
from jamsos_desktop.domain.enrolment_form import VILLAGE_LEVELS
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.domain.region import dotted, parent
from jamsos_desktop.services import plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.reference import in_force, regions
from jamsos_desktop.storage.region_index import fold

_REGENCY = len("35.76")
_LEVEL = re.compile(r"^(?:kelurahan|kel|desa|ds|kecamatan|kec)[.\s]+", re.IGNORECASE)
_SAME_NAME = 200  # more villages of one name no region has


def region_of_programme(desk: Desk, programme_id: str) -> str:
    """The kabupaten or kota of the programme's events, dotted; empty where they have several.

    A programme without events takes that of the office's other events.
    """
    events = [event for _id, event in plan.events(desk)]
    own = [event for event in events if event.programme_id == programme_id]
    found = {event.region[:_REGENCY] for event in own or events}
    return found.pop() if len(found) == 1 else ""


def list_rules(desk: Desk, programme_id: str, region: str) -> ListRules:
    """How rows of a list are understood today. Names are looked up once each."""

    @cache
    def villages_named(village: str, district: str) -> tuple[str, ...]:
        return _villages_named(village, district, region)

    return ListRules(
        programme_id=programme_id,
        today=desk.clock().date(),
        known=regions(),
        villages_named=villages_named,
        occupation_of=cache(partial(_occupation_of, in_force(desk).occupations)),
    )


def _villages_named(village: str, district: str, region: str) -> tuple[str, ...]:
    """Dotted codes; a code stands for itself, wherever it lies."""
    known = regions()
    by_code = known.get(dotted(village)) if re.fullmatch(r"[0-9.]+", village) else None
    if by_code is not None and by_code.level in VILLAGE_LEVELS:
        return (by_code.code,)
    name = _LEVEL.sub("", village)
    found = [
        one.code
        for one in known.find(name, within=region, limit=_SAME_NAME)
        if one.level in VILLAGE_LEVELS and fold(one.name) == fold(name)
    ]
    if len(found) > 1 and district:
        wanted = fold(_LEVEL.sub("", district))
        found = [code for code in found if _name_folded(parent(code)) == wanted]
    return tuple(found)


def _name_folded(code: str) -> str:
    region = regions().get(code)
    return fold(region.name) if region else ""


def _occupation_of(occupations: Mapping[str, Occupation], text: str) -> str:
    wanted = text.casefold()
    for occupation in occupations.values():
        if wanted in {occupation.id, occupation.name.casefold()}:
            return occupation.id
    return ""
