"""Asking for consent without widgets: stamped, never carried over, refused without a trace."""

import pytest
import sqlalchemy as sa

from jamsos_desktop.domain.records import Explained
from jamsos_desktop.gui.enrolment.sheet import answers
from jamsos_desktop.services import enrol, find, pictures, plan
from jamsos_desktop.services.event_day import look_at_today
from jamsos_desktop.storage.models import draft, entry, media
from tests.gui.desk import enrol_people, form
from tests.gui.enrolment.people import SITI, SITI_NIK, agree_in, open_form, type_in, view_of

STROKES = (((10.0, 20.0), (60.0, 90.0), (200.0, 40.0)),)


@pytest.fixture
def results():
    return []


@pytest.fixture
def presenter(desk, results):
    return open_form(desk, results=results)


@pytest.fixture
def event_id(desk):
    return plan.todays_event(desk)[0]


def given(presenter):
    return presenter.page.sheet.form.consent


def saved(desk):
    (one,) = find.find_participants(desk)
    return find.look_at(desk, one.record_id).body


def test_what_is_agreed_to_is_stamped_and_saved(presenter, desk):
    type_in(presenter, **SITI)
    told = Explained(at="2026-11-22T09:15:00+07:00", by="petugas", language="jv", version=1)
    presenter.typing.explained(told)
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "lisan", "consent_method")
    presenter.consent.edit("consent_witness", "Bu Tini", "consent_witness")
    presenter.saving.save(then_next=True)
    consent = saved(desk).consent
    assert (consent.method, consent.witness, consent.language) == ("lisan", "Bu Tini", "jv")
    assert (consent.by, consent.version) == (desk.officer_id, 1)
    assert given(presenter) is None
    assert {view_of(presenter).fields[name] for name in answers(presenter.page.sheet)} == {""}


def test_without_an_answer_nothing_is_saved_at_all(presenter, desk):
    type_in(presenter, **SITI)
    presenter.saving.save(then_next=True)
    assert view_of(presenter).focus == "consent"
    presenter.saving.save_incomplete()
    assert find.count_participants(desk) == 0


def test_the_officer_alone_is_no_witness(presenter, desk):
    type_in(presenter, **SITI)
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "lisan", "consent_method")
    presenter.consent.edit("consent_witness", desk.officer.name.upper(), "consent_witness")
    presenter.saving.save(then_next=True)
    assert [f.code for f in presenter.state.findings] == ["consent_witness_officer"]


def test_half_an_answer_is_kept_in_the_draft(presenter, desk, event_id):
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "lisan", "consent_method")
    presenter.consent.edit("consent_witness", "Bu", "consent_witness")
    presenter.page.close()
    again = open_form(desk)
    assert view_of(again).fields["consent_witness"] == "Bu"
    assert view_of(again).fields["consent"] == "setuju"


def test_how_the_last_one_agreed_is_taken_over_with_enter_only(presenter):
    type_in(presenter, **SITI)
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "lisan", "consent_method")
    presenter.consent.edit("consent_witness", "Bu Tini", "consent_witness")
    presenter.saving.save(then_next=True)
    presenter.consent.accept("consent")
    assert given(presenter) is None
    presenter.consent.edit("consent", "setuju", "consent")
    assert (given(presenter).method, given(presenter).witness) == ("", "")
    presenter.consent.accept("consent_method")
    presenter.consent.accept("consent_witness")
    assert (given(presenter).method, given(presenter).witness) == ("lisan", "Bu Tini")
    assert view_of(presenter).fields["consent_witness"] == "Bu Tini"


def test_another_way_forgets_the_witness_and_the_signature(presenter):
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "lisan", "consent_method")
    presenter.consent.edit("consent_witness", "Bu Tini", "consent_witness")
    presenter.consent.edit("consent_method", "tanda_tangan", "consent_method")
    assert given(presenter).witness == ""
    presenter.consent.sign(STROKES)
    assert len(given(presenter).signature) == 64
    presenter.consent.edit("consent_method", "kertas", "consent_method")
    assert given(presenter).signature == ""


def test_a_signature_is_kept_and_wiped_out_again(presenter, desk):
    type_in(presenter, **SITI)
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "tanda_tangan", "consent_method")
    presenter.consent.sign(STROKES)
    assert view_of(presenter).fields["consent_signature"] == given(presenter).signature
    presenter.consent.sign(())
    assert given(presenter).signature == ""
    presenter.consent.sign(STROKES)
    presenter.saving.save(then_next=True)
    assert pictures.show_picture(desk, saved(desk).consent.signature)


def test_a_picture_that_is_none_is_told(presenter, tmp_path):
    path = tmp_path / "jempol.jpg"
    path.write_bytes(b"no picture")
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "cap_jempol", "consent_method")
    presenter.consent.sign(path)
    assert presenter.state.said.tone == "error"
    assert given(presenter).signature == ""


# --- refusing -------------------------------------------------------------------------------------


def rows_with(desk, *needles):
    with desk.database.reading() as connection:
        bodies = connection.execute(sa.select(entry.c.body)).scalars().all()
        forms = connection.execute(sa.select(draft.c.form)).scalars().all()
    raw = [bytes(one or b"") for one in (*bodies, *forms)]
    return sum(any(needle.encode() in one for needle in needles) for one in raw)


def test_a_refusal_wipes_out_the_form_and_its_pictures_and_goes_on(
    presenter, desk, event_id, results
):
    type_in(presenter, **SITI, phone="081234567890")
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "tanda_tangan", "consent_method")
    presenter.consent.sign(STROKES)
    personal = (SITI_NIK, "Siti Aminah", "081234567890")
    assert rows_with(desk, *personal) == 1
    presenter.consent.edit("consent", "menolak", "consent")
    assert presenter.state.refusing
    presenter.consent.refuse()
    assert rows_with(desk, *personal) == 0
    with desk.database.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(media)) == 0
    assert look_at_today(desk, event_id).refused == 1
    assert not presenter.state.begun
    assert view_of(presenter).fields["nik"] == ""
    assert results == ["Penolakan dicatat. Data orangnya tidak disimpan."]
    assert enrol.find_draft(desk, event_id) is None


def test_a_slip_is_taken_back_and_the_answer_stands_as_before(presenter, desk, event_id):
    type_in(presenter, **SITI)
    agree_in(presenter)
    before = given(presenter)
    presenter.consent.edit("consent", "menolak", "consent")
    presenter.saving.save(then_next=True)
    assert find.count_participants(desk) == 0
    presenter.consent.think_again()
    assert given(presenter) == before
    assert view_of(presenter).fields["consent"] == "setuju"
    presenter.saving.save(then_next=True)
    assert saved(desk).name == "Siti Aminah"
    assert look_at_today(desk, event_id).refused == 0


def test_nothing_is_refused_that_nobody_refused(presenter, desk, event_id):
    type_in(presenter, **SITI)
    presenter.consent.refuse()
    assert presenter.state.begun
    assert look_at_today(desk, event_id).refused == 0


def test_a_saved_record_is_not_refused_here(presenter, desk, event_id):
    (siti,) = enrol_people(desk, form(0, "Siti Aminah"))
    presenter.turns.correct(siti)
    presenter.consent.edit("consent", "menolak", "consent")
    presenter.consent.refuse()
    assert presenter.state.correcting
    assert find.count_participants(desk) == 1
    presenter.consent.think_again()
    assert given(presenter) is not None
