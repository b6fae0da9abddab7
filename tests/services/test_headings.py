"""Headings of lists, however they are written."""

import pytest

from jamsos_desktop.domain.candidate_row import COLUMN_FIELDS
from jamsos_desktop.domain.enrolment_form import FIELDS
from jamsos_desktop.services.headings import COLUMNS, field_of, key_of


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("NIK", "nik"),
        ("No. KTP", "nik"),
        ("NAMA LENGKAP *", "name"),
        ("Tgl. Lahir (dd-mm-yyyy)", "birth_date"),
        ("Tempat/Tanggal Lahir", "birth"),
        ("Tempat, Tgl Lahir", "birth"),
        ("Jenis Kelamin (L/P)", "sex"),
        ("L/P", "sex"),
        ("RT/RW", "rt_rw"),
        ("Kel./Desa", "village"),
        ("KECAMATAN", "district"),
        ("No. HP/WA", "phone"),
        ("No", ""),
        ("", ""),
    ],
)
def test_a_heading_says_what_the_column_is(heading, field):
    assert field_of(heading, COLUMN_FIELDS) == field


def test_every_heading_is_written_as_it_is_looked_up_and_leads_to_a_field():
    assert [key for key in COLUMNS if key_of(key) != key] == []
    assert set(COLUMNS.values()) <= {*FIELDS, *COLUMN_FIELDS}
