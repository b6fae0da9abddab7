"""The promises of CONTRIBUTING.md that a machine can check.

The directions of imports are contracts in pyproject.toml, checked by ``lint-imports``.
"""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "jamsos_desktop"
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

#: Source files without a test file of their own, each with the reason.
NO_MIRROR: dict[str, str] = {
    "errors.py": "declares two exceptions; raised in nearly every test",
    "services/progress.py": "a token and a type; cancelled in the tests of every long service",
}

#: Where every exception is caught: one boundary each for the worker, the window and the terminal.
MAY_CATCH_ALL = {"gui/jobs.py", "gui/main.py", "cli/session.py"}
#: Where whatever a helper thread meets is raised again in the thread that waits for it.
HANDS_OVER = {"bundle/age.py"}

#: Of Indonesia's regions "area" is a banned twin; of a card or a window it is a rectangle.
RECTANGLES = {"printing/card_template.py", "printing/cards.py", "gui/main_window.py"}
#: Twins of words in docs/glossary.md.
BANNED_WORDS = {"member", "members", "area", "areas", "fee", "fees", "employee", "employees"}

#: Import names whose distribution is called otherwise.
DISTRIBUTIONS = {"PySide6": "pyside6-essentials", "argon2": "argon2-cffi", "zxingcpp": "zxing-cpp"}


@cache
def tree(path):
    return ast.parse(path.read_text("utf-8"))


def name(path):
    return path.relative_to(SOURCE).as_posix()


def functions(path):
    return [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def lines_of(path):
    return len(path.read_text("utf-8").splitlines())


def length(node):
    return node.end_lineno - node.lineno + 1


def calls(path, method):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            if getattr(called, "attr", getattr(called, "id", None)) == method:
                yield node


def committed():
    """Files of the repository as they are now; none where the sources came without git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listed.returncode:
        pytest.skip("no git here")
    return [path for part in listed.stdout.split("\0") if part and (path := ROOT / part).is_file()]


def test_files_keep_the_ceiling():
    assert [f"{name(f)}: {lines_of(f)}" for f in FILES if lines_of(f) > 400] == []


def test_functions_keep_the_ceiling():
    long = [
        f"{name(f)}: {node.name} {length(node)}"
        for f in FILES
        for node in functions(f)
        if length(node) > 50
    ]
    assert long == []


def test_nine_files_of_ten_have_at_most_250_lines():
    assert statistics.quantiles([lines_of(f) for f in FILES], n=10)[-1] <= 250


def test_nine_functions_of_ten_have_at_most_25_lines():
    assert statistics.quantiles([length(n) for f in FILES for n in functions(f)], n=10)[-1] <= 25


def test_what_is_public_is_explained():
    silent = [name(path) for path in FILES if not ast.get_docstring(tree(path))]
    silent += [
        f"{name(path)}: {node.name}"
        for path in FILES
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def mirror(path):
    relative = path.relative_to(SOURCE)
    return ROOT / "tests" / relative.parent / f"test_{relative.stem.strip('_')}.py"


def test_a_source_file_has_its_test():
    untested = [
        name(path)
        for path in FILES
        if path.name != "__init__.py" and name(path) not in NO_MIRROR and not mirror(path).exists()
    ]
    assert untested == []


def test_what_is_excused_from_a_test_has_none():
    excused = [SOURCE / part for part in NO_MIRROR]
    assert [name(path) for path in excused if not path.exists() or mirror(path).exists()] == []


def test_nobody_pumps_events_by_hand():
    assert [name(f) for f in FILES if any(calls(f, "processEvents"))] == []


def catches_all(handler):
    """Takes every exception and does not end by raising it again."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    caught = ast.walk(handler.type) if handler.type else ()
    names = {part.id for part in caught if isinstance(part, ast.Name)}
    return handler.type is None or bool({"Exception", "BaseException"} & names)


def test_all_exceptions_are_caught_at_the_boundaries_only():
    catchers = {
        name(path)
        for path in FILES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and catches_all(node)
    }
    assert catchers <= MAY_CATCH_ALL | HANDS_OVER


def test_no_lambda_is_connected_to_a_signal():
    lambdas = [
        f"{name(path)}:{call.lineno}"
        for path in FILES
        for call in calls(path, "connect")
        if any(isinstance(argument, ast.Lambda) for argument in call.args)
    ]
    assert lambdas == []


def test_tests_wait_for_conditions_not_for_milliseconds():
    sleeping = [
        f"{path.name}:{call.lineno}"
        for path in TESTS
        for method in ("sleep", "wait")
        for call in calls(path, method)
        if method == "sleep" or getattr(getattr(call.func, "value", None), "id", "") == "qtbot"
    ]
    assert sleeping == []


def identifiers(path):
    for node in ast.walk(tree(path)):
        match node:
            case ast.Name(id=word) if re.match("Q[A-Z]", word):
                continue  # Qt calls its things as it likes
            case ast.Name(id=word) | ast.arg(arg=word):
                yield word, node.lineno
            case ast.FunctionDef(name=word) | ast.ClassDef(name=word):
                yield word, node.lineno


def words(identifier):
    return re.findall(r"[A-Z]?[a-z]+", identifier)


def banned_for(path):
    return BANNED_WORDS - ({"area", "areas"} if name(path) in RECTANGLES else set())


def test_each_thing_has_one_word():
    twins = [
        f"{name(path)}:{line} {word}"
        for path in FILES
        for word, line in identifiers(path)
        if banned_for(path) & {part.lower() for part in words(word)}
    ]
    assert twins == []


def imported(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def foreign(paths):
    """Third-party packages that these files import, by the names under which they are installed."""
    found = {package for path in paths for package in imported(path)}
    found -= {*sys.stdlib_module_names, "jamsos_desktop"}
    return {DISTRIBUTIONS.get(package, package).lower() for package in found}


def test_the_domain_needs_only_msgspec():
    assert foreign(SOURCE.joinpath("domain").rglob("*.py")) <= {"msgspec"}


def test_what_is_imported_is_declared():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.match(r"[\w.-]+", line)[0].lower() for line in project["dependencies"]}
    assert foreign(FILES) - {"shiboken6"} <= declared


def test_no_file_names_a_registry_or_somebodys_machine():
    # Put together here, so that this file does not name them either.
    hosts = [".".join(parts) for parts in (("pypi", "org"), ("files", "pythonhosted", "org"))]
    homes = [r"/home/[a-z]+/", r"/Users/[A-Za-z]+/", r"[A-Z]:\\Users\\", "file:" + "///"]
    homes += [rf"/{folder}/" for folder in ("root", "work", "opt", "srv", "mnt")]
    pattern = re.compile("|".join([*map(re.escape, hosts), *[rf"(?<![\w.}}*]){h}" for h in homes]]))
    named = []
    for path in committed():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # fonts, pictures and compressed data name no places
        named += [f"{path.relative_to(ROOT)}: {hit[0]}" for hit in pattern.finditer(text)]
    assert named == []
