"""Explaining goes on the record of the person whose form is open, and of nobody else."""

import pytest

from jamsos_desktop.domain.records import Explained
from jamsos_desktop.services import enrol, find
from tests.gui.enrolment.people import type_siti

TOLD = Explained(at="2026-11-22T09:15:00+07:00", by="petugas", language="jv", version=1)


@pytest.fixture
def idle(jobs, qtbot):
    def wait():
        qtbot.waitUntil(lambda: not jobs.busy)

    return wait


def test_explained_before_the_first_key_and_saved(page, desk, keyboard, idle):
    assert "Belum dijelaskan" in page.strip.explain.text()
    page.presenter.typing.explained(TOLD)
    assert "Sudah dijelaskan" in page.strip.explain.text()
    assert not page.presenter.state.begun  # nothing was typed, so no number is spent
    type_siti(keyboard)
    idle()
    keyboard.save_next()
    idle()
    (siti,) = find.find_participants(desk)
    assert find.look_at(desk, siti.record_id).body.explained == TOLD
    assert "Belum dijelaskan" in page.strip.explain.text()  # the next person was told nothing


def test_it_survives_in_the_draft(page, desk, keyboard, idle):
    keyboard.type("35760357")
    page.presenter.typing.explained(TOLD)
    idle()
    draft = enrol.find_draft(desk, page.presenter.state.event_id)
    assert draft.form.explained == TOLD


def test_a_correction_keeps_it(page, desk, keyboard, idle):
    page.presenter.typing.explained(TOLD)
    type_siti(keyboard)
    idle()
    keyboard.save()
    idle()
    (siti,) = find.find_participants(desk)
    assert enrol.start_correction(desk, siti.record_id).form.explained == TOLD
