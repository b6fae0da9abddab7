"""Files of rules and texts: listed, checked, replaced, added and taken back, by the office.

What is put in force is a record of the office's journal and travels in kits and receipts, so that a
new regulation needs no new program. docs/decisions/0028-reference-data.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.records import Programme, ReferenceFile
from jamsos_desktop.domain.reference_diff import Difference, differences
from jamsos_desktop.domain.reference_file import (
    INCOME_BANDS,
    LARGEST,
    MAPPINGS,
    OCCUPATIONS,
    RULES,
    TARIFFS,
    TEXTS,
    WRITTEN_ONCE,
    parse_name,
    record_id_of,
)
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.known import reason_of
from jamsos_desktop.services.reference import DECIDERS, in_force
from jamsos_desktop.storage import journal, records
from jamsos_desktop.storage.reference import read_version, shipped_names, shipped_text
from jamsos_desktop.storage.reference_files import History, Said, read_history

_MAPPING_KINDS, _TEXT_KINDS = ("bpjs-", "hasil-"), ("consent-", "explanation-", "benefits-")


class Change(NamedTuple):
    """A file that was checked and may be put in force; ``before`` is 0 for a new one."""

    name: str
    content: str
    version: int
    before: int
    differences: tuple[Difference, ...]


def check_file(desk: Desk, path: Path, name: str = "") -> Change:
    """Read a file as it would hold here, in the place of ``name`` or by what it is called itself.

    Nothing is changed. Raises what :func:`check_files` can.
    """
    (change,) = check_files(desk, {name or name_of(path): path})
    return change


def check_files(desk: Desk, files: Mapping[str, Path]) -> tuple[Change, ...]:
    """Read files that would hold together: a new text comes with its facts and translations.

    Raises ``reference_name``, ``reference_file_unreadable``, ``reference_refused`` with the reason
    and the place in the file, ``reference_same``, ``reference_version``,
    ``reference_written_once``.
    """
    contents = {name: _read(path) for name, path in files.items()}
    with desk.database.reading() as connection:
        return _checked(desk, connection, contents)


def name_of(path: Path) -> str:
    """What a file is by its own name: ``blitar-2026.toml`` is a rule book."""
    own = path.name
    if own in {TARIFFS, OCCUPATIONS, INCOME_BANDS}:
        return own
    if own.startswith(_MAPPING_KINDS):
        return f"{MAPPINGS}/{own}"
    return f"{TEXTS if own.startswith(_TEXT_KINDS) else RULES}/{own}"


def put_in_force(desk: Desk, changes: Sequence[Change], reason: str) -> None:
    """Let these files hold from now on, here and wherever a kit or a receipt brings them.

    They are checked again, because others may have changed something meanwhile. Raises
    ``office_only``, ``coordinator_only``, ``reason_missing``, and what checking can raise.
    """
    _allow(desk)
    words = reason_of(reason)
    with desk.database.writing() as connection:
        _checked(desk, connection, {change.name: change.content for change in changes})
        _write(desk, connection, {c.name: c.content for c in changes}, words)


def check_restore(desk: Desk, name: str) -> Change:
    """What would change if the shipped file held again; version 0 where none is shipped.

    Nothing is changed. Raises ``reference_as_shipped``, ``reference_in_use``,
    ``reference_refused``.
    """
    with desk.database.reading() as connection:
        _refuse_restoring(desk, connection, name)
        now = in_force(desk, connection)
    before = now.holding(name)
    after = shipped_text(name) if name in shipped_names() else ""
    return Change(
        name=name,
        content="",
        version=read_version(after, name) if after else 0,
        before=read_version(before, name),
        differences=differences(before, after),
    )


def restore_file(desk: Desk, name: str, reason: str) -> None:
    """Let the shipped file hold again; one that was added holds no more.

    What was in force stays in the journal. Raises ``office_only``, ``coordinator_only``,
    ``reason_missing``, ``reference_as_shipped``, ``reference_in_use`` for the rules of a programme,
    ``reference_refused`` where another file needs what this one says.
    """
    _allow(desk)
    words = reason_of(reason)
    with desk.database.writing() as connection:
        _refuse_restoring(desk, connection, name)
        _write(desk, connection, {name: ""}, words)


def save_file(desk: Desk, name: str, target: Path) -> Path:
    """Write the file as it holds here, to be changed elsewhere; never over an existing one.

    Raises ``reference_name``, and what writing can raise.
    """
    return write_new(target, in_force(desk).holding(name).encode()).path


def _refuse_restoring(desk: Desk, connection: sa.Connection, name: str) -> None:
    history = read_history(connection)
    if not (said := history.get(name)) or not said[0].content:
        raise UserError("reference_as_shipped", file=name)
    _refuse_what_breaks(connection, in_force(desk, connection), _with(history, {name: ""}))


def _checked(
    desk: Desk, connection: sa.Connection, contents: Mapping[str, str]
) -> tuple[Change, ...]:
    now, history = in_force(desk, connection), read_history(connection)
    for name, content in contents.items():
        known = parse_name(name)
        if known is None:
            raise UserError("reference_name", name=name[:80])
        _refuse_old_versions(now, history, name, content, once=known.kind in WRITTEN_ONCE)
    after = _with(history, contents)
    planned = InForce(after)
    for name in contents:
        _refused_as_words(planned, name)
    _refuse_what_breaks(connection, now, after)
    return tuple(_change(now, name, content) for name, content in contents.items())


def _change(now: InForce, name: str, content: str) -> Change:
    before = now.holding(name) if name in now.names() else ""
    return Change(
        name=name,
        content=content,
        version=read_version(content, name),
        before=read_version(before, name) if before else 0,
        differences=differences(before, content),
    )


def _refuse_old_versions(
    now: InForce, history: History, name: str, content: str, *, once: bool
) -> None:
    """A name and a version mean the same words for good: records say which they were made under."""
    before = next(now.contents(name), None)
    if before == content:
        raise UserError("reference_same", file=name)
    ever = [said.content for said in history.get(name, ()) if said.content]
    ever += [shipped_text(name)] if name in shipped_names() else []
    if content in ever or not ever:
        return
    if once:
        raise UserError("reference_written_once", file=name, other=_next_text(now, history, name))
    found = _version_of(content, name)
    newest = max(_version_of(text, name) for text in ever)
    if found <= newest:
        raise UserError("reference_version", file=name, found=found, needed=newest + 1)


def _next_text(now: InForce, history: History, name: str) -> str:
    known = parse_name(name)
    assert known is not None
    every = [parse_name(one) for one in (*now.names(), *history)]
    newest = max((one.text_version for one in every if one and one.kind == known.kind), default=0)
    return name.replace(f"-{known.text_version}.", f"-{newest + 1}.")


def _refuse_what_breaks(connection: sa.Connection, now: InForce, after: History) -> None:
    """No other file, and no programme, may be left without what it needs."""
    planned = InForce(after)
    used: dict[str, list[str]] = {}
    for _id, programme in records.all_of(connection, Programme):
        used.setdefault(programme.rules, []).append(programme.name)
    for key, programmes in used.items():
        if key in now.rule_books and key not in planned.rule_books:
            file, names = f"{RULES}/{key}.toml", ", ".join(sorted(programmes))
            if any(True for _ in planned.contents(file)):
                _refused_as_words(planned, file)
            raise UserError("reference_in_use", file=file, programmes=names)
    for name in planned.names():
        if name not in now.unreadable:
            _refused_as_words(planned, name)


def _refused_as_words(planned: InForce, name: str) -> None:
    try:
        planned.check(name)
    except UserError as error:
        if error.code != "reference_invalid":
            raise
        raise UserError("reference_refused", **error.values) from error


def _with(history: History, contents: Mapping[str, str]) -> History:
    """The history as if these had just been put in force."""
    news = {name: Said(name, content, "", "", "") for name, content in contents.items()}
    return {
        name: (*((news[name],) if name in news else ()), *history.get(name, ()))
        for name in dict.fromkeys((*history, *news))
    }


def _write(desk: Desk, connection: sa.Connection, contents: Mapping[str, str], reason: str) -> None:
    journal.append(connection, desk.author, desk.clock(), list(_news(connection, contents, reason)))


def _news(
    connection: sa.Connection, contents: Mapping[str, str], reason: str
) -> Iterable[journal.New]:
    for name, content in contents.items():
        body = ReferenceFile(name=name, content=content, reason=reason)
        stored = records.get(connection, record_id_of(name))
        heads, unknown = (stored.heads, stored.unknown) if stored else ((), {})
        yield journal.New(record_id_of(name), body, heads, unknown)


def _allow(desk: Desk) -> None:
    if desk.installation.mode != "office":
        raise UserError("office_only")
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")


def _version_of(content: str, name: str) -> int:
    """What is no number yet is refused when the whole file is read."""
    try:
        return read_version(content, name)
    except UserError as error:
        raise UserError("reference_refused", **error.values) from error


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise UserError("reference_file_unreadable", file=path.name)
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("reference_file_unreadable", file=path.name) from error
    return text.replace("\r\n", "\n")
