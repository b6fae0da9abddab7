"""Why an entry is set aside (*karantina*), what it would be, and what to do about it, in words."""

from collections.abc import Mapping

from jamsos_desktop.domain.set_aside import Why
from jamsos_desktop.i18n import N_, _

#: As part of a sentence.
_WHY: Mapping[Why, str] = {
    "newer": N_("ditulis program yang lebih baru"),
    "unreadable": N_("tidak bisa dibaca"),
    "oversteps": N_("hanya kantor yang boleh menulisnya"),
}
#: In as few words as there are.
_SHORT: Mapping[Why, str] = {
    "newer": N_("program lebih baru"),
    "unreadable": N_("tidak terbaca"),
    "oversteps": N_("hak kantor saja"),
}
_ADVICE: Mapping[Why, str] = {
    "newer": N_(
        "Perbarui program di komputer ini; sesudah itu catatan ini masuk sendiri. Sampai saat itu"
        " yang tampak di sini mungkin sudah lama, dan orangnya tidak ikut ke BPJS."
    ),
    "unreadable": N_(
        "Isinya rusak atau tidak lengkap. Buka pendaftarannya di laptop pos itu, perbaiki, simpan,"
        " lalu ekspor lagi. Bila nomornya tidak tampak di sini, tanyakan apa yang dicatat saat itu."
    ),
    "oversteps": N_(
        "Program pos tidak pernah menulis catatan seperti ini. Tanyakan kepada petugasnya siapa"
        " yang memakai laptop itu; bila hilang, cabut kuncinya di Pos & petugas."
    ),
}
#: What the kinds of entries are called; only what stations write has a word of its own.
_KINDS: Mapping[str, str] = {
    "participant": N_("pendaftaran"),
    "attendee": N_("daftar hadir"),
    "queue_ticket": N_("nomor antrean"),
    "candidate_visited": N_("kunjungan"),
    "card_printed": N_("cetakan kartu"),
    "card_handed_over": N_("serah terima kartu"),
    "paper_printed": N_("cetakan tanda terima"),
    "consent_withdrawn": N_("persetujuan dicabut"),
    "consent_restored": N_("persetujuan dipulihkan"),
    "consent_refused": N_("persetujuan ditolak"),
    "voided": N_("pembatalan"),
    "void_undone": N_("pembatalan diurungkan"),
}


def why_words(why: Why) -> str:
    """Why nothing is made of an entry."""
    return _(_WHY[why])


def short_words(why: Why) -> str:
    """The same for a narrow column."""
    return _(_SHORT[why])


def advice_words(why: Why) -> str:
    """What it means and what to do about it."""
    return _(_ADVICE[why])


def kind_words(kind: str) -> str:
    """What an entry of this type would be; ``kind`` is empty where even that is lost."""
    if not kind:
        return _("tidak diketahui")
    return _(_KINDS[kind]) if kind in _KINDS else _("catatan lain ({kind})", kind=kind)
