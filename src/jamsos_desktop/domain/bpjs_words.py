"""Why somebody cannot go to BPJS Ketenagakerjaan, and what a row of its answers means, in words."""

from collections.abc import Mapping, Sequence

from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.domain.mapping import Lacking
from jamsos_desktop.i18n import N_, _

#: Why somebody cannot be in the file.
HELD: Mapping[str, str] = {
    "not_accepted": N_("belum diputuskan kantor"),
    "perlu_perbaikan": N_("perlu perbaikan di pos"),
    "duplikat": N_("pendaftaran ganda"),
    "ditolak": N_("ditolak kantor"),
    "dikirim": N_("sudah dikirim, jawabannya belum ada"),
    "aktif": N_("sudah aktif"),
    "dibatalkan": N_("dibatalkan"),
    "dicabut": N_("persetujuannya dicabut"),
    "conflict": N_("isian bertentangan, harus diputuskan dulu"),
    "incomplete": N_("belum lengkap"),
    "consent_missing": N_("persetujuan belum dicatat"),
    "already_insured": N_("sudah peserta, katanya sendiri"),
    "nik_twice": N_("NIK-nya ada pada pendaftaran lain"),
    "likely_twice": N_("mungkin ganda, lihat Keputusan"),
    "newer": N_("ada catatan dari program yang lebih baru; perbarui program ini dulu"),
    "lacking": N_("tidak memenuhi templat"),
}
#: What is wrong with a column of the file.
_LACKS: Mapping[str, str] = {
    "empty": N_("{column} kosong"),
    "long": N_("{column} terlalu panjang"),
    "no_code": N_("{column} tidak punya kode"),
}
#: What a row of answers means here, in few words.
OUTCOMES: Mapping[str, str] = {
    "new": N_("jawaban baru"),
    "changed": N_("lain dari sebelumnya"),
    "same": N_("sudah tercatat"),
    "name_differs": N_("namanya lain"),
    "contradicts": N_("dua jawaban berbeda"),
    "unknown": N_("tidak ada di sini"),
    "several": N_("NIK-nya ganda di sini"),
    "unreadable": N_("tidak terbaca"),
}


def held_words(why: str, lacking: Sequence[Lacking] = ()) -> str:
    """Why somebody cannot be in the file; of a file's column what is wrong with it."""
    if lacking:
        return ", ".join(_(_LACKS[one.kind], column=one.header) for one in lacking)
    return _(HELD[why])


#: What to think of a row that is not taken by itself.
_ADVICE: Mapping[str, str] = {
    "contradicts": N_("Tanyakan kepada BPJS jawaban mana yang benar."),
    "unknown": N_("Mungkin dibatalkan, atau bukan dari kantor ini."),
    "several": N_("Putuskan dulu mana yang dipakai."),
    "unreadable": N_("NIK atau statusnya tidak jelas."),
}


def advice_words(outcome: str, before: BpjsAnswered | None, known_name: str) -> str:
    """What is to be weighed before a row of answers is taken; empty where nothing is."""
    if outcome == "changed":
        return _("Dulu: {answer}", answer=answer_words(before))
    if outcome == "name_differs":
        return _("Di sini: {name}", name=known_name)
    return _(_ADVICE[outcome]) if outcome in _ADVICE else ""


def answer_words(answer: BpjsAnswered | None) -> str:
    """What BPJS said, with its number or its reason; empty where it said nothing."""
    if answer is None:
        return ""
    if answer.accepted:
        return _("aktif, {number}", number=answer.number) if answer.number else _("aktif")
    return _("ditolak: {reason}", reason=answer.reason) if answer.reason else _("ditolak")
