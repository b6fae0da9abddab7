"""Taking consent back on a person's page, and undoing that."""

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.participants.reason_bar import ReasonBar
from jamsos_desktop.i18n import _


class Withdrawal(ReasonBar):
    """Any officer may withdraw; a coordinator may undo it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_person(withdrawn=False, may_restore=False)

    def show_person(self, *, withdrawn: bool, may_restore: bool) -> None:
        """Offer to withdraw, or to undo it where the officer may."""
        if withdrawn:
            self.offer(
                _("Batalkan pencabutan"),
                _("Batalkan pencabutan persetujuan?"),
                _("Hanya bila pencabutannya keliru, dan orangnya setuju."),
                "" if may_restore else _("Hanya koordinator atau admin yang boleh."),
            )
        else:
            self.offer(
                _("Cabut persetujuan"),
                _("Cabut persetujuan orang ini?"),
                _(
                    "Kartunya tidak dicetak lagi. Kantor mengetahuinya lewat bundel berikutnya dan"
                    " berhenti memakai datanya."
                ),
                "",
            )
