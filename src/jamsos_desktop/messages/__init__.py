"""Codes become words: the one place that says an error or a finding to a person."""

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages.errors import ERRORS, Explanation
from jamsos_desktop.messages.findings import FINDINGS

__all__ = ["ERRORS", "FINDINGS", "LEVELS", "Explanation", "explain", "finding_text"]

LEVELS = {"error": N_("Salah"), "warning": N_("Periksa"), "info": N_("Tahu")}


def explain(error: UserError) -> Explanation:
    """The error in the chosen language."""
    parts = ERRORS[error.code]
    return Explanation(*(_(part, **error.values) for part in parts))


def finding_text(finding: Finding) -> str:
    """The finding's sentence in the chosen language, without its level."""
    return _(FINDINGS[finding.code], **finding.values)
