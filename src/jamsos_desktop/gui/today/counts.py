"""The left half of the page: event, target, counts, and registrations by the hour."""

from PySide6.QtWidgets import QGridLayout, QProgressBar, QVBoxLayout, QWidget

from jamsos_desktop.gui.today import wording
from jamsos_desktop.gui.today.hours import HoursChart
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.event_day import Today

_MOST_FIGURES = 4


class Counts(QWidget):
    """How far the event is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.event_name = Elided("group", self)
        self.where = words("", "hint", self)
        self.target = words("", "fieldLabel", self)
        self.made = words("", "hint", self)
        self.receipt = words("", "hint", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.figures = [
            (words("", "heading", self), words("", "hint", self)) for _place in range(_MOST_FIGURES)
        ]
        self.hours = HoursChart(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for place, (value, label) in enumerate(self.figures):
            row, column = divmod(place, 2)
            grid.addWidget(value, 2 * row, column)
            grid.addWidget(label, 2 * row + 1, column)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(8)
        for widget in (self.event_name, self.where, self.target, self.bar, self.made):
            column_box.addWidget(widget)
        column_box.addLayout(grid)
        column_box.addWidget(self.receipt)
        column_box.addWidget(words(_("Pendaftaran per jam"), "fieldLabel", self))
        column_box.addWidget(self.hours, 1)

    def show_today(self, today: Today) -> None:
        """Show these counts."""
        self.event_name.show_text(today.event.name)
        self.where.setText(wording.event_words(today))
        self.target.setText(wording.target_words(today))
        self.bar.setVisible(bool(today.event.target))
        self.bar.setMaximum(max(1, today.event.target))
        self.bar.setValue(min(today.turnout.enrolled, today.event.target))
        for line, said in (
            (self.made, wording.made_words(today)),
            (self.receipt, wording.receipt_words(today)),
        ):
            line.setText(said)
            line.setVisible(bool(said))
        self.bar.setAccessibleName(wording.target_words(today))
        shown = wording.figures(today)
        for place, (value, label) in enumerate(self.figures):
            figure = shown[place] if place < len(shown) else wording.Figure("", "")
            value.setText(figure.value)
            label.setText(figure.label)
        self.hours.show_hours(wording.hours(today), wording.hours_words(today))
