"""A photo comes into the form from the camera or a file, and is in the vault before that."""

import datetime as dt
from dataclasses import replace

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.photo import PhotoTaker
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.services import camera, cancelled, enrol, find, pictures
from jamsos_desktop.storage.models import media
from tests.fakes import InlineJobs
from tests.gui.enrolment.people import (
    HeldJobs,
    open_form,
    type_in,
    type_siti,
    type_whole,
    wait_saved,
)
from tests.pictures import encoded, face, two_halves

JPEG = encoded(face())


class Field:
    """Where the photo is shown."""

    def __init__(self):
        self.states, self.frames = [], []

    def show_photo(self, state):
        self.states.append(state)

    def show_frame(self, frame):
        self.frames.append(frame)

    @property
    def state(self):
        return self.states[-1]


class Lens:
    """A camera that sees the same person for ever."""

    def __init__(self):
        self.open = False

    def __call__(self):
        self.open = True
        return self

    def read(self):
        return JPEG

    def close(self):
        self.open = False


class Steps(HeldJobs):
    def step(self, times=1):
        for _ in range(times):
            InlineJobs.start(self, *self.held.pop(0))


@pytest.fixture
def jobs():
    return HeldJobs()


@pytest.fixture
def lens():
    return Lens()


@pytest.fixture
def camera_jobs():
    return Steps()


@pytest.fixture
def form(desk, jobs):
    made = open_form(desk, jobs)
    jobs.let_go()
    return made


@pytest.fixture
def field():
    return Field()


@pytest.fixture
def taker(form, field, lens, camera_jobs):
    made = PhotoTaker(field, form.page, camera_jobs, lens)
    made.follow(form.page.sheet)
    return made


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "IMG_0001.jpg"
    path.write_bytes(JPEG)
    return path


def draft_of(desk, form):
    return enrol.find_draft(desk, form.state.event_id)


def next_one(form):
    """An empty form, as a call of the queue puts it on the page."""
    page = form.page
    keeper = DraftKeeper(page.desk, page.jobs, page.sheet.rules.event_id)
    return Sheet(EnrolmentForm(), page.sheet.rules, keeper)


def stored(desk):
    with desk.database.reading() as connection:
        return set(connection.scalars(sa.select(media.c.sha256)))


def test_a_file_becomes_the_photo_of_the_form(taker, field, form, jobs, desk, file):
    taker.take_file(file)
    assert field.state.busy
    jobs.let_go()
    name = form.page.sheet.form.photo
    assert field.state.picture == pictures.show_picture(desk, name)
    assert (field.state.named, field.state.busy, field.state.error) == (True, False, None)
    assert draft_of(desk, form).form.photo == name


def test_killed_between_the_picture_and_the_form_both_are_whole(
    taker, form, jobs, desk, file, data_dir
):
    type_in(form, name="Siti")
    jobs.let_go()
    taker.take_file(file)
    work, _on_done, _on_error = jobs.held.pop(0)
    work()  # the picture is put; the program dies before its answer comes
    jobs.die()
    assert len(stored(desk)) == 1
    assert draft_of(desk, form).form.name == "Siti"
    assert draft_of(desk, form).form.photo == ""


def test_a_bad_file_says_why_and_leaves_the_photo_before(taker, field, form, jobs, file, tmp_path):
    taker.take_file(file)
    jobs.let_go()
    name, picture = form.page.sheet.form.photo, field.state.picture
    (tmp_path / "KTP.pdf").write_bytes(b"%PDF-1.7")
    for path in (tmp_path / "KTP.pdf", tmp_path / "tidak-ada.jpg"):
        taker.take_file(path)
        jobs.let_go()
        assert all((field.state.error.what, field.state.error.data, field.state.error.todo))
        assert (form.page.sheet.form.photo, field.state.picture) == (name, picture)


def test_a_photo_can_be_taken_out_again(taker, field, form, jobs, desk, file):
    taker.take_file(file)
    jobs.let_go()
    taker.remove()
    jobs.let_go()
    assert form.page.sheet.form.photo == ""
    assert (field.state.named, field.state.picture) == (False, None)
    assert draft_of(desk, form).form.photo == ""


