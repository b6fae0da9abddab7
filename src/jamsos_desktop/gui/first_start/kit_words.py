"""What a kit says, in words, before a station is made of it. No Qt."""

import datetime as dt

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.reference_words import file_words
from jamsos_desktop.gui.first_start.presenter import KitWords
from jamsos_desktop.i18n import _
from jamsos_desktop.services.kits import KitSummary

_MOST_EVENTS = 2  # so many are named


def kit_words(kit: KitSummary, today: dt.date) -> KitWords:
    """For whom it is, when it was written, where it is for, and how much is in it."""
    what = _("Paket untuk {station} ({code})", station=kit.station, code=kit.code)
    if kit.practice:
        what = _("Paket LATIHAN untuk {station} ({code})", station=kit.station, code=kit.code)
    written = _(
        "Dari {office}, ditulis {moment}.", office=kit.office, moment=moment_words(kit.written_at)
    )
    names = "; ".join(f"{e.name}, {short_date(e.date)}" for e in kit.events[:_MOST_EVENTS])
    left = len(kit.events) - _MOST_EVENTS
    if left > 0:
        names = _("{events} dan {count} kegiatan lagi", events=names, count=left)
    inside = _(
        "Untuk: {events}. Isinya {officers} petugas dan {candidates} calon peserta.",
        events=names or _("belum ada kegiatan"),
        officers=kit.officers,
        candidates=kit.candidates,
    )
    if kit.reference:
        files = ", ".join(map(file_words, kit.reference))
        inside = " ".join((inside, _("Aturan dan teks dari kantor: {files}.", files=files)))
    over = kit.events and all(event.date < today for event in kit.events)
    warning = _("Semua kegiatannya sudah lewat: tanyakan ke kantor apakah ada paket yang baru.")
    return KitWords(what, f"{written} {inside}", warning if over else "")
