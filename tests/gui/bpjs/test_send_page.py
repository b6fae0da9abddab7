"""The side that sends, drawn from states alone."""

import pytest

from jamsos_desktop.gui.bpjs.send_page import SendPage
from jamsos_desktop.gui.bpjs.state import SendState, held_lines
from jamsos_desktop.gui.work import Progress
from jamsos_desktop.services.bpjs_check import Held


@pytest.fixture
def page(shown):
    return shown(SendPage(), 865, 522)


def test_counts_are_said_by_what_is_to_be_done(page):
    held = [
        Held("a", "MJK1-1", "Ani " * 15, "incomplete"),
        Held("b", "MJK1-2", "Budi", "not_accepted"),
        Held("c", "MJK1-3", "Cici", "dikirim"),
    ]
    page.show_state(
        SendState(loaded=True, may_decide=True, ready=7, waiting=1, held=held_lines(held))
    )
    said = [pill.text() for pill in (page.ready, page.waiting, page.held, page.over)]
    assert said == ["7 siap dikirim", "1 menunggu keputusan", "1 tertahan", "1 selesai"]
    assert page.accept.text() == "Terima semua yang lengkap (1)"
    assert page.table.horizontalHeader().sectionSize(0) <= 260
    wanted = []
    page.person_wanted.connect(wanted.append)
    page.table.opened.emit(page.model.rows()[0])
    assert wanted == ["a"]


def test_while_something_is_done_only_the_way_to_stop_it_stands_below(page):
    page.show_state(SendState(loaded=True, progress=Progress("Menulis berkas…", 1, 2)))
    assert page.stop.isVisible()
    assert page.save.isHidden()
    assert page.answers.isHidden()
    assert page.export.toolTip() == "Tunggu sampai ini selesai."
    page.show_state(SendState(loaded=True))
    assert page.save.isVisible()
    assert page.stop.isHidden()


def test_choices_are_told(page):
    told = []
    page.again_chosen.connect(told.append)
    page.format_chosen.connect(told.append)
    for choice, raw in ((page.again, "again"), (page.form, "csv")):
        choice.set_raw(raw)
        choice.edited.emit()
    assert told == [True, "csv"]
