"""Photos and signatures travel with the journal; one that does not arrive stops nothing."""

import hashlib

import pytest
import sqlalchemy as sa

from jamsos_desktop.bundle.open import open_bundle
from jamsos_desktop.bundle.seal import part_of
from jamsos_desktop.domain.records import Consent
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.services import pictures
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.import_bundle import import_bundle, inspect_bundle
from jamsos_desktop.services.import_report import MissingPicture
from jamsos_desktop.services.keep_journal import rebuild_projections, state_hash
from jamsos_desktop.services.kits import export_kit, normalise_code
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.storage.models import media
from tests.factories import NOW, enrol_one, event_of
from tests.pictures import SIGNED, encoded, face, noise, two_halves
from tests.services.forger import Forger


def enrol_with_pictures(desk, number):
    """Somebody with a photo and a signature; the names of both."""
    photo = pictures.take_photo(desk, encoded(face(number)))
    shifted = [[(x + number, y) for x, y in stroke] for stroke in SIGNED]
    signature = pictures.keep_signature(desk, [*shifted, [(5.0 * number, 9.0), (80.0, 90.0)]])
    said = {"at": NOW.isoformat(), "by": desk.officer_id, "language": "id", "version": 1}
    consent = Consent(**said, method="tanda_tangan", signature=signature)
    return enrol_one(desk, number, photo=photo, consent=consent), photo, signature


def lose(desk, name):
    with desk.database.writing() as connection:
        connection.execute(sa.delete(media).where(media.c.sha256 == name))


def damage(desk, name):
    with desk.database.writing() as connection:
        put = sa.update(media).where(media.c.sha256 == name)
        connection.execute(put.values(data=encoded(two_halves(90, 120))))


def test_what_was_taken_at_the_station_is_seen_at_the_office(station, office, stick):
    _who, photo, signature = enrol_with_pictures(station, 1)
    exported = export_bundle(station, stick)
    assert (exported.pictures, exported.absent) == (2, 0)
    parts = {part.name: part for part in inspect_bundle(office, exported.path).parts}
    assert set(parts) == {"journal.ndjson", f"media/{photo}.jpg", f"media/{signature}.png"}
    assert parts[f"media/{photo}.jpg"].sha256 == photo
    report = import_bundle(office, exported.path)
    assert (report.pictures, report.missing) == (2, [])
    for name in (photo, signature):
        assert pictures.show_picture(office, name) == pictures.show_picture(station, name)


def test_again_and_cumulative_bundles_bring_only_what_is_new(station, office, stick):
    enrol_with_pictures(station, 1)
    first = export_bundle(station, stick).path
    assert import_bundle(office, first).pictures == 2
    assert import_bundle(office, first).pictures == 0
    enrol_with_pictures(station, 2)
    second = export_bundle(station, stick)
    assert second.pictures == 4
    assert import_bundle(office, second.path).pictures == 2


def test_a_lost_and_a_damaged_picture_stop_nothing(station, office, stick):
    (one, lost, _), (two, hurt, _) = (enrol_with_pictures(station, n) for n in (1, 2))
    lose(station, lost)
    damage(station, hurt)
    exported = export_bundle(station, stick)
    assert (exported.pictures, exported.absent) == (2, 2)
    report = import_bundle(office, exported.path)
    assert (report.counts["new"], report.pictures) == (2, 2)
    assert set(report.missing) == {
        MissingPicture(lost, "photo", one.number, refused=False),
        MissingPicture(hurt, "photo", two.number, refused=False),
    }


def test_a_picture_that_was_found_again_fills_the_gap(station, office, stick):
    _who, photo, _signature = enrol_with_pictures(station, 1)
    data = pictures.show_picture(station, photo)
    lose(station, photo)
    assert len(import_bundle(office, export_bundle(station, stick).path).missing) == 1
    with station.database.writing() as connection:
        row = {"sha256": photo, "kind": "photo", "data": data, "added_at": NOW.isoformat()}
        connection.execute(sa.insert(media).values(row))
    report = import_bundle(office, export_bundle(station, stick).path)
    assert (report.pictures, report.missing) == (1, [])


