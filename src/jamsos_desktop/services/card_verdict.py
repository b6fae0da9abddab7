"""What a checked card means, in words with a colour, for the window and the terminal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.revocation import Why
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.check_card import CheckedCard

_WHY: Mapping[Why, str] = {
    "dibatalkan": N_("Pendaftaran ini dibatalkan. Jangan serahkan atau terima kartunya."),
    "dicabut": N_("Pemiliknya mencabut persetujuan. Jangan serahkan atau terima kartunya."),
    "duplikat": N_("Orang ini terdaftar dua kali; yang berlaku nomornya yang lain."),
    "ditolak": N_("Kantor menolak pendaftaran ini. Tanyakan kepada kantor."),
    "kunci_hilang": N_(
        "Laptop yang mencetaknya hilang, jadi kartu saja tidak cukup. Cocokkan orangnya dengan"
        " daftar peserta."
    ),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """``tone`` is green, amber or red; ``what`` says the same as a word, ``more`` why.

    ``facts`` are labels and values of the card; ``note`` says how much the answer can know.
    """

    tone: Literal["success", "warning", "error"]
    what: str
    more: str
    facts: tuple[tuple[str, str], ...] = ()
    note: str = ""


def verdict_of(card: CheckedCard) -> Verdict:
    """Only what a known office vouches for is repeated: the rest anybody may have written."""
    if card.outcome == "unknown_office":
        return Verdict(
            "warning",
            _("Kantor lain"),
            _("Kode ini utuh, tetapi tidak dikeluarkan kantor Anda. Tanyakan kepada penerbitnya."),
        )
    if card.outcome == "bad_signature":
        return Verdict(
            "error",
            _("Tidak asli"),
            _("Isi kode ini tidak cocok dengan tanda tangannya. Jangan diterima."),
        )
    if card.outcome == "not_ours" or card.fields is None or card.certificate is None:
        return Verdict(
            "error",
            _("Bukan kode kartu"),
            _("Ini bukan kode dari kartu JAMSOS, atau ada huruf yang hilang. Pindai sekali lagi."),
        )
    facts, note = _facts(card), _note(card)
    if card.certificate.practice:
        return Verdict("warning", _("LATIHAN"), _practice(card), facts)
    if card.revoked is not None:
        return Verdict("warning", _("Tidak berlaku lagi"), _(_WHY[card.revoked]), facts, note)
    genuine = _("Tanda tangannya benar, dan kartunya tidak dicabut.")
    if card.list_missing:
        genuine = _("Tanda tangannya benar.")
    return Verdict("success", _("Asli"), genuine, facts, note)


def _practice(card: CheckedCard) -> str:
    """What is learned with it: also here a card can have been revoked."""
    practice = _("Kartu latihan: tidak berlaku sungguhan.")
    if card.revoked is None:
        return practice
    why = _(_WHY[card.revoked])
    return f"{practice} {why}"


def _facts(card: CheckedCard) -> tuple[tuple[str, str], ...]:
    assert card.fields is not None
    day = short_date(card.fields.date)
    event = f"{card.event}, {day}" if card.event else f"{card.fields.event}, {day}"
    told = (
        (_("Nomor pendaftaran"), card.fields.number),
        (_("Atas nama"), card.person),
        (_("Kegiatan"), event),
        (_("Dicetak di"), card.station),
    )
    return tuple(fact for fact in told if fact[1])


def _note(card: CheckedCard) -> str:
    """A station knows of revoked cards what the office told it last."""
    if card.list_missing:
        return _(
            "Pos ini belum menerima daftar kartu yang dicabut. Terima balasan atau paket baru"
            " dari kantor."
        )
    if card.list_at:
        at = moment_words(card.list_at)
        return _("Kartu yang dicabut sesudah {at} belum diketahui di pos ini.", at=at)
    return ""
