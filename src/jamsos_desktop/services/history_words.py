"""What happened to a participant's data, in words: for screen and paper."""

from jamsos_desktop.domain.activities import (
    CardHandedOver,
    CardPrinted,
    CeremonyChosen,
    ConsentRestored,
    ConsentWithdrawn,
    NikRevealed,
    PaperPrinted,
    Voided,
    VoidUndone,
)
from jamsos_desktop.domain.hand_over import ceremony_words, handed_words
from jamsos_desktop.domain.office_words import FromOffice, office_words
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.domain.reprint import reason_words
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.consent_words import void_words, withdrawal_words
from jamsos_desktop.services.find import Happening

_PAPERS = {
    ("receipt", "printer"): N_("Tanda terima dicetak"),
    ("receipt", "file"): N_("Tanda terima disimpan sebagai PDF"),
    ("board", "printer"): N_("Papan simbolis dicetak"),
    ("board", "file"): N_("Papan simbolis disimpan sebagai PDF"),
}


def happening_words(line: Happening) -> str:
    """What one line of the history says: what was done, how, and why."""
    match line.body:
        case Participant():
            return _saved(line)
        case CardPrinted() | PaperPrinted():
            return _printed(line.body)
        case CardHandedOver(to=to, name=name):
            return handed_words(to, name)
        case ConsentWithdrawn() | ConsentRestored() | Voided() | VoidUndone():
            return _standing(line.body)
        case CeremonyChosen(chosen=chosen):
            return ceremony_words(chosen=chosen)
        case NikRevealed():
            return _("NIK lengkap dilihat")
    if isinstance(line.body, FromOffice):
        return office_words(line.body)
    return _("Isi catatan ini tidak bisa dibaca di sini")


def _standing(body: ConsentWithdrawn | ConsentRestored | Voided | VoidUndone) -> str:
    if isinstance(body, Voided | VoidUndone):
        return void_words(body.reason, voided=isinstance(body, Voided))
    return withdrawal_words(body.reason, withdrawn=isinstance(body, ConsentWithdrawn))


def _printed(body: CardPrinted | PaperPrinted) -> str:
    if isinstance(body, PaperPrinted):
        said = _(_PAPERS[body.kind, body.to])
        if body.copy > 1:
            said = _("{paper}, yang ke-{copy}", paper=said, copy=body.copy)
        return _because(said, body)
    said = _("Kartu disimpan sebagai PDF, lembar ke-{copy}", copy=body.copy)
    if body.to == "printer":
        said = _("Kartu dicetak, lembar ke-{copy}", copy=body.copy)
    return _because(said, body)


def _because(said: str, body: CardPrinted | PaperPrinted) -> str:
    why = reason_words(body.reason, body.note)
    return f"{said} ({why})" if why else said


def _saved(line: Happening) -> str:
    if line.first:
        return _("Didaftarkan")
    return _("Diperbaiki") if line.changes else _("Disimpan lagi tanpa perubahan")
