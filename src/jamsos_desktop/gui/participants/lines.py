"""One line of the list of participants, in words. No Qt; made on the worker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.region import short_name
from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.gui.standing_words import shown
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import _
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.find import Found, find_participants
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.reference import in_force, regions

#: What the office or BPJS said, which weighs more than whether a card was printed.
ANSWERED: tuple[Standing, ...] = (
    *("perlu_perbaikan", "duplikat", "ditolak"),
    *("dikirim", "aktif", "ditolak_bpjs"),
)
Show = Literal["all", "incomplete", "voided"]


@dataclass(frozen=True, slots=True)
class Line:
    """A participant as the table shows them. The NIK is masked."""

    record_id: str
    name: str
    number: str
    masked_nik: str
    place: str
    occupation: str
    recorded: str
    state: str
    tone: Tone
    ceremony: bool = False


def find_lines(desk: Desk, text: str, limit: int, offset: int, show: Show = "all") -> list[Line]:
    """What the search finds, ready to be shown; all of it, or only the incomplete or the voided."""
    found = find_participants(
        desk,
        text,
        incomplete=show == "incomplete",
        voided=show == "voided",
        limit=limit,
        offset=offset,
    )
    return lines_of(found, in_force(desk))


def lines_of(found: Sequence[Found], known: InForce) -> list[Line]:
    """The same people in words."""
    return [_line(one, known) for one in found]


def state_of(
    printed: int,
    *,
    conflict: bool,
    incomplete: bool = False,
    consented: bool = True,
    withdrawn: bool = False,
    voided: bool = False,
    standing: Standing = "tersimpan",
) -> tuple[str, Tone]:
    """The word of the coloured pill and its tone. What must be decided comes before the rest."""
    if voided:
        return _("dibatalkan"), "warning"
    if withdrawn:
        return _("persetujuan dicabut"), "warning"
    if conflict:
        return _("perlu diputuskan"), "warning"
    if not consented:
        return _("persetujuan belum dicatat"), "warning"
    if incomplete:
        return _("belum lengkap"), "warning"
    if standing in ANSWERED:
        answer = shown(standing)
        return answer.name, answer.tone
    if printed:
        return _("tercetak ×{count}", count=printed), "success"
    return _("belum dicetak"), "neutral"


def place_name(village: str, rt: str, rw: str) -> str:
    """``Kel. Kranggan, RT 001/RW 002``; an unknown village by its code."""
    region = regions().get(village)
    name = short_name(region) if region else village
    numbers = "/".join(
        part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part
    )
    return ", ".join(part for part in (name, numbers) if part)


def _line(found: Found, known: InForce) -> Line:
    state, tone = state_of(
        found.printed,
        conflict=found.conflict,
        incomplete=found.incomplete,
        consented=found.consented,
        withdrawn=found.withdrawn,
        voided=found.voided,
        standing=found.standing,
    )
    return Line(
        record_id=found.record_id,
        name=found.name or _("(tanpa nama)"),
        number=found.number,
        masked_nik=found.masked_nik,
        place=place_name(found.village, found.rt, found.rw),
        occupation=known.occupation_name(found.occupation),
        recorded=moment_words(found.recorded_at),
        state=state,
        tone=tone,
        ceremony=found.ceremony,
    )
