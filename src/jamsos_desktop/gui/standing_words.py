"""Where a registration stands, in words and colours. No Qt."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.i18n import N_, _

Tone = Literal["neutral", "success", "warning"]


class Shown(NamedTuple):
    """A state as a pill shows it, and what to do now, if anything."""

    name: str
    tone: Tone
    todo: str = ""


_SHOWN: Mapping[Standing, Shown] = {
    "tersimpan": Shown(N_("belum diekspor"), "warning"),
    "diekspor": Shown(N_("diekspor"), "neutral"),
    "diterima": Shown(N_("diterima kantor"), "success"),
    "perlu_perbaikan": Shown(
        N_("perlu perbaikan"), "warning", N_("Perbaiki datanya, lalu ekspor sekali lagi.")
    ),
    "duplikat": Shown(
        N_("pendaftaran ganda"),
        "warning",
        N_("Kartunya tidak berlaku, pendaftaran lain yang dipakai."),
    ),
    "ditolak": Shown(N_("ditolak kantor"), "warning", N_("Beri tahu orangnya.")),
    "dikirim": Shown(N_("dikirim ke BPJS"), "neutral"),
    "aktif": Shown(N_("aktif"), "success"),
    "ditolak_bpjs": Shown(
        N_("ditolak BPJS"), "warning", N_("Tanyakan kepada orangnya, perbaiki, lalu ekspor lagi.")
    ),
    "dibatalkan": Shown(N_("dibatalkan"), "neutral"),
    "dicabut": Shown(N_("persetujuan dicabut"), "neutral"),
}


def shown(standing: Standing) -> Shown:
    """A state in the chosen language."""
    made = _SHOWN[standing]
    return Shown(_(made.name), made.tone, _(made.todo) if made.todo else "")
