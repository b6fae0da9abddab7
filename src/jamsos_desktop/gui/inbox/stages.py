"""The list of the files that were chosen: its columns and how far each file came, in words."""

from jamsos_desktop.bundle.naming import hint_of
from jamsos_desktop.gui.inbox.seen import ORDER
from jamsos_desktop.gui.inbox.state import BundleFile, Stage
from jamsos_desktop.gui.tables import Column
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.import_report import OUTCOME_WORDS

_STAGES: dict[Stage, tuple[str, Tone]] = {
    "waiting": (N_("menunggu"), "neutral"),
    "looking": (N_("diperiksa…"), "primary"),
    "ready": (N_("siap dimasukkan"), "info"),
    "braked": (N_("berhenti, perlu jawaban"), "warning"),
    "queued": (N_("menunggu giliran"), "neutral"),
    "merging": (N_("dimasukkan…"), "primary"),
    "done": (N_("masuk"), "success"),
    "known": (N_("sudah masuk semua"), "neutral"),
    "refused": (N_("ditolak"), "error"),
    "stopped": (N_("dihentikan"), "neutral"),
}


def stage_of(file: BundleFile) -> tuple[str, Tone]:
    """The word of the coloured pill and its tone."""
    seen = file.seen
    if seen is not None and file.stage == "done":
        if seen.gaps or seen.forks or seen.aside or seen.counts["conflict"]:
            return _("masuk, perlu dilihat"), "warning"
        if seen.before:
            return _("sudah pernah masuk"), "info"
    word, tone = _STAGES[file.stage]
    return _(word), tone


def sender_of(file: BundleFile) -> str:
    """Whose file it is; of one that was not opened, what its name says."""
    if file.seen is not None:
        return file.seen.sender
    hint = hint_of(file.path.name)
    return hint.station_code if hint is not None else "—"


def columns() -> list[Column[BundleFile]]:
    """From whom it is first, then how it goes."""
    return [
        Column(_("Dari"), sender_of),
        Column(_("Keadaan"), _stage_word, tone=_stage_tone),
        Column(_("Isi"), contents),
        Column(_("Berkas"), lambda file: file.path.name),
    ]


def _stage_word(file: BundleFile) -> str:
    return stage_of(file)[0]


def _stage_tone(file: BundleFile) -> Tone:
    return stage_of(file)[1]


def contents(file: BundleFile) -> str:
    """How many people it speaks of, by what becomes of them: ``13 baru · 2 berubah · 1 mirip``."""
    if file.seen is None:
        return ""
    counts = [(file.seen.counts[outcome], _(OUTCOME_WORDS[outcome])) for outcome in ORDER]
    counts.append((len(file.seen.report.twins), _("mirip")))
    return " · ".join(f"{count} {word}" for count, word in counts if count) or _("tidak ada orang")
