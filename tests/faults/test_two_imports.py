"""A second import while the first one runs: it waits or is told; in the end both are merged."""

import threading

import pytest

from jamsos_desktop.services.find import count_participants
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.keep_journal import verify_journal
from tests.journeys.terminal import program
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS, POS1, POS2


@pytest.fixture
def bundles(world):
    """One of each station, with ten people each."""
    made = []
    for name in (POS1, POS2):
        world.enrol(name, 0 if name == POS1 else 50, 10)
        made.append(world.export(name))
    return made


def at_once(*works):
    """Do these in threads of their own that begin together; what they returned."""
    ready, found = threading.Barrier(len(works)), [None] * len(works)

    def run(number, work):
        ready.wait()
        found[number] = work()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_imports_at_one_desk_wait_for_each_other(world, bundles, tried):
    office = world[OFFICE]
    reports = at_once(*(lambda path=path: import_bundle(office, path) for path in bundles))
    assert [report.added for report in reports] == [10, 10]
    assert count_participants(office) == 20
    assert verify_journal(office).good
    tried.case()


def test_the_same_bundle_twice_at_once_is_taken_in_once(world, bundles, tried):
    office = world[OFFICE]
    reports = at_once(*(lambda: import_bundle(office, bundles[0]) for _ in range(2)))
    assert sorted(report.added for report in reports) == [0, 10]
    assert sorted(bool(report.before) for report in reports) == [False, True]
    assert count_participants(office) == 10
    tried.case()


def test_another_program_is_told_and_imports_afterwards(world, bundles, tried):
    """While the first program holds the folder: its window imports, a script tries as well."""
    script = ("--data", world.folder / OFFICE, "bundle", "import", bundles[1])
    officer = {"JAMSOS_LOGIN": LOGINS[OFFICE], "JAMSOS_PASSWORD": PASSWORDS[OFFICE]}
    said = []

    def try_meanwhile(_done, _total):
        if not said:
            said.append(program(*script, **officer))

    import_bundle(world[OFFICE], bundles[0], report=try_meanwhile)
    assert said[0].code == 3
    assert "sudah terbuka" in said[0].err
    world.close()

    assert program(*script, **officer).code == 0
    assert count_participants(world[OFFICE]) == 20
    assert verify_journal(world[OFFICE]).good
    tried.case()
