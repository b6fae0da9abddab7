"""One bundle file through the import, and what came of it in words. No Qt; made on the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jamsos_desktop.gui.moment import moment_words
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services import plan
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_bundle import import_bundle
from jamsos_desktop.services.import_report import (
    MOST_ROWS,
    ImportReport,
    MissingPicture,
    Outcome,
)
from jamsos_desktop.services.progress import CancelToken, Report

Tone = Literal["neutral", "success", "warning", "info"]

#: In the order in which somebody wants to read them.
OUTCOMES: dict[Outcome, tuple[str, Tone]] = {
    "conflict": (N_("perlu diputuskan"), "warning"),
    "new": (N_("baru"), "success"),
    "changed": (N_("berubah"), "info"),
    "same": (N_("sudah ada"), "neutral"),
}
_NAMED = 5  # so many gaps and forks are named; the rest is counted


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What became of one participant."""

    name: str
    number: str
    outcome: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Merged:
    """A bundle that was taken in. ``people`` are the conflicts first; the counts are whole."""

    sender: str
    counts: dict[Outcome, int]
    people: tuple[PersonLine, ...]
    left_off: int  # participants of the bundle beyond those that the report lists
    before: str  # when the same file was imported, and by whom; empty for the first time
    gaps: str
    forks: str
    pictures: str = ""  # photos and signatures that are lacking

    @property
    def total(self) -> int:
        """How many participants the bundle speaks of."""
        return sum(self.counts.values())


def merge(desk: Desk, path: Path, report: Report, cancel: CancelToken) -> Merged:
    """Check and merge a bundle. Raises what importing can raise."""
    done = import_bundle(desk, path, report, cancel)
    order = list(OUTCOMES)
    rows = sorted(done.rows, key=lambda row: (order.index(row.outcome), row.name, row.number))
    total = sum(done.counts.values())
    return Merged(
        sender=f"{done.station_name} ({done.station_code})",
        counts=dict(done.counts),
        people=tuple(
            PersonLine(
                row.name or _("(tanpa nama)"),
                row.number,
                _(OUTCOMES[row.outcome][0]),
                OUTCOMES[row.outcome][1],
            )
            for row in rows
        ),
        left_off=max(total - MOST_ROWS, 0),
        before=_before(desk, done),
        gaps=_gaps(done.gaps),
        forks=_forks(done.forks),
        pictures=missing_words(done.missing),
    )


def _before(desk: Desk, done: ImportReport) -> str:
    if done.before is None:
        return ""
    officer = dict(plan.officers(desk)).get(done.before.officer_id)
    return _(
        "Berkas ini sudah pernah diimpor pada {when} oleh {officer}.",
        when=moment_words(done.before.at),
        officer=officer.name if officer else _("petugas lain"),
    )


def _gaps(gaps: Sequence[tuple[int, int]]) -> str:
    if not gaps:
        return ""
    named = [str(first) if first == last else f"{first}–{last}" for first, last in gaps]
    return _(
        "Ada catatan pos yang belum sampai ke kantor: nomor {numbers}."
        " Minta pos mengekspor sekali lagi, lalu impor berkas yang baru.",
        numbers=_listed(named),
    )


def _forks(forks: Sequence[int]) -> str:
    if not forks:
        return ""
    return _(
        "Pos ini pernah memakai nomor catatan yang sama dua kali (nomor {numbers}), biasanya karena"
        " data lama dikembalikan di laptop itu. Keduanya disimpan; tanyakan kepada petugas pos.",
        numbers=_listed([str(seq) for seq in forks]),
    )


def missing_words(missing: Sequence[MissingPicture]) -> str:
    """Whose photo or signature has not arrived; empty where all have."""
    if not missing:
        return ""
    lacking = {one.number or _("(tanpa nomor)"): None for one in missing}
    sentences = [
        _(
            "Ada foto atau tanda tangan yang belum sampai, yaitu milik {numbers}."
            " Datanya sendiri sudah masuk. Minta pos mengekspor sekali lagi;"
            " bila tetap tidak ada, ambil lagi gambarnya.",
            numbers=_listed(list(lacking)),
        )
    ]
    refused = sum(one.refused for one in missing)
    if refused:
        sentences.append(_("{count} gambar ikut terkirim tetapi rusak.", count=refused))
    return " ".join(sentences)


def _listed(named: Sequence[str]) -> str:
    more = len(named) - _NAMED
    shown = ", ".join(named[:_NAMED])
    return shown if more <= 0 else _("{shown} dan {more} lagi", shown=shown, more=more)
