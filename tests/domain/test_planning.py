"""What the office types when it plans."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.planning import (
    EventForm,
    ProgrammeForm,
    form_of_event,
    form_of_programme,
    parse_event_date,
    read_event,
    read_programme,
)

PROGRAMME = ProgrammeForm(name="  Pekerja  rentan ", fund="DBHCHT", coverage_start="2026-11")
BOOKS = ("standar", "surabaya")
EVENT = EventForm(
    name="Jamsos Kranggan", place="Balai RW", date="12/11/26", programme_id="p1", region="35.76"
)


def codes(findings):
    return {(finding.field, finding.code) for finding in findings}


def changed(form, **fields):
    return type(form)(**{name: getattr(form, name) for name in form.__struct_fields__} | fields)


def read(form):
    return read_event(form, {"p1"}, lambda code: code == "35.76")


@pytest.mark.parametrize("kind", ["kegiatan", "kunjungan"])
def test_an_event_says_whether_people_come_or_are_visited(kind):
    event, _findings = read(changed(EVENT, kind=kind))
    assert event.kind == kind
    assert form_of_event(event).kind == kind


def test_a_programme_is_read():
    programme, findings = read_programme(PROGRAMME, BOOKS)
    assert findings == []
    assert programme.name == "Pekerja rentan"
    assert (programme.coverage_months, programme.rules) == (3, "standar")


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("name", "  ", "required"),
        ("coverage_start", "", "required"),
        ("coverage_start", "November", "coverage_start_invalid"),
        ("coverage_months", "0", "coverage_months_invalid"),
        ("coverage_months", "13", "coverage_months_invalid"),
        ("coverage_months", "tiga", "coverage_months_invalid"),
        ("rules", "", "rules_unknown"),
        ("rules", "../rahasia", "rules_unknown"),
    ],
)
def test_what_is_wrong_with_a_programme_is_said_at_its_field(field, typed, code):
    programme, findings = read_programme(changed(PROGRAMME, **{field: typed}), BOOKS)
    assert programme is None
    assert codes(findings) == {(field, code)}


def test_an_event_is_read():
    event, findings = read(changed(EVENT, target="1.200"))
    assert findings == []
    assert event.date == dt.date(2026, 11, 12)
    assert event.target == 1200


def test_the_target_may_be_left_open():
    assert read(EVENT)[0].target == 0


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("name", "", "required"),
        ("place", " ", "required"),
        ("date", "", "required"),
        ("date", "31-02-2026", "event_date_unreadable"),
        ("programme_id", "", "required"),
        ("programme_id", "yang lain", "event_programme_unknown"),
        ("region", "", "required"),
        ("region", "Mojo", "event_region_unknown"),
        ("target", "banyak", "event_target_format"),
        ("target", "12345678", "event_target_format"),
    ],
)
def test_what_is_wrong_with_an_event_is_said_at_its_field(field, typed, code):
    event, findings = read(changed(EVENT, **{field: typed}))
    assert event is None
    assert codes(findings) == {(field, code)}


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_a_date_is_read_however_it_is_written(day):
    for form in ("%d%m%Y", "%d-%m-%Y", "%d/%m/%y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d", "%d%m%y"):
        assert parse_event_date(day.strftime(form)) == day
    assert parse_event_date(f"{day.day}-{day.month}-{day.year}") == day


@given(st.text(max_size=12))
def test_any_text_gives_a_date_or_nothing(text):
    assert parse_event_date(text) is None or isinstance(parse_event_date(text), dt.date)


def test_forms_give_the_same_plan_again():
    full = changed(PROGRAMME, legal_basis=" Perwal  1/2026", retention="sampai 2030", branch="Mjk")
    programme, _findings = read_programme(full, BOOKS)
    assert (programme.legal_basis, programme.retention) == ("Perwal 1/2026", "sampai 2030")
    assert read_programme(form_of_programme(programme), BOOKS)[0] == programme
    for target in ("", "60"):
        event, _findings = read(changed(EVENT, target=target))
        assert form_of_event(event).target == target
        assert read(form_of_event(event))[0] == event
