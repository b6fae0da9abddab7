"""The panel only tells, also to those who hear it."""

from PySide6.QtWidgets import QLabel

from jamsos_desktop.gui.enrolment.cover_panel import CoverPanel
from jamsos_desktop.gui.enrolment.wording import Cover


def test_what_is_computed_is_shown_and_read_aloud(shown):
    panel = shown(CoverPanel(), height=200)
    panel.show_cover(Cover("DBHCHT", "35 tahun", "Rp16.800", "Rp50.400 untuk 3 bulan"))
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "Rp50.400 untuk 3 bulan" in texts
    assert "35 tahun" in panel.accessibleName()
