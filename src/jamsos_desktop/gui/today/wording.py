"""The event day in words. No Qt."""

from typing import NamedTuple

from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.domain.records import TicketState
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.attendance import Listener
from jamsos_desktop.services.event_day import Today
from jamsos_desktop.services.queue import Ticket

STATES: dict[TicketState, tuple[str, Tone]] = {
    "waiting": (N_("menunggu"), "neutral"),
    "called": (N_("dipanggil"), "primary"),
    "skipped": (N_("dilewati"), "warning"),
    "served": (N_("terdaftar"), "success"),
}
#: The hours that the drawing shows at least.
FIRST_HOUR, LAST_HOUR = 7, 15


class Figure(NamedTuple):
    """A count and what it counts."""

    value: str
    label: str


def event_words(today: Today) -> str:
    """When and where; a day that is not today says so."""
    when = long_date(today.event.date)
    words = f"{when} · {today.event.place}"
    if today.event.date == today.day:
        return words
    return _("Tidak ada kegiatan hari ini. Yang terdekat: {words}", words=words)


def target_words(today: Today) -> str:
    """``34 dari 120 terdaftar · 2 menolak``; without a target or a refusal the less."""
    words = _("{count} terdaftar", count=today.turnout.enrolled)
    if today.event.target:
        words = _(
            "{count} dari {target} terdaftar",
            count=today.turnout.enrolled,
            target=today.event.target,
        )
    if not today.refused:
        return words
    return _("{words} · {count} menolak", words=words, count=today.refused)


def made_words(today: Today) -> str:
    """``Dibuat 36: 33 lengkap · 1 belum lengkap · 2 dibatalkan``, and who withdrew consent, if any.

    Empty while everything is complete: then there is nothing to add up.
    """
    turnout = today.turnout
    if turnout.made == turnout.complete:
        return ""
    words = _(
        "Dibuat {made}: {complete} lengkap · {incomplete} belum lengkap · {voided} dibatalkan",
        made=turnout.made,
        complete=turnout.complete,
        incomplete=turnout.incomplete,
        voided=turnout.voided,
    )
    if not turnout.withdrawn:
        return words
    return _("{words} · {count} mencabut persetujuan", words=words, count=turnout.withdrawn)


def figures(today: Today) -> list[Figure]:
    """The counts that somebody has to act upon."""
    shown = [
        Figure(str(sum(today.turnout.by_hour.values())), _("terdaftar hari ini")),
        Figure(str(today.turnout.unprinted), _("belum dicetak")),
    ]
    if today.unsent is not None:
        shown.append(Figure(str(today.unsent.participants), _("belum diekspor")))
    if today.received is not None:
        shown.append(Figure(str(today.received), _("diterima dari pos")))
    return [*shown, Figure(str(today.attendees), _("hadir mendengarkan"))]


def receipt_words(today: Today) -> str:
    """What the office has accepted: without a receipt from it nobody at a station can know."""
    if today.unsent is None:
        return ""
    if not today.unsent.last_answer:
        return _("Belum ada balasan dari kantor.")
    when = moment_words(today.unsent.last_answer)
    if not today.unsent.unaccepted:
        return _("Semua sudah diterima kantor (balasan {when}).", when=when)
    count = today.unsent.unaccepted
    return _("{count} belum diterima kantor (balasan {when}).", count=count, when=when)


def queue_words(today: Today) -> str:
    """``12 menunggu · 2 dilewati · 30 terdaftar``, of all stations that are known here."""
    return _(
        "{waiting} menunggu · {skipped} dilewati · {served} terdaftar",
        waiting=today.waiting,
        skipped=today.skipped,
        served=today.served,
    )


def hours(today: Today) -> list[tuple[int, int]]:
    """Hour and registrations, without a gap."""
    known = [*today.turnout.by_hour, FIRST_HOUR, LAST_HOUR]
    return [
        (hour, today.turnout.by_hour.get(hour, 0)) for hour in range(min(known), max(known) + 1)
    ]


def hours_words(today: Today) -> str:
    """The drawing for those who do not see it."""
    counted = [
        _("pukul {hour}: {count}", hour=f"{hour:02d}.00", count=count)
        for hour, count in sorted(today.turnout.by_hour.items())
    ]
    return ", ".join(counted) or _("Belum ada pendaftaran hari ini.")


def nothing_words(tab: str) -> tuple[str, str]:
    """What an empty list is for, and what to do first."""
    if tab == "queue":
        return _("Belum ada nomor"), _(
            "Antrean boleh tidak dipakai. Tekan Enter untuk memberi nomor berikutnya, "
            "atau cetak selembar nomor untuk dibagikan."
        )
    return _("Belum ada yang tercatat"), _(
        "Tulis nama orang yang datang mendengarkan, satu orang satu baris, lalu tekan Enter. "
        "Contoh: Siti Aminah, 3/2, 0812-3456-7890"
    )


def state_words(ticket: Ticket) -> str:
    """The ticket's state as a word."""
    return _(STATES[ticket.state][0])


def attendee_words(listener: Listener) -> str:
    """Whether the attendee is registered by now."""
    return _("terdaftar") if listener.enrolled else _("hadir")
