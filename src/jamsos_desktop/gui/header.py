"""What stands at the top of the window, in words. No Qt: presenters fill it."""

from dataclasses import dataclass

from jamsos_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Header:
    """``pending`` counts what no bundle holds yet, ``receipt_days`` the days since a receipt.

    An office sends no bundles: there ``pending`` is None.
    """

    event: str = ""
    officer: str = ""
    pending: int | None = 0
    receipt_days: int | None = None
    practice: bool = False

    def pending_words(self) -> str:
        """How much has still to be exported; empty where nothing ever is."""
        if self.pending is None:
            return ""
        if not self.pending:
            return _("Semua sudah diekspor")
        return _("{count} belum diekspor", count=self.pending)

    def receipt_words(self) -> str:
        """How old the last receipt is; empty while there has been none."""
        if self.receipt_days is None:
            return ""
        if self.receipt_days == 0:
            return _("Balasan kantor hari ini")
        return _("Balasan kantor {days} hari lalu", days=self.receipt_days)
