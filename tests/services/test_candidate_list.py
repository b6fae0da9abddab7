"""Taking a list of candidates in: columns, checks, duplicates, and the same list once more."""

import datetime as dt

import pytest
import xlsxwriter

from jamsos_desktop.domain.records import CommunityEvent, Programme
from jamsos_desktop.services import plan
from jamsos_desktop.services.candidate_list import (
    Source,
    check_list,
    import_list,
    look_into,
)
from jamsos_desktop.services.candidate_places import list_rules, region_of_programme
from jamsos_desktop.services.candidates import (
    choose_for_ceremony,
    find_candidates,
)
from jamsos_desktop.services.keep_journal import state_hash, verify_journal
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.candidates import Filter
from tests.factories import enrol_one, event_of, read_candidate

HEADINGS = ("NIK", "Nama Lengkap", "Tgl Lahir", "L/P", "Kelurahan", "RT/RW", "Pekerjaan")
SITI = ("3576035708900001", "Siti Aminah", dt.date(1990, 8, 17), "P", "Kranggan", "1/2", "Pemulung")
BUDI = ("3576031708850002", "Budi Santoso", "17-08-1985", "L", "Kranggan", "001/002", "Ojek wisata")
TINI = ("", "Tini Suhartini", "17-08-1970", "P", "Kranggan", "001/003", "")


@pytest.fixture
def programme_id(office):
    return dict(plan.events(office))[event_of(office)].programme_id


@pytest.fixture
def write(tmp_path):
    """Write rows into a workbook and say where it is."""

    def make(*rows, name="calon.xlsx", headings=HEADINGS, title=()):
        path = tmp_path / name
        book = xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"})
        sheet = book.add_worksheet("Daftar")
        for line, row in enumerate((*title, headings, *rows)):
            for column, value in enumerate(row):
                sheet.write(line, column, value)
        book.close()
        return path

    return make


def source(office, programme_id, path, **changes):
    look = look_into(office, path)
    made = Source(path, look.sheet, look.line, look.headings, look.fields, programme_id, "35.76")
    return made._replace(**changes)


@pytest.fixture
def take(office, programme_id):
    """Take a file in as it is proposed."""

    def work(path, **changes):
        return import_list(office, source(office, programme_id, path, **changes))

    return work


def listed(office):
    return find_candidates(office, Filter(), limit=-1)


def codes(report):
    return [(one.line, tuple(finding.code for finding in one.findings)) for one in report.lines]


def test_a_list_is_looked_into_before_anything_happens(office, write):
    path = write(SITI, BUDI, title=(("DAFTAR CALON PESERTA",), ()))
    look = look_into(office, path)
    assert (look.sheets, look.sheet, look.line, look.rows) == (("Daftar",), "Daftar", 3, 2)
    assert look.headings == HEADINGS
    assert look.fields == ("nik", "name", "birth_date", "sex", "village", "rt_rw", "occupation")
    assert look.samples[0][2] == "17-08-1990"
    assert (look.remembered_at, look.before) == ("", None)


def test_a_sheet_without_a_list_is_said_to_have_none(office, write, refused):
    refused("list_empty", look_into, office, write(headings=()))


def test_good_rows_become_candidates_with_everything_that_they_say(office, write, take):
    report = take(write(SITI, BUDI, TINI))
    assert report.counts == {"new": 3, "changed": 0, "same": 0, "refused": 0}
    assert codes(report) == [(4, ("candidate_without_nik",))]
    budi = next(one for one in listed(office) if one.name == "Budi Santoso")
    body = read_candidate(office, budi.record_id)
    assert (body.nik, body.birth_date, body.sex) == (BUDI[0], dt.date(1985, 8, 17), "L")
    assert (body.village, body.rt, body.rw) == ("35.76.03.1001", "001", "002")
    assert (body.occupation, body.occupation_text) == ("lainnya", "Ojek wisata")
    assert verify_journal(office).good


def test_checking_says_the_same_and_writes_nothing(office, write, programme_id, take):
    path = write(SITI, BUDI, ("1", *TINI[1:]), SITI)
    before = state_hash(office)
    checked = check_list(office, source(office, programme_id, path))
    assert state_hash(office) == before
    assert listed(office) == []
    done = take(path)
    assert (checked.counts, checked.lines) == (done.counts, done.lines)
    assert checked.rows == 4


