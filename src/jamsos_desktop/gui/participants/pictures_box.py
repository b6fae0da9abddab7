"""The photo and the signature on a person's page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from jamsos_desktop.gui.participants.pictures import Pictures
from jamsos_desktop.gui.widgets.picture import Picture
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_PHOTO = QSize(120, 160)
_SIGNATURE = QSize(240, 96)


class PicturesBox(QWidget):
    """Both side by side with a word above each; hidden where the record names none."""

    def __init__(self, shown: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = Picture(_PHOTO, parent=self)
        self.signature = Picture(_SIGNATURE, fill=False, parent=self)
        signed = _("Cap jempol") if shown.thumb else _("Tanda tangan")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        places = ((self.photo, _("Foto"), shown.photo), (self.signature, signed, shown.signature))
        for column, (picture, title, data) in enumerate(places):
            picture.setVisible(data is not None)
            if data is None:
                continue
            grid.addWidget(words(title, "hint", self), 0, column)
            grid.addWidget(picture, 1, column, Qt.AlignmentFlag.AlignTop)
            absent = _("{what} belum sampai di sini.", what=title)
            picture.show_picture(data or None, title if data else absent)
        self.setVisible(any(data is not None for _picture, _title, data in places))
