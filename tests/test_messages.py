"""Every code that the program can raise has its words, and every word has a code."""

import ast
import string
from pathlib import Path

import pytest

from jamsos_desktop import messages
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError

SOURCE = Path(messages.__file__).parent


def texts_in_source() -> set[str]:
    """Every text constant of the program outside the module of words."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        if "messages" in path.relative_to(SOURCE).parts[0]:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def raised_codes() -> set[str]:
    """The codes of all ``UserError("code", ...)`` in the program."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UserError":
                codes = [n for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant)]
                found |= {code.value for code in codes if isinstance(code.value, str)}
    return found


def test_every_error_that_is_raised_has_its_three_parts() -> None:
    codes = raised_codes()
    assert len(codes) > 30
    assert codes - set(messages.ERRORS) == set()
    for parts in messages.ERRORS.values():
        assert all(part.strip().endswith((".", "?", "!", "}")) for part in parts), parts


def test_no_sentence_is_left_over() -> None:
    used = texts_in_source()
    # rt_ and rw_ findings are made from the field's name.
    made = {f"{field}_{what}" for field in ("rt", "rw") for what in ("empty", "format")}
    assert set(messages.ERRORS) - used == set()
    assert set(messages.FINDINGS) - used - made == set()


@pytest.mark.parametrize("code", sorted(messages.ERRORS))
def test_an_error_can_be_said(code: str) -> None:
    gaps = {
        name
        for part in messages.ERRORS[code]
        for _text, name, _form, _conversion in string.Formatter().parse(part)
        if name
    }
    said = messages.explain(UserError(code, **dict.fromkeys(gaps, "7")))
    assert "{" not in str(said)


@pytest.mark.parametrize("code", sorted(messages.FINDINGS))
def test_a_finding_can_be_said(code: str) -> None:
    gaps = {name for _t, name, _f, _c in string.Formatter().parse(messages.FINDINGS[code]) if name}
    finding = Finding(level="error", code=code, field="nik", values=dict.fromkeys(gaps, "7"))
    assert "{" not in messages.finding_text(finding)
