"""Whether a person's consent is properly given; ``undoing`` says whether it was withdrawn."""

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.person_fields import normalise_name
from jamsos_desktop.domain.records import Consent, ConsentMethod

#: Given on the screen: a picture of the signature or the thumb belongs to it.
DRAWN: frozenset[ConsentMethod] = frozenset({"tanda_tangan", "cap_jempol"})
#: The fields of the form in which it is given, in their order.
FIELDS = ("consent", "consent_method", "consent_witness", "consent_signature")


def check_consent(consent: Consent | None, officer: str) -> list[Finding]:
    """What is missing before a record may be kept: all of it stands in the way of saving.

    ``officer`` is the name of who fills the form, who cannot be the only witness (UU 27/2022,
    art. 22 and 24: consent is given expressly, and who processes the data has to show it).
    """
    if consent is None:
        return [_error("consent_missing", "consent")]
    if not consent.at:
        return [_error("consent_date_unreadable", "consent")]
    if not consent.method:
        return [_error("consent_method_missing", "consent_method")]
    if consent.method in DRAWN and not consent.signature:
        return [_error("consent_signature_missing", "consent_signature")]
    if consent.method == "lisan":
        witness = normalise_name(consent.witness)
        if not any(letter.isalpha() for letter in witness):
            return [_error("consent_witness_missing", "consent_witness")]
        if witness.casefold() == normalise_name(officer).casefold():
            return [_error("consent_witness_officer", "consent_witness")]
    return []


def _error(code: str, field: str) -> Finding:
    return Finding(level="error", code=code, field=field)
