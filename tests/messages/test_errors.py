"""Every error that can be raised is said in three parts, and no sentence is left over."""

import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.messages import (
    ERRORS,
    errors_files,
    errors_places,
    errors_print,
    errors_program,
    errors_reference,
    errors_work,
    explain,
)
from jamsos_desktop.messages.explanation import Explanation
from tests.messages.scan import gaps, raised_codes, texts_in_source


def test_every_error_that_is_raised_has_its_three_parts():
    codes = raised_codes()
    assert len(codes) > 30
    assert codes - set(ERRORS) == set()
    for parts in ERRORS.values():
        assert all(part.strip().endswith((".", "?", "!", "}")) for part in parts), parts


def test_no_code_is_explained_in_two_places():
    parts = (
        errors_files.ERRORS,
        errors_places.ERRORS,
        errors_print.ERRORS,
        errors_program.ERRORS,
        errors_reference.ERRORS,
        errors_work.ERRORS,
    )
    assert sum(map(len, parts)) == len(ERRORS)
    assert all(isinstance(said, Explanation) for said in ERRORS.values())


def test_no_sentence_is_left_over():
    assert set(ERRORS) - texts_in_source() == set()


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_an_error_can_be_said(code):
    names = set().union(*map(gaps, ERRORS[code]))
    said = explain(UserError(code, **dict.fromkeys(names, "7")))
    assert "{" not in str(said)
