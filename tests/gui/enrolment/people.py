"""People who do not exist, as a cadre would type them, the rules for them, and a slow worker."""

import datetime as dt

from PySide6.QtCore import QPoint

from jamsos_desktop.domain.enrolment_form import Rules
from jamsos_desktop.domain.explanation import terms_of
from jamsos_desktop.domain.invented import invented_consent
from jamsos_desktop.domain.records import Programme
from jamsos_desktop.gui.enrolment.presenter import EnrolmentPresenter
from jamsos_desktop.services import reference
from tests.fakes import FakeView, InlineJobs

SITI_NIK = "3576035708909001"  # Kec. Kranggan, Kota Mojokerto; 17-08-1990; a woman
SITI = {
    "nik": SITI_NIK,
    "name": "Siti Aminah",
    "birth_date": "17-08-1990",
    "sex": "P",
    "village": "35.76.03.1001",
    "rt": "2",
    "rw": "5",
    "occupation": "pedagang_pasar",
}

AGREED = invented_consent(dt.date(2025, 11, 12), "petugas")


def type_siti(keyboard):
    """The whole of a typical registration, from the NIK to the occupation."""
    keyboard.enter(SITI_NIK)
    keyboard.enter("Siti Aminah")
    keyboard.enter()  # the birth date that the NIK proposes
    keyboard.enter()  # and the sex
    keyboard.enter("kran")  # the only kelurahan with these letters: chosen, and on to the next
    keyboard.enter("2")
    keyboard.enter("5")
    keyboard.enter("Jl Melati 4")
    keyboard.enter("kecil")  # "Pedagang kecil atau pedagang pasar"
    for _answer in ("civil_servant", "already_insured", "coverage_start", "coverage_months"):
        keyboard.enter()  # as it stands
    agree(keyboard)


def agree(keyboard):
    """The person agrees aloud, and somebody hears it; the cursor stands in the answer."""
    keyboard.type("s")  # and on to how
    keyboard.enter("l")
    keyboard.enter("Bu Tini")


def rules(**programme):
    """An event in Kota Mojokerto on 12-11-2025."""
    known = reference.shipped()
    paid = Programme(name="Pekerja rentan", coverage_start="2025-12", **programme)
    texts = known.texts
    return Rules(
        today=dt.date(2025, 11, 12),
        event_id="kegiatan",
        programme_id="program",
        programme=paid,
        terms=terms_of(texts.consent, texts.consent_facts, paid, "Kota Mojokerto"),
        region="35.76",
        places=reference.regions(),
        occupations=known.occupations,
        tariffs=known.tariffs,
        income_bands=known.income_bands,
        book=known.rule_book("standar"),
        officer_id="petugas",
        may_decide=True,
    )


class HeldJobs(InlineJobs):
    """A worker that is busy with something else until it is let go."""

    def __init__(self):
        self.held = []

    def start(self, work, on_done, on_error):
        self.held.append((work, on_done, on_error))

    def let_go(self):
        while self.held:
            super().start(*self.held.pop(0))

    def die(self):
        """The program ends before the worker comes to what waits."""
        self.held.clear()


class FormView(FakeView):
    """Takes what the presenter puts into the fields."""

    def __init__(self):
        super().__init__()
        self.fields = {}
        self.focus = ""

    def offer(self, rules):
        self.rules = rules

    def fill(self, values, focus):
        self.fields.update(values)
        self.focus = focus

    def put(self, name, value):
        self.fields[name] = value

    def go_to(self, name, code=""):
        self.focus = code or name


def open_form(desk, jobs=None, results=None):
    """The page's presenter without widgets. A held worker has to be let go before it is ready."""
    kept = [] if results is None else results
    presenter = EnrolmentPresenter(
        FormView(),
        jobs or InlineJobs(),
        desk,
        show_result=lambda text, undo=None: kept.append(text),
        refresh_header=lambda: None,
    )
    presenter.turns.open()
    return presenter


def view_of(presenter):
    return presenter.page.view


def type_whole(presenter, **changes):
    """Siti, or with changes somebody else, who agrees on paper."""
    type_in(presenter, **(SITI | changes))
    agree_in(presenter)


def agree_in(presenter):
    """The same as :func:`agree`, on paper and without widgets."""
    presenter.consent.edit("consent", "setuju", "consent")
    presenter.consent.edit("consent_method", "kertas", "consent_method")
    presenter.consent.left("consent_method", "birth_place")


def type_in(presenter, **values):
    """Fields one after the other, each left before the next."""
    for name, value in values.items():
        presenter.typing.edit(name, value, name)
        presenter.typing.left(name, value, name)


def raw(page, name):
    return page.form.fields[name].editor.raw()


def said(page, name):
    return [row.finding.code for row in page.form.fields[name].findings()]


def place(page, name):
    return page.form.fields[name].widget.mapTo(page, QPoint(0, 0))


def wait_saved(qtbot, window, jobs, count=1):
    qtbot.waitUntil(lambda: len(window.results) == count and not jobs.busy)
