"""Who of the office's list is the person of the form: asked while somebody types."""

import pytest

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.gui.enrolment.candidates import CandidateFinder, where_words, who_words
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.services import plan, reference
from jamsos_desktop.services.expected import Expected
from tests.factories import expect, make_candidate
from tests.gui.enrolment.people import HeldJobs, open_form, type_in, view_of


@pytest.fixture
def rules(desk):
    return reference.rules_of(desk, plan.events(desk)[0][0])


@pytest.fixture
def ids(desk, rules):
    people = [make_candidate(n, programme_id=rules.programme_id) for n in range(3)]
    return expect(desk, *people)


class Heard:
    def __init__(self):
        self.changes = 0
        self.errors = []

    def changed(self):
        self.changes += 1


@pytest.fixture
def heard():
    return Heard()


def sheet_of(rules, **typed):
    return Sheet(EnrolmentForm(**typed), rules, keeper=None)


def test_one_question_at_a_time_and_then_the_last_one(desk, rules, ids, heard):
    jobs = HeldJobs()
    finder = CandidateFinder(desk, jobs, heard.changed, heard.errors.append)
    sheet = sheet_of(rules)
    for typed in ("sit", "siti", "siti a", "siti aminah 2"):
        sheet.edit({"name": typed})
        finder.look(sheet)
    assert len(jobs.held) == 1  # the rest waits
    jobs.let_go()
    assert [one.record_id for one in sheet.expected.people] == [ids[2]]
    assert heard.changes == 2  # to "sit", and to what was typed last
    finder.look(sheet)
    assert jobs.held == []


def test_another_persons_form_is_not_told_of_this_one(desk, rules, ids, heard):
    jobs = HeldJobs()
    finder = CandidateFinder(desk, jobs, heard.changed, heard.errors.append)
    one, other = sheet_of(rules, nik="3576035708900001"), sheet_of(rules, name="budi")
    finder.look(one)
    finder.look(other)
    jobs.let_go()
    assert [len(sheet.expected.people) for sheet in (one, other)] == [1, 0]


def test_who_is_corrected_or_filled_already_is_looked_for_no_more(desk, ids):
    presenter = open_form(desk)
    type_in(presenter, nik="3576035708900001")
    assert len(presenter.state.expected.people) == 1
    presenter.listed.take(ids[0])
    assert presenter.state.expected.people == ()
    type_in(presenter, rt="7")
    assert presenter.page.sheet.form.candidate_id == ids[0]
    type_in(presenter, nik="3576035708900002")  # somebody else's after all
    assert presenter.page.sheet.form.candidate_id == ""
    assert [one.record_id for one in presenter.state.expected.people] == [ids[1]]
    assert view_of(presenter).fields["name"] == "Siti Aminah 0"


def test_a_candidate_in_words():
    def known(work="", **changes):
        person = make_candidate(**changes)
        return Expected(record_id="x", candidate=person, by_nik=True, other_nik=False, work=work)

    one = known("penjual jamu", note="rumah biru")
    assert who_words(one) == "Siti Aminah 0 · 3576••••••••0001 · 17-08-1990"
    assert where_words(one) == "RT 001 RW 002 Kranggan · penjual jamu · rumah biru"
    assert where_words(known("Pedagang", rt="", rw="", village="")) == "Pedagang"
    assert not where_words(known(rt="", rw="", village=""))
