"""The NIK as a cadre types it: what is proposed, what is questioned, what is refused."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.nik import (
    check_kk,
    check_nik,
    decode,
    group,
    is_placeholder,
    mask,
    normalise,
)
from jamsos_desktop.messages import finding_text

TODAY = dt.date(2026, 11, 12)
GOOD = "3578021708900001"


PLACES = {
    "35": "Jawa Timur",
    "3578": "Kota Surabaya",
    "357802": "Wonocolo",
    "357803": "Rungkut",
    "3576": "Kota Mojokerto",
    "357601": "Prajuritkulon",
    "65": "Kalimantan Utara",
    "6571": "Kota Tarakan",
    "657101": "Tarakan Barat",
    "91": "Papua",
    "11": "Aceh",
}


class SmallBook:
    """The few places that these tests need; 9101 was Merauke until 2022."""

    def province_name(self, prefix: str) -> str | None:
        return PLACES.get(prefix)

    regency_name = district_name = province_name

    def old_name(self, prefix: str) -> str | None:
        return "Kabupaten Merauke" if prefix == "9101" else None


BOOK = SmallBook()


def check(nik: str, birth_date=None, sex=None, village="", today=TODAY) -> list[Finding]:
    return check_nik(nik, birth_date=birth_date, sex=sex, village=village, known=BOOK, today=today)


def codes(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.level, finding.code) for finding in findings]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3578021708900001", []),
        ("3578025708900001", []),
        ("3578026902000001", []),
        ("3578022902010001", [("error", "nik_date")]),
        ("3578021708050001", []),
        ("3578021708900000", [("error", "nik_serial_zero")]),
        ("3578028108900001", [("error", "nik_day")]),
        ("3578023208900001", [("error", "nik_day")]),
        ("3578021713900001", [("error", "nik_month")]),
        ("6571011708900001", []),
        ("9101011708900001", [("warning", "nik_prefix_old")]),
        ("3578991708900001", [("warning", "nik_prefix_unknown")]),
        ("3576010101600001", []),
        ("357802170890001", [("error", "nik_length")]),
        ("3578 0217 0890 0001", []),
        ("3578.02.170890-0001", []),
        ("", [("error", "nik_empty")]),
        ("35780217o8900001", [("error", "nik_not_digits")]),
        ("٣٥٧٨٠٢١٧٠٨٩٠٠٠٠١", [("error", "nik_not_digits")]),
        ("9978021708900001", [("error", "nik_province_unknown")]),
        ("3578020008900001", [("error", "nik_day")]),
        ("3578024008900001", [("error", "nik_day")]),
        ("3578027208900001", [("error", "nik_day")]),
        ("3578021700900001", [("error", "nik_month")]),
        ("3578023104900001", [("error", "nik_date")]),
        ("1111111111111111", [("warning", "nik_pattern"), ("warning", "nik_prefix_unknown")]),
    ],
)
def test_a_typed_nik_gets_the_findings_of_its_digits(typed, expected):
    nik = normalise(typed)
    given = decode(nik, BOOK, TODAY)
    findings = check(nik, birth_date=given.birth_date, sex=given.sex)
    assert codes(findings) == expected
    assert all(finding.field == "nik" and finding_text(finding) for finding in findings)


def test_only_the_serial_0000_can_be_overridden():
    (finding,) = check("3578021708900000")
    assert finding.overridable
    (finding,) = check("3578022902010001")
    assert not finding.overridable


@pytest.mark.parametrize(
    ("nik", "sex", "birth_date"),
    [
        ("3578021708900001", "L", dt.date(1990, 8, 17)),
        ("3578025708900001", "P", dt.date(1990, 8, 17)),
        ("3578026902000001", "P", dt.date(2000, 2, 29)),
        ("3578021708050001", "L", dt.date(2005, 8, 17)),
        ("3576010101600001", "L", dt.date(1960, 1, 1)),
        ("3578021708110001", "L", dt.date(2011, 8, 17)),
        ("3578021708610001", "L", dt.date(1961, 8, 17)),
        ("3578021708120001", "L", None),
        ("3578022902010001", "L", None),
    ],
)
def test_birth_date_and_sex_are_proposed(nik, sex, birth_date):
    reading = decode(nik, BOOK, TODAY)
    assert (reading.sex, reading.birth_date) == (sex, birth_date)


def test_names_of_the_area_appear_while_typing():
    assert decode("35", BOOK, TODAY).province == "Jawa Timur"
    reading = decode("357802", BOOK, TODAY)
    assert (reading.regency, reading.district) == ("Kota Surabaya", "Wonocolo")
    assert reading.sex is None
    assert decode("910101", BOOK, TODAY).old_region == "Kabupaten Merauke"


def test_a_year_that_is_a_child_or_an_old_person_shows_both_readings():
    reading = decode("3578021708150001", BOOK, TODAY)
    assert reading.birth_dates == (dt.date(1915, 8, 17), dt.date(2015, 8, 17))
    (finding,) = check("3578021708150001")
    assert (finding.level, finding.code) == ("info", "nik_century")
    assert finding.values == {"old": "17-08-1915", "young": "17-08-2015"}
    assert check("3578021708150001", birth_date=dt.date(2015, 8, 17)) == []


def test_a_birth_date_to_come_is_no_reading():
    assert decode("3578021312260001", BOOK, TODAY).birth_dates == (dt.date(1926, 12, 13),)


def test_the_century_window_moves_with_the_clock():
    nik = "3578021708120001"
    assert decode(nik, BOOK, dt.date(2026, 12, 31)).birth_date is None
    assert decode(nik, BOOK, dt.date(2027, 1, 1)).birth_date == dt.date(2012, 8, 17)


def test_another_birth_date_is_a_warning_that_shows_both():
    (finding,) = check(GOOD, birth_date=dt.date(1990, 8, 18), sex="L")
    assert (finding.level, finding.code) == ("warning", "nik_birth_date_differs")
    assert "17-08-1990" in finding_text(finding)
    assert "18-08-1990" in finding_text(finding)


def test_the_other_century_is_no_different_date():
    assert check("3578021708050001", birth_date=dt.date(1905, 8, 17)) == []


def test_another_sex_is_a_warning():
    assert codes(check(GOOD, birth_date=dt.date(1990, 8, 17), sex="P")) == [
        ("warning", "nik_sex_differs")
    ]


def test_living_elsewhere_is_only_told():
    (finding,) = check(GOOD, village="35.78.03.1001")
    assert (finding.level, finding.code) == ("info", "nik_area_differs")
    assert finding.values == {
        "nik": "Kec. Wonocolo, Kota Surabaya",
        "typed": "Kec. Rungkut, Kota Surabaya",
    }
    assert check(GOOD, village="35.78.02.1001") == []


@pytest.mark.parametrize(
    ("nik", "placeholder"),
    [
        ("1111111111111111", True),
        ("1234567890123456", True),
        ("1212121212121212", True),
        ("3171234567890123", True),
        ("9876543210987654", True),
        (GOOD, False),
        ("3578020101123456", False),
        ("1111", False),
    ],
)
def test_hammered_keys_are_noticed(nik, placeholder):
    assert is_placeholder(nik) is placeholder


def test_the_nik_on_screen():
    assert mask(GOOD) == "3578••••••••0001"
    assert mask("35780217") == "••••••••"
    assert group(GOOD) == "3578 0217 0890 0001"
    assert group("35780") == "3578 0"


@pytest.mark.parametrize(
    ("kk", "expected"),
    [
        ("", []),
        ("3578021203150004", []),
        ("357802120315", ["kk_length"]),
        ("357802120315000x", ["kk_not_digits"]),
        (GOOD, ["kk_is_nik"]),
        ("3578025203150004", ["kk_date"]),
        ("3578023002150004", ["kk_date"]),
        ("3578991203150004", ["kk_prefix_unknown"]),
        ("9101011203150004", []),
    ],
)
def test_the_family_card_number_only_warns(kk, expected):
    findings = check_kk(kk, GOOD, BOOK, TODAY)
    assert [finding.code for finding in findings] == expected
    assert all(f.level == "warning" and f.field == "kk" and finding_text(f) for f in findings)


@given(st.text(max_size=20), st.text(alphabet="0123456789", max_size=18))
def test_nothing_that_is_typed_breaks_the_reading(text, digits):
    for typed in (text, digits):
        decode(normalise(typed), BOOK, TODAY)
        for finding in check(normalise(typed), TODAY, "L", village="35.78.02.1001"):
            assert finding_text(finding)
        check_kk(normalise(typed), GOOD, BOOK, TODAY)
        mask(typed)
        group(typed)


@given(
    st.dates(dt.date(1962, 1, 1), dt.date(2011, 12, 31)),
    st.sampled_from(["L", "P"]),
    st.integers(1, 9999),
)
def test_every_person_of_working_age_is_read_back(birth_date, sex, serial):
    day = birth_date.day + (40 if sex == "P" else 0)
    nik = f"357802{day:02d}{birth_date:%m%y}{serial:04d}"
    reading = decode(nik, BOOK, TODAY)
    assert (reading.birth_date, reading.sex) == (birth_date, sex)
    assert all(f.code == "nik_pattern" for f in check(nik, birth_date, sex))


@given(st.text(alphabet="0123456789 .-\t\u00a0", max_size=24))
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once
    assert once == "".join(char for char in text if char.isdigit())
