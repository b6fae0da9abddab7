"""The promises of CONTRIBUTING.md that a machine can check.

The directions of imports are contracts in pyproject.toml, checked by ``lint-imports``.
"""

import ast
import re
import shutil
import statistics
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from jamsos_desktop.cli import app
from jamsos_desktop.gui.keys import KEYS

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "jamsos_desktop"
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

#: Sources that need no test: they only declare, or are nothing without their one caller.
NO_MIRROR: dict[str, str] = {
    "cli/batches.py": "declares options; the tests of cards and papers give them",
    "gui/page_context.py": "declares what a page is given; every page's test makes one",
    "storage/migrations/env.py": "one call by Alembic; tests/storage/test_migrate.py runs it",
    "storage/migrations/versions/0001_first_tables.py": "tests/storage/test_migrate.py compares"
    " its tables with those of storage/models.py",
}
#: Sources without a test file of their own, each with the test below tests/ that exercises it.
COVERED_BY: dict[str, str] = {
    "domain/activities.py": "domain/test_records.py",
    "domain/finding.py": "domain/test_enrolment.py",
    "domain/installation.py": "storage/test_facts.py",
    "domain/print_settings.py": "storage/test_facts.py",
    "errors.py": "messages/test_errors.py",
    "messages/errors_files.py": "messages/test_errors.py",
    "messages/errors_places.py": "messages/test_errors.py",
    "messages/errors_print.py": "messages/test_errors.py",
    "messages/errors_program.py": "messages/test_errors.py",
    "messages/errors_reference.py": "messages/test_errors.py",
    "messages/errors_work.py": "messages/test_errors.py",
    "messages/explanation.py": "messages/test_errors.py",
    "gui/printing/batch.py": "gui/papers/test_making.py",
    "gui/printing/events.py": "gui/papers/test_state.py",
    "gui/printing/paper_page.py": "gui/participants/test_own_data.py",
    "gui/printing/sheets.py": "gui/printing/test_printer.py",
    "gui/reference/look_page.py": "gui/reference/test_view.py",
    "gui/reference/state.py": "gui/reference/test_presenter.py",
    "gui/papers/documents.py": "gui/papers/test_state.py",
    "gui/enrolment/presenter.py": "gui/enrolment/people.py",
    "gui/inbox/state.py": "gui/inbox/test_stages.py",
    "storage/answered.py": "services/test_decided.py",
    "gui/decisions/decided_lines.py": "gui/decisions/test_decided_presenter.py",
    "gui/decisions/decided_state.py": "gui/decisions/test_decided_presenter.py",
    "gui/decisions/desk_state.py": "gui/decisions/test_desk_presenter.py",
    "gui/decisions/desk_view.py": "gui/decisions/test_sitting.py",
    "gui/decisions/conflicts_state.py": "gui/decisions/test_conflicts_presenter.py",
    "gui/decisions/duplicates_state.py": "gui/decisions/test_duplicates_presenter.py",
    "gui/decisions/view.py": "gui/decisions/test_duplicates_view.py",
    "services/side_by_side.py": "gui/decisions/test_sides.py",
    "gui/preferences/facts.py": "gui/preferences/test_choices.py",
    "gui/exchange/watch.py": "gui/exchange/test_neighbours_box.py",
    "gui/exchange/cards.py": "gui/exchange/test_answer.py",
    "gui/widgets/date_edit.py": "gui/widgets/test_editors.py",
    "gui/widgets/editor.py": "gui/widgets/test_editors.py",
    "gui/widgets/field.py": "gui/widgets/test_form.py",
    "gui/widgets/nik_edit.py": "gui/widgets/test_editors.py",
    "gui/widgets/password_edit.py": "gui/widgets/test_editors.py",
    "gui/widgets/phone_edit.py": "gui/widgets/test_editors.py",
    "gui/widgets/region_picker.py": "gui/widgets/test_chooser.py",
    "gui/widgets/words.py": "gui/widgets/test_notice.py",
    "services/event_keys.py": "services/test_exchange.py",
    "services/exchange_files.py": "services/test_exchange.py",
    "services/hearsay.py": "services/test_exchange.py",
    "storage/heard.py": "services/test_exchange.py",
    "services/brake.py": "services/test_look_into.py",
    "services/candidate_places.py": "services/test_candidate_list.py",
    "services/import_report.py": "services/test_import_bundle.py",
    "services/quarantine.py": "services/test_read_again.py",
    "services/save_import_report.py": "services/test_look_into.py",
    "services/twins.py": "services/test_look_into.py",
    "domain/destination.py": "storage/test_facts.py",
    "storage/crossings.py": "services/test_upload.py",
    "transports/place.py": "transports/test_pieces.py",
    "tour/journey.py": "tour/test_tour.py",
    "tour/screens.py": "test_self_test.py",
}

#: Where every exception is caught: one boundary each for the worker, the window and the terminal.
MAY_CATCH_ALL = {"gui/jobs.py", "gui/main.py", "cli/session.py"}
#: Where whatever a helper thread meets is raised again in the thread that waits for it.
HANDS_OVER = {"bundle/age.py"}

