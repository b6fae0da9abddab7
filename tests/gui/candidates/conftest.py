"""An office that expects people in two neighbourhoods, one of whom is registered."""

import pytest

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import plan
from tests.factories import enrol_one, event_of, expect, make_candidate, office_desk


@pytest.fixture
def desk(tmp_path):
    """The office's desk."""
    made = office_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def programme_id(desk):
    """The programme of the office's event."""
    return dict(plan.events(desk))[event_of(desk)].programme_id


@pytest.fixture
def people(desk, programme_id):
    """Four candidates: Ani is registered, Cici lives in another RT. Their ids."""
    names = (("Ani", "001"), ("Budi", "001"), ("Cici", "002"), ("Dedi", "001"))
    ids = expect(
        desk,
        *(
            make_candidate(n, name=name, rt=rt, programme_id=programme_id)
            for n, (name, rt) in enumerate(names)
        ),
    )
    enrol_one(desk, candidate_id=ids[0])
    return ids


@pytest.fixture
def context(desk, qtbot):
    """What the window gives to the page; ``said`` keeps what was told at the bottom."""
    jobs = JobRunner()
    said = []
    made = PageContext(
        desk=desk,
        jobs=jobs,
        show_result=lambda text, undo=None: said.append((text, undo)),
        refresh_header=lambda: None,
        go_to=lambda _key: None,
    )
    object.__setattr__(made, "said", said)
    yield made
    jobs.shutdown()
