"""What the page shows of the consent; the answer is never proposed and never carried over."""

import msgspec
import pytest

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.records import Explained
from jamsos_desktop.gui.enrolment.consent_state import language_of, with_consent
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.enrolment.state import State
from tests.fakes import InlineJobs
from tests.gui.enrolment.people import AGREED, rules

SPOKEN = msgspec.structs.replace(AGREED, method="lisan", witness="Bu Tini")
TOLD = Explained(at="2026-11-22T09:15:00+07:00", by="petugas", language="jv", version=1)


def shown(consent=None, before=None, **programme):
    form = EnrolmentForm(consent=consent)
    sheet = Sheet(form, rules(**programme), DraftKeeper(None, InlineJobs(), "kegiatan"))
    previous = EnrolmentForm(consent=before) if before else None
    return with_consent(State(), sheet, previous)


def test_only_the_answer_is_asked_for_at_first():
    assert shown().hidden == {"consent_method", "consent_witness", "consent_signature"}
    assert shown(before=SPOKEN).proposals == ()


@pytest.mark.parametrize(
    ("method", "asked"),
    [
        ("", set()),
        ("lisan", {"consent_witness"}),
        ("kertas", set()),
        ("tanda_tangan", {"consent_signature"}),
        ("cap_jempol", {"consent_signature"}),
    ],
)
def test_how_it_was_given_decides_what_else_is_asked(method, asked):
    state = shown(msgspec.structs.replace(AGREED, method=method))
    assert {"consent_witness", "consent_signature"} - state.hidden == asked
    assert "consent_method" not in state.hidden


def test_how_and_before_whom_are_proposed_as_they_were_before():
    begun = msgspec.structs.replace(AGREED, method="")
    assert dict(shown(begun, SPOKEN).proposals) == {"consent_method": "lisan"}
    spoken = msgspec.structs.replace(AGREED, method="lisan")
    assert dict(shown(spoken, SPOKEN).proposals) == {"consent_witness": "Bu Tini"}
    assert shown(SPOKEN, SPOKEN).proposals == ()
    assert shown(begun).proposals == ()


def test_the_text_says_what_the_programme_says_of_basis_and_retention():
    lines = dict(shown(legal_basis="Perwali 12/2025", retention="5 tahun").terms.lines)
    assert (lines["Dasar hukum"], lines["Disimpan"]) == ("Perwali 12/2025", "5 tahun")
    assert dict(shown().terms.lines)["Dasar hukum"] == "belum ditetapkan kota"


def test_it_is_asked_in_the_language_in_which_it_was_explained():
    assert language_of(EnrolmentForm()) == "id"
    assert language_of(EnrolmentForm(explained=TOLD)) == "jv"
    assert shown(AGREED).terms.language == "id"  # and stays in the one that was agreed to
