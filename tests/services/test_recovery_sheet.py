"""Whether the office has its recovery sheet."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.services import plan, set_up
from jamsos_desktop.services.recovery import (
    save_recovery_sheet,
    sheet_file_name,
    wants_recovery_sheet,
)
from jamsos_desktop.services.sign_in import sign_in


@pytest.fixture
def office(data_dir):
    set_up.init_office(data_dir, "Kota Mojokerto", "admin", "Admin", "rahasia123").close()
    desks = []

    def sit(login="admin"):
        for desk in desks:
            desk.close()
        desks.append(sign_in(data_dir, login, "rahasia123"))
        return desks[-1]

    yield sit
    desks[-1].close()


def test_the_sheet_is_wanted_until_it_was_saved_once(office, tmp_path):
    assert wants_recovery_sheet(office())
    desk = office()
    written = save_recovery_sheet(desk, tmp_path / sheet_file_name(desk))
    assert written.name == "lembar-pemulihan-kota-mojokerto.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    assert not wants_recovery_sheet(desk)
    assert not wants_recovery_sheet(office())  # also after the next login


def test_a_sheet_that_could_not_be_written_is_still_wanted(office, tmp_path):
    desk = office()
    with pytest.raises(UserError, match="target_gone"):
        save_recovery_sheet(desk, tmp_path / "tercabut" / "lembar.pdf")
    assert wants_recovery_sheet(desk)


def test_only_an_admin_is_asked_for_it(office):
    desk = office()
    officer_id = plan.add_officer(desk, "siti", "Siti", "kader")
    plan.set_password(desk, officer_id, "rahasia123", "rahasia123")
    assert not wants_recovery_sheet(office("siti"))


def test_practice_needs_none(tmp_path):
    desk = set_up.start_practice(tmp_path / "l")
    assert not wants_recovery_sheet(desk)
    desk.close()
