"""A practice office with an event of today and candidates in two RT."""

import pytest

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.services import plan, set_up
from tests.factories import expect, make_candidate

PEOPLE = (("Siti Aminah", "001"), ("Budi Santoso", "001"), ("Sri Rahayu", "002"))


@pytest.fixture
def desk(tmp_path):
    desk = set_up.start_practice(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def ids(desk):
    programme_id = plan.programmes(desk)[0][0]
    people = [
        make_candidate(
            n, programme_id=programme_id, name=name, rt=rt, sex="P", occupation="pedagang_pasar"
        )
        for n, (name, rt) in enumerate(PEOPLE)
    ]
    return expect(desk, *people)


@pytest.fixture
def jobs(qapp, desk):
    runner = JobRunner()
    yield runner
    runner.shutdown()
