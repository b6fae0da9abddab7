"""What cover costs: the table of PP 44/2015, PP 49/2023 and PP 50/2025, month by month."""

import pytest

from jamsos_desktop.domain.contribution import (
    Contribution,
    Tariff,
    check_cover,
    find_overlap,
    monthly,
    total,
)
from jamsos_desktop.domain.dates import add_months
from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import explain, finding_text
from jamsos_desktop.services.reference import shipped

FULL = Contribution(10_000, 6_800)
HALF = Contribution(5_000, 3_400)
TARIFFS = shipped().tariffs


@pytest.mark.parametrize("sector", ["transportasi", "non_transportasi"])
@pytest.mark.parametrize("number", range(60))
def test_public_money_always_pays_16800(sector, number):
    month = add_months("2024-01", number)
    assert monthly(month, "pemerintah", sector, TARIFFS).total == 16_800


@pytest.mark.parametrize(
    ("month", "sector", "expected"),
    [
        ("2025-12", "transportasi", FULL),
        ("2026-01", "transportasi", HALF),
        ("2026-03", "transportasi", HALF),
        ("2026-12", "transportasi", HALF),
        ("2027-01", "transportasi", HALF),
        ("2027-03", "transportasi", HALF),
        ("2027-04", "transportasi", FULL),
        ("2025-12", "non_transportasi", FULL),
        ("2026-01", "non_transportasi", FULL),
        ("2026-03", "non_transportasi", FULL),
        ("2026-04", "non_transportasi", HALF),
        ("2026-12", "non_transportasi", HALF),
        ("2027-01", "non_transportasi", FULL),
    ],
)
def test_who_pays_alone_gets_the_discount_in_its_months_only(month, sector, expected):
    assert monthly(month, "mandiri", sector, TARIFFS) == expected
    assert expected.total in (16_800, 8_400)


def test_cover_across_the_end_of_the_discount_is_summed_month_by_month():
    cost = total("2026-11", 4, "mandiri", "non_transportasi", TARIFFS)
    assert [month for month, _ in cost.months] == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert cost.total == 2 * 8_400 + 2 * 16_800


def test_the_budget_of_mojokerto_is_whole_person_months():
    rate = monthly("2025-05", "pemerintah", "non_transportasi", TARIFFS).total
    assert divmod(1_210_003_200, rate) == (72_024, 0)


def test_the_two_tranches_of_mojokerto():
    first = total("2025-05", 8, "pemerintah", "non_transportasi", TARIFFS)
    second = total("2025-10", 3, "pemerintah", "non_transportasi", TARIFFS)
    assert first.months[-1][0] == second.months[-1][0] == "2025-12"
    assert 7_066 * len(first.months) + 5_086 * len(second.months) == 71_786
    assert 7_066 * first.total + 5_086 * second.total == 1_206_004_800


def test_a_month_without_a_tariff_is_said_and_not_guessed():
    with pytest.raises(UserError) as caught:
        total("2023-11", 3, "pemerintah", "transportasi", TARIFFS)
    assert caught.value.code == "tariff_missing"
    assert "2023-11" in str(explain(caught.value))
    (finding,) = check_cover("2023-11", 3, "pemerintah", "transportasi", TARIFFS)
    assert (finding.level, finding.field) == ("error", "coverage_start")
    assert "2023-11" in finding_text(finding)


def test_no_months_cost_nothing():
    assert total("2025-05", 0, "pemerintah", "transportasi", TARIFFS).total == 0


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2025-05", 8, []),
        ("2025-05", 12, []),
        ("2025-05", 13, ["coverage_months_invalid"]),
        ("2025-05", 0, ["coverage_months_invalid"]),
        ("2025-13", 3, ["coverage_start_invalid"]),
        ("", 0, ["coverage_start_invalid", "coverage_months_invalid"]),
    ],
)
def test_the_cover_that_was_typed_is_checked(start, months, expected):
    findings = check_cover(start, months, "pemerintah", "transportasi", TARIFFS)
    assert [finding.code for finding in findings] == expected
    assert all(finding_text(finding) for finding in findings)


def test_rows_that_overlap_are_found():
    def row(first: str, last: str = "", payer="mandiri") -> Tariff:
        return Tariff(
            payer=payer,
            sector="transportasi",
            first_month=first,
            last_month=last,
            jkk=1,
            jkm=1,
            source="",
        )

    assert find_overlap((row("2025-01", "2025-06"), row("2025-07"))) is None
    assert find_overlap((row("2025-01"), row("2025-07", payer="pemerintah"))) is None
    assert find_overlap((row("2025-01", "2025-07"), row("2025-07"))) is not None
    assert find_overlap((row("2025-07", "2025-08"), row("2025-01"))) is not None
