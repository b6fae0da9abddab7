"""Two corrections of one record differ; the office says what holds, and can ask itself again."""

import msgspec
import pytest

from jamsos_desktop.domain.enrolment_form import form_of
from jamsos_desktop.services.conflict_desk import (
    look_at_conflict,
    may_be_typed,
    open_conflicts,
    reopen,
    settle,
)
from jamsos_desktop.services.enrol import NotEnrolledError, correct
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.find import look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal, records
from tests.factories import Chain, enrol_one, event_of


def mend(desk, record_id, reason="KTP", **changes):
    """Somebody corrects a registration at their desk."""
    rules = msgspec.structs.replace(rules_of(desk, event_of(desk)), correcting=True)
    with desk.database.reading() as connection:
        form = form_of(records.get(connection, record_id).body)
    correct(desk, record_id, msgspec.structs.replace(form, correction=reason, **changes), rules)


@pytest.fixture
def disputed(office, station, stick):
    """A person whose name and RT the station and the office corrected, each in its own way."""
    person = enrol_one(station, 0, name="Siti Aminah", rt="1").record_id
    import_bundle(office, export_bundle(station, stick).path)
    mend(station, person, "dilihat KTP", name="Siti Aminatun", rt="2")
    mend(office, person, "dari daftar", name="Siti Amanah", phone="081234567890")
    import_bundle(office, export_bundle(station, stick).path)
    return person


def value(seen, field, text):
    (conflict,) = (one for one in seen.conflicts if one.field == field)
    return next(one.value for one in conflict.values if one.value == text)


def test_only_what_a_person_can_choose_is_asked_with_authors_and_what_was_before(office, disputed):
    assert open_conflicts(office) == [disputed]
    seen = look_at_conflict(office, disputed)
    (name,) = seen.conflicts
    assert (name.field, name.before) == ("name", "Siti Aminah")
    said = {one.value: (one.officer, one.station_id) for one in name.values}
    assert said["Siti Amanah"] == ("Admin Kantor", office.installation.station_id)
    assert said["Siti Aminatun"][0] == "Petugas dewi"
    assert (seen.body.rt, seen.body.phone) == ("002", "081234567890")


def test_corrections_of_different_fields_are_no_conflict(office, station, stick):
    person = enrol_one(station, 0).record_id
    import_bundle(office, export_bundle(station, stick).path)
    mend(station, person, "satu", rt="7")
    mend(office, person, "dua", phone="081234567890")
    import_bundle(office, export_bundle(station, stick).path)
    assert open_conflicts(office) == []
    assert look_at(office, person).conflicts == {}
    assert look_at(office, person).body.rt == "007"


def test_the_chosen_value_holds_everywhere(office, station, disputed, stick):
    seen = look_at_conflict(office, disputed)
    chosen = {"name": value(seen, "name", "Siti Aminatun")}
    settle(office, seen, chosen, {}, "KTP dilihat lagi")
    assert open_conflicts(office) == []
    body = look_at(office, disputed).body
    assert (body.name, body.rt, body.phone) == ("Siti Aminatun", "002", "081234567890")
    assert body.correction == "KTP dilihat lagi"
    receipt = issue_receipt(office, station.installation.station_id, stick).path
    apply_receipt(station, receipt)
    assert look_at(station, disputed).body == body
    assert open_conflicts(station) == []


def test_something_else_can_be_typed_and_is_checked(office, disputed):
    seen = look_at_conflict(office, disputed)
    assert may_be_typed("name")
    assert not may_be_typed("photo")
    with pytest.raises(NotEnrolledError) as caught:
        settle(office, seen, {}, {"name": ""}, "kosong")
    assert {found.field for found in caught.value.findings} == {"name"}
    settle(office, seen, {}, {"name": "Hj. Siti Aminah"}, "dari KTP")
    assert look_at(office, disputed).body.name == "Hj. Siti Aminah"


def test_what_is_taken_back_is_asked_again_until_another_answer(office, disputed):
    seen = look_at_conflict(office, disputed)
    settled = settle(office, seen, {"name": value(seen, "name", "Siti Amanah")}, {}, "x")
    before = state_hash(office)
    reopen(office, settled, "keliru")
    assert open_conflicts(office) == [disputed]
    again = look_at_conflict(office, disputed)
    assert again.conflicts == seen.conflicts
    assert again.heads == (settled.revision,)
    assert state_hash(office) == before
    rebuild_projections(office)
    assert open_conflicts(office) == [disputed]
    settle(office, again, {"name": value(again, "name", "Siti Aminatun")}, {}, "lihat KK")
    assert open_conflicts(office) == []
    assert look_at(office, disputed).body.name == "Siti Aminatun"


def test_nobody_decides_about_what_they_did_not_see(office, disputed, refused):
    seen = look_at_conflict(office, disputed)
    chosen = {"name": value(seen, "name", "Siti Amanah")}
    refused("choice_missing", settle, office, seen, {}, {}, "x")
    refused("reason_missing", settle, office, seen, chosen, {}, " ")
    settled = settle(office, seen, chosen, {}, "x")
    refused("record_changed", settle, office, seen, chosen, {}, "x")
    mend(office, disputed, rt="9")
    refused("record_changed", reopen, office, settled, "x")


def test_only_the_office_decides(office, station, disputed, refused):
    seen = look_at_conflict(office, disputed)
    refused("office_only", settle, station, seen, {}, {}, "x")


def test_three_values_stand_beside_each_other(office, station, disputed):
    with station.database.reading() as connection:
        history = journal.history_of(connection, disputed)
        root = next(made for made in history if made.kind == "revision" and not made.parents)
        body = records.get(connection, disputed).body
    third = Chain("pos-3").add(
        disputed, msgspec.structs.replace(body, name="Sitti Aminah"), (root.entry_hash,), lamport=9
    )
    with office.database.writing() as connection:
        journal.insert(connection, [third])
    seen = look_at_conflict(office, disputed)
    (name,) = (one for one in seen.conflicts if one.field == "name")
    assert {one.value for one in name.values} == {"Siti Aminatun", "Siti Amanah", "Sitti Aminah"}
    assert len(seen.heads) == 3
