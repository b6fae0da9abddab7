"""How one's work goes, in words. No Qt; made on the worker."""

from typing import NamedTuple

from jamsos_desktop.gui.preferences.state import Fact
from jamsos_desktop.i18n import _
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.own_work import FEWEST, Work, look_at_all_work, look_at_own_work
from jamsos_desktop.services.reference import DECIDERS


class WorkWords(NamedTuple):
    """One's own figures; the sum for a coordinator, or why it is not shown."""

    own: tuple[Fact, ...]
    everybody: tuple[Fact, ...] = ()
    why_no_sum: str = ""


def read_work(desk: Desk) -> WorkWords:
    """Count, and say it in words."""
    own = facts_of_work(look_at_own_work(desk))
    if desk.officer.role not in DECIDERS:
        return WorkWords(own)
    everybody = look_at_all_work(desk)
    if everybody is not None:
        return WorkWords(own, facts_of_work(everybody))
    why = _("Ditampilkan bila paling sedikit {count} petugas mendaftarkan di sini.", count=FEWEST)
    return WorkWords(own, why_no_sum=why)


def facts_of_work(work: Work) -> tuple[Fact, ...]:
    """Each figure with what it counts; always as many."""
    return (
        Fact(_("Orang yang didaftarkan"), str(work.registrations)),
        Fact(_("Biasanya untuk seorang"), _time_words(work.seconds)),
        Fact(_("Perbaikan data"), str(work.corrections)),
        Fact(_("Ternyata sudah terdaftar"), str(work.duplicates)),
        Fact(_("Masih belum lengkap"), str(work.incomplete)),
        Fact(_("Dibatalkan"), str(work.voided)),
    )


def _time_words(seconds: int | None) -> str:
    if seconds is None:
        return _("belum ada catatan waktu")
    if seconds < 60:
        return _("{count} detik", count=seconds)
    return _("{minutes} menit {seconds} detik", minutes=seconds // 60, seconds=seconds % 60)
