"""The field for a NIK or the number of a family card: 3578 0217 0890 0001."""

import re

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain import nik
from jamsos_desktop.gui.widgets.editor import set_expected_length
from jamsos_desktop.gui.widgets.grouped_edit import GroupedEdit

_WHOLE = re.compile(r"(?<!\d)\d(?:[\s.\-]?\d){15}(?!\d)")
_ROUNDED = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)  # what Excel makes of sixteen digits


class NikEdit(GroupedEdit):
    """Digits in groups of four. Copying gives the masked number: the clipboard is no safe place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_expected_length(self, nik.LENGTH + 3)

    def group(self, digits: str) -> str:
        return nik.group(digits)

    def pasted(self, text: str) -> str | None:
        """The sixteen digits in the text if they stand there, otherwise all its digits.

        A number that a spreadsheet has rounded (3,57802E+15) is refused: its digits are lost.
        """
        whole = _WHOLE.search(text)
        if whole:
            self.selectAll()
            return nik.normalise(whole.group())
        return None if _ROUNDED.search(text) else self.clean(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        copying = event.matches(QKeySequence.StandardKey.Copy)
        if copying or event.matches(QKeySequence.StandardKey.Cut):
            QGuiApplication.clipboard().setText(nik.mask(self.digits()))
            return
        super().keyPressEvent(event)
