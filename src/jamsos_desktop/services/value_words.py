"""A participant's values in words, by the names of the record's fields: for screen and paper."""

import datetime as dt
from collections.abc import Callable, Mapping

import msgspec

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.card import coverage_text
from jamsos_desktop.domain.enrolment_form import INTERESTS, QUESTIONS
from jamsos_desktop.domain.field_labels import ANSWERS, RELATIONS, label
from jamsos_desktop.domain.person_fields import group_phone, group_rupiah
from jamsos_desktop.domain.records import Child, Duplicate, Verdict
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.consent_words import consent_words, explained_words
from jamsos_desktop.services.reference import regions

NOTHING = "—"

#: What was said of somebody who is likely the same person.
DECISIONS: Mapping[Verdict, str] = {
    "orang_lain": N_("orang lain"),
    "orang_sama": N_("orang yang sama"),
    "belum_yakin": N_("belum yakin, kantor yang memutuskan"),
}

#: Findings that can be set aside with a reason; those of rule books of other versions by code.
_FOUND: Mapping[str, str] = {
    "nik_already_enrolled": N_("NIK sudah terdaftar"),
    "nik_registered_elsewhere": N_("NIK terdaftar di tempat lain atau tahun lalu"),
    "nik_serial_zero": N_("Nomor urut NIK 0000"),
    "nik_birth_date_differs": N_("Tanggal lahir berbeda dengan NIK"),
    "nik_sex_differs": N_("Jenis kelamin berbeda dengan NIK"),
    "name_long": N_("Nama panjang"),
    "age_under": N_("Terlalu muda"),
    "is_civil_servant": N_("ASN, TNI, Polri, atau karyawan"),
    "lives_elsewhere": N_("Alamat di luar wilayah program"),
    "occupation_not_listed": N_("Pekerjaan tidak ada dalam program"),
    "insured_by_city": N_("Biasanya sudah dilindungi kota"),
    "same_kk": N_("Keluarga yang sama sudah terdaftar"),
    "receives_pkh": N_("Menerima PKH atau BPNT"),
}

_CODES: Mapping[tuple[str, str], str] = {
    ("sex", "L"): N_("Laki-laki"),
    ("sex", "P"): N_("Perempuan"),
    ("payer", "pemerintah"): N_("Pemerintah"),
    ("payer", "mandiri"): N_("Peserta sendiri"),
    ("sector", "transportasi"): N_("Transportasi"),
    ("sector", "non_transportasi"): N_("Selain transportasi"),
    **{(name, key): text for name in (*QUESTIONS, *INTERESTS) for key, text in ANSWERS.items()},
    **{("heir_relation", word): word for word in RELATIONS},
}


def value_words(field: str, value: object, names: Mapping[str, str]) -> str:
    """The value as it is read; ``names`` are those of events, programmes, occupations by their ids.

    Values come from a record or, where they compete, as they stand in its JSON. Identity numbers
    are masked unless they are already.
    """
    if value is None or value in ("", (), [], {}) or (field == "contribution" and not value):
        return _("belum dicatat") if field == "consent" else NOTHING
    if field in ("nik", "kk"):
        return nik.group(nik.mask(str(value)))
    if field in ("event_id", "programme_id"):
        return names.get(str(value), NOTHING)
    if field in ("occupation", "second_occupation", "income_band"):
        return names.get(str(value), str(value))
    if field == "children":
        return "\n".join(_child(one) for one in msgspec.convert(value, list[Child], strict=False))
    if field == "duplicates":
        return "\n".join(map(_decision, msgspec.convert(value, list[Duplicate], strict=False)))
    if isinstance(value, Mapping) and field not in _WORDS:
        return "\n".join(str(text) for text in value.values())
    return _plain(field, value)


def _plain(field: str, value: object) -> str:
    if (field, str(value)) in _CODES:
        return _(_CODES[field, str(value)])
    words = _WORDS.get(field)
    return words(value) if words else str(value)


def found_words(code: str) -> str:
    """What a finding was about, without the values that it had."""
    return _(_FOUND[code]) if code in _FOUND else code


def _there(_name_of_it: object) -> str:
    return _("ada")


def _day(value: object) -> str:
    day = value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
    return f"{day:%d-%m-%Y}"


def _month(value: object) -> str:
    """``Nov 2025``, as it stands on the card."""
    return coverage_text(str(value), 1).rpartition(" (")[0]


def _child(child: Child) -> str:
    return f"{child.name}, {_day(child.birth_date)}" if child.birth_date else child.name


def _decision(one: Duplicate) -> str:
    """``MJK1-00001-A (97 %): orang lain, alamatnya berbeda``."""
    said = ", ".join(filter(None, (_(DECISIONS[one.decision]), one.reason)))
    return f"{one.number} ({one.score} %): {said}"


def _village(value: object) -> str:
    return full_name(regions().path(str(value))) or str(value)


def _phone(value: object) -> str:
    return group_phone(str(value))


def _rupiah(value: object) -> str:
    return group_rupiah(value) if isinstance(value, int) else str(value)


def _rules(value: object) -> str:
    """``standar, versi 1``."""
    book, _slash, version = str(value).rpartition("/")
    return _("{book}, versi {version}", book=book, version=version)


def _fields(value: object) -> str:
    return ", ".join(map(label, msgspec.convert(value, tuple[str, ...])))


def _months(value: object) -> str:
    return _("{count} bulan", count=value)


_WORDS: Mapping[str, Callable[[object], str]] = {
    "birth_date": _day,
    "village": _village,
    "phone": _phone,
    "income": _rupiah,
    "contribution": _rupiah,
    "rules": _rules,
    "coverage_start": _month,
    "coverage_months": _months,
    "explained": explained_words,
    "photo": _there,
    "candidate_id": _there,
    "consent": consent_words,
    "unknown": _fields,
    "ktp_village": _village,
}
