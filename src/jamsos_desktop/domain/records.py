"""What the journal's entries say: one structure for each kind of record and of activity.

Bodies are flat, so that a merge can compare field by field. Dates are plain ``YYYY-MM-DD``, months
``YYYY-MM``, moments carry a zone, money is whole rupiah, identifiers are text. A field that a newer
version added survives in the journal's bytes; these structures only read what they know.
"""

import datetime as dt
from typing import Literal

import msgspec

from jamsos_desktop.domain.activities import AnyActivity

Sex = Literal["L", "P"]
Role = Literal["kader", "koordinator", "admin"]
Payer = Literal["pemerintah", "mandiri"]
#: Another person, the same one, or to be decided by the office.
Verdict = Literal["orang_lain", "orang_sama", "belum_yakin"]
Answer = Literal["ya", "tidak", "tidak_tahu", ""]
#: Signed or thumbed on the screen, said before a witness, or signed on paper that the office keeps.
#: Empty only in a form: the person agreed, and how is not told yet.
ConsentMethod = Literal["tanda_tangan", "cap_jempol", "lisan", "kertas", ""]
#: People come to a gathering, or the cadre goes from door to door.
EventKind = Literal["kegiatan", "kunjungan"]
TicketState = Literal["waiting", "called", "skipped", "served"]
#: PP 50/2025 excludes contributions paid from APBN or APBD ("pemerintah") from the discount.
Sector = Literal["transportasi", "non_transportasi"]


class Child(msgspec.Struct, frozen=True, kw_only=True):
    """A child who may receive the scholarship (at most two; "spesifik" data in UU 27/2022)."""

    name: str
    birth_date: dt.date | None = None


class Duplicate(msgspec.Struct, frozen=True, kw_only=True):
    """What the cadre said of somebody who is likely the same person, for the office to see."""

    record_id: str
    number: str  # registration number of the other
    decision: Verdict
    reason: str = ""
    score: int = 0  # 0 to 100, as it was shown


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """That somebody was told what the cover is (*sosialisasi*), before they were enrolled."""

    at: str  # ISO 8601 with zone
    by: str  # the officer's id
    language: str
    version: int  # of the text


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """That a person let their data be used (UU 27/2022, art. 20 to 24), and how it was given."""

    at: str  # ISO 8601 with zone; a day alone where a list told no more
    by: str  # the officer's id who asked
    language: str
    version: int  # of the text that was read to them
    method: ConsentMethod
    witness: str = ""  # who heard it, where it was given by word of mouth
    signature: str = ""  # SHA-256 of the picture of a signature or a thumb


