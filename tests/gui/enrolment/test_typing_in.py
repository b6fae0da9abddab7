"""Whatever is typed is taken over as it is, and never stops the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsos_desktop.domain.enrolment_form import FIELDS
from jamsos_desktop.services import set_up
from tests.gui.enrolment.people import open_form, type_in


@pytest.fixture(scope="module")
def siti_page(tmp_path_factory):
    desk = set_up.start_practice(tmp_path_factory.mktemp("page"))
    yield open_form(desk)
    desk.close()


@given(st.sampled_from(FIELDS), st.text(max_size=40))
def test_nothing_that_can_be_typed_stops_the_page(siti_page, name, text):
    type_in(siti_page, **{name: text})
    siti_page.page.keep()
    assert siti_page.state.phase == "form"
