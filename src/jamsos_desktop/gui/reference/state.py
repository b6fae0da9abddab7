"""What the part "Aturan dan teks" shows. No Qt; made on the worker."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.reference_diff import Difference
from jamsos_desktop.domain.reference_file import WRITTEN_ONCE
from jamsos_desktop.domain.reference_words import KINDS, origin_words
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation
from jamsos_desktop.services.change_reference import Change
from jamsos_desktop.services.list_reference import FileLine

#: A file comes into force, or the shipped one does again.
Act = Literal["replace", "add", "restore"]


@dataclass(frozen=True, slots=True)
class Line:
    """One file in words."""

    name: str
    kind: str
    title: str
    version: str
    origin: str
    tone: Tone
    more: str  # all that is known of it, below the table
    why_not_replace: str = ""
    why_not_restore: str = ""


class Look(NamedTuple):
    """What would change, before it does."""

    act: Act
    name: str
    what: str
    more: str
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...] = ()  # nothing where the shipped file comes back


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the part shows. ``why_not`` says why nothing can be changed here."""

    lines: tuple[Line, ...] = ()
    look: Look | None = None
    why_not: str = ""
    warning: str = ""  # of files that this program cannot read
    busy: str = ""
    error: Explanation | None = None
    success: str = ""


def line_of(file: FileLine) -> Line:
    """One file as the list shows it."""
    origin = _origin(file)
    once = _("Teks tidak diganti: tambahkan versi berikutnya, supaya yang lama tetap terbaca.")
    tone: Tone = "primary" if file.replaced_at else "neutral"
    if file.unreadable:
        origin, tone = _("perbarui program"), "warning"
    return Line(
        name=file.name,
        kind=_(KINDS[file.kind]),
        title=file.title or _title(file.name),
        version=str(file.version or "–"),
        origin=origin,
        tone=tone,
        more=_more(file),
        why_not_replace=once if file.kind in WRITTEN_ONCE else "",
        why_not_restore="" if file.replaced_at else _("Berkas ini sudah bawaan program."),
    )


def look_of(act: Act, changes: tuple[Change, ...], shipped: int = 0) -> Look:
    """What a checked file, or the way back to the shipped one, would change."""
    change = changes[0]
    differences = tuple(one for change in changes for one in change.differences)
    names = ", ".join(change.name for change in changes)
    if act == "restore":
        what = _("Kembalikan bawaan: {file}", file=change.name)
        more = (
            _("Versi {before} tidak dipakai lagi; versi {version} bawaan program berlaku.")
            if shipped
            else _("Versi {before} tidak dipakai lagi. Program tidak punya bawaannya.")
        )
    elif change.before:
        what = _("Ganti {file}", file=names)
        more = _("Berkasnya bisa dipakai: versi {before} menjadi versi {version}.")
    else:
        what = _("Tambah {file}", file=names)
        more = _("Berkasnya bisa dipakai: versi {version}.")
    said = more.format(before=change.before, version=change.version)
    count = _("{count} isian berubah.", count=len(differences)) if change.before else ""
    kept = () if act == "restore" else changes
    shown = differences if change.before else ()
    return Look(act, change.name, what, f"{said} {count}".strip(), shown, kept)


def _origin(file: FileLine) -> str:
    if not file.replaced_at:
        return _("bawaan program")
    day = short_date(dt.datetime.fromisoformat(file.replaced_at).date())
    return _("ditambah {day}", day=day) if file.added else _("diganti {day}", day=day)


def _title(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".toml")


def _more(file: FileLine) -> str:
    parts = [file.name]
    if file.replaced_at:
        origin = origin_words(file.replaced_at, file.replaced_by, added=file.added)
        parts.append(f"{origin}: {file.reason}")
    if file.replaced_at and file.shipped_version:
        parts.append(_("bawaan program: versi {version}", version=file.shipped_version))
    if file.unreadable:
        words = _("yang terbaru dari kantor tidak dapat dibaca program versi ini")
        parts.append(words)
    return " · ".join(parts)
