"""The field for a date of birth: 17081990, 17-8-1990 and 17/8/90 become 17-08-1990."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.person_fields import parse_date
from jamsos_desktop.gui.widgets.editor import TextEdit, set_expected_length
from jamsos_desktop.i18n import _


class DateEdit(TextEdit):
    """Text that is tidied when the field is left; what is no date stays as it was typed."""

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        """``today`` decides which century two digits of a year mean."""
        super().__init__(parent)
        self._today = today
        self.setPlaceholderText(_("tgl-bln-tahun"))
        set_expected_length(self, 12)

    def value(self) -> dt.date | None:
        """The date, or None where the text is none."""
        return parse_date(self.text(), self._today())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        day = self.value()
        if day is not None:
            self.setText(short_date(day))
        super().focusOutEvent(event)
