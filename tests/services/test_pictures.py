"""A picture is kept the moment it is taken, and forgotten with the form that nobody wanted."""

import hashlib
import tempfile
from io import BytesIO

import msgspec
import pytest
import sqlalchemy as sa
from PIL import Image

from jamsos_desktop.domain.records import Consent
from jamsos_desktop.errors import UserError
from jamsos_desktop.services import enrol, images, pictures
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage.models import media
from tests.factories import NOW, FixedClock, enrol_one, event_of, make_form, station_desk
from tests.pictures import SIGNED, encoded, face, two_halves


@pytest.fixture
def clock():
    return FixedClock()


@pytest.fixture
def desk(tmp_path, clock):
    made = station_desk(tmp_path, clock=clock)
    yield made
    made.close()


def kept(desk):
    with desk.database.reading() as connection:
        return set(connection.scalars(sa.select(media.c.sha256)))


def signed(signature):
    said = {"at": NOW.isoformat(), "by": "x", "language": "id", "version": 1}
    return Consent(**said, method="tanda_tangan", signature=signature)


def begin(desk, **changes):
    return enrol.start_draft(desk, event_of(desk), make_form(**changes))


def test_a_photo_is_kept_at_once(desk):
    name = pictures.take_photo(desk, encoded(face()))
    data = pictures.show_picture(desk, name)
    assert hashlib.sha256(data).hexdigest() == name
    assert Image.open(BytesIO(data)).format == "JPEG"
    assert pictures.take_photo(desk, encoded(face())) == name


def test_what_is_no_picture_leaves_nothing(desk):
    with pytest.raises(UserError, match="picture_broken"):
        pictures.take_photo(desk, b"KTP.pdf")
    assert kept(desk) == set()


def test_a_signature_is_drawn_or_photographed(desk):
    drawn = pictures.keep_signature(desk, SIGNED)
    thumb = pictures.keep_signature(desk, encoded(two_halves()))
    formats = [Image.open(BytesIO(pictures.show_picture(desk, n))).format for n in (drawn, thumb)]
    assert formats == ["PNG", "JPEG"]


def test_an_unknown_name_shows_nothing(desk):
    assert pictures.show_picture(desk, "f" * 64) is None


def test_the_pictures_of_a_dropped_form_go_with_it(desk):
    photo = pictures.take_photo(desk, encoded(face()))
    signature = pictures.keep_signature(desk, SIGNED)
    draft = begin(desk, photo=photo, consent=signed(signature))
    enrol.drop_draft(desk, draft.draft_id)
    assert kept(desk) == set()


def test_a_picture_that_another_form_or_a_record_names_stays(desk):
    shared, enrolled = (pictures.take_photo(desk, encoded(face(n))) for n in (1, 2))
    begin(desk, photo=shared)
    enrol_one(desk, photo=enrolled)
    for name in (shared, enrolled):
        enrol.drop_draft(desk, begin(desk, photo=name).draft_id)
    assert kept(desk) == {shared, enrolled}


def test_a_photo_taken_just_before_the_program_was_killed_goes_after_a_day(desk, clock):
    lost = pictures.take_photo(desk, encoded(face(1)))
    enrol.drop_draft(desk, begin(desk).draft_id)
    assert kept(desk) == {lost}  # its form may still be on its way into the database
    clock.go(hours=25)
    enrol.drop_draft(desk, begin(desk).draft_id)
    assert kept(desk) == set()


def test_a_photo_that_was_replaced_goes_after_a_day(desk, clock):
    first, second = (pictures.take_photo(desk, encoded(face(n))) for n in (1, 2))
    enrol_one(desk, photo=second)
    clock.go(hours=25)
    third = pictures.take_photo(desk, encoded(face(3)))
    assert kept(desk) == {second, third}
    assert first not in kept(desk)


def test_dropping_twice_changes_nothing(desk):
    draft = begin(desk, photo=pictures.take_photo(desk, encoded(face())))
    enrol.drop_draft(desk, draft.draft_id)
    enrol.drop_draft(desk, draft.draft_id)
    assert kept(desk) == set()


def test_a_saved_registration_names_its_photo_and_keeps_it(desk):
    name = pictures.take_photo(desk, encoded(face()))
    draft = begin(desk)
    draft = msgspec.structs.replace(draft, form=make_form(photo=name))
    enrol.keep_draft(desk, draft)
    enrol.enrol(desk, draft, rules_of(desk, event_of(desk)))
    assert pictures.show_picture(desk, name) is not None


def test_a_file_is_read_only_where_it_is_small_enough(tmp_path):
    (tmp_path / "foto.jpg").write_bytes(b"x")
    assert pictures.read_file(tmp_path / "foto.jpg") == b"x"
    with (tmp_path / "film.jpg").open("wb") as file:
        file.truncate(images.MOST_FILE_BYTES + 1)
    with pytest.raises(UserError, match="picture_too_large"):
        pictures.read_file(tmp_path / "film.jpg")
    with pytest.raises(UserError, match="picture_unreadable"):
        pictures.read_file(tmp_path / "tidak-ada.jpg")


def test_a_picture_lies_nowhere_but_in_the_sealed_database(desk, tmp_path, monkeypatch):
    spare = tmp_path / "sementara"
    spare.mkdir()
    monkeypatch.setenv("TMPDIR", str(spare))
    monkeypatch.setattr(tempfile, "tempdir", str(spare))
    data = pictures.show_picture(desk, pictures.take_photo(desk, encoded(face())))
    pictures.keep_signature(desk, SIGNED)
    assert list(spare.iterdir()) == []
    pieces = {data[place : place + 64] for place in range(200, len(data) - 64, 997)}
    for path in desk.data_dir.rglob("*"):
        if path.is_file():
            whole = path.read_bytes()
            assert not any(piece in whole for piece in pieces), path.name
