"""The tables. ``entry`` is the truth; all but the local ones are projections of it."""

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: Types of records of which there is one for a person: nobody asks for all of them at once.
MANY_OF_A_KIND = ("participant", "candidate", "queue_ticket", "attendee")
# The conditions of partial indexes, written alike in index and query, so that they meet.
CORRECTS = sa.text("parents != ''")
FEW_OF_A_KIND = sa.text(f"type NOT IN {MANY_OF_A_KIND}")
KK_KNOWN = sa.text("kk != ''")
DUPLICATE = sa.text("said = 'duplikat'")
PHONE_KNOWN = sa.text("phone != ''")
FROM_CANDIDATE = sa.text("candidate_id != ''")

# --- the journal ---------------------------------------------------------------------------------

entry = sa.Table(
    "entry",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),  # order of arrival
    sa.Column("entry_hash", sa.String(64), nullable=False),
    sa.Column("station_id", sa.String, nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("lamport", sa.Integer, nullable=False),
    sa.Column("recorded_at", sa.String, nullable=False),
    sa.Column("author_id", sa.String, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("type", sa.String, nullable=False),  # of the body; "" where it cannot be read
    sa.Column("record_id", sa.String, nullable=False, index=True),
    sa.Column("parents", sa.String, nullable=False),  # hashes, separated by blanks
    sa.Column("body_digest", sa.String(64), nullable=False),
    sa.Column("prev_hash", sa.String(64), nullable=False),
    sa.Column("body", sa.LargeBinary),
    sa.Column("salt", sa.String(32)),
    # In the order of the chains: an index by the hash alone would be entered at a random page.
    sa.UniqueConstraint("station_id", "seq", "entry_hash"),
    sa.Index("ix_entry_type_station", "type", "station_id", "seq"),
    sa.Index("ix_entry_corrects", "station_id", "seq", sqlite_where=CORRECTS),
)

# --- projections ---------------------------------------------------------------------------------

chain = sa.Table(
    "chain",
    metadata,
    sa.Column("station_id", sa.String, primary_key=True),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("last_hash", sa.String(64), nullable=False),
    sa.Column("lamport", sa.Integer, nullable=False),
)

fork = sa.Table(
    "fork",
    metadata,
    sa.Column("station_id", sa.String, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
)

record = sa.Table(
    "record",
    metadata,
    sa.Column("record_id", sa.String, primary_key=True),
    sa.Column("type", sa.String, nullable=False),
    sa.Column("heads", sa.String, nullable=False),  # hashes, separated by blanks
    sa.Column("entry_id", sa.ForeignKey("entry.id")),  # whose body is the state, with one head
    sa.Column("merged", sa.LargeBinary),  # the state where heads were merged, canonical JSON
    sa.Column("conflicts", sa.LargeBinary),  # JSON; NULL without conflicts
    sa.Index("ix_record_type", "type", sqlite_where=FEW_OF_A_KIND),
    sqlite_with_rowid=False,
)

participant = sa.Table(
    "participant",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record_id", sa.String, nullable=False, unique=True),
    sa.Column("number", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("nik", sa.String, nullable=False),
    sa.Column("village", sa.String, nullable=False),
    sa.Column("rt", sa.String, nullable=False),
    sa.Column("rw", sa.String, nullable=False),
    sa.Column("occupation", sa.String, nullable=False),
    sa.Column("event_id", sa.String, nullable=False, index=True),
    sa.Column("station_id", sa.String, nullable=False),
    sa.Column("recorded_at", sa.String, nullable=False),
    sa.Column("printed", sa.Integer, nullable=False, default=0),
    sa.Column("handed", sa.Boolean, nullable=False, default=False),  # the card was handed over
    sa.Column("conflict", sa.Boolean, nullable=False, default=False),
    # By these alone likely duplicates are found: docs/decisions/0008-duplicates.md.
    sa.Column("born", sa.Integer, nullable=False),  # YYYYMMDD; 0 where it is not known
    sa.Column("alike", sa.String, nullable=False),  # the canonical name, a blank before each word
    sa.Column("kk", sa.String, nullable=False),
    sa.Column("incomplete", sa.Boolean, nullable=False, default=False),
    sa.Column("consented", sa.Boolean, nullable=False, default=False),  # ever, on the record
    sa.Column("withdrawn", sa.Boolean, nullable=False, default=False),
    sa.Column("programme_id", sa.String, nullable=False),
    sa.Column("candidate_id", sa.String, nullable=False),
    sa.Index("ix_participant_candidate_id", "candidate_id", sqlite_where=FROM_CANDIDATE),
    sa.Column("voided", sa.Boolean, nullable=False, default=False),
    sa.Column("phone", sa.String, nullable=False, default=""),
    sa.Column("said", sa.String, nullable=False, default=""),  # by the office or BPJS, last
    sa.Column("own_seq", sa.Integer, nullable=False),  # last revision at the station it is from
    sa.Index("ix_participant_incomplete", "id", sqlite_where=sa.text("incomplete")),
    sa.Index("ix_participant_conflict", "id", sqlite_where=sa.text("conflict")),
    sa.Index("ix_participant_duplicate", "id", sqlite_where=DUPLICATE),
    sa.Index("ix_participant_voided", "id", sqlite_where=sa.text("voided")),
    sa.Index("ix_participant_nik", "nik"),
    # The last two so that who does not count is passed over without reading the row.
    sa.Index("ix_participant_born", "born", "alike", "voided", "withdrawn"),
    sa.Index("ix_participant_kk", "kk", sqlite_where=KK_KNOWN),
    sa.Index("ix_participant_phone", "phone", sqlite_where=PHONE_KNOWN),
)

candidate = sa.Table(
    "candidate",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record_id", sa.String, nullable=False, unique=True),
    sa.Column("programme_id", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("nik", sa.String, nullable=False),  # empty where it is a placeholder
    sa.Column("kk", sa.String, nullable=False),  # likewise
    sa.Column("born", sa.Integer, nullable=False),  # YYYYMMDD; 0 where it is not known
    sa.Column("alike", sa.String, nullable=False),  # as in participant
    sa.Column("village", sa.String, nullable=False),
    sa.Column("rt", sa.String, nullable=False),
    sa.Column("rw", sa.String, nullable=False),
    sa.Column("occupation", sa.String, nullable=False),
    sa.Column("ceremony", sa.Boolean, nullable=False),
    sa.Index("ix_candidate_nik", "nik"),
    sa.Index("ix_candidate_born", "born", "alike"),
    # A programme's list in its order: by place, and there by name.
    sa.Index("ix_candidate_programme_id", "programme_id", "village", "rw", "rt", "name"),
)

queue_ticket = sa.Table(
    "queue_ticket",
    metadata,
    sa.Column("record_id", sa.String, primary_key=True),
    sa.Column("event_id", sa.String, nullable=False),
    sa.Column("station_id", sa.String, nullable=False),  # whose queue it is
    sa.Column("number", sa.String, nullable=False),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("nik", sa.String, nullable=False),
    sa.Column("participant_id", sa.String, nullable=False),
    sa.Column("lamport", sa.Integer, nullable=False),  # of the last revision
    sa.Index("ix_queue_ticket_event_id", "event_id", "station_id", "state", "turn"),
)

attendee = sa.Table(
    "attendee",
    metadata,
    sa.Column("record_id", sa.String, primary_key=True),
    sa.Column("event_id", sa.String, nullable=False),
    sa.Column("station_id", sa.String, nullable=False),
    sa.Column("recorded_at", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("village", sa.String, nullable=False),
    sa.Column("rt", sa.String, nullable=False),
    sa.Column("rw", sa.String, nullable=False),
    sa.Column("participant_id", sa.String, nullable=False),
    sa.Index("ix_attendee_event_id", "event_id", "recorded_at"),
)

# Which entries name which picture, so that nobody has to read every body to learn it.
media_named = sa.Table(
    "media_named",
    metadata,
    sa.Column("station_id", sa.String, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("sha256", sa.String(64), primary_key=True, index=True),
    sa.Column("kind", sa.String, nullable=False),
    sqlite_with_rowid=False,
)

# What the office answered about two records that look alike, as far as it stands.
settled = sa.Table(
    "settled",
    metadata,
    sa.Column("record_id", sa.String, primary_key=True),  # about whom it was journalled
    sa.Column("other_id", sa.String, primary_key=True),
    sa.Column("seen", sa.String, primary_key=True),  # domain/pairs.seen_of; empty: sent back
    sqlite_with_rowid=False,
)

# --- beside the journal: what its entries name by hash -------------------------------------------

media = sa.Table(
    "media",
    metadata,
    sa.Column("sha256", sa.String(64), primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("added_at", sa.String, nullable=False),  # ISO 8601 in UTC, to be compared as text
    sa.Column("data", sa.LargeBinary, nullable=False),  # last: what is behind it costs reading it
    sa.Index("ix_media_added_at", "added_at", "sha256"),  # so that no picture is read to age it
)

# --- local: never in the journal, never in a bundle ----------------------------------------------

fact = sa.Table(
    "fact",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)

counter = sa.Table(
    "counter",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.Integer, nullable=False),
)

draft = sa.Table(
    "draft",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    # Without an index: there are a few, and each would write it when its form is saved.
    sa.Column("draft_id", sa.String, nullable=False),
    sa.Column("officer_id", sa.String, nullable=False),
    sa.Column("number", sa.String, nullable=False),
    sa.Column("form", sa.LargeBinary, nullable=False),
    sa.Column("focus", sa.String, nullable=False),
    sa.Column("updated_at", sa.String, nullable=False),
    sa.Column("cancelled_at", sa.String, nullable=False, server_default=""),  # or empty
)

#: Hashes of those who are registered elsewhere: docs/decisions/0014-registered-hashes.md.
registered = sa.Table(
    "registered",
    metadata,
    sa.Column("digest", sa.LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)

#: Registrations that are likely of one person: docs/decisions/0024-duplicate-desk.md. Made from
#: participants as they are now, piece by piece, when somebody asks; and made again at any time.
pair = sa.Table(
    "pair",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),  # participant.id, the smaller of both
    sa.Column("other", sa.Integer, primary_key=True, index=True),
    sa.Column("weight", sa.Float, nullable=False),
    sa.Column("seen", sa.String, nullable=False),
    sqlite_with_rowid=False,
)

#: When the form of a registration number was begun. A fact of this installation's own.
begun = sa.Table(
    "begun",
    metadata,
    sa.Column("number", sa.String, primary_key=True),
    sa.Column("at", sa.String, nullable=False),  # ISO 8601 with zone
    sqlite_with_rowid=False,
)

#: Who was registered at the other laptops of an event: docs/decisions/0026-exchange.md.
heard = sa.Table(
    "heard",
    metadata,
    sa.Column("event_id", sa.String, primary_key=True),
    sa.Column("station_id", sa.String, primary_key=True),
    sa.Column("record_id", sa.String, primary_key=True),
    sa.Column("number", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),  # ISO 8601 with zone
    sa.Column("nik", sa.LargeBinary, nullable=False, index=True),  # keyed hash; may be empty
    sa.Column("name", sa.String, nullable=False),
    sa.Column("born", sa.Integer, nullable=False, index=True),  # YYYYMMDD; 0 where unknown
    sa.Column("sex", sa.String, nullable=False),
    sa.Column("village", sa.String, nullable=False),
    sqlite_with_rowid=False,
)

#: The newest file of each of these laptops.
heard_station = sa.Table(
    "heard_station",
    metadata,
    sa.Column("event_id", sa.String, primary_key=True),
    sa.Column("station_id", sa.String, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("code", sa.String, nullable=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("written_at", sa.String, nullable=False),  # ISO 8601 with zone
    sa.Column("heard_at", sa.String, nullable=False),  # likewise, by the clock here
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("hash_key", sa.LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

#: What was fetched from where files are uploaded to: docs/decisions/0025-uploading.md.
taken = sa.Table(
    "taken",
    metadata,
    sa.Column("place", sa.String(16), primary_key=True),
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("at", sa.String, nullable=False),  # ISO 8601 with zone
    sqlite_with_rowid=False,
)
