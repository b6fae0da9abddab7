"""One bundle, looked into or merged, in words. No Qt; made on the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jamsos_desktop import __version__
from jamsos_desktop.domain.aside_words import why_words
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import _
from jamsos_desktop.services import plan
from jamsos_desktop.services.brake import Braked, why_braked
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_bundle import import_bundle, look_into
from jamsos_desktop.services.import_report import (
    MOST_ROWS,
    OUTCOME_WORDS,
    Aside,
    ImportReport,
    MissingPicture,
    Outcome,
)
from jamsos_desktop.services.progress import CancelToken, Report
from jamsos_desktop.services.twins import Twin

_TONES: dict[Outcome, Tone] = {
    "conflict": "warning",
    "new": "success",
    "changed": "info",
    "same": "neutral",
}
#: In the order in which somebody wants to read them.
ORDER: tuple[Outcome, ...] = ("conflict", "new", "changed", "same")
_NAMED = 5  # so many gaps, forks and entries are named; the rest is counted


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What becomes of one participant, and whom they resemble."""

    name: str
    number: str
    outcome: str
    tone: Tone
    alike: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A bundle as it would come in, or as it did. ``people`` are those to look at first."""

    report: ImportReport
    sender: str
    counts: dict[Outcome, int]
    people: tuple[PersonLine, ...]
    facts: str  # which events, how many entries, pictures, voids
    left_off: int = 0  # participants of the bundle beyond those that the report lists
    before: str = ""  # when the same file was imported, or since when everything of it is here
    gaps: str = ""
    forks: str = ""
    pictures: str = ""  # photos and signatures that are lacking
    aside: str = ""
    alike: str = ""
    brakes: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many participants the bundle speaks of."""
        return sum(self.counts.values())

    @property
    def merged(self) -> bool:
        """Whether it has come in."""
        return self.report.merged

    @property
    def brings_nothing(self) -> bool:
        """Whether everything in it is here already."""
        return not (self.report.added or self.report.pictures)


def look(desk: Desk, path: Path, report: Report, cancel: CancelToken) -> Seen:
    """What merging would do; nothing is changed. Raises what looking can raise."""
    return _seen(desk, look_into(desk, path, report, cancel))


def take_in(
    desk: Desk, path: Path, anyway: str, before: Seen | None, report: Report, cancel: CancelToken
) -> Seen:
    """Merge a bundle. One that stops comes back unmerged; raises what importing can raise.

    Who was only likely somebody else is known from ``before``: merging does not look that closely.
    """
    try:
        done = import_bundle(desk, path, report, cancel, anyway=anyway)
    except Braked as stopped:
        done = stopped.report
    certain = {twin.number for twin in done.twins}
    known = before.report.twins if before else []
    done.twins += [twin for twin in known if not twin.certain and twin.number not in certain]
    return _seen(desk, done)


def _seen(desk: Desk, told: ImportReport) -> Seen:
    twins = {twin.number: twin for twin in reversed(told.twins)}
    codes = {station_id: station.code for station_id, station in plan.stations(desk)}
    rows = sorted(
        told.rows,
        key=lambda row: (
            row.outcome != "conflict",
            -twins[row.number].score if row.number in twins else 0,
            ORDER.index(row.outcome),
            row.name,
            row.number,
        ),
    )
    return Seen(
        report=told,
        sender=f"{told.station_name} ({told.station_code})",
        counts=dict(told.counts),
        people=tuple(
            PersonLine(
                row.name or _("(tanpa nama)"),
                row.number,
                _(OUTCOME_WORDS[row.outcome]),
                _TONES[row.outcome],
                _alike(twins.get(row.number), codes),
            )
            for row in rows
        ),
        facts=" · ".join(_facts(told)),
        left_off=max(sum(told.counts.values()) - MOST_ROWS, 0),
        before=_before(desk, told),
        gaps=_gaps(told.gaps),
        forks=_forks(told.forks),
        pictures=missing_words(told.missing),
        aside=aside_words(told.aside),
        alike=_alike_words(told),
        brakes=why_braked(told),
    )


def _alike(twin: Twin | None, codes: dict[str, str]) -> str:
    if twin is None:
        return ""
    code = codes.get(twin.other_station, "")
    other = f"{twin.other_number} ({code})" if code else twin.other_number
    words = f"{other}: {twin.why}"
    return words if twin.same_programme else _("{words}, program lain", words=words)


def _facts(told: ImportReport) -> list[str]:
    facts = []
    for event in told.events:
        text = _("{name}: {count} orang")
        name = event.name or _("kegiatan yang tidak dikenal kantor")
        facts.append(text.format(name=name, count=event.new + event.changed))
    facts.append(_("{count} catatan baru", count=told.added))
    if told.pictures:
        facts.append(_("{count} foto dan tanda tangan", count=told.pictures))
    if told.voided:
        facts.append(_("{count} dibatalkan", count=told.voided))
    if told.withdrawn:
        facts.append(_("{count} mencabut persetujuan", count=told.withdrawn))
    if told.written_at:
        facts.append(_("ditulis pos {when}", when=moment_words(told.written_at)))
    if told.skipped and not told.gaps:
        facts.append(_("bundel sebelumnya tidak pernah sampai, isinya ada di sini juga"))
    if told.application not in ("", __version__):
        facts.append(_("ditulis program versi {version}", version=told.application))
    return facts


def _alike_words(told: ImportReport) -> str:
    if not told.twins:
        return ""
    said = [
        _("{count} orang mirip dengan yang sudah terdaftar di kantor.", count=len(told.twins)),
    ]
    if told.duplicates:
        text = _("{count} di antaranya pasti sama dan di program yang sama.")
        said.append(text.format(count=told.duplicates))
    if told.unlooked:
        text = _("Pada {count} orang hanya NIK, nama dan tanggal lahir yang dibandingkan.")
        said.append(text.format(count=told.unlooked))
    return " ".join(said)


def _before(desk: Desk, done: ImportReport) -> str:
    if done.before is None:
        if not done.since:
            return ""
        when = moment_words(done.since)
        return _("Semua isi berkas ini sudah ada di kantor sejak {when}.", when=when)
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


def aside_words(aside: Sequence[Aside]) -> str:
    """Which entries are set aside and why; empty where there are none."""
    if not aside:
        return ""
    named = [f"{one.seq} ({why_words(one.why)})" for one in aside]
    return _(
        "{count} catatan disisihkan: nomor {numbers}. Catatannya disimpan, isinya tidak dipakai;"
        " yang lain tetap masuk.",
        count=len(aside),
        numbers=_listed(named),
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
