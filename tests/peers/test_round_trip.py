"""What went wrong elsewhere between field and office (peers.md 2.1 to 2.3), and not here."""

import dataclasses

import msgspec
import pytest
import sqlalchemy as sa

from jamsos_desktop.errors import UserError
from jamsos_desktop.services import plan, replan
from jamsos_desktop.services.decide import decide
from jamsos_desktop.services.enrol import correct, enrol, start_draft
from jamsos_desktop.services.export_bundle import count_unsent, export_bundle
from jamsos_desktop.services.find import count_participants, look_at
from jamsos_desktop.services.import_bundle import import_bundle, look_into
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash
from jamsos_desktop.services.pictures import show_picture, take_photo
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.models import media
from tests.journeys.world import OFFICE, POS1, POS2
from tests.pictures import encoded, face
from tests.services.forger import Forger


@pytest.fixture
def answer(world):
    """The office answers the first station, which takes it in."""

    def bring_back():
        station = world[POS1]
        station_id = station.installation.station_id
        issued = issue_receipt(world[OFFICE], station_id, world.folder / "flashdisk")
        return apply_receipt(station, issued.path)

    return bring_back


def standing(world, person, place=POS1):
    return look_at(world[place], person.record_id).standing


def test_getodk_collect_6778_a_plan_that_changes_meanwhile_stops_no_open_form(world, answer):
    """getodk/collect #6778: saving crashed where the blank form had been deleted meanwhile."""
    world.enrol(POS1, 0, 1)
    world.take_in(world.export(POS1))
    station, rules = world[POS1], rules_of(world[POS1], world.event_id)
    open_form = start_draft(station, rules.event_id, invented_form(1, rules))
    event_id, event = plan.events(world[OFFICE])[0]
    replan.change_event(
        world[OFFICE], event_id, msgspec.structs.replace(event, name="Acara lain", place="Aula")
    )
    answer()

    person = enrol(station, open_form, rules)

    assert look_at(station, person.record_id).body.event_id == event_id


def test_getodk_collect_340_nothing_is_written_where_the_offices_key_is_no_key(world, tmp_path):
    """getodk/collect PR #340: with a bad key forms were finalised unencrypted."""
    world.enrol(POS1, 0, 1)
    stick = tmp_path / "flashdisk"
    stick.mkdir()
    here = msgspec.structs.replace(world[POS1].installation, office_recipient="age1rusak")
    bad = dataclasses.replace(world[POS1], installation=here)

    with pytest.raises(Exception, match=r"(?i)recipient|invalid|bech32"):
        export_bundle(bad, stick)

    assert list(stick.iterdir()) == []
    assert count_unsent(world[POS1]).last_export == ""


def test_kobocat_432_a_receipt_names_every_picture_that_is_not_there(world, answer):
    """kobotoolbox/kobocat #432: the server said success, and attachments had not been stored."""
    station, rules = world[POS1], rules_of(world[POS1], world.event_id)
    photo = take_photo(station, encoded(face()))
    form = msgspec.structs.replace(invented_form(0, rules), photo=photo)
    enrol(station, start_draft(station, rules.event_id, form), rules)
    world.take_in(world.export(POS1))
    with world[OFFICE].database.writing() as connection:  # its disk lost it
        connection.execute(sa.delete(media))

    answer()
    report = world.take_in(world.export(POS1))

    assert (report.pictures, report.missing) == (1, [])
    assert show_picture(world[OFFICE], photo)


def test_kobotoolbox_3829_there_is_no_shortcut_to_accepted(world, answer):
    """kobotoolbox/kpi #3829: forms went straight to "delete saved" without having been sent."""
    (person,) = world.enrol(POS1, 0, 1)
    seen = [standing(world, person)]
    bundle = world.export(POS1)
    seen.append(standing(world, person))
    bundle.unlink()
    answer()  # the office never saw the stick
    seen.append(standing(world, person))
    world.take_in(world.export(POS1))
    seen.append(standing(world, person))
    answer()
    seen.append(standing(world, person))

    assert seen == ["tersimpan", "diekspor", "diekspor", "diekspor", "diterima"]


def test_mosip_1011_where_it_stands_is_derived_and_cannot_stick(world, answer):
    """mosip/android-registration-client #1011: the status never moved to synced."""
    (person,) = world.enrol(POS1, 0, 1)
    world.take_in(world.export(POS1))
    answer()
    decide(world[OFFICE], person.record_id, "ditolak", "bukan warga")
    applied = answer()

    assert [news.standing for news in applied.news] == ["ditolak"]
    rebuild_projections(world[POS1])
    assert standing(world, person) == "ditolak"


