"""What the enrolment form says in words. No Qt."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jamsos_desktop.domain.contribution import Contribution, CoverCost
from jamsos_desktop.domain.dates import add_months, first_day, short_date
from jamsos_desktop.domain.enrolment import Checked
from jamsos_desktop.domain.enrolment_form import Rules
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.nik import NikReading
from jamsos_desktop.domain.person_fields import group_rupiah, month_name
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.cancelled import Cancelled

#: Every field of the form in reading order, with its label.
LABELS: Mapping[str, str] = {
    "nik": N_("NIK"),
    "name": N_("Nama lengkap"),
    "birth_date": N_("Tanggal lahir"),
    "sex": N_("Jenis kelamin"),
    "village": N_("Kelurahan atau desa"),
    "rt": N_("RT"),
    "rw": N_("RW"),
    "address": N_("Alamat"),
    "ktp_village": N_("Kelurahan di KTP"),
    "occupation": N_("Pekerjaan utama"),
    "occupation_text": N_("Pekerjaannya apa"),
    "pkh": N_("Menerima PKH atau BPNT?"),
    "civil_servant": N_("ASN, TNI, Polri, atau karyawan?"),
    "already_insured": N_("Sudah peserta BPJS Ketenagakerjaan?"),
    "coverage_start": N_("Mulai bulan"),
    "coverage_months": N_("Lama (bulan)"),
    "consent": N_("Jawaban orangnya"),
    "consent_method": N_("Bagaimana ia setuju"),
    "consent_witness": N_("Nama saksi"),
    "consent_signature": N_("Tanda tangan atau cap jempol"),
    "birth_place": N_("Tempat lahir"),
    "mother_name": N_("Nama ibu kandung"),
    "kk": N_("Nomor KK"),
    "postcode": N_("Kode pos"),
    "phone": N_("Nomor HP"),
    "email": N_("E-mail"),
    "second_occupation": N_("Pekerjaan kedua"),
    "workplace": N_("Tempat kerja"),
    "work_starts": N_("Jam mulai"),
    "work_ends": N_("Jam selesai"),
    "income": N_("Penghasilan sebulan"),
    "heir_name": N_("Nama ahli waris"),
    "heir_relation": N_("Hubungan keluarga"),
    "child1_name": N_("Nama anak pertama"),
    "child1_birth_date": N_("Tanggal lahir anak"),
    "child2_name": N_("Nama anak kedua"),
    "child2_birth_date": N_("Tanggal lahir anak"),
    "training": N_("Pelatihan kerja"),
    "mentoring": N_("Pendampingan UMKM"),
    "micro_finance": N_("Pembiayaan mikro"),
    "note": N_("Hal lain yang perlu dicatat"),
    "correction": N_("Alasan perbaikan"),
}
ORDER = tuple(LABELS)

SEXES = {"L": N_("laki-laki"), "P": N_("perempuan")}
PAYERS = {"pemerintah": N_("dibayar pemerintah"), "mandiri": N_("dibayar sendiri atau donatur")}
_MOST_NAMED = 3  # more names than these are only counted


class Cover(NamedTuple):
    """What the person gets and what it costs, computed from the form as it stands."""

    programme: str = ""
    age: str = ""
    monthly: str = ""
    total: str = ""


def month_words(month: str) -> str:
    """``November 2026`` from ``2026-11``; what is no month comes back as it is."""
    day = first_day(month)
    return f"{month_name(day.month)} {day.year}" if day else month


def months_to_choose(rules: Rules) -> list[str]:
    """The months in which cover may begin: the programme's first or this one, and a year on."""
    first = min(rules.programme.coverage_start or "9999-12", f"{rules.today:%Y-%m}")
    return [add_months(first, count) for count in range(15)]


