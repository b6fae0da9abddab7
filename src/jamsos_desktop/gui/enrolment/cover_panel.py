"""What the person gets and what it costs, computed while the form is filled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from jamsos_desktop.gui.enrolment.wording import Cover
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class CoverPanel(QFrame):
    """Four lines that only tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lines = {
            "programme": self._line(_("Program")),
            "age": self._line(_("Umur saat mulai")),
            "monthly": self._line(_("Iuran sebulan")),
            "total": self._line(_("Seluruhnya")),
        }
        self._lines["total"].setObjectName("panelTotal")
        self.show_cover(Cover())

    def _line(self, title: str) -> QLabel:
        row = self._grid.rowCount()
        label = words(title, "hint", self)
        label.setWordWrap(False)
        value = words("", None, self)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        return value

    def show_cover(self, cover: Cover) -> None:
        """Tell how it stands now."""
        for name, line in self._lines.items():
            line.setText(getattr(cover, name))
        self.setAccessibleName(" ".join(line.text() for line in self._lines.values()))
