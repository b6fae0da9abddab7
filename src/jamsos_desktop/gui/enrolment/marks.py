"""What stands around the fields: findings below, what comes from where beside the label."""

from PySide6.QtWidgets import QLineEdit, QWidget

from jamsos_desktop.domain import consent
from jamsos_desktop.domain.enrolment_form import QUESTIONS
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.enrolment.fields import EnrolmentFields, hint_of
from jamsos_desktop.gui.enrolment.state import State
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.i18n import N_, _

#: What Enter takes over where something is proposed, with what stands in an empty line otherwise.
_PROPOSED = {
    "birth_date": N_("tgl-bln-tahun"),
    "sex": "",
    "consent_method": "",
    "consent_witness": N_("misalnya: Bu Siti, ketua RT"),
}
OFFERED = (*_PROPOSED, "heir_name")  # and whom the family proposes
_OWNED = ("phone", "email")  # what one has or has not
#: Fields that come and go.
SOMETIMES = (
    *("ktp_village", "occupation_text"),
    *(*QUESTIONS, *consent.FIELDS[1:], "correction"),
)


def show_marks(form: EnrolmentFields, state: State) -> None:
    """Mark each field as the state has it; the texts in the fields stay."""
    reasons, proposals = dict(state.reasons), dict(state.proposals)
    for name, field in form.fields.items():
        field.show_findings([f for f in state.findings if f.field == name], reasons)
        field.set_hint(_hint(name, state))
    for name, otherwise in _PROPOSED.items():
        widget = form.fields[name].widget
        if isinstance(widget, Choice):
            widget.propose(proposals.get(name, ""))
        elif isinstance(widget, QLineEdit):
            _show_proposed(widget, proposals.get(name, ""), _(otherwise) if otherwise else "")
    for name in state.may_be_unknown:
        words = _("Tidak punya") if name in _OWNED else _("Tidak tahu")
        _show_told(form.fields[name].widget, words, told=name in state.unknown)
    for name in SOMETIMES:
        form.fields[name].setVisible(name not in state.hidden)
        form.fields[name].widget.setEnabled(name not in state.hidden)
    form.elsewhere.setVisible("ktp_village" in state.hidden)


def _hint(name: str, state: State) -> str:
    if any(name == proposed for proposed, _offer in state.proposals):
        again = name in consent.FIELDS
        return _("seperti tadi? Enter") if again else _("usulan dari NIK · Enter")
    chosen = dict(state.choices).get(name)
    if chosen:
        return _("panah bawah: {name}", name=chosen)
    match dict(state.sources).get(name):
        case "given":
            return _("dari antrean atau daftar hadir")
        case "listed":
            return _("dari daftar calon")
        case "family":
            return _("dari keluarga yang sama · {key}", key=keys.shown("clear_carried"))
        case "carried":
            return _("dari formulir sebelumnya · {key}", key=keys.shown("clear_carried"))
    hint = hint_of(name)
    if name in state.may_be_unknown:
        key = _("{key}: tidak tahu", key=keys.shown("unknown"))
        return f"{hint} · {key}" if hint else key
    return hint


def _show_told(edit: QWidget, words: str, *, told: bool) -> None:
    """Say in an empty line that the person could not tell it; else what usually stands there."""
    if not isinstance(edit, QLineEdit) or bool(edit.property("told")) == told:
        return
    if told:
        edit.setProperty("usual", edit.placeholderText())
    edit.setProperty("told", told)
    edit.setPlaceholderText(words if told else edit.property("usual"))
    edit.setAccessibleDescription(words if told else "")
    edit.style().unpolish(edit)
    edit.style().polish(edit)


def _show_proposed(edit: QLineEdit, text: str, otherwise: str) -> None:
    """Show a proposal in an empty line without filling it in."""
    edit.setPlaceholderText(text or otherwise)
    if edit.property("proposed") != bool(text):
        edit.setProperty("proposed", bool(text))
        edit.style().unpolish(edit)
        edit.style().polish(edit)
