"""What others lost (peers.md 2.1) is not lost here."""

import msgspec
import pytest

from jamsos_desktop.bundle import safe_write
from jamsos_desktop.domain.records import Consent
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import enrol, export_bundle, pictures, set_up
from jamsos_desktop.services.find import count_participants, look_at
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from tests.journeys.world import OFFICE, POS1
from tests.pictures import SIGNED, encoded, face


@pytest.fixture
def rules(world):
    return rules_of(world[POS1], world.event_id)


def test_getodk_collect_6522_crash_leaves_no_ghost_draft(world, rules, monkeypatch):
    """getodk/collect #6522: a crash during finalisation left a draft of what was finalised."""
    desk = world[POS1]
    draft = enrol.start_draft(desk, rules.event_id, invented_form(0, rules))
    append = journal.append

    def crash(*arguments):
        append(*arguments)
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(journal, "append", crash)
        with pytest.raises(MemoryError):
            enrol.enrol(desk, draft, rules)
    assert count_participants(desk) == 0
    assert enrol.find_draft(desk, rules.event_id) == draft

    enrol.enrol(desk, draft, rules)
    assert count_participants(desk) == 1
    assert enrol.find_draft(desk, rules.event_id) is None


def test_mapeo_612_failed_export_never_overwrites(world, monkeypatch):
    """digidem/mapeo-desktop #612: a failed sync overwrote the sync file."""
    world.enrol(POS1, 0, 2)
    first = world.export(POS1)
    content = first.read_bytes()
    monkeypatch.setattr(safe_write, "_read_back", lambda _path: "something else")

    with pytest.raises(UserError, match="write_damaged"):
        world.export(POS1)

    assert list(first.parent.iterdir()) == [first]
    assert first.read_bytes() == content


def test_mosip_857_persist_before_seal(world, monkeypatch):
    """mosip/android-registration-client #747, #857: the packet failed after the whole capture."""
    world.enrol(POS1, 0, 3)

    def out_of_memory(*_arguments, **_options):
        raise MemoryError

    monkeypatch.setattr(export_bundle, "seal", out_of_memory)
    with pytest.raises(MemoryError):
        world.export(POS1)

    world.close()
    assert count_participants(world[POS1]) == 3
    assert export_bundle.count_unsent(world[POS1]).participants == 3


def test_openimis_keeps_everyone_after_an_export(world):
    """openIMIS (CreateEnrolmentXML): families were deleted before the zip was known to be good."""
    people = world.enrol(POS1, 0, 3)
    world.export(POS1)

    assert count_participants(world[POS1]) == 3
    assert look_at(world[POS1], people[0].record_id).body.number == people[0].number


def test_sormas_403_nothing_unsent_is_dropped_by_setting_up_again(world):
    """SORMAS #403: a re-installation dropped data that were never synced."""
    world.enrol(POS1, 0, 2)
    world.close()

    with pytest.raises(UserError, match="already_set_up"):
        set_up.init_office(world.folder / POS1, "Kota Lain", "admin", "Admin", "rahasia lain")

    assert count_participants(world[POS1]) == 2


def test_sormas_399_the_losing_side_of_a_conflict_is_kept(world, rules):
    """SORMAS #399, Tangerine #2722: one side vanished without a word."""
    (person,) = world.enrol(POS1, 0, 1)
    world.take_in(world.export(POS1))
    form = invented_form(int(person.number.split("-")[1]) - 1, rules)
    for place, phone in ((OFFICE, "081200000001"), (POS1, "081200000002")):
        changed = msgspec.structs.replace(form, phone=phone)
        enrol.correct(world[place], person.record_id, changed, rules)

    report = world.take_in(world.export(POS1))

    assert report.counts["conflict"] == 1
    values = {
        value for _entry, value in look_at(world[OFFICE], person.record_id).conflicts["phone"]
    }
    assert len(values) == 2
    history = look_at(world[OFFICE], person.record_id).history
    assert {h.body.phone for h in history} >= {"081200000001", "081200000002"}


def test_akvo_331_the_counts_of_an_import_balance(world):
    """akvo/akvo-flow #331: fewer points than were collected, and weeks to find out."""
    world.enrol(POS1, 0, 4)
    world.take_in(world.export(POS1))
    world.enrol(POS1, 4, 3)

    report = world.take_in(world.export(POS1))

    assert sum(report.counts.values()) == count_participants(world[POS1]) == 7
    assert report.counts["new"] == 3
    assert report.entries == report.added + 4  # the four that were known


def test_opencrvs_8032_a_number_typed_offline_does_not_disappear(world, rules):
    """opencrvs-core #8032: a number that was typed offline was gone."""
    desk = world[POS1]
    draft = enrol.start_draft(desk, rules.event_id, enrol.EnrolmentForm())
    typed = msgspec.structs.replace(draft, form=enrol.EnrolmentForm(phone="0812"), focus="phone")
    enrol.keep_draft(desk, typed)
    world.close()

    assert enrol.find_draft(world[POS1], rules.event_id) == typed


def test_kobocat_331_every_picture_of_a_record_arrives(world, rules, tmp_path):
    """kobocat #331: of a record with four and more images some were lost."""
    names = []
    for number in range(5):
        taken = pictures.take_photo(world[POS1], encoded(face(number)))
        form = msgspec.structs.replace(invented_form(number, rules), photo=taken)
        enrol.enrol(world[POS1], enrol.start_draft(world[POS1], rules.event_id, form), rules)
        names.append(taken)
    report = world.take_in(world.export(POS1))
    assert (report.pictures, report.missing) == (5, [])
    assert all(pictures.show_picture(world[OFFICE], name) for name in names)


def test_enketo_express_339_a_signature_without_a_network_is_there_after_a_restart(world, rules):
    """enketo-express #339: a signature drawn offline was gone when the form was opened again."""
    desk = world[POS1]
    draft = enrol.start_draft(desk, rules.event_id, invented_form(0, rules))
    signature = pictures.keep_signature(desk, SIGNED)
    said = {"at": desk.clock().isoformat(), "by": desk.officer_id, "language": "id", "version": 1}
    consent = Consent(**said, method="tanda_tangan", signature=signature)
    form = msgspec.structs.replace(draft.form, consent=consent)
    enrol.keep_draft(desk, msgspec.structs.replace(draft, form=form))
    world.close()
    again = enrol.find_draft(world[POS1], rules.event_id)
    assert pictures.show_picture(world[POS1], again.form.consent.signature)