def test_the_same_list_once_more_changes_nothing(office, write, take):
    path = write(SITI, BUDI, TINI)
    take(path)
    before, entries = state_hash(office), count_entries(office)
    again = take(path)
    assert again.counts == {"new": 0, "changed": 0, "same": 3, "refused": 0}
    assert (state_hash(office), count_entries(office)) == (before, entries)


def count_entries(office):
    with office.database.reading() as connection:
        return journal.count(connection)


def test_the_file_says_when_it_was_taken_in_and_by_whom(office, write, take):
    path = write(SITI)
    take(path)
    look = look_into(office, path)
    assert look.before is not None
    assert look.before.officer_id == office.officer_id
    assert look.remembered_at == look.before.at
    assert look_into(office, write(BUDI, name="lain.xlsx")).before is None


def test_only_what_changed_is_written_and_an_empty_cell_takes_nothing_away(office, write, take):
    take(write(SITI, BUDI, TINI))
    siti = next(one for one in listed(office) if one.name == "Siti Aminah")
    choose_for_ceremony(office, siti.record_id, True)
    empty = (SITI[0], "Siti Aminah", "", "", "Kranggan", "5/2", "")
    report = take(write(empty, BUDI, TINI, name="baru.xlsx"))
    assert report.counts == {"new": 0, "changed": 1, "same": 2, "refused": 0}
    assert [one.changes for one in report.lines if one.outcome == "changed"] == [("rt",)]
    body = read_candidate(office, siti.record_id)
    assert (body.rt, body.birth_date, body.occupation) == ("005", SITI[2], "pemulung")
    assert body.ceremony
    assert len(listed(office)) == 3


def test_somebody_without_a_nik_gets_it_with_the_next_list(office, write, take):
    take(write(TINI))
    report = take(write(("3576035708700003", *TINI[1:]), name="baru.xlsx"))
    assert report.counts["changed"] == 1
    (tini,) = listed(office)
    assert tini.masked_nik == "3576••••••••0003"
    # And the first list, which knows no NIK, still means the same person.
    assert take(write(TINI)).counts["same"] == 1


def test_who_stands_twice_is_taken_once_and_named_by_line(office, write, take):
    without = ("", *SITI[1:])
    report = take(write(SITI, SITI, without, TINI, TINI))
    assert report.counts == {"new": 2, "changed": 0, "same": 0, "refused": 3}
    refused = [one for one in report.lines if one.outcome == "refused"]
    assert [(one.line, one.findings[-1].code, one.findings[-1].values) for one in refused] == [
        (3, "nik_twice_in_list", {"line": "2"}),
        (4, "candidate_twice", {"line": "2"}),
        (6, "candidate_twice", {"line": "5"}),
    ]


def test_two_people_of_one_name_and_birthday_are_two_where_their_niks_differ(office, write, take):
    twin = ("3576035708900009", *SITI[1:])
    assert take(write(SITI, twin)).counts["new"] == 2
    assert take(write(twin, SITI, name="lagi.xlsx")).counts["same"] == 2
    report = take(write(("", *SITI[1:]), name="tanpa.xlsx"))
    assert codes(report) == [(2, ("candidate_without_nik", "candidate_several"))]


def test_a_nik_that_is_somebody_elses_overwrites_nobody(office, write, take):
    take(write(SITI))
    report = take(write((SITI[0], *BUDI[1:]), name="salah.xlsx"))
    assert report.counts["refused"] == 1
    assert "candidate_other_name" in codes(report)[0][1]
    assert [one.name for one in listed(office)] == ["Siti Aminah"]


def test_a_row_in_error_is_left_out_and_the_others_go_in(office, write, take):
    rounded = (3576035708900001, *SITI[1:])
    report = take(write(rounded, BUDI, ("", "", *SITI[2:])))
    assert report.counts == {"new": 1, "changed": 0, "same": 0, "refused": 2}
    assert codes(report)[0] == (2, ("nik_lost_digits",))
    assert codes(report)[1][0] == 4


