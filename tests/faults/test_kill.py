"""kill -9 at any moment: what was said to be saved is there, and nothing is there by half."""

import contextlib
import os
import random
import shutil
import time

import pytest
import sqlalchemy as sa

from jamsos_desktop.services.enrol import find_draft, start_draft
from jamsos_desktop.services.find import count_participants, find_participants, look_at
from jamsos_desktop.services.import_bundle import verify_bundle
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash, verify_journal
from jamsos_desktop.services.kits import read_kit
from jamsos_desktop.services.pictures import show_picture
from jamsos_desktop.services.plan import todays_event
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.services.set_up import init_office, init_station
from jamsos_desktop.services.sign_in import look_in, sign_in
from jamsos_desktop.storage.models import participant
from tests.faults.victims import start_victim
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS, POS1
from tests.pictures import encoded, face

SEED = 20251112
PASSWORD = "rahasia uji"
ENDS = {-9, 0}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 and fork are POSIX")


# --- 200 registrations ---------------------------------------------------------------------------


def test_nothing_that_was_saved_is_lost_in_200_registrations(world):
    dice = random.Random(SEED)
    seen = {"started": [], "saved": []}
    kills = 0
    while len(seen["saved"]) < 200:
        lines = run_and_kill(world.folder / POS1, dice)
        kills += 1
        for line in lines:
            step, number = line.split()
            seen.setdefault(step, []).append(number)
        check_after_kill(world, seen, lines[-1].split())
    assert kills >= 8
    assert len(set(seen["started"])) == len(seen["started"])


def run_and_kill(data_dir, dice):
    """What the victim said until it was killed in the middle of something."""
    most = dice.randint(30, 90)  # three lines for each person
    with start_victim("enrol", data_dir, LOGINS[POS1], PASSWORDS[POS1]) as victim:
        lines = [victim.stdout.readline() for _ in range(most)]
        moment = time.perf_counter() + dice.random() * 0.008  # about as long as one person takes
        while time.perf_counter() < moment:
            pass
        victim.kill()
        lines += victim.stdout.readlines()
    assert victim.returncode == -9
    return [line for line in lines if line.endswith("\n")]


def check_after_kill(world, seen, last):
    """The next program starts, and has everything that the dead one promised."""
    desk = world[POS1]
    with desk.database.reading() as connection:
        numbers = list(connection.scalars(sa.select(participant.c.number)))
    assert set(numbers) >= set(seen["saved"])
    assert len(set(numbers)) == len(numbers)
    assert verify_journal(desk).good
    before = state_hash(desk)
    rebuild_projections(desk)
    assert state_hash(desk) == before

    step, number = last
    draft = find_draft(desk, todays_event(desk)[0])
    if step != "saved" and number not in numbers:
        assert draft.number == number
    if step == "kept" and number not in numbers:
        assert draft.form.name
        assert draft.focus == "birth_date"
    if draft is not None:
        assert draft.number not in numbers
    world.close()


# --- at any Python call --------------------------------------------------------------------------


def moments(calls, count):
    """Calls at which to die: spread over the whole work, and dense towards its end.

    Two runs differ by some calls, so the last of them may come too late.
    """
    dice = random.Random(SEED)
    spread = {dice.randint(1, calls) for _ in range(count)}
    return sorted(spread | {max(1, calls - back) for back in (5, 20, 80, 300, 1000)})


def test_a_killed_export_leaves_no_half_bundle(world, server):
    world.enrol(POS1, 0, 30)
    world.close()

    def export(name, die_at):
        stick = world.folder / f"stick-{name}"
        stick.mkdir()
        order = {"login": LOGINS[POS1], "password": PASSWORDS[POS1], "to": stick}
        return *server("export", die_at, data=copy_of(world, POS1, name), **order), stick

    _code, calls, _stick = export("hitung", 0)
    found = []
    for number, moment in enumerate(moments(calls, 13)):
        code, _calls, stick = export(f"pos-{number}", moment)
        assert code in ENDS
        bundles = list(stick.glob("*.jamsos"))
        assert [verify_bundle(world[OFFICE], bundle) for bundle in bundles] in ([], [30])
        found.append(len(bundles))
        desk = sign_in(world.folder / f"pos-{number}", LOGINS[POS1], PASSWORDS[POS1])
        assert count_participants(desk) == 30
        assert verify_journal(desk).good
        desk.close()
    assert set(found) == {0, 1}  # some died before the name was given, some after


