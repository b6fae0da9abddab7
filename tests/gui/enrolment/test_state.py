"""What the page shows follows from the form."""

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.enrolment.state import State, with_sheet
from tests.fakes import InlineJobs
from tests.gui.enrolment.people import SITI_NIK, rules


def state_of(**values):
    keeper = DraftKeeper(None, InlineJobs(), "kegiatan")
    return with_sheet(State(count="Terdaftar 3"), Sheet(EnrolmentForm(**values), rules(), keeper))


def test_an_empty_form_says_little():
    state = state_of()
    assert (state.number, state.reading, state.path, state.proposals) == ("", "", "", ())
    assert state.count == "Terdaftar 3"
    assert not state.begun


def test_the_path_of_the_village_and_the_proposals_of_the_nik_are_shown():
    state = state_of(nik=SITI_NIK, village="35.76.03.1001", sex="P")
    assert state.path == "Kel. Kranggan, Kec. Kranggan, Kota Mojokerto"
    assert state.proposals == (("birth_date", "17-08-1990"),)


def test_a_village_that_is_still_being_typed_has_no_path():
    assert state_of(village="kran").path == ""


def test_own_words_are_wanted_for_another_occupation_only():
    assert "occupation_text" not in state_of(occupation="lainnya").hidden
    assert "occupation_text" in state_of(occupation="petani").hidden


def test_only_what_the_rules_ask_is_asked():
    hidden = state_of().hidden
    assert {"pkh", "correction"} <= hidden
    assert not {"civil_servant", "already_insured"} & hidden
