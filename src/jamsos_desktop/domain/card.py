"""What the participant card says (*kartu tanda terdaftar*), as plain data.

The card is a sign that somebody was enrolled, never the official card: that one, with its 11-digit
number (*KPJ*), comes from BPJS Ketenagakerjaan after the data were validated and the first
contribution was paid. So the card says so in the weight of its title, and shows the NIK only
masked. It carries a KPJ only when BPJS's answer brought one, as a copy of information.
"""

import re

import msgspec

from jamsos_desktop.domain.dates import add_months, first_day, short_date
from jamsos_desktop.domain.records import CommunityEvent, Participant, Programme
from jamsos_desktop.i18n import N_, _

TITLE = N_("KARTU TANDA TERDAFTAR — SIMBOLIS")
#: After BPJS's answer came back with the number that it gave.
ACTIVE_TITLE = N_("KARTU PESERTA AKTIF — SALINAN INFORMASI")
NOT_OFFICIAL = N_("BUKAN KARTU RESMI BPJS KETENAGAKERJAAN")
NO_KPJ_YET = N_("Nomor KPJ diterbitkan BPJS setelah data divalidasi dan iuran dibayar.")
KPJ_FROM_BPJS = N_("Nomor KPJ dari BPJS Ketenagakerjaan: {kpj}")
#: Accidents must be reported within 2 x 24 hours, and to 175.
REPORT_ACCIDENT = N_("Lapor kecelakaan kerja paling lambat 2×24 jam")
CALL_CENTRE = "175"
CALL_CENTRE_NAME = N_("Layanan BPJS")
#: Within the first three months of membership JKM pays the funeral part only.
FULL_JKM = N_("JKM penuh Rp42 juta setelah 3 bulan")
PRACTICE = N_("LATIHAN")
PROGRAMME = "JKK + JKM"

_MONTHS = (
    *(N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("Mei"), N_("Jun")),
    *(N_("Jul"), N_("Agu"), N_("Sep"), N_("Okt"), N_("Nov"), N_("Des")),
)
_PAYERS = {"pemerintah": N_("iuran pemerintah"), "mandiri": N_("iuran sendiri")}
#: As long as a KPJ or longer: a telephone number, a NIK, a KK typed into a free text.
_LONG_NUMBER = re.compile(r"\d{11,}")
#: The same, also in groups: 3576 0217 0890 0001.
_GROUPED_NUMBER = re.compile(r"\d(?:[ .-]?\d){10,}")
_KPJ = re.compile(r"[0-9]{11}")
_BETWEEN = str.maketrans("", "", " .-'’")  # what stands between digits, or before them in a cell
_BULLETS = "•" * 8


class CardContent(msgspec.Struct, frozen=True, kw_only=True):
    """The texts of one card, ready to be drawn.

    ``kpj`` is the number that BPJS gave, 11 digits; without it the card is a symbol only. A NIK
    that is not masked, or a number as long as a KPJ elsewhere, is a bug: :class:`ValueError`.
    """

    name: str
    masked_nik: str
    address: str
    occupation: str
    programme: str
    coverage: str
    event: str
    officer: str
    number: str
    practice: bool
    kpj: str = ""

    def __post_init__(self) -> None:
        others = set(self.__struct_fields__) - {"practice", "kpj"}
        texts = (getattr(self, field) for field in others)
        if self.kpj and not _KPJ.fullmatch(self.kpj):
            raise ValueError("a KPJ has 11 digits")
        if any(_LONG_NUMBER.search(text) for text in texts):
            raise ValueError("a card must not carry a number of 11 digits or more")


def make_card(
    participant: Participant,
    event: CommunityEvent,
    programme: Programme,
    *,
    masked_nik: str,
    village: str,
    occupation: str,
    officer: str,
    practice: bool,
) -> CardContent:
    """The card of one participant. ``village`` and ``occupation`` are names, not codes.

    Numbers as long as a KPJ in texts that somebody typed freely are hidden.
    """
    payer = _(_PAYERS[participant.payer])
    if programme.fund and participant.payer == "pemerintah":
        payer = _("iuran dari {fund}", fund=programme.fund)
    return CardContent(
        name=hide_numbers(participant.name),
        masked_nik=masked_nik,
        address=_address(hide_numbers(village), participant.rt, participant.rw),
        occupation=hide_numbers(occupation),
        programme=hide_numbers(f"{PROGRAMME}, {payer}"),
        coverage=coverage_text(participant.coverage_start, participant.coverage_months),
        event=hide_numbers(f"{short_date(event.date)}, {event.name}"),
        officer=hide_numbers(officer),
        number=participant.number,
        practice=practice,
    )


def kpj_of(number: str) -> str:
    """The 11 digits of a number as BPJS wrote it; empty for what is none."""
    digits = number.translate(_BETWEEN)
    return digits if _KPJ.fullmatch(digits) else ""


def coverage_text(start: str, months: int) -> str:
    """The planned months of cover: ``2025-11`` and 3 give "Nov 2025 – Jan 2026 (3 bulan)".

    Without a start or months the text is empty.
    """
    first = first_day(start)
    if first is None or months < 1:
        return ""
    begin, count = _month_name(start), _("({months} bulan)", months=months)
    if months == 1:
        return f"{begin} {count}"
    return f"{begin} – {_month_name(add_months(start, months - 1))} {count}"


def _month_name(month: str) -> str:
    year, number = month.split("-")
    return f"{_(_MONTHS[int(number) - 1])} {year}"


def _address(village: str, rt: str, rw: str) -> str:
    """Village, RT and RW on one line; what is missing is left out."""
    parts = [village, f"RT {rt}" if rt else "", f"RW {rw}" if rw else ""]
    return " ".join(part for part in parts if part)


def hide_numbers(text: str) -> str:
    """The text with every number as long as a KPJ, or longer, hidden, also in groups."""
    return _GROUPED_NUMBER.sub(_BULLETS, text)
