"""OpenSID #3417 and #3082: an empty NIK, or '0', matched everybody as a duplicate."""

import pytest

from jamsos_desktop.services.enrol import check_form
from jamsos_desktop.services.enrol_list import enrol_list
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.factories import Chain, event_of, make_form, make_participant, station_desk

BLANK = ["", "0", "-", "0000000000000000", "1111111111111111", "1234567890123456"]


@pytest.fixture
def station(tmp_path):
    desk = station_desk(tmp_path)
    yield desk
    desk.close()


@pytest.mark.parametrize("nik", BLANK)
def test_44_a_blank_or_placeholder_nik_matches_nobody(station, nik):
    chain = Chain("old data")
    for number in range(3):
        chain.add(f"r{number}", make_participant(number=f"N-{number}", nik=nik))
    with station.database.writing() as connection:
        journal.insert(connection, chain.entries)
    rules = rules_of(station, event_of(station))
    codes = {finding.code for finding in check_form(station, make_form(nik=nik), rules).findings}
    assert "nik_already_enrolled" not in codes


def test_44_in_a_list_placeholders_do_not_match_each_other_either(station, tmp_path):
    """1111111111111111 passes every rule of form; it is warned about, and is nobody's number."""
    rows = [
        f"1111111111111111,Orang {n},11-11-2001,L,35.76.03.1001,1,2,petani" for n in ("Satu", "Dua")
    ]
    heading = "nik,nama,tanggal_lahir,jk,kelurahan,rt,rw,pekerjaan"
    path = tmp_path / "daftar.csv"
    path.write_text("\n".join([heading, *rows]))
    report = enrol_list(station, path, rules_of(station, event_of(station)))
    codes = {finding.code for row in report.rows for finding in row.findings}
    assert not codes & {"nik_twice_in_list", "nik_already_enrolled"}
