"""A station's laptop is lost, or was found again; why is asked and journalled."""

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.stations.forms import SmallForm
from jamsos_desktop.gui.stations.lines import StationLine
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class LostForm(SmallForm):
    """Says what it means for the station's cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(_("Laptop pos hilang"))
        self.who = words("", "group", self)
        self.what = words("", None, self)
        self.add_widget(self.who)
        self.add_widget(self.what)
        self.add_gap()
        hint = _("misalnya tas dicuri di terminal; tercatat di jurnal")
        self.add_field(Field("reason", _("Apa yang terjadi"), TextEdit(), hint))
        self.primary = self.set_primary(_("Catat laptop hilang"), "save")

    def show_station(self, station: StationLine) -> None:
        """Which laptop, and what saving does."""
        self.who.setText(f"{station.name} ({station.code})")
        if station.lost:
            text = _("Catat laptop ada lagi")
            said = _("Kartu dari laptop ini berlaku lagi, di pos lain sesudah balasan berikutnya.")
        else:
            text = _("Catat laptop hilang")
            said = _(
                "Kartu yang dicetak laptop ini menjadi kuning waktu diperiksa: asli, tetapi tidak"
                " cukup sebagai bukti. Pos lain tahu sesudah balasan berikutnya. Pendaftaran yang"
                " sudah sampai di kantor tetap berlaku."
            )
        self.what.setText(said)
        self.primary.setText(keys.label(text, "save"))
        self.primary.setAccessibleName(text)