def test_a_list_whose_niks_were_all_rounded_is_refused_as_a_whole(office, write, take, refused):
    rows = [(f"35760357089001{n}0", f"Orang {n}", *SITI[2:]) for n in range(1, 7)]
    refused("list_lost_digits", take, write(*rows))
    assert listed(office) == []


def test_who_is_registered_already_is_told(office, write, take):
    enrol_one(office, nik=SITI[0], name="Siti Aminah", birth_date="17-08-1990", sex="P")
    report = take(write(SITI))
    assert codes(report) == [(2, ("candidate_registered",))]
    (siti,) = listed(office)
    assert siti.registered


def test_the_columns_that_a_person_chose_are_remembered_for_these_headings(
    office, write, take, refused
):
    headings = ("Nomor", "Siapa", "Nama", "Nama")
    path = write((SITI[0], "Siti", "Sri", "Kranggan"), headings=headings)
    assert look_into(office, path).fields == ("", "", "name", "")
    refused("list_columns", take, path, fields=("nik", "name", "name", ""))
    refused("list_columns", take, path, fields=("nik", "", "mother_name", ""))
    take(path, fields=("nik", "name", "mother_name", ""))
    again = look_into(office, write(headings=headings, name="lain.xlsx"))
    assert again.fields == ("nik", "name", "mother_name", "")
    assert again.remembered_at
    assert look_into(office, write(SITI, name="biasa.xlsx")).remembered_at == ""


def test_what_is_no_longer_the_same_file_is_not_taken_in(office, write, programme_id, refused):
    chosen = source(office, programme_id, write(SITI))
    write(SITI, headings=HEADINGS[::-1])
    refused("list_changed", import_list, office, chosen)
    refused("list_changed", check_list, office, chosen._replace(line=99))
    refused("programme_unknown", check_list, office, chosen._replace(programme_id="?"))


def test_a_station_takes_no_list_in(station, office, write, programme_id, refused):
    refused("office_only", import_list, station, source(office, programme_id, write(SITI)))


def test_a_csv_is_a_list_as_well(office, tmp_path, take):
    path = tmp_path / "calon.csv"
    text = "nik;nama;ttl;alamat\n3576035708900001;Siti;Mojokerto, 17-08-1990;Jl. Mawar, No. 3\n"
    path.write_text(text, "cp1252")
    take(path)
    (siti,) = listed(office)
    body = read_candidate(office, siti.record_id)
    assert (body.birth_place, body.address) == ("Mojokerto", "Jl. Mawar, No. 3")


def many(count):
    return [(f"35760357089{n:05d}"[:16], f"Orang Ke{n}", *SITI[2:]) for n in range(10, 10 + count)]


def test_stopping_keeps_what_was_written_and_going_on_takes_in_the_rest(
    office, write, programme_id
):
    path = write(*many(1200))
    chosen = source(office, programme_id, path)
    stop = CancelToken()
    heard = []

    def report(done, total):
        heard.append((done, total))
        stop.cancel()

    stopped = import_list(office, chosen, report, stop)
    assert (stopped.stopped, stopped.counts["new"], heard) == (True, 500, [(500, 1200)])
    assert len(listed(office)) == 500
    rest = import_list(office, chosen)
    assert (rest.counts["same"], rest.counts["new"]) == (500, 700)


def test_a_kelurahan_is_looked_for_in_the_programmes_city(office, programme_id):
    other = plan.add_programme(office, Programme(name="Mandiri"))
    assert region_of_programme(office, programme_id) == "35.76"
    assert region_of_programme(office, other) == "35.76"
    day = office.clock().date()
    for region in ("35.78.02", "35.75.01.1001"):
        event = CommunityEvent(
            name="Acara", place="Balai", date=day, programme_id=other, region=region
        )
        plan.add_event(office, event)
    assert region_of_programme(office, other) == ""


def test_a_kelurahan_may_be_a_code_or_be_told_apart_by_its_kecamatan(office, programme_id):
    named = list_rules(office, programme_id, "35.16").villages_named
    assert named("35.76.03.1001", "") == named("3576031001", "") == ("35.76.03.1001",)
    several = named("Ds. Mojorejo", "")
    assert len(several) == 3
    (one,) = named("MOJO REJO", "Kec. Pungging")
    assert one in several
    assert named("Tidak Ada", "") == ()
