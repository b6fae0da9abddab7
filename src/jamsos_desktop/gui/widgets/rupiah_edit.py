"""The field for an amount in whole rupiah: Rp1.000.000."""

from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain.person_fields import group_rupiah, parse_rupiah
from jamsos_desktop.gui.widgets.editor import set_expected_length
from jamsos_desktop.gui.widgets.grouped_edit import GroupedEdit


class RupiahEdit(GroupedEdit):
    """Grouped by thousands while it is typed. The raw value is the bare number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_expected_length(self, 14)

    def group(self, digits: str) -> str:
        return group_rupiah(int(digits)) if digits else ""

    def pasted(self, text: str) -> str | None:
        """The amount with its cents left out; None where the text is no amount."""
        amount = parse_rupiah(text)
        if amount is None:
            return None
        self.selectAll()
        return str(amount)

    def value(self) -> int | None:
        """The amount, or None while the field is empty."""
        return parse_rupiah(self.digits())
