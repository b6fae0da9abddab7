"""What an officer may say of a registration for the office now. No Qt."""

from typing import NamedTuple

from jamsos_desktop.domain.completeness import is_complete
from jamsos_desktop.domain.standing import Told, standing_answers, standing_decisions
from jamsos_desktop.i18n import _
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.find import Person
from jamsos_desktop.services.reference import DECIDERS


class Verdicts(NamedTuple):
    """``may`` is whether this officer decides here at all; ``decided`` that a verdict stands.

    ``answered`` is that an answer of BPJS stands.
    """

    may: bool = False
    decided: bool = False
    why_not: str = ""  # no verdict can be given
    why_not_accept: str = ""
    answered: bool = False


NO_VERDICTS = Verdicts()


def read_verdicts(desk: Desk, person: Person) -> Verdicts:
    """What may be said of this person."""
    if desk.installation.mode != "office" or desk.officer.role not in DECIDERS:
        return NO_VERDICTS
    told = tuple(Told(line.entry_hash, 0, line.body) for line in person.history)
    why_not = _("Pendaftarannya dibatalkan.") if person.voided else ""
    if person.withdrawn:
        why_not = _("Persetujuannya dicabut.")
    accept = why_not
    if not accept and person.conflicts:
        accept = _("Isiannya bertentangan dan harus diputuskan dulu.")
    if not accept and not is_complete(person.body):
        accept = _("Datanya belum lengkap.")
    if not accept and person.answer.said in ("diterima", "dikirim", "aktif"):
        accept = _("Sudah diterima.")
    answered = bool(standing_answers(told))
    return Verdicts(True, bool(standing_decisions(told)), why_not, accept, answered)
