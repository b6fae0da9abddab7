"""What cover costs: JKK and JKM for each month, payer and sector, in whole rupiah.

The amounts are dated rows (``resources/tariffs.toml``). A month without a row has no amount; this
module never guesses one.
"""

import itertools

import msgspec

from jamsos_desktop.domain.dates import add_months, first_day
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.records import Payer, Sector
from jamsos_desktop.errors import UserError

#: A contribution is paid for at most a year ahead (periods of 1, 3, 6 or 12 months).
LONGEST_COVER = 12


class Tariff(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row: what a month costs from one month to another, both included."""

    payer: Payer
    sector: Sector
    first_month: str = msgspec.field(name="from")
    last_month: str = msgspec.field(name="to", default="")  # empty: until a newer row
    jkk: int  # rupiah
    jkm: int  # rupiah
    source: str

    def covers(self, month: str) -> bool:
        """Whether this row holds in a month (``YYYY-MM``)."""
        return self.first_month <= month and (not self.last_month or month <= self.last_month)


class Contribution(msgspec.Struct, frozen=True):
    """The contribution for one month, in whole rupiah."""

    jkk: int
    jkm: int

    @property
    def total(self) -> int:
        """Both programmes together."""
        return self.jkk + self.jkm


class CoverCost(msgspec.Struct, frozen=True):
    """The contributions of several months in a row."""

    months: tuple[tuple[str, Contribution], ...]

    @property
    def total(self) -> int:
        """The sum over all months, in whole rupiah."""
        return sum(contribution.total for _month, contribution in self.months)


def monthly(month: str, payer: Payer, sector: Sector, tariffs: tuple[Tariff, ...]) -> Contribution:
    """The contribution for one month. Raises ``UserError("tariff_missing")`` where no row holds."""
    for tariff in tariffs:
        if tariff.payer == payer and tariff.sector == sector and tariff.covers(month):
            return Contribution(tariff.jkk, tariff.jkm)
    raise UserError("tariff_missing", month=month)


def total(
    start_month: str, months: int, payer: Payer, sector: Sector, tariffs: tuple[Tariff, ...]
) -> CoverCost:
    """The contributions of ``months`` months from ``start_month`` on.

    Raises ``UserError("tariff_missing")`` as :func:`monthly` does, ValueError for no month.
    """
    covered = [add_months(start_month, number) for number in range(months)]
    return CoverCost(tuple((month, monthly(month, payer, sector, tariffs)) for month in covered))


def check_cover(
    start_month: str, months: int, payer: Payer, sector: Sector, tariffs: tuple[Tariff, ...]
) -> list[Finding]:
    """What stands in the way of computing a contribution; nothing when all is well."""
    findings = []
    if first_day(start_month) is None:
        findings.append(_error("coverage_start_invalid", "coverage_start"))
    if not 1 <= months <= LONGEST_COVER:
        values = {"longest": str(LONGEST_COVER)}
        findings.append(_error("coverage_months_invalid", "coverage_months", values))
    if findings:
        return findings
    try:
        total(start_month, months, payer, sector, tariffs)
    except UserError as error:
        values = {"month": str(error.values["month"])}
        return [_error(error.code, "coverage_start", values)]
    return []


def find_overlap(tariffs: tuple[Tariff, ...]) -> tuple[Tariff, Tariff] | None:
    """Two rows that both hold in some month for the same payer and sector, if there are any."""
    for index, one in enumerate(tariffs):
        for other in tariffs[index + 1 :]:
            same_people = (one.payer, one.sector) == (other.payer, other.sector)
            if same_people and (one.covers(other.first_month) or other.covers(one.first_month)):
                return one, other
    return None


def find_gap(tariffs: tuple[Tariff, ...]) -> tuple[Tariff, Tariff] | None:
    """Two rows of one payer and sector with months between them that no row has, if there are any.

    Rows do not overlap, and their months are months. Before the first and after the last row there
    is no amount: that is said where somebody asks for it.
    """
    rows = sorted(tariffs, key=lambda row: (row.payer, row.sector, row.first_month))
    for one, following in itertools.pairwise(rows):
        same_people = (one.payer, one.sector) == (following.payer, following.sector)
        then = add_months(one.last_month, 1) if one.last_month else following.first_month
        if same_people and then != following.first_month:
            return one, following
    return None


def _error(code: str, field: str, values: dict[str, str] | None = None) -> Finding:
    return Finding(level="error", code=code, field=field, values=values or {})
