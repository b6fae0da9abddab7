"""What the form says in words."""

import datetime as dt

import pytest

from jamsos_desktop.domain import consent
from jamsos_desktop.domain.enrolment import check
from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.gui.enrolment import wording
from tests.gui.enrolment.people import SITI_NIK, rules


def read(nik):
    return wording.reading_words(check(EnrolmentForm(nik=nik), rules()).reading)


def test_every_field_of_the_form_has_its_place_and_label():
    assert set(wording.ORDER) == {*FIELDS, *consent.FIELDS}


@pytest.mark.parametrize(
    ("nik", "said"),
    [
        ("", ""),
        ("35", "Menurut NIK: pertama dicatat di Jawa Timur"),
        ("3576", "Menurut NIK: pertama dicatat di Kota Mojokerto"),
        (
            "3576035708",
            "Menurut NIK: perempuan, pertama dicatat di Kec. Kranggan, Kota Mojokerto",
        ),
        (
            SITI_NIK,
            "Menurut NIK: lahir 17-08-1990, perempuan, "
            "pertama dicatat di Kec. Kranggan, Kota Mojokerto",
        ),
        (
            "3576031708209001",
            "Menurut NIK: lahir 17-08-1920 atau 17-08-2020, laki-laki, "
            "pertama dicatat di Kec. Kranggan, Kota Mojokerto",
        ),
    ],
)
def test_the_nik_is_told_as_far_as_it_is_typed(nik, said):
    assert read(nik) == said


def test_only_what_is_empty_gets_a_proposal_and_never_one_of_two_dates():
    checked = check(EnrolmentForm(nik=SITI_NIK), rules())
    assert wording.proposals(checked, birth_date="", sex="") == {
        "birth_date": "17-08-1990",
        "sex": "P",
    }
    assert wording.proposals(checked, birth_date="1", sex="L") == {}
    two = check(EnrolmentForm(nik="3576031708209001"), rules())
    assert wording.proposals(two, birth_date="", sex="L") == {}


def test_cover_is_told_with_age_and_cost():
    form = EnrolmentForm(birth_date="17-08-1990", coverage_start="2025-12", coverage_months="3")
    cover = wording.cover_words(check(form, rules()), rules(), "2025-12")
    assert cover == (
        "Pekerja rentan (dibayar pemerintah)",
        "35 tahun pada 1 Desember 2025",
        "JKK Rp10.000 + JKM Rp6.800 = Rp16.800",
        "Rp50.400 untuk 3 bulan",
    )


def test_an_amount_that_changes_is_told_with_its_months():
    own = rules(payer="mandiri")
    form = EnrolmentForm(occupation="tukang_ojek", coverage_start="2025-12", coverage_months="3")
    cover = wording.cover_words(check(form, own), own, "2025-12")
    assert cover.monthly == (
        "Desember 2025: JKK Rp10.000 + JKM Rp6.800 = Rp16.800\n"
        "Januari 2026–Februari 2026: JKK Rp5.000 + JKM Rp3.400 = Rp8.400"
    )
    assert cover.total == "Rp33.600 untuk 3 bulan"


def test_what_is_missing_is_said_instead_of_a_cost():
    cover = wording.cover_words(check(EnrolmentForm(), rules()), rules(), "")
    assert cover.age.startswith("Isi tanggal lahir")
    assert cover.monthly.startswith("Isi bulan mulai")
    assert cover.total == ""


def test_fields_in_the_way_are_counted_once_and_three_are_named():
    standing = [Finding(level="error", code="x", field=name) for name in ("rt", "nik", "nik")]
    assert wording.standing_words(standing) == "2 isian perlu dibetulkan dulu: NIK, RT."
    more = [Finding(level="error", code="x", field=name) for name in wording.ORDER[:5]]
    assert wording.standing_words(more).endswith("Tanggal lahir, dan 2 lagi.")


def test_months_begin_with_the_programme_or_this_month():
    assert wording.months_to_choose(rules())[:2] == ["2025-11", "2025-12"]
    assert wording.month_words("2025-11") == "November 2025"
    assert wording.month_words("nov") == "nov"


def test_an_event_and_its_count_fit_on_a_line():
    assert wording.event_words("Pasar", dt.date(2025, 11, 12)) == "Pasar · 12-11-2025"
    assert wording.count_words(3, 0) == "Terdaftar 3"
    assert wording.count_words(3, 60) == "Terdaftar 3 dari 60"
