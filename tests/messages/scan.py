"""What the source says of codes, and which gaps a sentence has."""

import ast
import string
from pathlib import Path

import jamsos_desktop

SOURCE = Path(jamsos_desktop.__file__).parent


def trees():
    """Every module of the program but the words themselves."""
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] != "messages":
            yield ast.parse(path.read_text("utf-8"))


def texts_in_source():
    """Every text constant of the program outside the module of words."""
    return {
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def raised_codes():
    """The codes of all ``UserError("code", ...)`` in the program."""
    calls = [
        node
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "UserError" and node.args
    ]
    codes = [part for call in calls for part in ast.walk(call.args[0])]
    return {c.value for c in codes if isinstance(c, ast.Constant) and isinstance(c.value, str)}


def gaps(text):
    """The names in braces."""
    return {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name}