@pytest.fixture
def forged(station, office, stick):
    """A bundle of the station with these parts instead of its pictures; the photo's name."""
    who, photo, signature = enrol_with_pictures(station, 1)
    forger = Forger(station, office, stick)

    def seal(*parts):
        return import_bundle(office, forger.seal(parts=[part_of(*part) for part in parts]))

    return seal, who, photo, signature


def name_of(data):
    return hashlib.sha256(data).hexdigest()


def test_another_picture_under_a_name_is_refused(forged, office):
    seal, who, photo, signature = forged
    report = seal((f"media/{photo}.jpg", encoded(two_halves(90, 120))))
    assert MissingPicture(photo, "photo", who.number, refused=True) in report.missing
    assert MissingPicture(signature, "signature", who.number, refused=False) in report.missing
    assert (report.counts["new"], report.pictures) == (1, 0)
    assert pictures.show_picture(office, photo) is None


WRONG = {
    "no picture": b"<script>alert(1)</script>",
    "too many bytes": encoded(noise(900, 1200), quality=95),
    "too many pixels": encoded(two_halves(3000, 3000).convert("L"), quality=1),
    "another format": encoded(two_halves(90, 120), "WEBP"),
    "cut off": encoded(two_halves(90, 120))[:-200],
}


@pytest.mark.parametrize("data", WRONG.values(), ids=WRONG)
def test_what_is_no_photo_of_ours_is_not_kept(station, office, stick, data):
    who = enrol_one(station, 1, photo=name_of(data))
    seal = Forger(station, office, stick).seal
    path = seal(parts=[part_of(f"media/{name_of(data)}.jpg", data)])
    report = import_bundle(office, path)
    assert report.missing == [MissingPicture(name_of(data), "photo", who.number, refused=True)]
    assert pictures.show_picture(office, name_of(data)) is None


def test_what_nobody_names_is_not_kept(forged, office):
    seal, _who, _photo, _signature = forged
    data = encoded(two_halves(90, 120))
    assert seal((f"media/{name_of(data)}.jpg", data), ("media/foto.jpg", data)).pictures == 0
    assert pictures.show_picture(office, name_of(data)) is None


def test_stopping_in_the_middle_leaves_nothing(station, office, stick):
    enrol_with_pictures(station, 1)
    path = export_bundle(station, stick).path
    before, token = state_hash(office), CancelToken()

    def stop_late(done, total):
        if total == 1:  # entries are in; pictures are next
            token.cancel()

    with pytest.raises(Cancelled):
        import_bundle(office, path, stop_late, token)
    assert state_hash(office) == before
    with office.database.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(media)) == 0


def test_deriving_everything_again_leaves_the_pictures_of_others(station, office, stick):
    _who, photo, _signature = enrol_with_pictures(station, 1)
    import_bundle(office, export_bundle(station, stick).path)
    rebuild_projections(office)
    assert pictures.show_picture(office, photo) is not None
    assert import_bundle(office, export_bundle(station, stick).path).missing == []


def test_a_kit_carries_no_pictures(office, stick):
    name = pictures.take_photo(office, encoded(face()))
    enrol_one(office, 5, photo=name)
    issued = export_kit(office, "Pos 9", [event_of(office)], stick / "kit.jamsos")
    kit = open_bundle(issued.path, passphrase=normalise_code(issued.activation_code))
    assert not any("media" in part.name for part in kit.manifest.parts)


def test_a_flipped_bit_refuses_the_whole_bundle(station, office, stick):
    enrol_with_pictures(station, 1)
    path = export_bundle(station, stick).path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError, match="bundle_"):
        import_bundle(office, path)