def test_opencrvs_12292_a_failed_export_leaves_nothing_in_an_outbox(world, tmp_path):
    """opencrvs-core #12292, #13326: records stayed "sending" for ever."""
    (person,) = world.enrol(POS1, 0, 1)
    with pytest.raises(UserError, match="target_gone"):
        export_bundle(world[POS1], tmp_path / "tercabut")

    assert standing(world, person) == "tersimpan"
    assert export_bundle(world[POS1], tmp_path).participants == 1
    assert standing(world, person) == "diekspor"


def test_sormas_470_a_station_knows_since_when_it_was_not_answered(world, answer):
    """SORMAS #470: people want an alert when nothing was synced for days."""
    world.enrol(POS1, 0, 1)
    assert count_unsent(world[POS1])[:3] == (1, "", 0)
    world.take_in(world.export(POS1))
    answer()
    world.enrol(POS1, 1, 1)

    unsent = count_unsent(world[POS1])

    assert (unsent.participants, unsent.unaccepted) == (1, 1)
    assert unsent.last_export
    assert unsent.last_answer


def test_commcare_1807_one_bad_entry_blocks_nobody_else(world, tmp_path):
    """dimagi/commcare-android PR #1807 and others: one bad form blocked all other forms."""
    world.enrol(POS1, 0, 2)
    station = world[POS1]
    odd = msgspec.Raw(b'{"type":"from_the_future","x":1}')
    with station.database.writing() as connection:
        tip = journal.tip_of(connection, station.installation.station_id)
        good = journal._make(
            station.author, station.clock(), journal.New("r", plan.events(station)[0][1]), tip, 99
        )
        digest = journal.digest_body(good.salt, odd)
        bad = msgspec.structs.replace(good, body=odd, body_digest=digest, kind="activity")
        bad = msgspec.structs.replace(bad, entry_hash=journal.hash_entry(bad))
        journal.insert(connection, [bad])
    world.enrol(POS1, 2, 1)

    report = import_bundle(world[OFFICE], Forger(station, world[OFFICE], tmp_path).seal())

    assert report.counts["new"] == 3
    assert [one.seq for one in report.aside] == [bad.seq]
    assert count_participants(world[OFFICE]) == 3


def test_avni_902_the_same_person_of_two_stations_is_named_at_the_merge(world):
    """avni-server #902: two workers without a network created the same person."""
    world.enrol(POS1, 0, 3)
    world.enrol(POS2, 0, 3)
    world.take_in(world.export(POS1))
    bundle = world.export(POS2)

    seen = look_into(world[OFFICE], bundle)

    assert seen.duplicates == 3
    assert len(seen.twins) == 3
    world.take_in(bundle)
    assert count_participants(world[OFFICE]) == 6  # both stay until somebody decides


def test_getodk_central_669_a_correction_may_arrive_before_what_it_corrects(world, answer):
    """getodk/central #669, #698, #805, #808: updates without a network came out of order."""
    (person,) = world.enrol(POS1, 0, 1)
    first = world.export(POS1)
    other = world.second_office("kedua")
    world.take_in(first)
    answer()
    rules = rules_of(world[POS1], world.event_id)
    mended = msgspec.structs.replace(invented_form(0, rules), rt="9", correction="RT salah")
    correct(world[POS1], person.record_id, mended, rules)
    second = world.export(POS1)
    world.take_in(second)

    assert import_bundle(other, second).gaps == [(1, 1)]
    assert import_bundle(other, first).gaps == []

    assert look_at(other, person.record_id).body.rt == "009"
    assert state_hash(other) == state_hash(world[OFFICE])


def test_odk_x_14_importing_an_old_file_again_takes_no_state_back(world, answer):
    """odk-x/tool-suite-X #14, SEED #2405: importing a file again reset what had become of it."""
    (person,) = world.enrol(POS1, 0, 1)
    old = world.export(POS1)
    world.take_in(old)
    decide(world[OFFICE], person.record_id, "perlu_perbaikan", "KTP", fields=("nik",))
    answer()

    world.take_in(old)

    assert standing(world, person, OFFICE) == standing(world, person) == "perlu_perbaikan"
    assert answer().added == 1  # that it was answered, and nothing else
    assert standing(world, person) == "perlu_perbaikan"
