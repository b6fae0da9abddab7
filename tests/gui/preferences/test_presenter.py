"""What happens on the page "Pengaturan"."""

import shutil

import pytest

from jamsos_desktop.domain.brake import BrakeSettings
from jamsos_desktop.gui.preferences.presenter import PreferencesPresenter
from jamsos_desktop.services import set_up
from jamsos_desktop.services.brake import read_settings
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.settings import Settings, load_settings
from tests.fakes import FakeView, InlineJobs
from tests.journeys.world import LOGINS, OFFICE, PASSWORDS, POS1


class Told:
    """What the window was told."""

    def __init__(self):
        self.said = []
        self.renewed = []
        self.undo = None

    def done(self, text, undo=None):
        self.said.append(text)
        self.undo = undo


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def open_page(wardrobe, told):
    def make(desk):
        view, jobs = FakeView(), InlineJobs()
        made = PreferencesPresenter(view, jobs, desk, wardrobe, told.done, told.renewed.append)
        made.open()
        return made

    return make


@pytest.fixture
def page(open_page, world):
    return open_page(world[POS1])


def state(page):
    return page._view.state


def kept(wardrobe):
    return load_settings(wardrobe._folder).settings


def test_a_size_is_worn_kept_and_the_window_made_anew(page, wardrobe, worn, told):
    page.choose_size(130)
    assert worn == [Settings(text_scale=130)]
    assert kept(wardrobe) == state(page).settings == Settings(text_scale=130)
    assert told.renewed == ["Ukuran huruf sekarang 130 %"]


def test_a_theme_is_worn_and_can_be_taken_back(page, wardrobe, worn, told):
    page.choose_theme("dark")
    assert kept(wardrobe).theme == worn[-1].theme == "dark"
    assert told.said == ["Warna layar sekarang: gelap"]
    told.undo()
    assert kept(wardrobe).theme == worn[-1].theme == state(page).settings.theme == "system"
    assert told.undo is None


def test_a_language_waits_for_the_next_start(page, wardrobe, told):
    page.choose_language("en")
    assert kept(wardrobe) == Settings(language="en")
    assert told.said == ["English dipakai setelah program dibuka lagi"]
    assert told.renewed == []


def test_what_is_no_choice_is_not_taken(page, wardrobe, worn):
    page.choose_size(400)
    page.choose_theme("pink")
    page.choose_language("xx")
    assert worn == []
    assert kept(wardrobe) == Settings()


def test_a_choice_that_cannot_be_kept_is_said_in_three_parts(page, wardrobe, worn, told):
    shutil.rmtree(wardrobe._folder)
    page.choose_size(150)
    error = state(page).error
    assert error.what.startswith("Pengaturan tidak bisa disimpan di ")
    assert "Data peserta tetap utuh." in error.data
    assert "pilih sekali lagi" in error.todo
    assert worn == [Settings(text_scale=150)]
    assert told.renewed == []
    wardrobe._folder.mkdir()
    page.choose_size(140)
    assert state(page).error is None


def test_the_last_export_is_looked_up_when_the_page_is_shown(page, world):
    assert state(page).facts[-1].value == "Sedang dibaca…"
    page.refresh()
    assert state(page).facts[-1].value == "Belum pernah dari laptop ini"
    world.enrol(POS1, 0, 1)
    world.export(POS1)
    page.refresh()
    assert state(page).facts[-1].value[:6].endswith("-")


def test_ones_own_password_is_changed(page, world, told):
    page.begin_password()
    page.change_password("", "rahasia-baru", "lain")
    found = {(finding.field, finding.code) for finding in state(page).findings}
    assert found == {("old", "required"), ("again", "passwords_differ")}
    page.change_password("salah-sekali", "rahasia-baru", "rahasia-baru")
    assert state(page).error.what == "Nama pengguna atau kata sandi salah."
    page.change_password(PASSWORDS[POS1], "pendek", "pendek")
    assert state(page).error.what == "Kata sandi terlalu pendek."
    assert state(page).step == "password"
    page.change_password(PASSWORDS[POS1], "rahasia-baru", "rahasia-baru")
    assert state(page).step == "choices"
    assert state(page).error is None
    assert told.said == ["Kata sandi baru Anda berlaku mulai sekarang"]
    world.close(POS1)
    sign_in(world.folder / POS1, LOGINS[POS1], "rahasia-baru").close()


def test_leaving_drops_what_went_wrong(page):
    page.begin_password()
    page.change_password("", "", "")
    assert state(page).findings
    page.leave()
    assert (state(page).step, state(page).findings) == ("choices", ())


def test_the_practice_password_that_the_login_shows_stays(open_page, world, data_dir):
    assert state(open_page(world[OFFICE])).why_not_password == ""
    desk = set_up.start_practice(data_dir)
    page = open_page(desk)
    page.begin_password()
    assert state(page).step == "choices"
    assert "latihan" in state(page).why_not_password
    desk.close()


def test_the_office_says_when_a_file_stops_and_takes_it_back(open_page, world, told):
    page = open_page(world[OFFICE])
    page.refresh()
    assert state(page).brake == BrakeSettings(share=20, least=5)
    page.choose_brake(50)
    assert read_settings(world[OFFICE]) == state(page).brake == BrakeSettings(share=50)
    assert told.said == ["Rem kotak masuk sekarang 50 %"]
    told.undo()
    assert read_settings(world[OFFICE]) == BrakeSettings()
    page.choose_brake(33)
    assert read_settings(world[OFFICE]) == BrakeSettings()


def test_a_station_has_no_inbox_to_stop(page):
    page.refresh()
    page.choose_brake(50)
    assert state(page).brake is None
