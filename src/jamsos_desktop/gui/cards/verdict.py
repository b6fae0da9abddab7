"""What reading a card's code says, in words with a colour. No Qt."""

from dataclasses import dataclass
from typing import Literal

from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.card_code import CardCheck


@dataclass(frozen=True, slots=True)
class Verdict:
    """``tone`` is the colour; ``what`` says the same as a word, ``more`` why or what it says."""

    tone: Literal["success", "warning", "error"]
    what: str
    more: str


def verdict_of(check: CardCheck) -> Verdict:
    """Only what a known office vouches for is repeated: the rest anybody may have written."""
    if check.outcome == "unknown_office":
        return Verdict(
            "warning",
            _("Kantor lain"),
            _("Kode ini utuh, tetapi tidak dikeluarkan kantor Anda. Tanyakan kepada penerbitnya."),
        )
    if check.outcome == "bad_signature":
        return Verdict(
            "error",
            _("Tidak asli"),
            _("Isi kode ini tidak cocok dengan tanda tangannya. Jangan diterima."),
        )
    if check.outcome == "not_ours" or check.fields is None or check.certificate is None:
        return Verdict(
            "error",
            _("Bukan kode kartu"),
            _("Ini bukan kode dari kartu JAMSOS, atau ada huruf yang hilang. Pindai sekali lagi."),
        )
    says = _(
        "Nomor {number}, kegiatan {date}.",
        number=check.fields.number,
        date=long_date(check.fields.date),
    )
    if check.certificate.practice:
        practice = _("Kartu latihan: tidak berlaku sungguhan.")
        return Verdict("warning", _("LATIHAN"), f"{says} {practice}")
    real = _("Bukan latihan.")
    return Verdict("success", _("Asli"), f"{says} {real}")
