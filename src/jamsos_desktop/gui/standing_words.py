"""Where a registration stands, in words and colours. No Qt."""

from collections.abc import Mapping
from typing import NamedTuple

from jamsos_desktop.domain.office_words import NAMES
from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import N_, _


class Shown(NamedTuple):
    """A state as a pill shows it, and what to do now, if anything."""

    name: str
    tone: Tone
    todo: str = ""


_TONES: Mapping[Standing, Tone] = {
    **dict.fromkeys(("tersimpan", "perlu_perbaikan", "duplikat", "ditolak"), "warning"),
    **dict.fromkeys(("diterima", "aktif"), "success"),
    **dict.fromkeys(("diekspor", "menunggu", "dikirim", "dibatalkan", "dicabut"), "neutral"),
    "ditolak_bpjs": "warning",
}
_TODO: Mapping[Standing, str] = {
    "perlu_perbaikan": N_("Perbaiki datanya, lalu ekspor sekali lagi."),
    "duplikat": N_("Kartunya tidak berlaku, pendaftaran lain yang dipakai."),
    "ditolak": N_("Beri tahu orangnya."),
    "ditolak_bpjs": N_("Tanyakan kepada orangnya, perbaiki, lalu ekspor lagi."),
}


def shown(standing: Standing) -> Shown:
    """A state in the chosen language."""
    todo = _(_TODO[standing]) if standing in _TODO else ""
    return Shown(_(NAMES[standing]), _TONES[standing], todo)
