"""What people work as. The names come from programmes' rules; BPJS's own codes are not public."""

import msgspec

from jamsos_desktop.domain.records import Sector

#: The entry of the list that stands for all others: the person's own words are asked.
OTHER_OCCUPATION = "lainnya"


class Occupation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the list of occupations (``resources/occupations.toml``)."""

    id: str
    name: str
    sector: Sector
    source: str
    youngest: int = 0  # usual ages, as a precaution; 0 where there is none
    oldest: int = 0
    bpjs_code: str = ""  # filled by the office from its branch's list, never invented
