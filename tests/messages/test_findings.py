"""Every finding has its sentence, and no sentence is left over."""

import pytest

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.messages import FINDINGS, finding_text
from tests.messages.scan import gaps, texts_in_source

#: Made from the field's name in domain/enrolment.
MADE = {f"{field}_{what}" for field in ("rt", "rw") for what in ("empty", "format")}


def test_no_sentence_is_left_over():
    assert set(FINDINGS) - texts_in_source() - MADE == set()


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_finding_can_be_said(code):
    values = dict.fromkeys(gaps(FINDINGS[code]), "7")
    finding = Finding(level="error", code=code, field="nik", values=values)
    assert "{" not in finding_text(finding)