class Record(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """The snapshot of one record, as a revision carries it."""

    schema: int = 1


class Participant(Record, frozen=True, kw_only=True, tag="participant"):
    """One person enrolled at one event (*peserta*)."""

    number: str  # registration number, given by the station when the draft starts
    event_id: str
    programme_id: str
    name: str = ""
    nik: str = ""
    kk: str = ""
    reasons: dict[str, str] = {}  # finding code -> why it was set aside
    birth_place: str = ""
    birth_date: dt.date | None = None
    sex: Sex | None = None
    mother_name: str = ""
    address: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""  # Kemendagri code of the kelurahan/desa, dotted
    ktp_village: str = ""  # the kelurahan of the KTP; empty where it is the same
    postcode: str = ""
    phone: str = ""
    email: str = ""
    occupation: str = ""  # id in resources/occupations.toml
    occupation_text: str = ""  # in the person's own words, when the list has none
    second_occupation: str = ""
    sector: Sector = "non_transportasi"
    workplace: str = ""
    work_starts: str = ""  # HH:MM
    work_ends: str = ""  # HH:MM
    income: int | None = None  # rupiah a month
    income_band: str = ""  # id in resources/income_bands.toml, where no amount was told
    payer: Payer = "pemerintah"
    coverage_start: str = ""  # YYYY-MM
    coverage_months: int = 0
    heir_name: str = ""
    heir_relation: str = ""
    children: tuple[Child, ...] = ()
    training: Answer = ""  # wants work training (*pelatihan kerja*)
    mentoring: Answer = ""  # wants mentoring for a small business (*pendampingan UMKM*)
    micro_finance: Answer = ""  # wants a small loan (*pembiayaan mikro*)
    note: str = ""
    photo: str = ""  # SHA-256 of a picture in the vault
    candidate_id: str = ""  # the candidate that this registration came from
    unknown: tuple[str, ...] = ()  # fields that the person could not tell ("tidak tahu")
    duplicates: tuple[Duplicate, ...] = ()  # likely the same person, each with what was decided
    pkh: Answer = ""  # receives PKH or BPNT, by their own word
    civil_servant: Answer = ""  # ASN, TNI, Polri or somebody's wage-earner
    already_insured: Answer = ""  # of BPJS Ketenagakerjaan (*sudah peserta*)
    reason_by: dict[str, str] = {}  # finding code -> the officer who gave the reason
    required: tuple[str, ...] = ()  # the fields that the programme demanded when this was saved
    rules: str = ""  # the rule book that held then, and its version: standar/1
    contribution: int = 0  # rupiah for all months, by the tariffs of then; 0 where not known
    pending: tuple[str, ...] = ()  # finding codes that wait for a coordinator
    correction: str = ""  # why this revision was made
    explained: Explained | None = None
    consent: Consent | None = None


class Programme(Record, frozen=True, kw_only=True, tag="programme"):
    """Who pays what for whom (*program*)."""

    name: str
    payer: Payer = "pemerintah"
    fund: str = ""  # "DBHCHT", "APBD", "CSR …"
    group_number: str = ""  # NPW, the number of the wadah
    branch: str = ""  # kantor cabang BPJS Ketenagakerjaan
    coverage_start: str = ""  # YYYY-MM, the default of a new enrolment
    coverage_months: int = 3
    rules: str = "standar"  # name of the rule book: resources/rules/<name>.toml
    retention: str = ""  # how long the data are kept, in words; empty where it is not decided
    legal_basis: str = ""  # the regulation that the city acts under, in words


class CommunityEvent(Record, frozen=True, kw_only=True, tag="event"):
    """One day at one place where people are enrolled (*kegiatan*)."""

    name: str
    place: str
    date: dt.date
    programme_id: str
    region: str  # Kemendagri code, dotted: what the station may choose from begins with it
    target: int = 0
    kind: EventKind = "kegiatan"


class Candidate(Record, frozen=True, kw_only=True, tag="candidate"):
    """Somebody whom the office expects to enrol (*calon peserta*), from its own list."""

    programme_id: str
    name: str
    nik: str = ""
    kk: str = ""
    birth_place: str = ""
    birth_date: dt.date | None = None
    sex: Sex | None = None
    mother_name: str = ""
    address: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""  # Kemendagri code, dotted
    phone: str = ""
    occupation: str = ""  # id in resources/occupations.toml
    occupation_text: str = ""
    note: str = ""
    ceremony: bool = False  # chosen to be handed a card in public


class Officer(Record, frozen=True, kw_only=True, tag="officer"):
    """A person who works with the program (*petugas*)."""

    login: str
    name: str
    role: Role


class Station(Record, frozen=True, kw_only=True, tag="station"):
    """An installation in the field (*pos*), made known by a kit."""

    code: str  # prefix of its registration numbers: 2 to 6 letters or digits
    name: str
    public_key: str  # Ed25519, hex
    recipient: str = ""  # age recipient: what the office sends to the station is sealed to it


class QueueTicket(Record, frozen=True, kw_only=True, tag="queue_ticket"):
    """A place in a station's queue at an event, with what is already known of the person."""

    event_id: str
    number: str  # station code and turn, as it is called out: MJK1-007
    turn: int  # 1, 2, 3 ... at this station and event
    state: TicketState = "waiting"
    name: str = ""
    nik: str = ""
    rt: str = ""
    rw: str = ""
    phone: str = ""
    participant_id: str = ""  # the registration that it led to


class Attendee(Record, frozen=True, kw_only=True, tag="attendee"):
    """Somebody who came to an event to listen (*sosialisasi*)."""

    event_id: str
    name: str
    nik: str = ""
    village: str = ""  # Kemendagri code, dotted
    rt: str = ""
    rw: str = ""
    phone: str = ""
    participant_id: str = ""  # the registration that it led to


class ReferenceFile(Record, frozen=True, kw_only=True, tag="reference"):
    """A file of rules or texts in the place of a shipped one, or beside them."""

    name: str  # as below resources/: tariffs.toml, rules/blitar-2026.toml
    content: str = ""  # TOML; empty where the shipped file holds again, or none
    reason: str = ""


AnyRecord = (
    Participant
    | Programme
    | CommunityEvent
    | Candidate
    | Officer
    | Station
    | QueueTicket
    | Attendee
    | ReferenceFile
)
AnyBody = AnyRecord | AnyActivity
