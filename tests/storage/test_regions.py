"""The regions that are shipped, and finding them as somebody types."""

import datetime as dt
import lzma
import statistics
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.nik import check_nik, decode
from jamsos_desktop.domain.region import full_name, is_within
from jamsos_desktop.errors import UserError
from jamsos_desktop.paths import resource
from jamsos_desktop.storage.region_index import fold
from jamsos_desktop.storage.regions import load_regions

TODAY = dt.date(2026, 11, 12)


@pytest.fixture(scope="module")
def regions():
    return load_regions()


def codes(found):
    return [region.code for region in found]


def test_all_of_indonesia_is_there(regions):
    assert regions.counts() == {
        "provinsi": 38,
        "kabupaten": 416,
        "kota": 98,
        "kecamatan": 7_285,
        "kelurahan": 8_496,
        "desa": 75_252,
        "desa_adat": 14,
    }
    assert sum(regions.counts().values()) == 91_599


@pytest.mark.parametrize(
    ("city", "name", "districts", "villages"),
    [
        ("35.78", "Kota Surabaya", 31, 153),
        ("35.76", "Kota Mojokerto", 3, 18),
        ("35.75", "Kota Pasuruan", 4, 34),
        ("33.75", "Kota Pekalongan", 4, 27),
    ],
)
def test_the_cities_are_complete(regions, city, name, districts, villages):
    assert regions.get(city).name == name
    assert len(regions.children(city)) == districts
    found = [village for area in regions.children(city) for village in regions.children(area.code)]
    assert len(found) == villages
    assert {village.level for village in found} == {"kelurahan"}


def test_the_notice_names_the_edition(regions):
    notice = resource("regions/NOTICE.md").read_text(encoding="utf-8")
    assert all(decree in notice for decree in regions.edition.split(", "))


def test_a_code_leads_to_its_region_with_and_without_dots(regions):
    assert regions.get("35.76.03.1001") == regions.get("3576031001")
    path = regions.path("35.76.03.1001")
    assert full_name(path) == "Kel. Kranggan, Kec. Kranggan, Kota Mojokerto"
    assert path[0].name == "Jawa Timur"


def test_unknown_codes_lead_nowhere(regions):
    for code in ("", "99", "35.76.99", "35.76.03.1999", "357", "x"):
        assert regions.get(code) is None
        assert regions.path(code) == []
    assert regions.children("99") == []
    assert regions.children("35.76.03.1001") == []


def test_the_provinces_are_inside_nothing(regions):
    provinces = regions.children("")
    assert len(provinces) == 38
    assert (provinces[0].code, provinces[-1].name) == ("11", "Papua Barat Daya")


def test_names_are_shown_as_the_ministry_writes_them(regions):
    assert regions.get("35.78.18.1004").name == "Lidah kulon"
    assert regions.get("35.75.03.1003").name == "Tapa'an"
    assert regions.get("53.07.17.2010").name == "Bu Nuapu’u"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("lidah kulon", "35.78.18.1004"),
        ("LIDAH KULON", "35.78.18.1004"),
        ("lidahkulon", "35.78.18.1004"),
        ("bu nuapuu", "53.07.17.2010"),
        ("bu nuapu'u", "53.07.17.2010"),
        ("dr soetomo", "35.78.05.1002"),
        ("Dr. Soetomo", "35.78.05.1002"),
        ("soetomo tegalsari", "35.78.05.1002"),
        ("kranggan mojokerto", "35.76.03.1001"),
        ("mojokerto kranggan", "35.76.03.1001"),
        ("Kel. Kranggan, Kec. Kranggan, Kota Mojokerto", "35.76.03.1001"),
        ("kec kranggan mojokerto", "35.76.03"),
        ("kota mojokerto", "35.76"),
        ("kab mojokerto", "35.16"),
        ("jawa timur", "35"),
        ("35.76", "35.76"),
        ("3576", "35.76"),
        ("3576 03 1001", "35.76.03.1001"),
        ("jakarta barat", "31.73"),
    ],
)
def test_what_is_typed_finds_the_region_first(regions, typed, code):
    assert codes(regions.find(typed))[0] == code


@pytest.mark.parametrize("typed", ["tapa'an", "Tapa’an", "tapaan", "TAPA AN"])
def test_an_apostrophe_does_not_matter(regions, typed):
    assert "35.75.03.1003" in codes(regions.find(typed))


def test_whole_names_before_beginnings_before_parts_villages_first(regions):
    found = regions.find("miji", within="35")
    ranks = [(fold(r.name) != "miji", not fold(r.name).startswith("miji")) for r in found]
    assert ranks == sorted(ranks)
    assert codes(regions.find("kranggan", within="35.76")) == ["35.76.03.1001", "35.76.03"]
    assert codes(regions.find("rangga", within="35.76")) == ["35.76.03.1001", "35.76.03"]


