"""The values of a record in words."""

import datetime as dt

import pytest

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.records import Child, Duplicate
from jamsos_desktop.services.value_words import NOTHING, value_words

SAID = Duplicate(
    record_id="b", number="MJK1-2-B", decision="belum_yakin", reason="KTP-nya tertinggal", score=88
)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("nik", "3576015108900001", "3576 •••• •••• 0001"),
        ("nik", "3576••••••••0001", "3576 •••• •••• 0001"),
        ("kk", "3576010101100001", "3576 •••• •••• 0001"),
        ("birth_date", dt.date(1990, 8, 11), "11-08-1990"),
        ("birth_date", "1990-08-11", "11-08-1990"),
        ("sex", "P", "Perempuan"),
        ("payer", "mandiri", "Peserta sendiri"),
        ("village", "35.76.03.1001", "Kel. Kranggan, Kec. Kranggan, Kota Mojokerto"),
        ("phone", "081234567890", "0812-3456-7890"),
        ("income", 1500000, "Rp1.500.000"),
        ("coverage_start", "2026-12", "Des 2026"),
        ("coverage_months", 3, "3 bulan"),
        ("event_id", "abc", "Kegiatan latihan"),
        ("event_id", "other", NOTHING),
        ("children", (Child(name="Dian", birth_date=dt.date(2015, 2, 1)),), "Dian, 01-02-2015"),
        ("children", [{"name": "Dian", "birth_date": "2015-02-01"}], "Dian, 01-02-2015"),
        ("reasons", {"name_long": "Sesuai KTP"}, "Sesuai KTP"),
        (
            "duplicates",
            [{"record_id": "a", "number": "MJK1-1-A", "decision": "orang_lain", "score": 97}],
            "MJK1-1-A (97 %): orang lain",
        ),
        (
            "duplicates",
            (SAID,),
            "MJK1-2-B (88 %): belum yakin, kantor yang memutuskan, KTP-nya tertinggal",
        ),
        ("note", "", NOTHING),
        ("consent", None, "belum dicatat"),
        ("income", None, NOTHING),
        ("rules", "mojokerto-2025/2", "mojokerto-2025, versi 2"),
        ("contribution", 50400, "Rp50.400"),
        ("contribution", 0, NOTHING),
        ("occupation", "juru kunci", "juru kunci"),
    ],
)
def test_a_value_is_said_as_people_say_it(field, value, said):
    assert value_words(field, value, {"abc": "Kegiatan latihan"}) == said


def test_a_field_of_a_newer_version_is_called_by_its_own_name():
    assert label("blood_type") == "blood_type"