def test_saving_waits_for_the_photo(taker, form, jobs, desk, file):
    type_whole(form)
    jobs.let_go()
    taker.take_file(file)
    form.saving.save(then_next=True)
    assert not form.page.on_their_way
    jobs.let_go()
    (found,) = find.find_participants(desk, "siti")
    person = find.look_at(desk, found.record_id).body
    assert pictures.show_picture(desk, person.photo) is not None


def test_saving_goes_on_after_a_photo_that_was_refused(taker, form, jobs, desk, tmp_path):
    type_whole(form)
    taker.take_file(tmp_path / "tidak-ada.jpg")
    form.saving.save(then_next=True)
    jobs.let_go()
    assert find.count_participants(desk) == 1


def test_the_next_person_does_not_get_the_photo(taker, field, form, jobs, file):
    type_whole(form)
    taker.take_file(file)
    form.saving.save(then_next=True)
    jobs.let_go()
    assert form.page.sheet.form.photo == ""
    assert (field.state.named, field.state.picture, field.state.busy) == (False, None, False)


def test_a_photo_finds_its_form_though_another_lies_on_the_page(
    taker, field, form, jobs, desk, file
):
    type_in(form, name="Siti")
    jobs.let_go()
    sheet = form.page.sheet
    taker.take_file(file)
    form.page.set_aside()
    form.page.put(next_one(form))
    jobs.let_go()
    assert sheet.form.photo
    assert draft_of(desk, form).form.photo == sheet.form.photo
    assert (form.page.sheet.form.photo, field.state.named) == ("", False)


def test_a_form_that_is_given_up_meanwhile_keeps_it_too(taker, form, jobs, desk, file):
    type_in(form, name="Siti")
    jobs.let_go()
    event_id = form.state.event_id
    taker.take_file(file)
    form.giving_up.cancel()
    jobs.let_go()
    (given_up,) = cancelled.list_cancelled(desk, event_id)
    assert cancelled.take_up(desk, given_up.draft_id).form.photo in stored(desk)


def test_an_unfinished_form_comes_back_with_its_photo(taker, form, jobs, desk, file, camera_jobs):
    taker.take_file(file)
    jobs.let_go()
    again = open_form(desk)
    field = Field()
    follower = PhotoTaker(field, again.page, camera_jobs, None)
    follower.follow(again.page.sheet)
    assert field.state.picture is not None
    assert not field.state.has_camera


def test_a_photo_that_is_not_here_is_said(taker, field, form, jobs):
    form.page.sheet.edit({"photo": "f" * 64})
    taker.follow(form.page.sheet)
    jobs.let_go()
    assert field.state.lost


def test_a_form_that_is_given_up_keeps_its_photo_for_a_day(taker, field, form, jobs, desk, file):
    taker.take_file(file)
    jobs.let_go()
    name = form.page.sheet.form.photo
    form.giving_up.cancel()
    jobs.let_go()
    assert not field.state.named
    assert stored(desk) == {name}
    later = replace(desk, clock=lambda: desk.clock() + dt.timedelta(hours=25))
    assert cancelled.forget_cancelled(later) == 1
    assert stored(desk) == set()


# --- the camera -----------------------------------------------------------------------------------


def test_the_camera_is_looked_through_and_pressed(
    taker, field, form, jobs, desk, camera_jobs, lens
):
    taker.press_camera()
    taker.press_camera()  # nothing to be seen yet
    assert field.state.live
    camera_jobs.step(3)
    assert field.frames == [JPEG, JPEG]
    taker.press_camera()
    assert not field.state.live
    camera_jobs.step(2)
    assert not lens.open
    jobs.let_go()
    assert field.state.picture == pictures.show_picture(desk, form.page.sheet.form.photo)


def test_the_next_form_closes_the_camera(taker, field, form, camera_jobs, lens):
    taker.press_camera()
    camera_jobs.step(2)
    taker.follow(form.page.sheet)
    camera_jobs.step(2)
    assert (field.state.live, lens.open) == (False, False)