def test_a_name_that_begins_with_the_word_for_its_level(regions):
    assert regions.find("desa baru")[0].name == "Desa Baru"


def test_both_kelurahan_of_one_name_in_one_city(regions):
    found = codes(regions.find("wonorejo surabaya"))
    assert {"35.78.03.1005", "35.78.05.1005"} <= set(found)


def test_within_keeps_to_the_area(regions):
    found = regions.find("k", within="35.76", limit=100)
    assert found
    assert all(is_within(region.code, "35.76") for region in found)
    assert codes(regions.find("kranggan", within="33.75")) == []
    assert codes(regions.find("3576", within="35.76.03"))[0] == "35.76.03"
    assert regions.find("3578", within="35.76") == []


def test_without_text_an_area_gives_its_villages(regions):
    assert [region.name for region in regions.find("", within="35.76.03")] == [
        *("Kranggan", "Miji", "Meri", "Jagalan", "Sentanan", "Purwotengah")
    ]
    assert regions.find("") == []


def test_no_more_than_wanted_and_none_twice(regions):
    assert len(regions.find("a", limit=7)) == 7
    found = codes(regions.find("sukamaju", limit=500))
    assert len(found) == len(set(found)) > 20
    assert regions.find("tidak ada nama begini") == []


@settings(deadline=None)
@given(st.text(max_size=12) | st.sampled_from(["kota", "a b", "3576x", "٣٥", "kel kel", "\n", "’"]))
def test_any_text_may_be_typed(text):
    assert len(load_regions().find(text, limit=3)) <= 3
    assert load_regions().old_name(text) is None or text.isdigit()


@settings(deadline=None)
@given(st.data())
def test_every_village_is_found_by_its_name_and_district(regions, data):
    province = data.draw(st.sampled_from(regions.children("")))
    village = data.draw(st.sampled_from(regions.find("", within=province.code, limit=9_000)))
    path = regions.path(village.code)
    typed = f"{village.name} {path[2].name} {path[1].name}"
    assert village in regions.find(typed, limit=20)


def test_former_codes_are_known_by_their_names(regions):
    assert regions.old_name("9101") == "Kabupaten Merauke (93.01)"
    assert regions.old_name("910101") == "Kec. Merauke, Kabupaten Merauke (93.01)"
    assert regions.old_name("9271") == "Kota Sorong (96.71)"
    assert regions.old_name("3576") is None
    assert regions.old_name("") is None


def test_a_nik_is_read_with_the_real_regions(regions):
    reading = decode("3578021708900001", regions, TODAY)
    assert (reading.province, reading.regency) == ("Jawa Timur", "Kota Surabaya")
    assert reading.district == "Wonocolo"

    def findings(nik):
        found = check_nik(nik, birth_date=None, sex=None, village="", known=regions, today=TODAY)
        return [(finding.level, finding.code) for finding in found]

    assert findings("6571011708900001") == []
    assert findings("9101011708900001") == [("warning", "nik_prefix_old")]
    assert findings("9101991708900001") == [("warning", "nik_prefix_old")]
    assert findings("3578991708900001") == [("warning", "nik_prefix_unknown")]
    assert findings("9978021708900001") == [("error", "nik_province_unknown")]


def test_searching_takes_no_noticeable_time(regions):
    typed = ["k", "kr", "kran", "kranggan", "kranggan mojokerto", "tapaan", "wonorejo", "jawa t"]
    times = []
    for text in typed * 3:
        start = time.perf_counter()
        regions.find(text)
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.05  # ten times what a quiet machine needs


@pytest.mark.parametrize(
    "raw", [b"", b"no xz", lzma.compress(b"format\t2\n\n"), lzma.compress(b"\xff")]
)
def test_a_damaged_file_is_refused_in_words(tmp_path, raw):
    file = tmp_path / "wilayah.txt.xz"
    file.write_bytes(raw)
    with pytest.raises(UserError, match="reference_invalid"):
        load_regions(file)


def test_a_missing_or_shortened_file_is_refused(tmp_path):
    with pytest.raises(UserError, match="reference_invalid"):
        load_regions(tmp_path / "nowhere")
    whole = lzma.decompress(resource("regions/wilayah.txt.xz").read_bytes())
    file = tmp_path / "wilayah.txt.xz"
    file.write_bytes(lzma.compress(whole.replace(b"\nKranggan\n", b"\n", 1), preset=0))
    with pytest.raises(UserError, match="reference_invalid"):
        load_regions(file)
