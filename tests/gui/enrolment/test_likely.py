"""Who is likely the person is asked once for what was typed, and answered for nothing else."""

import msgspec

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.gui.enrolment import likely
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.likely import LikelyFinder
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.services.duplicates import Likely
from tests.fakes import InlineJobs
from tests.gui.enrolment.people import SITI, HeldJobs, rules

TWIN = Likely(
    record_id="a",
    number="MJK1-00001-A",
    name="Siti Amina",
    masked_nik="3576••••••••0001",
    village="35.76.03.1001",
    score=97,
    reasons=("nama mirip 94 %", "tanggal lahir sama"),
)


class Page:
    def __init__(self):
        self.opened = []

    def open_person(self, record_id):
        self.opened.append(record_id)


class Asked:
    """The service, which notes what it was asked for."""

    def __init__(self):
        self.forms = []

    def __call__(self, desk, form, rules, record_id=""):
        self.forms.append(form)
        return (TWIN,)


def finder(monkeypatch, jobs=None):
    asked, changed, page = Asked(), [], Page()
    monkeypatch.setattr(likely.duplicates, "find_likely", asked)
    made = LikelyFinder(
        None, jobs or InlineJobs(), page, lambda: changed.append(1), lambda error: None
    )
    return made, asked, changed, page


def sheet(**values):
    return Sheet(EnrolmentForm(**values), rules(), DraftKeeper(None, InlineJobs(), "kegiatan"))


def test_a_name_and_a_birth_date_are_looked_for_once(monkeypatch):
    made, asked, changed, _page = finder(monkeypatch)
    form = sheet(name="Siti Aminah")
    made.look(form)
    assert (asked.forms, form.likely) == ([], ())
    form.edit({"birth_date": "17-08-1990"})
    made.look(form)
    form.edit({"rt": "2"})  # compares nothing
    made.look(form)
    assert (len(asked.forms), form.likely, changed) == (1, (TWIN,), [1])


def test_a_nik_alone_is_enough_and_half_a_nik_is_not(monkeypatch):
    made, asked, _changed, _page = finder(monkeypatch)
    made.look(sheet(nik=SITI["nik"][:8]))
    assert asked.forms == []
    made.look(sheet(nik=SITI["nik"]))
    assert len(asked.forms) == 1


def test_they_go_when_the_name_is_wiped_out(monkeypatch):
    made, _asked, changed, _page = finder(monkeypatch)
    form = sheet(**{**SITI, "nik": ""})
    made.look(form)
    form.edit({"name": ""})
    made.look(form)
    assert form.likely == ()
    assert len(changed) == 2


def test_an_answer_to_an_older_question_is_not_shown(monkeypatch):
    jobs = HeldJobs()
    made, _asked, changed, _page = finder(monkeypatch, jobs)
    form = sheet(**SITI)
    made.look(form)
    form.edit({"name": "Budi"})
    form.asked = None
    jobs.let_go()
    assert (form.likely, changed) == ((), [])


def test_what_is_decided_stands_on_the_form_and_the_same_person_is_opened(monkeypatch):
    made, _asked, changed, page = finder(monkeypatch)
    form = sheet(**SITI)
    made.decide("a", "belum_yakin", "")  # nothing was looked for yet
    made.look(form)
    made.decide("a", "belum_yakin", "")
    assert [(d.number, d.decision, d.score) for d in form.form.duplicates] == [
        ("MJK1-00001-A", "belum_yakin", 97)
    ]
    made.decide("a", "orang_sama", "")
    assert page.opened == ["a"]
    assert [d.decision for d in form.form.duplicates] == ["orang_sama"]
    assert len(changed) == 3


def test_they_are_said_in_words():
    assert likely.who_words(TWIN) == "Siti Amina · 3576••••••••0001 · Kranggan · MJK1-00001-A"
    assert likely.why_words(TWIN) == "Kemungkinan sama 97 %: nama mirip 94 %, tanggal lahir sama"
    elsewhere = msgspec.structs.replace(TWIN, village="", masked_nik="")
    assert likely.who_words(elsewhere) == "Siti Amina · MJK1-00001-A"


def test_somebody_of_another_laptop_is_said_with_place_and_time_and_not_opened(monkeypatch):
    there = msgspec.structs.replace(TWIN, station="Pos 2", at="2026-11-22T09:41:00+07:00")
    why = likely.why_words(there)
    assert why.startswith("Terdaftar di Pos 2, jam 09.41. Kemungkinan sama 97 %")
    assert "Batalkan pendaftaran" in likely.what_to_do(there)
    assert likely.what_to_do(TWIN) == ""
    made, _asked, _changed, page = finder(monkeypatch)
    monkeypatch.setattr(likely.duplicates, "find_likely", lambda *_asked: (there,))
    form = sheet(**SITI)
    made.look(form)
    made.decide("a", "orang_sama", "")
    assert page.opened == []
    assert [d.decision for d in form.form.duplicates] == ["orang_sama"]
