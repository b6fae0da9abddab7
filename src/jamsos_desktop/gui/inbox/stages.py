"""The list of the files that were chosen: its columns and how far each file came, in words."""

from functools import partial

from jamsos_desktop.gui.inbox.merge import OUTCOMES
from jamsos_desktop.gui.inbox.presenter import BundleFile, Stage
from jamsos_desktop.gui.tables import Column
from jamsos_desktop.gui.widgets.words import Tone
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.import_report import Outcome

_STAGES: dict[Stage, tuple[str, Tone]] = {
    "waiting": (N_("menunggu"), "neutral"),
    "working": (N_("diperiksa…"), "primary"),
    "done": (N_("masuk"), "success"),
    "refused": (N_("ditolak"), "error"),
    "stopped": (N_("dihentikan"), "neutral"),
}

_ORDER: tuple[Outcome, ...] = ("new", "changed", "same", "conflict")


def stage_of(file: BundleFile) -> tuple[str, Tone]:
    """The word of the coloured pill and its tone."""
    merged = file.merged
    if merged is None:
        word, tone = _STAGES[file.stage]
        return _(word), tone
    if merged.gaps or merged.forks or merged.counts["conflict"]:
        return _("masuk, perlu dilihat"), "warning"
    if merged.before:
        return _("sudah pernah masuk"), "info"
    return _("masuk"), "success"


def columns() -> list[Column[BundleFile]]:
    """From whom it is first, then how it went."""
    counts: list[Column[BundleFile]] = [
        Column(_(OUTCOMES[outcome][0]).capitalize(), partial(_count, outcome), numbers=True)
        for outcome in _ORDER
    ]
    return [
        Column(_("Dari"), lambda file: file.merged.sender if file.merged else "—"),
        Column(_("Keadaan"), _stage_word, tone=_stage_tone),
        *counts,
        Column(_("Berkas"), lambda file: file.path.name),
    ]


def _stage_word(file: BundleFile) -> str:
    return stage_of(file)[0]


def _stage_tone(file: BundleFile) -> Tone:
    return stage_of(file)[1]


def _count(outcome: Outcome, file: BundleFile) -> str:
    return str(file.merged.counts[outcome]) if file.merged else ""
