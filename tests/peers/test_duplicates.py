"""What came twice, collided or did not add up elsewhere (peers.md 2.3)."""

import msgspec
import pytest

from jamsos_desktop.domain.numbers import check_number
from jamsos_desktop.services import enrol
from jamsos_desktop.services.enrol_list import enrol_list
from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from tests.journeys.lists import rows_of, write_list
from tests.journeys.world import OFFICE, POS1, POS2


def test_hope_6089_importing_twice_does_not_double(world):
    """unicef/hope PR #6089: an import ran twice and there were 8,412 people, exactly twice."""
    world.enrol(POS1, 0, 5)
    bundle = world.export(POS1)
    world.take_in(bundle)
    state = world.state()

    again = world.take_in(bundle)

    assert count_participants(world[OFFICE]) == 5
    assert world.state() == state
    assert again.counts == {"new": 0, "changed": 0, "same": 5, "conflict": 0}


def test_kobocat_565_a_copy_of_a_bundle_brings_nobody_twice(world, tmp_path):
    """kobocat #565, odk-x #14: the same submission under another name was a second one."""
    world.enrol(POS1, 0, 3)
    bundle = world.export(POS1)
    copy = tmp_path / "salinan (3).jamsos"
    copy.write_bytes(bundle.read_bytes())

    world.take_in(bundle)
    world.take_in(copy)
    world.take_in(world.export(POS1))  # sealed anew, with the same people

    assert count_participants(world[OFFICE]) == 3


def test_opencrvs_11003_numbers_cannot_collide(world):
    """opencrvs-core #11003, SORMAS #1427: hundreds of equal numbers from offices offline."""
    numbers = [one.number for pos in (POS1, POS2) for one in world.enrol(pos, 0, 10)]

    assert len(set(numbers)) == 20
    assert all(map(check_number, numbers))
    assert len({number.split("-")[0] for number in numbers}) == 2


def test_avni_1356_a_number_once_given_is_never_given_again(world):
    """avni-client #1356, avni-server #594: a draft's number was given to somebody else."""
    desk = world[POS1]
    first = enrol.start_draft(desk, world.event_id, enrol.EnrolmentForm())
    enrol.drop_draft(desk, first.draft_id)
    world.close()

    second = enrol.start_draft(world[POS1], world.event_id, enrol.EnrolmentForm())

    assert second.number != first.number


def test_opensrp_315_a_second_registration_is_a_warning_that_wants_a_reason(world):
    """opensrp-client #315: warn before somebody is registered twice, and let people decide."""
    desk = world[POS1]
    (person,) = world.enrol(POS1, 0, 1)
    rules = rules_of(desk, world.event_id)
    again = enrol.start_draft(desk, rules.event_id, invented_form(0, rules))

    with pytest.raises(enrol.NotEnrolledError) as refused:
        enrol.enrol(desk, again, rules)
    (finding,) = refused.value.findings
    assert (finding.level, finding.values["number"]) == ("warning", person.number)

    reasons = {finding.code: "Saudara kembar, NIK salah cetak"}
    form = msgspec.structs.replace(again.form, reasons=reasons)
    enrol.enrol(desk, msgspec.structs.replace(again, form=form), rules)
    assert count_participants(desk) == 2


def test_opensid_123_import_report_balances(world, tmp_path):
    """OpenSID/OpenDK #123, #286: "Sukses", and the count did not grow."""
    rows = rows_of(0, 9)
    rows[4]["NIK"] = "salah"
    path = write_list(tmp_path / "daftar.csv", rows)
    rules = rules_of(world[POS1], world.event_id)

    result = enrol_list(world[POS1], path, rules)

    assert result.enrolled + result.refused == len(rows) == len(result.rows)
    assert count_participants(world[POS1]) == result.enrolled == 8
    report = world.take_in(world.export(POS1))
    assert len(report.rows) == sum(report.counts.values()) == 8
    assert count_participants(world[OFFICE]) == 8
