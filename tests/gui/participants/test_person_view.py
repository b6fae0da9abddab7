"""A person's page as it stands on the screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui.participants.person import Conflict, Event, Group, PersonPage
from jamsos_desktop.gui.participants.person_view import PersonView
from jamsos_desktop.gui.participants.presenter import PersonState

PAGE = PersonPage(
    record_id="id1",
    name="Siti Aminah",
    number="KTR-00001-U",
    masked_nik="3576 •••• •••• 0001",
    masked_kk="—",
    kk="—",
    states=(("tercetak ×1", "success"),),
    groups=(Group("Identitas", (("Tempat lahir", "Mojokerto"),)),),
    conflicts=(),
    history=(Event("Diperbaiki", "12-11-2025 09:05 WIB", "Rina (Pos 1)", ("Nama: S → Siti",)),),
)


@pytest.fixture
def view(shown):
    made = shown(PersonView())
    made.show_state(PersonState(PAGE))
    return made


def said(view):
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_everything_is_on_the_page(view):
    words = said(view)
    for text in ("Siti Aminah", "tercetak ×1", "Mojokerto", "Diperbaiki", "Nama: S → Siti"):
        assert text in words
    assert "12-11-2025 09:05 WIB\nRina (Pos 1)" in words


def test_the_button_uncovers_and_covers_the_nik(qtbot, view):
    with qtbot.waitSignal(view.reveal_wanted):
        view.reveal_button.click()
    view.show_state(PersonState(PAGE, whole_nik="3576015108900001"))
    assert "3576 0151 0890 0001" in said(view)
    assert "Tercatat bahwa Anda melihat NIK ini." in said(view)
    with qtbot.waitSignal(view.cover_wanted):
        view.reveal_button.click()
    view.show_state(PersonState(PAGE))
    assert "3576 •••• •••• 0001" in said(view)
    assert "Tercatat bahwa Anda melihat NIK ini." not in said(view)


def test_values_that_compete_stand_side_by_side(qtbot, view):
    conflict = Conflict("Nama", (("Siti", "Rina, 09:05"), ("Sitti", "Joko, 09:10")))
    view.show_state(PersonState(replace(PAGE, conflicts=(conflict,))))
    sides = [label for label in view.findChildren(QLabel) if label.text() in ("Siti", "Sitti")]
    assert len(sides) == 2

    def places():
        return [label.mapTo(view, QPoint(0, 0)) for label in sides]

    qtbot.waitUntil(lambda: places()[0].x() < places()[1].x())
    assert places()[0].y() == places()[1].y()


def test_another_person_replaces_the_first(view):
    view.show_state(PersonState(replace(PAGE, name="Budi", groups=(), states=())))
    assert "Budi" in said(view)
    assert "Mojokerto" not in said(view)
    assert "tercetak ×1" not in said(view)