def reading_words(reading: NikReading) -> str:
    """What the digits say so far: ``Menurut NIK: lahir 17-08-1990, laki-laki, …``."""
    parts = []
    if reading.birth_date:
        parts.append(_("lahir {date}", date=short_date(reading.birth_date)))
    elif reading.birth_dates:
        dates = _(" atau ").join(short_date(day) for day in reading.birth_dates)
        parts.append(_("lahir {date}", date=dates))
    if reading.sex:
        parts.append(_(SEXES[reading.sex]))
    place = _first_place(reading)
    if place:
        parts.append(_("pertama dicatat di {place}", place=place))
    return _("Menurut NIK: {parts}", parts=", ".join(parts)) if parts else ""


def _first_place(reading: NikReading) -> str:
    if reading.district:
        return f"Kec. {reading.district}, {reading.regency}"
    return reading.old_region or reading.regency or reading.province


def proposals(checked: Checked, *, birth_date: str, sex: str) -> dict[str, str]:
    """What the NIK proposes for fields that are still empty, as it would be typed there."""
    offered = {}
    if not birth_date.strip() and checked.reading.birth_date:
        offered["birth_date"] = short_date(checked.reading.birth_date)
    if not sex and checked.reading.sex:
        offered["sex"] = checked.reading.sex
    return offered


def cover_words(checked: Checked, rules: Rules, start: str) -> Cover:
    """The panel below the months of cover."""
    age = _("Isi tanggal lahir untuk menghitung umur.")
    if checked.age is not None:
        age = _("{age} tahun pada 1 {month}", age=checked.age, month=month_words(start))
    programme = f"{rules.programme.name} ({_(PAYERS[rules.programme.payer])})"
    if checked.cost is None:
        return Cover(programme, age, _("Isi bulan mulai dan lamanya."))
    count = len(checked.cost.months)
    total = _("{total} untuk {count} bulan", total=group_rupiah(checked.cost.total), count=count)
    return Cover(programme, age, _monthly(checked.cost), total)


def _monthly(cost: CoverCost) -> str:
    """Each amount once, with its months where there are several."""
    runs: list[tuple[str, str, Contribution]] = []
    for month, contribution in cost.months:
        if runs and runs[-1][2] == contribution:
            runs[-1] = (runs[-1][0], month, contribution)
        else:
            runs.append((month, month, contribution))
    if len(runs) == 1:
        return _contribution(runs[0][2])
    return "\n".join(
        f"{_span(first, last)}: {_contribution(contribution)}" for first, last, contribution in runs
    )


def _span(first: str, last: str) -> str:
    return month_words(first) if first == last else f"{month_words(first)}–{month_words(last)}"


def _contribution(contribution: Contribution) -> str:
    return _(
        "JKK {jkk} + JKM {jkm} = {total}",
        jkk=group_rupiah(contribution.jkk),
        jkm=group_rupiah(contribution.jkm),
        total=group_rupiah(contribution.total),
    )


def standing_words(standing: Sequence[Finding]) -> str:
    """How many fields stand in the way, and which: ``2 isian perlu dibetulkan dulu: NIK, RT``."""
    wrong = {finding.field for finding in standing}
    names = [_(LABELS[name]) for name in ORDER if name in wrong]
    named = ", ".join(names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        named = _("{named}, dan {count} lagi", named=named, count=len(names) - _MOST_NAMED)
    return _("{count} isian perlu dibetulkan dulu: {named}.", count=len(names), named=named)


def cancelled_words(found: Sequence[Cancelled]) -> tuple[tuple[str, str], ...]:
    """Forms that were given up: id and ``Siti Aminah · MJK1-00001-A · pukul 10.42``."""
    return tuple((one.draft_id, _given_up(one)) for one in found)


def _given_up(one: Cancelled) -> str:
    at = _("pukul {time}", time=f"{one.at:%H.%M}")
    what = (_("perbaikan"),) if one.correcting else ()
    return " · ".join((one.name or _("Belum bernama"), one.number, *what, at))


def event_words(name: str, day: dt.date) -> str:
    """An event on a line."""
    return f"{name} · {short_date(day)}"


def count_words(count: int, target: int) -> str:
    """How many are enrolled at the event."""
    if target:
        return _("Terdaftar {count} dari {target}", count=count, target=target)
    return _("Terdaftar {count}", count=count)
