"""Where a registration stands, computed from what was journalled about it, never stored as a flag.

Everything here depends on the set of entries alone: receipts may come in any order, twice or late.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from jamsos_desktop.domain.activities import (
    BpjsAnswered,
    BpjsAnswerUndone,
    Decided,
    DecisionUndone,
    NotTheSame,
    NotTheSameUndone,
    SentToBpjs,
)
from jamsos_desktop.domain.records import AnyBody

#: Types of what only the office journals about a registration.
DECISIONS = (
    *("decided", "decision_undone", "not_the_same", "not_the_same_undone"),
    *("conflict_reopened", "sent_to_bpjs", "bpjs_answered", "bpjs_answer_undone"),
)
#: What the office or BPJS said last, or nothing.
Said = Literal[
    "", "diterima", "perlu_perbaikan", "duplikat", "ditolak", "dikirim", "aktif", "ditolak_bpjs"
]
Standing = Literal[
    "tersimpan",
    "diekspor",
    "menunggu",
    "diterima",
    "perlu_perbaikan",
    "duplikat",
    "ditolak",
    "dikirim",
    "aktif",
    "ditolak_bpjs",
    "dibatalkan",
    "dicabut",
]


class Told(NamedTuple):
    """An entry of the office about a registration, as far as its order matters."""

    entry_hash: str
    lamport: int
    body: AnyBody | None


class Answer(NamedTuple):
    """What the office or BPJS said last, with the entry that says why."""

    said: Said = ""
    told: Told | None = None


class Travel(NamedTuple):
    """How far a journal has come: sequence numbers, inclusive; 0 for not at all."""

    exported_seq: int = 0
    accepted_seq: int = 0
    asked: tuple[str, ...] = ()  # pictures that did not arrive with their entries, by SHA-256


def answer_of(told: Iterable[Told], heads: tuple[str, ...]) -> Answer:
    """What stands of everything that the office said of a registration with these heads.

    A duplicate or a refusal outweighs whatever BPJS said. A demand for correction is answered as
    soon as the registration has other heads than those it was made of.
    """
    known = sorted(set(told), key=lambda one: (one.lamport, one.entry_hash))
    standing = set(standing_decisions(known))
    decisions = [one for one in known if one.entry_hash in standing]
    decided = _decided(decisions[-1], heads) if decisions else Answer()
    if decided.said in ("duplikat", "ditolak"):
        return decided
    answered = set(standing_answers(known))
    bpjs = [one for one in known if isinstance(one.body, SentToBpjs) or one.entry_hash in answered]
    if bpjs and (not decided.told or bpjs[-1].lamport > decided.told.lamport):
        return _bpjs(bpjs[-1])
    return decided


def standing_decisions(told: Iterable[Told]) -> tuple[str, ...]:
    """The verdicts that nobody has taken back, by the hashes of their entries."""
    known = tuple(told)
    undone = (one.body.decisions for one in known if isinstance(one.body, DecisionUndone))
    return tuple(sorted(_left(known, Decided, undone)))


def standing_apart(told: Iterable[Told]) -> tuple[str, ...]:
    """Likewise what keeps a registration apart from others that look like it."""
    known = tuple(told)
    undone = (one.body.answers for one in known if isinstance(one.body, NotTheSameUndone))
    return tuple(sorted(_left(known, NotTheSame, undone)))


def standing_answers(told: Iterable[Told]) -> tuple[str, ...]:
    """BPJS's answers that nobody has taken back, by the hashes of their entries, the last last."""
    once = {one.entry_hash: one for one in told}
    known = sorted(once.values(), key=lambda one: (one.lamport, one.entry_hash))
    undone = (one.body.answers for one in known if isinstance(one.body, BpjsAnswerUndone))
    return _left(known, BpjsAnswered, undone)


def _left(
    told: Iterable[Told], kind: type[AnyBody], undone: Iterable[Iterable[str]]
) -> tuple[str, ...]:
    gone = {name for names in undone for name in names}
    made = (one.entry_hash for one in told if isinstance(one.body, kind))
    return tuple(name for name in made if name not in gone)


def standing(
    said: Said, *, voided: bool, withdrawn: bool, own_seq: int, travel: Travel, office: bool = False
) -> Standing:
    """Where a registration stands whose last revision at its station has the number ``own_seq``.

    At the ``office`` one of which nothing was said waits for its verdict (*menunggu*); a station
    only knows that the office has it (*diterima*).
    """
    if withdrawn:
        return "dicabut"
    if voided:
        return "dibatalkan"
    if said:
        return said
    if office:
        return "menunggu"
    if own_seq <= travel.accepted_seq:
        return "diterima"
    return "diekspor" if own_seq <= travel.exported_seq else "tersimpan"


def _decided(told: Told, heads: tuple[str, ...]) -> Answer:
    assert isinstance(told.body, Decided)
    answered = told.body.verdict == "perlu_perbaikan" and told.body.heads != heads
    return Answer() if answered else Answer(told.body.verdict, told)


def _bpjs(told: Told) -> Answer:
    if isinstance(told.body, BpjsAnswered):
        return Answer("aktif" if told.body.accepted else "ditolak_bpjs", told)
    return Answer("dikirim", told)
