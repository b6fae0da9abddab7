"""What got stuck, lied or blocked elsewhere (peers.md 2.2)."""

import dataclasses

import pytest

from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import enrol
from jamsos_desktop.services.export_bundle import count_unsent, export_bundle
from jamsos_desktop.services.find import count_participants, find_participants, look_at
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.plan import officers
from jamsos_desktop.services.print_cards import choose_cards, save_cards
from jamsos_desktop.services.progress import CancelToken
from tests.journeys.world import OFFICE, POS1


def colleague_of(desk):
    """The same desk with another officer at it."""
    other_id, other = next((i, o) for i, o in officers(desk) if i != desk.officer_id)
    return dataclasses.replace(desk, officer_id=other_id, officer=other)


def test_mosip_945_everyone_can_be_exported_without_prior_contact(world, tmp_path):
    """mosip/android-registration-client #945: only what had met the server could be exported."""
    world.enrol(POS1, 0, 3)

    assert export_bundle(world[POS1], tmp_path).participants == 3


def test_mosip_676_what_is_unsent_is_counted_from_the_journal(world):
    """mosip/android-registration-client PR #676: the counter of uploads was wrong."""
    world.enrol(POS1, 0, 3)
    assert count_unsent(world[POS1]).participants == 3
    world.export(POS1)
    assert count_unsent(world[POS1]).participants == 0
    world.enrol(POS1, 3, 1)
    world.close()
    assert count_unsent(world[POS1]).participants == 1


def test_opencrvs_9946_a_draft_is_shown_to_nobody_else(world):
    """opencrvs-core #9946: one user saw the outbox of another on the same device."""
    desk = world[POS1]
    draft = enrol.start_draft(desk, world.event_id, enrol.EnrolmentForm(name="Siti Rekaan"))

    assert enrol.find_draft(colleague_of(desk), world.event_id) is None
    assert enrol.find_draft(desk, world.event_id) == draft


def test_opencrvs_11991_search_finds_people_before_and_after_they_were_sent(world):
    """opencrvs-core #11991: what waited in the outbox could not be searched."""
    (person,) = world.enrol(POS1, 0, 1)
    word = person.name.split()[0]

    assert [found.number for found in find_participants(world[POS1], word)] == [person.number]
    world.export(POS1)
    assert [found.number for found in find_participants(world[POS1], word)] == [person.number]


def test_vaccine_registry_83_author_is_sealed_in(world, tmp_path):
    """SanaMobile/vaccine_registry #83: records were sent as the work of whoever was signed in."""
    (person,) = world.enrol(POS1, 0, 1)
    author = world[POS1].officer.name

    exported = export_bundle(colleague_of(world[POS1]), tmp_path)
    import_bundle(world[OFFICE], exported.path)

    (happened,) = look_at(world[OFFICE], person.record_id).history
    assert happened.officer == author
    assert happened.station_id == world[POS1].installation.station_id


def test_dg_699_says_when_imported_before(world):
    """digitalgreenorg/dg #699: nobody was told that the same file came twice."""
    world.enrol(POS1, 0, 1)
    bundle = world.export(POS1)
    assert world.take_in(bundle).before is None

    before = world.take_in(bundle).before

    assert before.at.startswith(f"{world[OFFICE].clock():%Y-%m-%d}")
    assert before.officer_id == world[OFFICE].officer_id


def test_getodk_collect_6164_order_of_sending_does_not_matter(world):
    """getodk/collect #6164: an update that was sent too early was lost."""
    (person,) = world.enrol(POS1, 0, 1)
    early = world.export(POS1)
    world.enrol(POS1, 1, 1)
    late = world.export(POS1)

    world.take_in(late)
    state = world.state()
    report = world.take_in(early)

    assert world.state() == state
    assert report.counts["changed"] == report.counts["new"] == 0
    assert look_at(world[OFFICE], person.record_id).body.number == person.number


def test_fhircore_2541_progress_never_over_100(world, tmp_path):
    """opensrp/fhircore #2541: progress went over 100 %."""
    world.enrol(POS1, 0, 15)
    told = {"export": [], "import": [], "cards": []}

    def watch(work):
        return lambda done, total: told[work].append((done, total))

    exported = export_bundle(world[POS1], tmp_path, watch("export"))
    chosen = choose_cards(world[POS1], world.event_id)
    save_cards(world[POS1], chosen, tmp_path / "kartu.pdf", watch("cards"))
    import_bundle(world[OFFICE], exported.path, watch("import"))

    for work, steps in told.items():
        assert steps, work
        assert all(0 <= done <= total for done, total in steps if total), work
        assert steps[-1][0] == steps[-1][1], work


@pytest.mark.parametrize("work", ["export", "import", "cards"])
def test_mapeo_359_long_work_can_be_stopped_and_leaves_nothing(world, tmp_path, work):
    """digidem/mapeo-desktop #359, #368: a sync that never ended could not be stopped."""
    world.enrol(POS1, 0, 12)
    bundle = world.export(POS1)
    chosen = choose_cards(world[POS1], world.event_id)
    token = CancelToken()

    def stop(_done, _total):
        token.cancel()

    start = {
        "export": lambda: export_bundle(world[POS1], tmp_path, stop, token),
        "import": lambda: import_bundle(world[OFFICE], bundle, stop, token),
        "cards": lambda: save_cards(world[POS1], chosen, tmp_path / "k.pdf", stop, token),
    }
    token.cancel()
    with pytest.raises(Cancelled):
        start[work]()

    assert [path for path in tmp_path.iterdir() if path.is_file()] == []
    assert count_participants(world[OFFICE]) == 0
    assert len(choose_cards(world[POS1], world.event_id, not_printed=True)) == 12
