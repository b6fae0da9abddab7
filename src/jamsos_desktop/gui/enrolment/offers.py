"""What the choosers of the form offer, by the rules of the event."""

import datetime as dt
from collections.abc import Mapping, Sequence

from jamsos_desktop.domain.enrolment_form import VILLAGE_LEVELS, Rules
from jamsos_desktop.domain.field_labels import RELATIONS
from jamsos_desktop.domain.income import IncomeBand, band_of
from jamsos_desktop.domain.person_fields import group_rupiah, parse_rupiah
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.widgets.chooser import finder
from jamsos_desktop.gui.widgets.region_picker import Region
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.i18n import _, pick
from jamsos_desktop.services import reference

_ASKED = 60  # regions asked for, of which only kelurahan and desa are offered


class Offers:
    """Answers at once, from memory. Nothing is offered before there are rules."""

    def __init__(self) -> None:
        self._today = dt.date.max
        self._region: str | None = None
        self._occupations: tuple[Option, ...] = ()
        self._months: tuple[Option, ...] = ()
        self._bands: Mapping[str, IncomeBand] = {}
        self._relations = tuple(Option(name, _(name)) for name in RELATIONS)

    def follow(self, rules: Rules) -> None:
        """Offer what these rules allow from now on."""
        self._today = rules.today
        self._region = rules.region
        self._occupations = tuple(
            Option(occupation.id, occupation.name) for occupation in rules.occupations.values()
        )
        self._bands = rules.income_bands
        months = wording.months_to_choose(rules)
        self._months = tuple(Option(month, wording.month_words(month)) for month in months)

    def today(self) -> dt.date:
        """The day of the rules, which decides what two digits of a year mean."""
        return self._today

    def villages(self, text: str) -> list[Region]:
        """Kelurahan and desa by any part of their names: the event's, or else all the country's."""
        if self._region is None:
            return []
        near = _villages(text, self._region)
        return near if near or not text.strip() else _villages(text, "")

    def village(self, code: str) -> Region | None:
        """The kelurahan or desa of a code, wherever it lies."""
        region = reference.regions().get(code)
        return _named(code) if region and region.level in VILLAGE_LEVELS else None

    def occupations(self, text: str) -> Sequence[Option]:
        """Occupations by any part of their names."""
        return finder(self._occupations)(text)

    def occupation(self, key: str) -> Option | None:
        """The occupation of an id."""
        return next((option for option in self._occupations if option.key == key), None)

    def months(self, text: str) -> Sequence[Option]:
        """Months in which cover may begin."""
        return finder(self._months)(text)

    def month(self, key: str) -> Option | None:
        """A month ``YYYY-MM``, also one that is not offered."""
        words = wording.month_words(key)
        return Option(key, words) if words != key else None

    def incomes(self, text: str) -> Sequence[Option]:
        """An amount as it is typed with its band, or the bands by their words."""
        amount = parse_rupiah(text)
        if amount is None:
            return finder(tuple(map(_band, self._bands.values())))(text)
        band = band_of(amount, self._bands)
        typed = Option(str(amount), group_rupiah(amount), _("jumlah ini"))
        return [typed, _band(band)] if band else [typed]

    def income(self, key: str) -> Option | None:
        """An amount in whole rupiah, or the band of an id."""
        if key in self._bands:
            return _band(self._bands[key])
        amount = parse_rupiah(key)
        return None if amount is None else Option(str(amount), group_rupiah(amount))

    def relations(self, text: str) -> Sequence[Option]:
        """How an heir is related. Other words may be typed as well."""
        return finder(self._relations)(text)

    def relation(self, key: str) -> Option | None:
        """One of the usual words."""
        return next((option for option in self._relations if option.key == key), None)


def _band(band: IncomeBand) -> Option:
    return Option(band.id, pick(band.text.by_language()))


def _villages(text: str, within: str) -> list[Region]:
    found = reference.regions().find(text, within=within, limit=_ASKED)
    return [_named(region.code) for region in found if region.level in VILLAGE_LEVELS]


def _named(code: str) -> Region:
    path = reference.regions().path(code)
    return code, path[-1].name, full_name(path[:-1])
