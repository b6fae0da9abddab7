"""What the page shows of the consent: its text, its fields, and what is proposed. No Qt."""

from dataclasses import replace

from jamsos_desktop.domain.consent import DRAWN
from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.explanation import Terms
from jamsos_desktop.domain.records import Consent
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.enrolment.state import State
from jamsos_desktop.i18n import pick
from jamsos_desktop.services.consent_words import explained_words
from jamsos_desktop.storage.texts import SOURCE


def language_of(form: EnrolmentForm) -> str:
    """In which language the person is asked: the one that the cover was explained in."""
    return form.explained.language if form.explained else pick({"id": "id", "en": "en"})


def with_consent(state: State, sheet: Sheet, previous: EnrolmentForm | None) -> State:
    """The state with the consent. The answer itself is never proposed, only how it was given."""
    form = sheet.form
    given, before = form.consent, previous.consent if previous else None
    hidden, offered = set(state.hidden), dict(state.proposals)
    if given is None:
        hidden.add("consent_method")
    elif not given.method and before:
        offered["consent_method"] = before.method
    if given is None or given.method not in DRAWN:
        hidden.add("consent_signature")
    if given is None or given.method != "lisan":
        hidden.add("consent_witness")
    elif not given.witness.strip() and before and before.witness:
        offered["consent_witness"] = before.witness
    return replace(
        state,
        terms=_terms(sheet, _language(form, given)),
        told=explained_words(form.explained) if form.explained else "",
        refusing=sheet.refusing,
        findings=tuple(f for f in state.findings if not (sheet.refusing and f.field == "consent")),
        hidden=frozenset(hidden),
        proposals=tuple(offered.items()),
    )


def _terms(sheet: Sheet, language: str) -> Terms | None:
    known = sheet.rules.terms
    return known.get(language) or known.get(SOURCE)


def _language(form: EnrolmentForm, given: Consent | None) -> str:
    """A text that was agreed to stays the one that is shown."""
    return given.language if given else language_of(form)
