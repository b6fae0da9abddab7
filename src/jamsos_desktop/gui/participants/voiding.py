"""Voiding a registration on a person's page, and undoing that."""

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.i18n import _


class Voiding(ReasonBar):
    """A cadre may void their own of today; a coordinator any, and only a coordinator undoes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_person(voided=False, may_void=False, may_undo=False)

    def show_person(self, *, voided: bool, may_void: bool, may_undo: bool) -> None:
        """Offer to void the registration, or to undo that, where the officer may."""
        if voided:
            self.offer(
                _("Pulihkan pendaftaran"),
                _("Pulihkan pendaftaran ini?"),
                _("Ia dihitung lagi dan boleh mendapat kartu. Pembatalannya tetap tercatat."),
                "" if may_undo else _("Hanya koordinator atau admin yang boleh."),
            )
        else:
            self.offer(
                _("Batalkan pendaftaran"),
                _("Batalkan pendaftaran orang ini?"),
                _(
                    "Datanya tetap tersimpan dan ditandai, tetapi tidak dihitung dan tidak mendapat"
                    " kartu. Kantor mengetahuinya lewat bundel berikutnya."
                ),
                ""
                if may_void
                else _(
                    "Anda boleh membatalkan pendaftaran yang Anda buat hari ini. Yang lain oleh"
                    " koordinator atau admin."
                ),
            )
