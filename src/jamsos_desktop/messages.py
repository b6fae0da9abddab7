"""Codes become words: the one place that says an error or a finding to a person.

An error has three parts: what happened, what it means for the data, what to do now.
"""

from typing import NamedTuple

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import N_, _


class Explanation(NamedTuple):
    """An error in words."""

    what: str
    data: str
    todo: str

    def __str__(self) -> str:
        return f"{self.what} {self.data} {self.todo}"


NOTHING_CHANGED = N_("Tidak ada data yang berubah.")

#: code -> what happened, what it means for the data, what to do now
ERRORS: dict[str, Explanation] = {
    "disk_full": Explanation(
        N_("Penyimpanan penuh."),
        N_("Data yang sudah disimpan tetap aman; yang terakhir belum tersimpan."),
        N_("Kosongkan ruang di laptop ini, lalu simpan sekali lagi."),
    ),
}

#: code -> the sentence below the field
FINDINGS: dict[str, str] = {}

LEVELS = {"error": N_("Salah"), "warning": N_("Periksa"), "info": N_("Tahu")}


def explain(error: UserError) -> Explanation:
    """The error in the chosen language."""
    parts = ERRORS[error.code]
    return Explanation(*(_(part, **error.values) for part in parts))


def finding_text(finding: Finding) -> str:
    """The finding's sentence in the chosen language, without its level."""
    return _(FINDINGS[finding.code], **finding.values)
