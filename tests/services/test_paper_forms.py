"""Pieces of a batch: as many people and pages as the form says."""

import pytest

from jamsos_desktop.printing.preview import count_pages
from jamsos_desktop.services.paper_forms import BoardForm, ReceiptForm, print_form

FORMS = [
    *(ReceiptForm(kind) for kind in ("a6_4", "a6_2", "slip_80", "slip_58")),
    BoardForm(),
    BoardForm("a1"),
    BoardForm("a3", tiled=True),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_piece_has_the_pages_that_its_form_says(station, people, form):
    ids = [person.record_id for person in people]
    paper = print_form(station, form, ids)
    assert (paper.kind, paper.record_ids) == (form.kind, tuple(ids))
    assert count_pages(paper.pdf) == -(-len(ids) // form.people) * form.pages


def test_a_board_calls_people_as_somebody_typed(station, people):
    ids = [person.record_id for person in people]
    as_known = print_form(station, BoardForm(), ids[:1])
    otherwise = print_form(station, BoardForm(called=((ids[0], "Bu Sri"),)), ids[:1])
    assert as_known.pdf != otherwise.pdf
