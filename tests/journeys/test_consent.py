"""No way into the journal without a proper consent; and a refusal leaves nothing behind."""

import itertools

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jamsos_desktop.domain.consent import check_consent
from jamsos_desktop.domain.enrolment_form import form_of
from jamsos_desktop.domain.records import Consent
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import consent, enrol, find, pictures
from jamsos_desktop.services.enrol_list import enrol_list
from jamsos_desktop.services.event_day import look_at_today
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal, records
from tests.factories import event_of, make_participant, station_desk
from tests.journeys.lists import rows_of, write_list

STROKES = (((10.0, 20.0), (60.0, 90.0), (200.0, 40.0)),)
KNOWN = {"by": "petugas", "language": "id", "version": 1}
#: As a careless program or a hurried cadre could leave them; a few are proper.
consents = st.none() | st.builds(
    Consent,
    at=st.sampled_from(["2026-11-22T09:00:00+07:00", "2026-11-20", ""]),
    method=st.sampled_from(["tanda_tangan", "cap_jempol", "lisan", "kertas", ""]),
    witness=st.sampled_from(["", " ", "-", "Petugas dewi", "PETUGAS  DEWI", "Bu Tini"]),
    signature=st.sampled_from(["", "0" * 64]),
    **{name: st.just(value) for name, value in KNOWN.items()},
)


@pytest.fixture
def station(tmp_path):
    desk = station_desk(tmp_path)
    yield desk
    desk.close()


def everybody(desk):
    return [find.look_at(desk, one.record_id).body for one in find.find_participants(desk)]


def proper(desk, given_consent):
    return not check_consent(given_consent, desk.officer.name)


def old_record(desk, record_id, **changes):
    """Somebody from before consents were recorded, as an older program journalled them."""
    rules = rules_of(desk, event_of(desk))
    person = make_participant(
        event_id=rules.event_id, programme_id=rules.programme_id, correction="", **changes
    )
    with desk.database.writing() as connection:
        journal.append(connection, desk.author, desk.clock(), [journal.New(record_id, person)])
    return person


def test_no_form_complete_or_not_comes_in_without_a_consent(station):
    rules, numbers = rules_of(station, event_of(station)), itertools.count()

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(consents, st.booleans(), st.sampled_from([{}, {"rt": ""}, {"sex": "", "rw": ""}]))
    def enrolling(asked, incomplete, empty):
        before = find.count_participants(station)
        form = msgspec.structs.replace(invented_form(next(numbers), rules), consent=asked, **empty)
        draft = enrol.start_draft(station, rules.event_id, form)
        try:
            enrol.enrol(station, draft, rules, incomplete=incomplete)
        except enrol.NotEnrolledError:
            assert find.count_participants(station) == before
        else:
            assert proper(station, asked)

    enrolling()
    assert all(proper(station, person.consent) for person in everybody(station))


def test_no_correction_of_an_old_record_saves_without_a_consent(station):
    rules = msgspec.structs.replace(rules_of(station, event_of(station)), correcting=True)
    old_record(station, "lama")

    @settings(max_examples=30, deadline=None)
    @given(consents, st.booleans())
    def correcting(asked, incomplete):
        with station.database.reading() as connection:
            before = records.get(connection, "lama").body
        form = form_of(before)
        form = msgspec.structs.replace(form, consent=asked, correction="salah ketik", rt="9")
        try:
            enrol.correct(station, "lama", form, rules, incomplete=incomplete)
        except enrol.NotEnrolledError:
            assert find.look_at(station, "lama").body.consent == before.consent
        else:
            assert proper(station, asked)

    correcting()


def test_a_correction_keeps_the_consent_of_the_record(station):
    rules = rules_of(station, event_of(station))
    draft = enrol.start_draft(station, rules.event_id, invented_form(0, rules))
    record_id = enrol.enrol(station, draft, rules).record_id
    opened = enrol.start_correction(station, record_id)
    mended = msgspec.structs.replace(opened.form, rt="9", correction="salah dengar")
    enrol.enrol(station, msgspec.structs.replace(opened, form=mended), rules)
    assert find.look_at(station, record_id).body.consent == draft.form.consent


def test_no_row_of_a_list_comes_in_without_a_consent(station, tmp_path):
    rules, rows = rules_of(station, event_of(station)), rows_of(0, 6)
    rows[1]["Persetujuan"] = ""
    rows[2]["Persetujuan"] = "tidak"
    rows[3]["Cara Persetujuan"] = "tanda tangan"
    rows[4]["Cara Persetujuan"] = "lisan"
    report = enrol_list(station, write_list(tmp_path / "daftar.csv", rows), rules)
    assert [[f.code for f in row.findings] for row in report.rows] == [
        [],
        ["consent_missing"],
        ["consent_missing"],
        ["consent_method_missing"],
        ["consent_witness_missing"],
        [],
    ]
    old = tuple(name for name in rows[0] if "ersetujuan" not in name)
    report = enrol_list(
        station, write_list(tmp_path / "lama.csv", rows_of(9, 3), headings=old), rules
    )
    assert (report.enrolled, report.refused) == (0, 3)
    assert {f.code for row in report.rows for f in row.findings} == {"consent_missing"}
    assert all(proper(station, person.consent) for person in everybody(station))


def test_forms_that_nobody_checked_are_a_bug_and_not_saved(station):
    rules = rules_of(station, event_of(station))
    unasked = msgspec.structs.replace(invented_form(1, rules), consent=None)
    with pytest.raises(ValueError, match="without consent"):
        enrol.enrol_at_once(station, [invented_form(0, rules), unasked], rules)
    assert find.count_participants(station) == 0


def test_an_old_record_says_so_in_the_list(station):
    old_record(station, "lama")
    (found,) = find.find_participants(station)
    assert not found.consented


def test_a_refusal_leaves_no_byte_of_the_person(station):
    """Every value of every row of every table, as somebody with the key would read them."""
    rules = rules_of(station, event_of(station))
    signature = pictures.keep_signature(station, STROKES)
    signed = consent.give(station, "id", "tanda_tangan", signature=signature)
    form = msgspec.structs.replace(
        invented_form(0, rules), phone="081299887766", consent=signed, note="tidak mau"
    )
    begun = enrol.start_draft(station, rules.event_id, form)
    needles = [form.nik, form.name, form.phone, form.address, signature]
    assert all(said_in(station, needle) for needle in needles)
    consent.refuse(station, rules.event_id, begun)
    assert [needle for needle in needles if said_in(station, needle)] == []
    assert look_at_today(station, rules.event_id).refused == 1
    with pytest.raises(UserError, match="draft_gone"):
        enrol.enrol(station, begun, rules)


def said_in(desk, needle):
    """Whether any value of any table holds a text."""
    wanted = needle.encode()
    with desk.database.reading() as connection:
        tables = connection.execute(
            sa.text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL")
        ).scalars()
        for table in tables.all():
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):
                if any(wanted in _bytes(value) for value in row):
                    return True
    return False


def _bytes(value):
    return value if isinstance(value, bytes) else str(value).encode()
