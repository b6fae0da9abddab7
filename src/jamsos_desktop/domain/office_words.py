"""What the office and BPJS Ketenagakerjaan said of a registration, in words."""

from collections.abc import Mapping

from jamsos_desktop.domain.activities import (
    BpjsAnswered,
    BpjsAnswerUndone,
    ConflictReopened,
    Decided,
    DecisionUndone,
    NotTheSame,
    NotTheSameUndone,
    SentToBpjs,
)
from jamsos_desktop.domain.standing import Standing
from jamsos_desktop.i18n import N_, _

#: What each state of a registration is called.
NAMES: Mapping[Standing, str] = {
    "tersimpan": N_("belum diekspor"),
    "diekspor": N_("diekspor"),
    "menunggu": N_("menunggu keputusan"),
    "diterima": N_("diterima kantor"),
    "perlu_perbaikan": N_("perlu perbaikan"),
    "duplikat": N_("pendaftaran ganda"),
    "ditolak": N_("ditolak kantor"),
    "dikirim": N_("dikirim ke BPJS"),
    "aktif": N_("aktif"),
    "ditolak_bpjs": N_("ditolak BPJS"),
    "dibatalkan": N_("dibatalkan"),
    "dicabut": N_("persetujuan dicabut"),
}


#: What the office and BPJS journal about a registration.
FromOffice = (
    Decided
    | DecisionUndone
    | NotTheSame
    | NotTheSameUndone
    | ConflictReopened
    | SentToBpjs
    | BpjsAnswered
    | BpjsAnswerUndone
)


def office_words(body: FromOffice) -> str:
    """What a person's history says of it: the state, and the reason or the number."""
    match body:
        case Decided():
            said, more = _("Keputusan kantor: {name}", name=_(NAMES[body.verdict])), body.reason
        case DecisionUndone():
            said, more = _("Keputusan kantor dibatalkan"), body.reason
        case NotTheSame():
            said = _("Keputusan kantor: bukan orang yang sama dengan pendaftaran lain yang mirip")
            more = body.reason
        case NotTheSameUndone():
            said, more = _("Keputusan kantor tentang orang yang mirip dibatalkan"), body.reason
        case ConflictReopened():
            said, more = _("Isian yang berbeda ditanyakan lagi"), body.reason
        case SentToBpjs():
            said, more = _("Dikirim ke BPJS Ketenagakerjaan"), body.batch
        case BpjsAnswered(accepted=True):
            said, more = _("Jawaban BPJS: aktif"), body.number
        case BpjsAnswered():
            said, more = _("Jawaban BPJS: ditolak"), body.reason
        case BpjsAnswerUndone():
            said, more = _("Jawaban BPJS dibatalkan"), body.reason
    return f"{said}, {more}" if more else said
