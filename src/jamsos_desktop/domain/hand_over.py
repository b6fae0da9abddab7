"""To whom a card was handed over (*serah terima kartu*), in words."""

from collections.abc import Mapping

from jamsos_desktop.domain.activities import Receiver
from jamsos_desktop.i18n import N_, _

RECEIVERS: Mapping[Receiver, str] = {
    "orangnya": N_("Orangnya sendiri"),
    "keluarga": N_("Keluarga"),
    "wakil": N_("Wakil"),
}


def receiver_words(to: Receiver, name: str) -> str:
    """``Keluarga: Budi``."""
    return f"{_(RECEIVERS[to])}: {name}" if name else _(RECEIVERS[to])


def handed_words(to: Receiver, name: str) -> str:
    """What a person's history says of it."""
    return _("Kartu diserahkan. {receiver}", receiver=receiver_words(to, name))


def ceremony_words(*, chosen: bool) -> str:
    """What a person's history says of the choice for the ceremony."""
    if chosen:
        return _("Dipilih untuk penyerahan simbolis")
    return _("Tidak lagi dipilih untuk penyerahan simbolis")
