"""The field for an income: an amount, or the band in which it lies."""

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.enrolment.offers import Offers
from jamsos_desktop.gui.widgets.chooser import Chooser


class IncomeEdit(Chooser):
    """Digits are an amount, which is grouped when it is taken; the down arrow shows the bands."""

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(offers.incomes, offers.income, parent, remembers=False)
        self._lookup_income = offers.income

    def settle(self) -> None:
        """What was typed in full is taken by itself, an amount as well."""
        typed = self._lookup_income(self.text()) if self.option() is None else None
        if typed is not None:
            self.set_raw(typed.key)
            self.edited.emit()
        else:
            super().settle()
