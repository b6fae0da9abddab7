"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Journal, projections, local tables, and the search index."""
    _create_journal()
    _create_records()
    _create_participant()
    _create_candidate()
    _create_visitors()
    _create_media()
    _create_pairs()
    _create_local()
    _create_heard()
    _create_taken()
    # Beginnings have indexes up to the kecamatan of a NIK: longer ones fit few enough people.
    op.execute(
        "CREATE VIRTUAL TABLE participant_search USING fts5("
        "name, number, nik, content='', contentless_delete=1, detail=none, "
        "prefix='1 2 3 4 5 6', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE VIRTUAL TABLE candidate_search USING fts5("
        "name, alike, nik, content='', contentless_delete=1, detail=none, "
        "prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"
    )


def _create_journal() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("entry_hash", sa.String(64), nullable=False),
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("lamport", sa.Integer, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("author_id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("parents", sa.String, nullable=False),
        sa.Column("body_digest", sa.String(64), nullable=False),
        sa.Column("prev_hash", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.Column("salt", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name="pk_entry"),
        sa.UniqueConstraint("station_id", "seq", "entry_hash", name="uq_entry_station_id"),
    )
    op.create_index("ix_entry_record_id", "entry", ["record_id"])
    op.create_index("ix_entry_type_station", "entry", ["type", "station_id", "seq"])
    again = sa.text("parents != ''")
    op.create_index("ix_entry_corrects", "entry", ["station_id", "seq"], sqlite_where=again)


def _create_records() -> None:
    op.create_table(
        "chain",
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("last_hash", sa.String(64), nullable=False),
        sa.Column("lamport", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("station_id", name="pk_chain"),
    )
    op.create_table(
        "fork",
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("station_id", "seq", name="pk_fork"),
    )
    op.create_table(
        "record",
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("heads", sa.String, nullable=False),
        sa.Column("entry_id", sa.Integer),
        sa.Column("merged", sa.LargeBinary),
        sa.Column("conflicts", sa.LargeBinary),
        sa.PrimaryKeyConstraint("record_id", name="pk_record"),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name="fk_record_entry_id_entry"),
        sqlite_with_rowid=False,
    )
    few = sa.text("type NOT IN ('participant', 'candidate', 'queue_ticket', 'attendee')")
    op.create_index("ix_record_type", "record", ["type"], sqlite_where=few)


def _create_participant() -> None:
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("nik", sa.String, nullable=False),
        sa.Column("village", sa.String, nullable=False),
        sa.Column("rt", sa.String, nullable=False),
        sa.Column("rw", sa.String, nullable=False),
        sa.Column("occupation", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("printed", sa.Integer, nullable=False),
        sa.Column("handed", sa.Boolean, nullable=False),
        sa.Column("conflict", sa.Boolean, nullable=False),
        sa.Column("born", sa.Integer, nullable=False),
        sa.Column("alike", sa.String, nullable=False),
        sa.Column("kk", sa.String, nullable=False),
        sa.Column("incomplete", sa.Boolean, nullable=False),
        sa.Column("consented", sa.Boolean, nullable=False),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
        sa.Column("programme_id", sa.String, nullable=False),
        sa.Column("candidate_id", sa.String, nullable=False),
        sa.Column("voided", sa.Boolean, nullable=False),
        sa.Column("phone", sa.String, nullable=False),
        sa.Column("said", sa.String, nullable=False),
        sa.Column("own_seq", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_participant"),
        sa.UniqueConstraint("record_id", name="uq_participant_record_id"),
    )
    op.create_index("ix_participant_event_id", "participant", ["event_id"])
    op.create_index("ix_participant_nik", "participant", ["nik"])
    _index_participant()


def _index_participant() -> None:
    unfinished = sa.text("incomplete")
    op.create_index("ix_participant_incomplete", "participant", ["id"], sqlite_where=unfinished)
    op.create_index("ix_participant_voided", "participant", ["id"], sqlite_where=sa.text("voided"))
    disputed = sa.text("conflict")
    op.create_index("ix_participant_conflict", "participant", ["id"], sqlite_where=disputed)
    twice = sa.text("said = 'duplikat'")
    op.create_index("ix_participant_duplicate", "participant", ["id"], sqlite_where=twice)
    born = ["born", "alike", "voided", "withdrawn"]
    op.create_index("ix_participant_born", "participant", born)
    known = sa.text("kk != ''")
    op.create_index("ix_participant_kk", "participant", ["kk"], sqlite_where=known)
    known = sa.text("phone != ''")
    op.create_index("ix_participant_phone", "participant", ["phone"], sqlite_where=known)
    known = sa.text("candidate_id != ''")
    op.create_index(
        "ix_participant_candidate_id", "participant", ["candidate_id"], sqlite_where=known
    )


def _create_candidate() -> None:
    op.create_table(
        "candidate",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("programme_id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("nik", sa.String, nullable=False),
        sa.Column("kk", sa.String, nullable=False),
        sa.Column("born", sa.Integer, nullable=False),
        sa.Column("alike", sa.String, nullable=False),
        sa.Column("village", sa.String, nullable=False),
        sa.Column("rt", sa.String, nullable=False),
        sa.Column("rw", sa.String, nullable=False),
        sa.Column("occupation", sa.String, nullable=False),
        sa.Column("ceremony", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_candidate"),
        sa.UniqueConstraint("record_id", name="uq_candidate_record_id"),
    )
    op.create_index("ix_candidate_nik", "candidate", ["nik"])
    op.create_index("ix_candidate_born", "candidate", ["born", "alike"])
    order = ["programme_id", "village", "rw", "rt", "name"]
    op.create_index("ix_candidate_programme_id", "candidate", order)


def _create_visitors() -> None:
    op.create_table(
        "queue_ticket",
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("nik", sa.String, nullable=False),
        sa.Column("participant_id", sa.String, nullable=False),
        sa.Column("lamport", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("record_id", name="pk_queue_ticket"),
    )
    queue = ["event_id", "station_id", "state", "turn"]
    op.create_index("ix_queue_ticket_event_id", "queue_ticket", queue)
    op.create_table(
        "attendee",
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("recorded_at", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("village", sa.String, nullable=False),
        sa.Column("rt", sa.String, nullable=False),
        sa.Column("rw", sa.String, nullable=False),
        sa.Column("participant_id", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("record_id", name="pk_attendee"),
    )
    op.create_index("ix_attendee_event_id", "attendee", ["event_id", "recorded_at"])


def _create_media() -> None:
    op.create_table(
        "media_named",
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("station_id", "seq", "sha256", name="pk_media_named"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_media_named_sha256", "media_named", ["sha256"])
    op.create_table(
        "media",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_media"),
    )
    op.create_index("ix_media_added_at", "media", ["added_at", "sha256"])


def _create_pairs() -> None:
    op.create_table(
        "settled",
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("other_id", sa.String, nullable=False),
        sa.Column("seen", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "other_id", "seen", name="pk_settled"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pair",
        sa.Column("one", sa.Integer, nullable=False),
        sa.Column("other", sa.Integer, nullable=False),
        sa.Column("weight", sa.Float, nullable=False),
        sa.Column("seen", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name="pk_pair"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pair_other", "pair", ["other"])


def _create_local() -> None:
    op.create_table(
        "fact",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_fact"),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String, nullable=False),
        sa.Column("value", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_counter"),
    )
    op.create_table(
        "begun",
        sa.Column("number", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_begun"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("draft_id", sa.String, nullable=False),
        sa.Column("officer_id", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("form", sa.LargeBinary, nullable=False),
        sa.Column("focus", sa.String, nullable=False),
        sa.Column("updated_at", sa.String, nullable=False),
        sa.Column("cancelled_at", sa.String, nullable=False, server_default=""),
        sa.PrimaryKeyConstraint("id", name="pk_draft"),
    )
    op.create_table(
        "registered",
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_registered"),
        sqlite_with_rowid=False,
    )


def _create_heard() -> None:
    op.create_table(
        "heard",
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("nik", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("born", sa.Integer, nullable=False),
        sa.Column("sex", sa.String, nullable=False),
        sa.Column("village", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("event_id", "station_id", "record_id", name="pk_heard"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_heard_nik", "heard", ["nik"])
    op.create_index("ix_heard_born", "heard", ["born"])
    op.create_table(
        "heard_station",
        sa.Column("event_id", sa.String, nullable=False),
        sa.Column("station_id", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("written_at", sa.String, nullable=False),
        sa.Column("heard_at", sa.String, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("hash_key", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("event_id", "station_id", name="pk_heard_station"),
        sqlite_with_rowid=False,
    )


def _create_taken() -> None:
    op.create_table(
        "taken",
        sa.Column("place", sa.String(16), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("place", "name", name="pk_taken"),
        sqlite_with_rowid=False,
    )
