"""Which pictures an entry names."""

import msgspec
import pytest

from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.picture import PHOTO_RATIO, Named, is_sha256, named_by
from jamsos_desktop.domain.records import Consent
from jamsos_desktop.paths import resource
from tests.factories import NOW, make_participant

ONE, TWO = "a" * 64, "0" * 64


def consent(signature):
    return Consent(
        at=NOW.isoformat(),
        by="petugas",
        language="id",
        version=1,
        method="tanda_tangan",
        signature=signature,
    )


def test_a_participant_names_a_photo_and_a_signature():
    person = make_participant(photo=ONE, consent=consent(TWO))
    assert list(named_by(person)) == [Named(ONE, "photo"), Named(TWO, "signature")]


@pytest.mark.parametrize("text", ["", "foto.jpg", "A" * 64, "a" * 63, "a" * 64 + "\n", "../" * 20])
def test_what_is_no_hash_names_nothing(text):
    assert not is_sha256(text)
    assert list(named_by(make_participant(photo=text, consent=consent(text)))) == []


def test_nothing_else_names_a_picture():
    assert list(named_by(CardPrinted(to="file"))) == []
    assert list(named_by(None)) == []


@pytest.mark.parametrize("path", sorted(resource("templates").glob("card-*.toml")), ids=str)
def test_every_card_has_a_place_of_that_proportion(path):
    pages = msgspec.toml.decode(path.read_bytes())["pages"]
    boxes = [box for page in pages for box in page["boxes"] if box.get("picture") == "photo"]
    assert boxes
    for box in boxes:
        assert box["width"] / box["height"] == pytest.approx(PHOTO_RATIO[0] / PHOTO_RATIO[1], 0.01)
