"""What the journal's activities say: things that happened to a record without changing it.

Moments carry a zone; what undoes something names it by the hashes of its entries.
"""

from typing import Literal

import msgspec

#: What the office says of a registration that arrived.
OfficeVerdict = Literal["diterima", "perlu_perbaikan", "duplikat", "ditolak"]

#: Who took a card into their hands: the person, somebody of the family, or somebody they sent.
Receiver = Literal["orangnya", "keluarga", "wakil"]

#: What became of a visit that led to no registration; the last takes a note back.
VisitOutcome = Literal["tidak_di_rumah", "pindah", "meninggal", "menolak", "belum"]

#: What is printed about one person beside their card: a receipt, or a board for the ceremony.
PaperKind = Literal["receipt", "board"]


class Activity(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Something that happened to a record, without changing what it says."""

    schema: int = 1


class CardPrinted(Activity, frozen=True, kw_only=True, tag="card_printed"):
    """A card went into a PDF or to a printer. ``to`` is ``printer`` or ``file``."""

    to: Literal["printer", "file"]
    copy: int = 1
    reason: str = ""  # why it was printed once more: a key of domain.reprint
    note: str = ""  # the same in free words
    active: bool = False  # it says that the person is active, with the number that BPJS gave
    number: str = ""  # that number


class CardHandedOver(Activity, frozen=True, kw_only=True, tag="card_handed_over"):
    """A card was put into somebody's hands. ``name`` is theirs where it was not the person."""

    to: Receiver
    name: str = ""


class PaperPrinted(Activity, frozen=True, kw_only=True, tag="paper_printed"):
    """A receipt or a board of this person went into a PDF or to a printer."""

    kind: PaperKind
    to: Literal["printer", "file"]
    copy: int = 1
    reason: str = ""  # why it was printed once more: a key of domain.reprint
    note: str = ""  # the same in free words


class CeremonyChosen(Activity, frozen=True, kw_only=True, tag="ceremony_chosen"):
    """A person was chosen to be handed their card in public, or is so no more. The last counts."""

    chosen: bool = True


class NikRevealed(Activity, frozen=True, kw_only=True, tag="nik_revealed"):
    """Somebody asked to see the whole NIK."""


class ConsentWithdrawn(Activity, frozen=True, kw_only=True, tag="consent_withdrawn"):
    """A person takes their consent back (UU 27/2022, art. 40): their data are used no more."""

    reason: str


class ConsentRestored(Activity, frozen=True, kw_only=True, tag="consent_restored"):
    """A withdrawal was a mistake. It names what it undoes, so that no order of arrival matters."""

    withdrawals: tuple[str, ...]  # hashes of the entries
    reason: str


class ConsentRefused(Activity, frozen=True, kw_only=True, tag="consent_refused"):
    """Somebody at an event did not let their data be used. Nothing of theirs is kept."""

    event_id: str


class Voided(Activity, frozen=True, kw_only=True, tag="voided"):
    """A registration was a mistake (*dibatalkan*). It stays, and counts for nothing."""

    reason: str


class VoidUndone(Activity, frozen=True, kw_only=True, tag="void_undone"):
    """It was none. It names what it undoes, so that no order of arrival matters."""

    voids: tuple[str, ...]  # hashes of the entries
    reason: str


class Decided(Activity, frozen=True, kw_only=True, tag="decided"):
    """What the office says of a registration. It stands until :class:`DecisionUndone` names it.

    A demand for correction is answered by any later revision: ``heads`` are those it was made of.
    """

    verdict: OfficeVerdict
    heads: tuple[str, ...]
    reason: str = ""
    fields: tuple[str, ...] = ()  # what is to be corrected
    kept_id: str = ""  # of a duplicate: the registration that is kept
    kept_number: str = ""
    alike: tuple[str, ...] = ()  # sent back because of these records, perhaps of the same person


class DecisionUndone(Activity, frozen=True, kw_only=True, tag="decision_undone"):
    """The office takes decisions back; it names them, so that no order of arrival matters."""

    decisions: tuple[str, ...]  # hashes of the entries
    reason: str


class NotTheSame(Activity, frozen=True, kw_only=True, tag="not_the_same"):
    """The office says that these records, which look alike, are of other people.

    ``seen`` says for each of ``others`` what was compared, as
    :func:`jamsos_desktop.domain.pairs.seen_of` makes it: the answer holds as long as that is so.
    """

    others: tuple[str, ...]  # record ids
    seen: tuple[str, ...]
    reason: str = ""


class NotTheSameUndone(Activity, frozen=True, kw_only=True, tag="not_the_same_undone"):
    """That was wrong. It names what it undoes, so that no order of arrival matters."""

    answers: tuple[str, ...]  # hashes of the entries
    reason: str


class ConflictReopened(Activity, frozen=True, kw_only=True, tag="conflict_reopened"):
    """What was decided where two corrections differed was wrong: it is asked again.

    It stands as long as the record has these heads; any later revision decides anew.
    """

    heads: tuple[str, ...]
    reason: str


class SentToBpjs(Activity, frozen=True, kw_only=True, tag="sent_to_bpjs"):
    """The registration stood in a file for BPJS Ketenagakerjaan."""

    batch: str  # the file's name


class BpjsAnswered(Activity, frozen=True, kw_only=True, tag="bpjs_answered"):
    """What BPJS Ketenagakerjaan answered (*Y/T*), with its number where it gave one."""

    accepted: bool
    number: str = ""
    reason: str = ""


class BpjsAnswersTaken(Activity, frozen=True, kw_only=True, tag="bpjs_answers_taken"):
    """A file of BPJS's answers was recorded: they are these entries before this one, inclusive."""

    file: str  # its name
    first_seq: int
    last_seq: int


class BpjsAnswerUndone(Activity, frozen=True, kw_only=True, tag="bpjs_answer_undone"):
    """Recording an answer was a mistake: whatever was said before it stands again.

    It names what it undoes, so that no order of arrival matters.
    """

    answers: tuple[str, ...]  # hashes of the entries
    reason: str


class ReceiptIssued(Activity, frozen=True, kw_only=True, tag="receipt_issued"):
    """The office has the station's journal, which the entry names, up to here without a gap."""

    accepted_seq: int
    accepted_hash: str
    missing: tuple[str, ...] = ()  # pictures that its entries name and that did not arrive
    known_seq: int = 0  # the last it has, perhaps beyond a gap: by this its words have an order


class ReceiptApplied(Activity, frozen=True, kw_only=True, tag="receipt_applied"):
    """A station took in what the office answered."""

    accepted_seq: int
    sha256: str


class KeyRevoked(Activity, frozen=True, kw_only=True, tag="key_revoked"):
    """The key of the station that the entry names is lost: what it signed proves nothing."""

    reason: str


class KeyRestored(Activity, frozen=True, kw_only=True, tag="key_restored"):
    """It was not. It names what it undoes, so that no order of arrival matters."""

    revocations: tuple[str, ...]  # hashes of the entries
    reason: str


class CandidateVisited(Activity, frozen=True, kw_only=True, tag="candidate_visited"):
    """A cadre stood at a candidate's door and registered nobody. The last one counts."""

    event_id: str
    outcome: VisitOutcome
    note: str = ""


class KitIssued(Activity, frozen=True, kw_only=True, tag="kit_issued"):
    """The office wrote a kit for the station that the entry names."""

    event_ids: tuple[str, ...]


class CandidatesImported(Activity, frozen=True, kw_only=True, tag="candidates_imported"):
    """A list of candidates was taken in, for the programme that the entry names."""

    sha256: str  # of the file
    new: int
    changed: int
    refused: int


class BundleExported(Activity, frozen=True, kw_only=True, tag="bundle_exported"):
    """A bundle was written and read back. Sequences are inclusive."""

    first_seq: int
    last_seq: int
    sha256: str
    to: Literal["", "folder", "webdav", "sftp", "s3"] = ""  # uploaded there; empty: to a stick


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a station says of itself in a bundle: it made so many at this event on this day."""

    event_id: str
    day: str  # ISO 8601, by the station's clock
    made: int


class BundleImported(Activity, frozen=True, kw_only=True, tag="bundle_imported"):
    """A bundle was merged."""

    station_id: str
    first_seq: int
    last_seq: int
    new: int
    changed: int
    sha256: str
    brakes: tuple[str, ...] = ()  # why it stopped before it was merged, see domain.brake
    reason: str = ""  # why it was merged all the same
    claims: tuple[Claim, ...] = ()  # what the station says it made until then


class ExchangeJoined(Activity, frozen=True, kw_only=True, tag="exchange_joined"):
    """From now on the event's other laptops see whom this one registers; once for an event."""


AnyActivity = (
    CardPrinted
    | CardHandedOver
    | PaperPrinted
    | CeremonyChosen
    | NikRevealed
    | ConsentWithdrawn
    | ConsentRestored
    | ConsentRefused
    | Voided
    | VoidUndone
    | Decided
    | DecisionUndone
    | NotTheSame
    | NotTheSameUndone
    | ConflictReopened
    | SentToBpjs
    | BpjsAnswered
    | BpjsAnswersTaken
    | BpjsAnswerUndone
    | ReceiptIssued
    | ReceiptApplied
    | KeyRevoked
    | KeyRestored
    | CandidateVisited
    | KitIssued
    | CandidatesImported
    | BundleExported
    | BundleImported
    | ExchangeJoined
)
