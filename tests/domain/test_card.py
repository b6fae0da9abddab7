"""What the card says, and what it must never say."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain import card as says
from jamsos_desktop.domain.card import CardContent, coverage_text, make_card
from jamsos_desktop.domain.records import CommunityEvent, Participant, Programme

EVENT = CommunityEvent(
    name="Sosialisasi DBHCHT",
    place="Pendopo",
    date=dt.date(2025, 11, 12),
    programme_id="p1",
    region="35.76",
)
PERSON = Participant(
    number="MJK1-000001-7",
    event_id="e1",
    programme_id="p1",
    name="Siti Aminah",
    nik="3576015708900001",
    rt="003",
    rw="002",
    coverage_start="2025-11",
    coverage_months=3,
)


def card_of(person: Participant, programme: Programme | None = None) -> CardContent:
    return make_card(
        person,
        EVENT,
        programme or Programme(name="Pekerja rentan", fund="DBHCHT"),
        masked_nik="3576••••••••0001",
        village="Prajuritkulon",
        occupation="Pedagang keliling",
        officer="Dewi Lestari",
        practice=False,
    )


def test_a_card_says_who_what_when_and_by_whom() -> None:
    card = card_of(PERSON)
    assert card.name == "Siti Aminah"
    assert card.address == "Prajuritkulon RT 003 RW 002"
    assert card.programme == "JKK + JKM, iuran dari DBHCHT"
    assert card.coverage == "Nov 2025 – Jan 2026 (3 bulan)"
    assert card.event == "12-11-2025, Sosialisasi DBHCHT"
    assert card.officer == "Dewi Lestari"


def test_the_payer_is_named_without_a_fund_too() -> None:
    assert card_of(PERSON, Programme(name="x")).programme == "JKK + JKM, iuran pemerintah"
    alone = msgspec.structs.replace(PERSON, payer="mandiri")
    assert card_of(alone).programme == "JKK + JKM, iuran sendiri"


def test_the_card_is_no_official_card() -> None:
    assert says.NOT_OFFICIAL == "BUKAN KARTU RESMI BPJS KETENAGAKERJAAN"
    assert "SIMBOLIS" in says.TITLE
    assert "setelah data divalidasi dan iuran dibayar" in says.NO_KPJ_YET


def test_an_open_nik_never_gets_on_a_card() -> None:
    with pytest.raises(ValueError, match="11 digits"):
        make_card(
            PERSON,
            EVENT,
            Programme(name="x"),
            masked_nik=PERSON.nik,
            village="",
            occupation="",
            officer="",
            practice=False,
        )


def test_a_telephone_number_in_a_free_text_is_hidden() -> None:
    event = msgspec.structs.replace(EVENT, name="Kegiatan WA 081234567890")
    card = make_card(
        PERSON,
        event,
        Programme(name="x"),
        masked_nik="",
        village="",
        occupation="ojek 3576 0157 0890.0001 pasar",
        officer="",
        practice=False,
    )
    assert card.event == "12-11-2025, Kegiatan WA ••••••••"
    assert card.occupation == "ojek •••••••• pasar"


@pytest.mark.parametrize(
    ("start", "months", "text"),
    [
        ("2025-11", 3, "Nov 2025 – Jan 2026 (3 bulan)"),
        ("2025-12", 1, "Des 2025 (1 bulan)"),
        ("2026-01", 12, "Jan 2026 – Des 2026 (12 bulan)"),
        ("", 3, ""),
        ("2026-01", 0, ""),
    ],
)
def test_planned_months(start: str, months: int, text: str) -> None:
    assert coverage_text(start, months) == text


@given(st.integers(2000, 2100), st.integers(1, 12), st.integers(2, 60))
def test_the_last_month_is_counted_from_the_first(year: int, month: int, months: int) -> None:
    last_year, last_month = divmod(year * 12 + month - 1 + months - 1, 12)
    names = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
    text = coverage_text(f"{year}-{month:02d}", months)
    assert text == f"{names[month - 1]} {year} – {names[last_month]} {last_year} ({months} bulan)"
