"""A practice office with people who were registered there, for the tests of pages."""

import datetime as dt

from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.invented import invented_consent
from jamsos_desktop.services import enrol, plan, reference, set_up

NIKS = ("3576015108900001", "3576021108900002", "3576035108900003")


def form(place, name, **fields):
    """What a cadre typed for the person at this place; the same place gives the same NIK."""
    known = {
        "nik": NIKS[place] if place < len(NIKS) else f"35760151089{place + 1:05d}",
        "name": name,
        "birth_date": "11-08-1990",
        "sex": "L" if place == 1 else "P",
        "village": "35.76.02.1003" if place % 2 else "35.76.03.1001",
        "rt": "1",
        "rw": "2",
        "occupation": "pedagang_keliling",
        "coverage_start": "2026-12",
        "coverage_months": "3",
        "consent": invented_consent(dt.date(2026, 11, 22), "petugas"),
    }
    return EnrolmentForm(**{**known, **fields})


def open_desk(folder, *people):
    """An office in ``folder`` with its event of today; ``people`` are forms."""
    desk = set_up.start_practice(folder)
    return desk, enrol_people(desk, *people)


def enrol_people(desk, *people):
    """Register these forms; the ids of their records."""
    if not people:
        return []
    event_id, _event = plan.todays_event(desk)
    rules = reference.rules_of(desk, event_id)
    return [one.record_id for one in enrol.enrol_at_once(desk, list(people), rules)]