def test_a_killed_import_is_all_or_nothing_and_can_be_repeated(world, server):
    world.enrol(POS1, 0, 30)
    bundle = world.export(POS1)
    empty = world.state()
    world.second_office("ganti")
    world.take_in(bundle, "ganti")
    full = world.state("ganti")
    world.close()
    officer = {"login": LOGINS[OFFICE], "password": PASSWORDS[OFFICE], "file": bundle}

    _code, calls = server("import", 0, data=copy_of(world, OFFICE, "hitung"), **officer)
    for number, moment in enumerate(moments(calls, 12)):
        data = copy_of(world, OFFICE, f"kantor-{number}")
        code, _calls = server("import", moment, data=data, **officer)
        assert code in ENDS

        assert world.state(data.name) in {empty, full}
        assert count_participants(world[data.name]) in {0, 30}
        assert verify_journal(world[data.name]).good
        world.take_in(bundle, data.name)
        assert world.state(data.name) == full
        world.close()


def copy_of(world, name, new):
    shutil.copytree(world.folder / name, world.folder / new)
    return world.folder / new


def test_a_killed_office_set_up_can_be_begun_again(server, tmp_path):
    order = {"password": PASSWORD}
    _code, calls = server("office", 0, data=tmp_path / "hitung", **order)
    for number, moment in enumerate(moments(calls, 6)):
        folder = tmp_path / f"kantor-{number}"
        code, _calls = server("office", moment, data=folder, **order)
        assert code in ENDS
        set_up_again(folder, lambda at: init_office(at, "Kota Uji", "admin", "A", PASSWORD))


def test_a_killed_station_set_up_can_be_begun_again(world, server, tmp_path):
    path, code = world.folder / f"{POS1}.jamsos", (world.folder / f"{POS1}.kode").read_text()
    order = {"login": LOGINS[POS1], "password": PASSWORD, "kit": path, "code": code}
    kit = read_kit(path, code)
    officer_id = next(i for i, o in kit.officers.items() if o.login == LOGINS[POS1])
    _code, calls = server("station", 0, data=tmp_path / "hitung", **order)
    for number, moment in enumerate(moments(calls, 6)):
        folder = tmp_path / f"pos-{number}"
        code, _calls = server("station", moment, data=folder, **order)
        assert code in ENDS
        set_up_again(folder, lambda at: init_station(at, kit, officer_id, PASSWORD), LOGINS[POS1])


def set_up_again(folder, set_up, login="admin"):
    """A folder without a keyring is no installation; one with it is whole."""
    with contextlib.closing(
        set_up(folder) if look_in(folder) is None else sign_in(folder, login, PASSWORD)
    ) as desk:
        assert verify_journal(desk).good
        assert desk.officer.login == login


def test_a_form_that_names_a_photo_has_it_whenever_the_program_died(world, server, tmp_path):
    desk = world[POS1]
    event_id, _event = todays_event(desk)
    form = invented_form(3, rules_of(desk, event_id))
    start_draft(desk, event_id, form)
    world.close()
    file = tmp_path / "foto.jpg"
    file.write_bytes(encoded(face()))
    order = {"login": LOGINS[POS1], "password": PASSWORDS[POS1], "file": file}

    _code, calls = server("photo", 0, data=copy_of(world, POS1, "hitung"), **order)
    ends = set()
    for number, moment in enumerate(moments(calls, 12)):
        folder = copy_of(world, POS1, f"pos-{number}")
        code, _calls = server("photo", moment, data=folder, **order)
        assert code in ENDS
        desk = sign_in(folder, LOGINS[POS1], PASSWORDS[POS1])
        draft, found = find_draft(desk, event_id), find_participants(desk)
        assert bool(draft) != bool(found)  # the form or the registration, never neither or both
        photo = draft.form.photo if draft else look_at(desk, found[0].record_id).body.photo
        assert not photo or show_picture(desk, photo)
        assert verify_journal(desk).good
        ends.add((bool(found), bool(photo)))
        desk.close()
    assert (False, False) in ends
    assert (True, True) in ends or (False, True) in ends
