"""What a person's record names, as far as it is here."""

import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.records import Consent
from jamsos_desktop.gui.participants.person import read_person
from jamsos_desktop.gui.participants.pictures import NO_PICTURES
from jamsos_desktop.services import consent, pictures, set_up
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.models import media
from tests.factories import NOW
from tests.gui.desk import enrol_people, form
from tests.pictures import SIGNED, encoded, face


@pytest.fixture
def desk(tmp_path):
    made = set_up.start_practice(tmp_path)
    yield made
    made.close()


def enrol(desk, *, method="tanda_tangan"):
    """The record's id, with a photo and a signature."""
    photo = pictures.take_photo(desk, encoded(face()))
    said = {"at": NOW.isoformat(), "by": desk.officer_id, "language": "id", "version": 1}
    given = Consent(**said, method=method, signature=pictures.keep_signature(desk, SIGNED))
    return enrol_people(desk, form(0, "Siti", photo=photo, consent=given))[0]


def test_photo_and_signature_are_shown_and_nothing_is_journalled_for_it(desk):
    record_id = enrol(desk)
    with desk.database.reading() as connection:
        before = journal.count(connection)
    shown = read_person(desk, record_id).pictures
    assert shown.photo.startswith(b"\xff\xd8")
    assert shown.signature.startswith(b"\x89PNG")
    assert not shown.thumb
    with desk.database.reading() as connection:
        assert journal.count(connection) == before


def test_withdrawn_consent_leaves_them_as_the_data_are(desk):
    record_id = enrol(desk, method="cap_jempol")
    consent.withdraw(desk, record_id, "Tidak mau lagi")
    page = read_person(desk, record_id)
    assert page.withdrawn
    assert page.pictures.photo
    assert page.pictures.thumb


def test_what_has_not_arrived_is_empty(desk):
    record_id = enrol(desk)
    with desk.database.writing() as connection:
        connection.execute(sa.delete(media))
    shown = read_person(desk, record_id).pictures
    assert (shown.photo, shown.signature) == (b"", b"")


def test_who_has_none_shows_none(desk):
    assert read_person(desk, enrol_people(desk, form(0, "Siti"))[0]).pictures == NO_PICTURES
