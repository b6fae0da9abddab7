"""``nik`` and ``region``: no installation, no password."""

import pytest

from tests.journeys.terminal import program

NIK_OF_A_WOMAN = "3576024208909001"


@pytest.fixture
def terminal(monkeypatch, capsys):
    """These commands need no world."""
    from tests.journeys.terminal import Terminal

    return Terminal(None, monkeypatch, capsys)


def test_a_nik_is_read_as_json(terminal):
    said = terminal("nik", NIK_OF_A_WOMAN, "--json")

    assert said.code == 0
    (one,) = said.json
    assert one["nik"] == NIK_OF_A_WOMAN
    assert one["birth_date"] == "1990-08-02"
    assert one["sex"] == "P"
    assert one["region"]["province"] == "Jawa Timur"
    assert one["region"]["regency"] == "Kota Mojokerto"
    assert one["region"]["district"] == "Magersari"
    assert one["findings"] == []


def test_a_nik_is_read_for_people(terminal):
    said = terminal("nik", "3576 0242 0890 9001")

    assert said.code == 0
    assert NIK_OF_A_WOMAN in said.out
    assert "perempuan" in said.out
    assert "Kota Mojokerto" in said.out


def test_each_finding_has_level_code_and_message_and_an_error_is_a_refusal(terminal):
    said = terminal("nik", NIK_OF_A_WOMAN, "3576027208909001", "--json")

    assert said.code == 3
    good, bad = said.json
    assert good["findings"] == []
    (finding,) = bad["findings"]
    assert finding["level"] == "error"
    assert finding["code"] == "nik_day"
    assert "72" in finding["message"]
    assert bad["birth_date"] is None


def test_a_nik_that_may_be_of_two_centuries_has_both_dates(terminal):
    (one,) = terminal("nik", "3576020208209001", "--json").json

    assert one["birth_dates"] == ["1920-08-02", "2020-08-02"]


def test_regions_are_found_by_name_and_by_code(terminal):
    by_name = terminal("region", "gunung gedangan", "--json")
    by_code = terminal("region", "35.76", "--json")

    assert (by_name.code, by_code.code) == (0, 0)
    (village,) = by_name.json
    assert village["level"] == "kelurahan"
    assert village["code"].startswith("35.76.02.")
    assert village["full_name"].endswith("Kota Mojokerto")
    assert by_code.json[0]["full_name"] == "Kota Mojokerto"


def test_all_of_indonesia_is_there(terminal):
    counts = terminal("region", "--count", "--json").json

    assert counts["provinsi"] == 38
    assert counts["kabupaten"] + counts["kota"] == 514
    assert counts["kelurahan"] + counts["desa"] + counts["desa_adat"] > 83_000


def test_a_region_that_does_not_exist_is_refused_in_words(terminal):
    said = terminal("region", "atlantis")

    assert said.code == 3
    assert "atlantis" in said.out


def test_the_commands_work_as_a_program():
    assert program("nik", NIK_OF_A_WOMAN).code == 0
    assert program("nik", "123").code == 3
    assert program("nik").code == 2
