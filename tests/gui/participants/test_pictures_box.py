"""Photo and signature on a person's page."""

from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui.participants.pictures import NO_PICTURES, Pictures
from jamsos_desktop.gui.participants.pictures_box import PicturesBox
from jamsos_desktop.services.images import draw_signature
from tests.pictures import SIGNED, encoded, two_halves


def words(box):
    return [label.text() for label in box.findChildren(QLabel)]


def test_both_are_shown(shown):
    box = shown(PicturesBox(Pictures(encoded(two_halves()), draw_signature(SIGNED))))
    assert words(box) == ["Foto", "Tanda tangan"]
    assert (box.photo.empty, box.signature.empty) == (False, False)


def test_a_thumb_is_called_one_and_what_is_not_here_says_so(shown):
    box = shown(PicturesBox(Pictures(signature=b"", thumb=True)))
    assert words(box) == ["Cap jempol"]
    assert box.signature.accessibleName() == "Cap jempol belum sampai di sini."
    assert not box.photo.isVisible()


def test_where_there_is_none_there_is_nothing(qtbot):
    box = PicturesBox(NO_PICTURES)
    qtbot.addWidget(box)
    assert box.isHidden()
