"""What files of rules and texts hold at a desk, where each comes from, and what became of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jamsos_desktop.domain.journal import Entry
from jamsos_desktop.domain.records import Officer, ReferenceFile
from jamsos_desktop.domain.reference_file import FileKind, is_of_a_file, parse_name
from jamsos_desktop.domain.set_aside import understand
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import pick
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.services.reference import in_force
from jamsos_desktop.storage import records
from jamsos_desktop.storage.reference import read_version, shipped_names, shipped_text
from jamsos_desktop.storage.reference_files import Said, read_history


class FileLine(NamedTuple):
    """One file: ``replaced_at`` is empty where the shipped one holds."""

    name: str
    kind: FileKind
    title: str  # as the file calls itself; empty where it does not
    version: int
    added: bool = False  # none is shipped
    replaced_at: str = ""  # ISO 8601 with zone
    replaced_by: str = ""  # name of the officer
    reason: str = ""
    shipped_version: int = 0  # 0 where none is shipped
    unreadable: bool = False  # the newest form is for a newer program; an older one holds


def list_files(desk: Desk) -> list[FileLine]:
    """Every file that holds here, the shipped ones first; added ones last."""
    with desk.database.reading() as connection:
        known, history = in_force(desk, connection), read_history(connection)
        officers = {key: body.name for key, body in records.all_of(connection, Officer)}
    return [_line(known, name, history.get(name, ()), officers) for name in known.names()]


def read_file(desk: Desk, name: str) -> str:
    """The text of a file as it holds here. Raises ``reference_name``."""
    return in_force(desk).holding(name)


def unreadable_files(desk: Desk) -> tuple[str, ...]:
    """Files whose newest form, written by a newer program, cannot be read by this one."""
    return in_force(desk).unreadable


def replaced_in(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The files that entries put in the place of shipped ones or beside them, by the newest."""
    newest: dict[str, tuple[int, str]] = {}
    for made, body in _files_in(entries):
        newest[body.name] = max((made.lamport, body.content), newest.get(body.name, (0, "")))
    return tuple(sorted(name for name, (_at, content) in newest.items() if content))


def changed_in(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The files about which entries say anything, also that the shipped one holds again."""
    return tuple(sorted({body.name for _made, body in _files_in(entries)}))


def _files_in(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ReferenceFile]]:
    for made in entries:
        body = understand(made) if is_of_a_file(made.record_id) else None
        if isinstance(body, ReferenceFile):
            yield made, body


def _line(known: InForce, name: str, said: tuple[Said, ...], officers: dict[str, str]) -> FileLine:
    parsed = parse_name(name)
    assert parsed is not None  # names() gives no other
    shipped = name in shipped_names()
    line = FileLine(
        name=name,
        kind=parsed.kind,
        title=_title(known, name),
        version=_version(known, name),
        added=not shipped,
        shipped_version=read_version(shipped_text(name), name) if shipped else 0,
        unreadable=name in known.unreadable,
    )
    if not said or not said[0].content:
        return line
    newest = said[0]
    return line._replace(
        replaced_at=newest.recorded_at,
        replaced_by=officers.get(newest.author_id, ""),
        reason=newest.reason,
    )


def _version(known: InForce, name: str) -> int:
    """Of what holds; 0 for an added file that this program cannot read at all."""
    try:
        return read_version(known.holding(name), name)
    except UserError:
        return 0


def _title(known: InForce, name: str) -> str:
    parsed = parse_name(name)
    if parsed is None:
        return ""
    if parsed.kind == "rules":
        book = known.rule_books.get(parsed.key)
        return pick(book.name.by_language()) if book else ""
    if parsed.kind == "export":
        return pick(known.mappings[parsed.key].name) if parsed.key in known.mappings else ""
    if parsed.kind == "results":
        found = known.result_layouts.get(parsed.key)
        return pick(found.name) if found else ""
    return ""