def test_no_camera_is_said_in_three_parts(form, field, camera_jobs):
    def none():
        raise UserError("camera_none")

    taker = PhotoTaker(field, form.page, camera_jobs, none)
    taker.follow(form.page.sheet)
    taker.press_camera()
    camera_jobs.step()
    assert not field.state.live
    assert field.state.error.what == "Tidak ada kamera yang bisa dibuka."
    taker.press_camera()
    assert (field.state.live, field.state.error) == (True, None)


def test_without_the_extra_the_button_does_nothing(form, field, camera_jobs):
    taker = PhotoTaker(field, form.page, camera_jobs, None)
    taker.follow(form.page.sheet)
    taker.press_camera()
    assert not field.state.live


# --- the page -------------------------------------------------------------------------------------


@pytest.fixture
def page_with(open_page, monkeypatch, qtbot):
    """The page where the camera is this one, or where the extra is not installed."""
    pages = []

    def build(lens):
        monkeypatch.setattr(camera, "is_installed", lambda: lens is not None)
        monkeypatch.setattr(camera, "open_camera", lens)
        pages.append(open_page())
        return pages[-1]

    yield build
    for page in pages:
        page.close()


@pytest.fixture
def jobs_of_window(qapp, desk):
    from jamsos_desktop.gui.jobs import JobRunner

    runner = JobRunner()
    yield runner
    runner.shutdown()


class TestPage:
    """With real widgets and workers."""

    @pytest.fixture
    def jobs(self, jobs_of_window):
        return jobs_of_window

    def test_somebody_is_photographed_by_the_keyboard_alone(
        self, page_with, keyboard, qtbot, window, jobs, desk, lens
    ):
        page = page_with(lens)
        type_siti(keyboard)
        field = page.form.photo
        page.form.go_to("consent_witness")
        keyboard.press(Qt.Key.Key_Tab)
        assert field.camera.hasFocus()
        keyboard.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not field.picture.empty)
        assert field.camera.accessibleName() == "Jepret"
        keyboard.press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: page.presenter.page.sheet.form.photo != "" and not jobs.busy)
        assert field.picture.accessibleName() == "Foto orangnya"
        assert field.camera.hasFocus()
        qtbot.waitUntil(lambda: not lens.open)
        keyboard.save_next()
        wait_saved(qtbot, window, jobs)
        (found,) = find.find_participants(desk, "siti")
        assert find.look_at(desk, found.record_id).body.photo
        assert field.picture.empty

    def test_a_file_is_chosen(self, page_with, qtbot, jobs, file, monkeypatch):
        page = page_with(None)
        monkeypatch.setattr(dialogs, "choose_file", lambda _p, _t, _k, chosen: chosen(file))
        assert not page.form.photo.camera.isEnabled()
        assert page.form.photo.why_no_camera.isVisible()
        page.form.photo.choose.click()
        qtbot.waitUntil(lambda: not page.form.photo.picture.empty and not jobs.busy)

    def test_leaving_the_page_closes_the_camera(self, page_with, qtbot, lens):
        page = page_with(lens)
        page.form.photo.camera.click()
        qtbot.waitUntil(lambda: not page.form.photo.picture.empty)
        page.hide()
        qtbot.waitUntil(lambda: not lens.open)

    def test_the_keyboard_reaches_every_button_and_sees_it(self, page_with, keyboard, qtbot, lens):
        page = page_with(lens)
        page.form.go_to("consent")
        seen = []
        for _ in range(3):
            keyboard.press(Qt.Key.Key_Tab)
            focus = page.focusWidget()
            seen.append(focus)
            qtbot.waitUntil(lambda focus=focus: not focus.visibleRegion().isEmpty())
        assert seen[:2] == [page.form.photo.camera, page.form.photo.choose]
        assert seen[2] is page.form.fields["birth_place"].widget

    def test_enter_in_the_fields_passes_the_photo_over(self, page_with, keyboard, lens):
        page = page_with(lens)
        page.form.go_to("consent")
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
        assert page.form.current() == "birth_place"
        assert not lens.open


def test_a_tiny_picture_is_taken_too(taker, field, jobs, tmp_path):
    path = tmp_path / "kecil.png"
    path.write_bytes(encoded(two_halves(3, 4), "PNG"))
    taker.take_file(path)
    jobs.let_go()
    assert field.state.picture is not None
