"""The field for a mobile number: 0812-3456-7890."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain.person_fields import group_phone, normalise_phone
from jamsos_desktop.gui.widgets.editor import set_expected_length
from jamsos_desktop.gui.widgets.grouped_edit import GroupedEdit


class PhoneEdit(GroupedEdit):
    """Takes +62 812…, 62812… and 812… as well; they become 0812… when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_expected_length(self, 17)

    def clean(self, text: str) -> str:
        """The digits, with the plus sign of another country's number."""
        return ("+" if text.lstrip().startswith("+") else "") + super().clean(text)

    def group(self, digits: str) -> str:
        return group_phone(digits)

    def pasted(self, text: str) -> str | None:
        return normalise_phone(self.clean(text))

    def raw(self) -> str:
        return normalise_phone(self.digits())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.set_raw(self.raw())
        super().focusOutEvent(event)
