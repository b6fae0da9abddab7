"""What the files of rules and texts are called, for people."""

import datetime as dt
from collections.abc import Mapping, Sequence

from jamsos_desktop.domain.person_fields import month_name
from jamsos_desktop.domain.reference_file import FileKind, parse_name
from jamsos_desktop.i18n import N_, _

KINDS: Mapping[FileKind, str] = {
    "tariffs": N_("Tarif iuran"),
    "rules": N_("Aturan peserta"),
    "occupations": N_("Daftar pekerjaan"),
    "income_bands": N_("Golongan penghasilan"),
    "export": N_("Berkas untuk BPJS"),
    "results": N_("Jawaban BPJS"),
    "consent": N_("Teks persetujuan"),
    "explanation": N_("Teks penjelasan"),
    "benefits": N_("Angka manfaat"),
}
_ALONE = ("tariffs", "occupations", "income_bands")


def file_words(name: str) -> str:
    """``Tarif iuran``, ``Aturan peserta blitar-2026``; an unknown name as it is."""
    known = parse_name(name)
    if known is None:
        return name
    kind = _(KINDS[known.kind])
    if known.kind in _ALONE:
        return kind
    if not known.text_version:
        return f"{kind} {known.key}"
    language = f" ({known.language})" if known.language else ""
    return _("{kind} versi {version}", kind=kind, version=known.text_version) + language


def unreadable_words(names: Sequence[str]) -> str:
    """That files of a newer office cannot be read here, and what to do; empty where all can."""
    if not names:
        return ""
    return _(
        "Aturan baru dari kantor tidak dapat dibaca program versi ini: {files}."
        " Yang lama tetap berlaku. Perbarui program ini.",
        files=", ".join(map(file_words, names)),
    )


def origin_words(replaced_at: str, replaced_by: str, *, added: bool) -> str:
    """``bawaan program``, or ``diganti 12 November 2026 oleh Dewi``."""
    if not replaced_at:
        return _("bawaan program")
    at = dt.datetime.fromisoformat(replaced_at)
    day = f"{at.day} {month_name(at.month)} {at.year}"
    words = _("ditambah {day} oleh {who}") if added else _("diganti {day} oleh {who}")
    return words.format(day=day, who=replaced_by or _("kantor"))