#: Committed files of more than a megabyte, each with its reason.
LARGE: set[str] = set()
#: Keys that every form hears in its own way (tests/gui/widgets/test_form.py).
ENTER = {"next", "back"}

#: Of Indonesia's regions "area" is a banned twin; of a card or a window it is a rectangle.
RECTANGLES = {"printing/template_check.py", "gui/main_window.py"}
#: Twins of words in docs/glossary.md.
BANNED_WORDS = {"member", "members", "area", "areas", "fee", "fees", "employee", "employees"}

#: Import names whose distribution is called otherwise.
DISTRIBUTIONS = {
    "python_calamine": "python-calamine",
    "PIL": "pillow",
    "PySide6": "pyside6-essentials",
    "argon2": "argon2-cffi",
    "cv2": "opencv-python-headless",
    "zxingcpp": "zxing-cpp",
}


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
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
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
        if path.name != "__init__.py"
        and name(path) not in NO_MIRROR.keys() | COVERED_BY.keys()
        and not mirror(path).exists()
    ]
    assert untested == []


def test_what_is_excused_from_a_test_has_none():
    excused = [SOURCE / part for part in (*NO_MIRROR, *COVERED_BY)]
    assert [name(path) for path in excused if not path.exists() or mirror(path).exists()] == []
    assert not NO_MIRROR.keys() & COVERED_BY.keys()


def declared(path):
    """The public classes and functions of a source file."""
    kinds = ast.ClassDef | ast.FunctionDef
    named = {node.name for node in tree(path).body if isinstance(node, kinds)}
    return {word for word in named if not word.startswith("_")}


def used(path):
    """Every module that a test file imports and every name in its code and its scripts."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.ImportFrom(module=str(module)):
                yield from (f"{module}.{alias.name}" for alias in node.names)
                yield module
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.Name(id=word) | ast.Attribute(attr=word):
                yield word


@pytest.mark.parametrize("part", sorted(COVERED_BY))
def test_the_test_that_covers_a_source_uses_it(part):
    source, test = SOURCE / part, ROOT / "tests" / COVERED_BY[part]
    module = ".".join(("jamsos_desktop", *source.relative_to(SOURCE).with_suffix("").parts))
    assert {module, *declared(source)} & set(used(test)), f"{COVERED_BY[part]} never names {module}"


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
    lines = [*project["dependencies"], *project["optional-dependencies"]["camera"]]
    declared = {re.match(r"[\w.-]+", line)[0].lower() for line in lines}
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


def test_no_large_file_is_committed():
    size = 1_000_000  # bytes; regions of all Indonesia take less
    large = {
        path.relative_to(ROOT).as_posix() for path in committed() if path.stat().st_size > size
    }
    assert large == LARGE


def bound(path):
    """The keys of the table that a file of the GUI binds, by name or from a list of pairs."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Call(func=ast.Attribute(attr="bind" | "set_primary"), args=arguments):
                parts, kept = arguments, not is_only_written(node)
            case ast.For(iter=ast.Tuple(elts=parts), body=body):
                inside = {id(call) for step in body for call in ast.walk(step)}
                kept = any(id(call) in inside for call in calls(path, "bind"))
            case _:
                continue
        if kept:
            yield from (text for part in parts for text in texts(part))


def is_only_written(call):
    """A button that shows its key and leaves it to somebody else to listen."""
    return any(word.arg == "bind" and not word.value.value for word in call.keywords)


def texts(node):
    """The texts in an expression; of ``f"page_{number}"`` what stands before the gap."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def test_every_key_of_the_table_does_something():
    files = [path for path in SOURCE.joinpath("gui").rglob("*.py") if path.name != "keys.py"]
    listened = {text for path in files for text in bound(path)}
    assert {re.sub(r"^(page_|keep_)\d$", r"\1", key) for key in KEYS} - ENTER - listened == set()


def commands(command, path=()):
    """The words of every command of the program."""
    inside = getattr(command, "commands", {})
    if not inside:
        yield path
    for word, part in inside.items():
        yield from commands(part, (*path, word))


def test_the_readme_names_every_command():
    """There ``bundle export | verify FILE`` stands for two commands."""
    readme = (ROOT / "README.md").read_text("utf-8")
    lines = [line.split() for line in re.findall(r"^jamsos-desktop (.*)", readme, re.MULTILINE)]
    missing = [
        " ".join(path)
        for path in commands(get_command(app))
        if not any(line[0] == path[0] and path[-1] in line for line in lines)
    ]
    assert missing == []


def at_import(nodes):
    """What runs when a module is imported: all but the insides of functions."""
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            arguments = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
            yield from at_import([*arguments, *getattr(node, "decorator_list", [])])
        else:
            yield node
            yield from at_import(ast.iter_child_nodes(node))


def test_texts_are_translated_when_they_are_shown():
    """At import nobody has chosen a language yet: there ``N_`` marks a text."""
    early = [
        f"{name(path)}:{node.lineno}"
        for path in FILES
        for node in at_import(tree(path).body)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_"
    ]
    assert early == []
