"""The small forms of the page."""

import pytest

from jamsos_desktop.gui.stations.forms import KitForm, OfficerForm, PasswordForm
from jamsos_desktop.gui.stations.lines import EventTick, OfficerLine


def test_a_new_kit_keeps_the_place_and_ticks_the_next_event(shown):
    form = shown(KitForm())
    form.set_values({"station": "Pos 1", "folder": "/media/KINGSTON"})
    form.begin([EventTick("e1", "Besok"), EventTick("e2", "Lusa")], "e2")
    assert form.values() == {"station": "", "events": "e2", "folder": "/media/KINGSTON"}


def test_a_password_is_never_kept(shown):
    form = shown(PasswordForm())
    form.set_values({"password": "rahasia123", "again": "rahasia123", "own_password": "lain1234"})
    form.clear()
    assert set(form.values().values()) == {""}
    form.show_officer(
        OfficerLine("o", "Siti Aminah", "siti", "Kader", here=False, own=False, role_key="kader")
    )
    assert form.who.text() == "Untuk Siti Aminah (siti)"


@pytest.mark.parametrize("role", ["kader", "koordinator", "admin"])
def test_every_role_can_be_chosen(shown, role):
    form = shown(OfficerForm())
    form.set_values({"role": role})
    assert form.values()["role"] == role
