"""By what a candidate is known again: NIK, or else name, birth date and kelurahan."""

import datetime as dt

import pytest

from jamsos_desktop.domain.candidate_row import CandidateRow
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.services.candidate_match import Matcher, key_of
from tests.factories import NOW, empty_database, make_candidate


@pytest.fixture
def connection(tmp_path):
    database = empty_database(tmp_path)
    with database.reading() as made:
        yield made
    database.close()


def outcomes(connection, *people, seen=None):
    matcher = Matcher(connection, "programme", NOW, seen)
    rows = [(line, CandidateRow(person, ())) for line, person in enumerate(people, 2)]
    return [judged.outcome for judged in matcher.judge(rows)]


def test_a_name_is_the_same_however_it_is_written_but_not_on_another_day_or_place():
    one = make_candidate(name="Moh. Yusuf")
    assert key_of(one) == key_of(make_candidate(name="MUHAMMAD JUSUP"))
    assert key_of(one) != key_of(make_candidate(name="Moh. Yusuf", village=""))
    assert key_of(one) != key_of(make_candidate(name="Moh. Yusuf", birth_date=dt.date(1991, 1, 1)))


def test_a_placeholder_is_no_nik(connection):
    same = {"nik": "9999999999999999", "village": ""}
    people = [make_candidate(name=name, **same) for name in ("Siti", "Budi", "Siti")]
    assert outcomes(connection, *people) == ["new", "new", "refused"]


def test_what_stood_in_an_earlier_batch_of_the_list_is_not_taken_twice(connection):
    seen = Matcher.nothing_seen()
    assert outcomes(connection, make_candidate(), seen=seen) == ["new"]
    assert outcomes(connection, make_candidate(), seen=seen) == ["refused"]
    assert outcomes(connection, make_candidate(nik=""), seen=seen) == ["refused"]
    assert outcomes(connection, make_candidate(1, name="Siti Aminah 0"), seen=seen) == ["new"]


def test_a_refused_row_hides_nobody_below_it(connection):
    wrong = Finding(level="error", code="name_empty", field="name")
    rows = [(2, CandidateRow(make_candidate(), (wrong,))), (3, CandidateRow(make_candidate(), ()))]
    judged = Matcher(connection, "programme", NOW).judge(rows)
    assert [(one.outcome, one.new is None) for one in judged] == [("refused", True), ("new", False)]
