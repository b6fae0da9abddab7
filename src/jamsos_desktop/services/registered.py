"""Those who are registered elsewhere or were last year: the office's lists, as keyed hashes.

The office takes lists in and keeps a hash of each NIK, never the NIK and never a name. The kit
carries the hashes, and those of the office's own participants, to the stations.
"""

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import sqlalchemy as sa

from jamsos_desktop.domain import nik
from jamsos_desktop.domain.enrolment_form import EnrolmentForm
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.registered import KEY_SIZE, KeyedList, digest_of, keyed_list
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.services.spreadsheets import read_rows
from jamsos_desktop.storage import facts, registered
from jamsos_desktop.storage.facts import RegisteredList, RegisteredLists

CODE = "nik_registered_elsewhere"
#: A kit is held in memory whole; so many hashes are 32 MB of it.
MOST = 2_000_000
#: Rows above the headings: the title of a list, the date, the name of an office.
_TITLE_ROWS = 30
_HEADINGS = {
    *("nik", "no_nik", "nomor_nik", "nik_ktp", "no_ktp", "nomor_ktp", "nik_no_ktp"),
    *("no_identitas", "nomor_identitas", "nomor_induk_kependudukan", "nik_peserta", "nik_tk"),
}
_STEP = 5000


def take_registered(
    desk: Desk, path: Path, report: Report = silent, cancel: CancelToken | None = None
) -> RegisteredList:
    """Add the NIKs of a list (CSV, XLSX) to those that are registered already: all, or none.

    Raises ``office_only``, ``csv_headers`` where no column is headed NIK, ``registered_too_many``,
    and what :func:`jamsos_desktop.services.spreadsheets.read_rows` can raise.
    """
    _at_the_office(desk)
    rows = _niks(list(read_rows(path)))
    with desk.database.writing() as connection:
        lists = _lists(connection)
        digests, unread = _hashed(rows, lists.key, report, cancel)
        added = registered.add(connection, sorted(digests))
        if registered.count(connection) > MOST:
            raise UserError("registered_too_many", most=MOST)
        taken = RegisteredList(
            file=path.name,
            at=desk.clock().isoformat(),
            added=added,
            known=len(digests) - added,
            unread=unread,
        )
        kept = RegisteredLists(key=lists.key, lists=(*lists.lists, taken))
        facts.write_registered(connection, kept)
    return taken


def registered_lists(desk: Desk) -> tuple[int, tuple[RegisteredList, ...]]:
    """How many people are known to be registered elsewhere, and by which lists."""
    with desk.database.reading() as connection:
        lists = facts.read_registered(connection)
        return registered.count(connection), lists.lists if lists else ()


def forget_registered(desk: Desk) -> int:
    """Empty the list, for instance before that of a new year; how many people were on it.

    The key is made anew with the next list. Raises ``office_only``.
    """
    _at_the_office(desk)
    with desk.database.writing() as connection:
        count = registered.count(connection)
        registered.forget(connection)
        facts.forget_registered(connection)
    return count


def list_for_station(connection: sa.Connection, station_id: str = "") -> KeyedList | None:
    """The lists and the office's own participants; None where there is nobody.

    A station that is there already (``station_id``) knows its own people. Who was voided or took
    their consent back is not among them.
    """
    lists = _lists(connection)
    own = (digest_of(lists.key, number) for number in registered.own_niks(connection, station_id))
    digests = [*registered.every(connection), *(digest for digest in own if digest)]
    if not digests:
        return None
    facts.write_registered(connection, lists)  # a key that was made just now
    return keyed_list(lists.key, digests)


def keep_list(connection: sa.Connection, listed: KeyedList, at: str) -> None:
    """Take over the list of a kit or a receipt in the place of an older one.

    ``at`` is when the office wrote it, ISO 8601 with zone; one that is not newer changes nothing.
    """
    known = facts.read_registered(connection)
    if known is not None and any(_moment(one.at) >= _moment(at) for one in known.lists):
        return
    registered.forget(connection)
    added = registered.add(connection, listed.each())
    taken = RegisteredList(file="", at=at, added=added, known=0)
    facts.write_registered(connection, RegisteredLists(key=listed.key, lists=(taken,)))


def _moment(at: str) -> dt.datetime:
    return dt.datetime.fromisoformat(at)


def registered_elsewhere(
    connection: sa.Connection, forms: Sequence[EnrolmentForm], record_id: str = ""
) -> list[list[Finding]]:
    """For each form a warning where its NIK is on a list.

    A participant who is corrected is not asked about a list that names them by now, unless the
    record has a reason for it already, which would be lost.
    """
    lists = facts.read_registered(connection)
    if lists is None:
        return [[] for _form in forms]
    digests = [digest_of(lists.key, form.nik) for form in forms]
    found = registered.known(connection, [digest for digest in digests if digest])
    return [
        [_finding()] if digest in found and not _own(connection, form, record_id) else []
        for form, digest in zip(forms, digests, strict=True)
    ]


def _own(connection: sa.Connection, form: EnrolmentForm, record_id: str) -> bool:
    if not record_id or form.reasons.get(CODE):
        return False
    return registered.has_nik(connection, record_id, nik.normalise(form.nik))


def _finding() -> Finding:
    return Finding(level="warning", code=CODE, field="nik", overridable=True)


def _at_the_office(desk: Desk) -> None:
    if desk.installation.mode != "office":
        raise UserError("office_only")


def _lists(connection: sa.Connection) -> RegisteredLists:
    return facts.read_registered(connection) or RegisteredLists(key=os.urandom(KEY_SIZE))


def _niks(rows: Sequence[Sequence[str]]) -> list[str]:
    """The cells below the heading NIK, but those of empty rows. Raises ``csv_headers``."""
    for place, headings in enumerate(rows[:_TITLE_ROWS]):
        column = next((n for n, text in enumerate(headings) if _plain(text) in _HEADINGS), None)
        if column is not None:
            below = (row for row in rows[place + 1 :] if any(row))
            return ["".join(row[column : column + 1]) for row in below]
    raise UserError("csv_headers", missing="NIK")


def _plain(heading: str) -> str:
    return "_".join("".join(c if c.isalnum() else " " for c in heading.casefold()).split())


def _hashed(
    numbers: Sequence[str], key: bytes, report: Report, cancel: CancelToken | None
) -> tuple[set[bytes], int]:
    digests, unread = set(), 0
    for done, digest in enumerate(_digests(numbers, key)):
        if done % _STEP == 0:
            if cancel is not None:
                cancel.check()
            report(done, len(numbers))
        if digest is None:
            unread += 1
        else:
            digests.add(digest)
    report(len(numbers), len(numbers))
    return digests, unread


def _digests(numbers: Iterable[str], key: bytes) -> Iterator[bytes | None]:
    for number in numbers:
        # Spreadsheets put an apostrophe before what shall stay a text.
        yield digest_of(key, number.strip("'’ "))
