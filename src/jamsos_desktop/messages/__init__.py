"""Codes become words: the one place that says an error or a finding to a person."""

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import N_, _, pick
from jamsos_desktop.messages.errors import ERRORS
from jamsos_desktop.messages.explanation import Explanation
from jamsos_desktop.messages.findings import FINDINGS

__all__ = ["ERRORS", "FINDINGS", "LEVELS", "Explanation", "explain", "finding_text", "source_text"]

LEVELS = {"error": N_("Salah"), "warning": N_("Periksa"), "info": N_("Tahu")}


def explain(error: UserError) -> Explanation:
    """The error in the chosen language."""
    parts = ERRORS[error.code]
    return Explanation(*(_(part, **error.values) for part in parts))


def finding_text(finding: Finding) -> str:
    """The finding's sentence in the chosen language, without its level."""
    if not finding.texts:
        return _(FINDINGS[finding.code], **finding.values)
    said = pick(finding.texts).format(**finding.values)
    if finding.waits:
        what = _("Ini keputusan koordinator: minta ia masuk, atau simpan dulu belum lengkap.")
        return f"{said} {what}"
    if finding.overridable:
        how = _("Boleh lanjut: tulis alasannya.")
        return f"{said} {how}"
    return said


def source_text(finding: Finding) -> str:
    """Where the finding's rule comes from; empty where the program itself looks after something."""
    return _("Sumber: {source}", source=pick(finding.source)) if finding.source else ""
