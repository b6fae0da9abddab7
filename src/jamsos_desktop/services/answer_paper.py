"""The office's answer to a station on paper: the same at the office that writes it and there.

It says what the journal here says; nothing is journalled by looking.
"""

import datetime as dt
import io
from typing import Any, NamedTuple

import sqlalchemy as sa

from jamsos_desktop.bundle.naming import office_slug
from jamsos_desktop.domain.activities import BpjsAnswered, Decided
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.domain.records import Officer, Station
from jamsos_desktop.domain.standing import Answer, Standing, Travel, standing
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.printing.office_answer import Line, Reach, write_office_answer
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_heading import heading_of
from jamsos_desktop.services.travel import travel_of
from jamsos_desktop.storage import activities, records
from jamsos_desktop.storage.models import entry, participant
from jamsos_desktop.storage.pieces import in_pieces


class _Issued(NamedTuple):
    at: dt.datetime
    author_id: str


def answer_paper(desk: Desk, station_id: str = "") -> bytes:
    """The PDF for one station; at a station its own. No NIK stands on it.

    Raises ``station_unknown``, and ``answer_never`` before the first receipt.
    """
    here = desk.installation
    wanted = here.station_id if here.mode == "station" else station_id
    with desk.database.reading() as connection:
        stored = records.get(connection, wanted)
        if stored is None or not isinstance(stored.body, Station):
            raise UserError("station_unknown")
        issued = _last_issued(connection, wanted)
        travel = travel_of(connection, wanted)
        lines = _lines(connection, wanted, travel)
        reach = Reach(travel.accepted_seq, _last_number(connection, wanted, travel))
        author = records.get(connection, issued.author_id)
    officer = author.body.name if author and isinstance(author.body, Officer) else ""
    sheet = io.BytesIO()
    write_office_answer(
        sheet,
        heading_of(
            desk,
            _("Balasan kantor"),
            _("Untuk {station} ({code})", station=stored.body.name, code=stored.body.code),
            f"{here.office_name} · {long_date(issued.at.date())}, {issued.at:%H.%M}",
        ),
        reach,
        lines,
        date=issued.at.date(),
        officer=officer,
    )
    return sheet.getvalue()


def answer_paper_name(desk: Desk, code: str = "") -> str:
    """``balasan_kota-mojokerto_MJK1_20261122.pdf``."""
    here = desk.installation
    code = here.code if here.mode == "station" else code
    return f"balasan_{office_slug(here.office_name)}_{code}_{desk.clock():%Y%m%d}.pdf"


def _last_issued(connection: sa.Connection, station_id: str) -> _Issued:
    """The last receipt by the office's Lamport time. Raises ``answer_never``."""
    row = connection.execute(
        sa.select(entry.c.recorded_at, entry.c.author_id)
        .where(entry.c.record_id == station_id, entry.c.type == "receipt_issued")
        .order_by(entry.c.lamport.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        raise UserError("answer_never")
    return _Issued(dt.datetime.fromisoformat(row.recorded_at), row.author_id)


def _lines(connection: sa.Connection, station_id: str, travel: Travel) -> list[Line]:
    query = sa.select(participant).where(participant.c.station_id == station_id)
    rows = connection.execute(query.order_by(participant.c.number)).all()
    answers: dict[str, Answer] = {}
    said = [row.record_id for row in rows if row.said]
    for piece in in_pieces(said):
        answers |= activities.answers(connection, piece)
    return [_line(row, travel, answers.get(row.record_id)) for row in rows]


def _line(row: Any, travel: Travel, answer: Answer | None) -> Line:
    stands = standing(
        row.said,
        voided=row.voided,
        withdrawn=row.withdrawn,
        own_seq=row.own_seq,
        travel=travel,
    )
    line = Line(row.number, row.name, stands)
    body = answer.told.body if answer and answer.told and _is_told(stands) else None
    if isinstance(body, Decided):
        return line._replace(reason=body.reason, fields=body.fields, kept=body.kept_number)
    if isinstance(body, BpjsAnswered):
        number = _("Nomor BPJS {number}", number=body.number) if body.number else ""
        return line._replace(reason=body.reason or number)
    return line


def _is_told(stands: Standing) -> bool:
    """Whoever voided or withdrew is not asked to mend anything."""
    return stands not in ("dibatalkan", "dicabut")


def _last_number(connection: sa.Connection, station_id: str, travel: Travel) -> str:
    """The newest registration of the station that arrived."""
    number = connection.scalar(
        sa.select(participant.c.number)
        .where(
            participant.c.station_id == station_id,
            participant.c.own_seq <= travel.accepted_seq,
        )
        .order_by(participant.c.own_seq.desc())
        .limit(1)
    )
    return number or ""
