"""What was explained to a person, and what became of consent and registration. No Qt."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from jamsos_desktop.domain.dates import short_date
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.records import Consent, ConsentMethod, Explained
from jamsos_desktop.i18n import N_, _

LANGUAGES: Mapping[str, str] = {
    "id": N_("bahasa Indonesia"),
    "jv": N_("bahasa Jawa"),
    "en": N_("bahasa Inggris"),
}

METHODS: Mapping[ConsentMethod, str] = {
    "tanda_tangan": N_("tanda tangan"),
    "cap_jempol": N_("cap jempol"),
    "lisan": N_("lisan"),
    "kertas": N_("di atas kertas"),
}


def explained_words(value: object) -> str:
    """``bahasa Jawa, 12-11-2025 08.20, teks versi 1``, of a record or of its JSON."""
    told = msgspec.convert(value, Explained)
    return _text_words(told.language, told.at, told.version)


def consent_words(value: object) -> str:
    """``lisan, disaksikan Bu Tini, bahasa Jawa, 12-11-2025 08.20, teks versi 1``."""
    given = msgspec.convert(value, Consent)
    witness = [_("disaksikan {name}", name=given.witness)] if given.witness else []
    told = _text_words(given.language, given.at, given.version)
    how = _(METHODS[given.method]) if given.method in METHODS else given.method
    return ", ".join((how, *witness, told))


def _text_words(language: str, at: str, version: int) -> str:
    """In which language, when, and which version; a list may know the day alone."""
    spoken = _(LANGUAGES[language]) if language in LANGUAGES else language
    when = moment_words(at) if "T" in at else short_date(dt.date.fromisoformat(at))
    text = _("teks versi {version}", version=version)
    return f"{spoken}, {when}, {text}"


def withdrawal_words(reason: str, *, withdrawn: bool) -> str:
    """What the history says of a withdrawal, or of its undoing."""
    if withdrawn:
        return _("Persetujuan dicabut: {reason}", reason=reason)
    return _("Pencabutan dibatalkan: {reason}", reason=reason)


def void_words(reason: str, *, voided: bool) -> str:
    """What the history says of a void, or of its undoing."""
    if voided:
        return _("Pendaftaran dibatalkan: {reason}", reason=reason)
    return _("Pendaftaran dipulihkan: {reason}", reason=reason)
