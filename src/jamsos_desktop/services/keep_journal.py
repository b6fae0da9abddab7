"""Looking after the journal: verify every hash, rebuild the projections, compare states."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jamsos_desktop.domain.journal import GENESIS, Entry, hash_entry
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.progress import CancelToken, Report, silent
from jamsos_desktop.storage import journal, projections, records

_BATCH = 2000


@dataclass
class Verdict:
    """What a look at the whole journal found. ``good`` only when it found nothing."""

    entries: int = 0
    stations: int = 0
    broken: list[tuple[str, int]] = field(default_factory=list)  # (station, sequence number)
    forks: list[tuple[str, int]] = field(default_factory=list)
    gaps: list[tuple[str, int, int]] = field(default_factory=list)  # missing numbers, inclusive
    partial: bool = False  # a station knows its office's journal only as far as kits brought it

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.broken or self.forks or self.gaps)


def verify_journal(
    desk: Desk, report: Report = silent, cancel: CancelToken | None = None
) -> Verdict:
    """Compute every hash again and follow every chain from its first entry."""
    verdict = Verdict()
    own_office = desk.installation.office_id if desk.installation.mode == "station" else ""
    chain = _Chain()
    with desk.database.reading() as connection:
        total = journal.count(connection)
        tips, seen = journal.tips(connection), dict[str, int]()
        for made, stored_type in journal.all_entries(connection):
            chain = _follow(chain, made, verdict, own_office)
            if not made.erased and stored_type not in {"", projections.read(0, made).type}:
                _name(verdict.broken, (made.station_id, made.seq))
            seen[made.station_id] = made.seq
            if tips.get(made.station_id) == (made.seq, made.entry_hash):
                del tips[made.station_id]
            verdict.entries += 1
            if verdict.entries % _BATCH == 0:
                report(verdict.entries, total)
                if cancel is not None:
                    cancel.check()
    _name_lost_ends(tips, seen, verdict)
    return verdict


def _name_lost_ends(tips: dict[str, journal.Tip], seen: dict[str, int], verdict: Verdict) -> None:
    """Chains whose last entry was not met: cut off, or another stands in its place."""
    for station_id, tip in sorted(tips.items()):
        last = seen.get(station_id, 0)
        if tip.seq > last:
            verdict.gaps.append((station_id, last + 1, tip.seq))
        else:
            _name(verdict.broken, (station_id, tip.seq))


def rebuild_projections(
    desk: Desk, report: Report = silent, cancel: CancelToken | None = None
) -> int:
    """Derive every projection again from the journal, in one transaction; how many entries."""
    done = 0

    def pieces(entries: Iterable[projections.Reading]) -> Iterator[list[projections.Reading]]:
        nonlocal done
        piece: list[projections.Reading] = []
        for reading in entries:
            piece.append(reading)
            if len(piece) == _BATCH:
                yield piece
                done += len(piece)
                report(done, total)
                if cancel is not None:
                    cancel.check()
                piece = []
        yield piece
        done += len(piece)

    with desk.database.writing() as connection:
        total = journal.count(connection)
        projections.rebuild(connection, pieces(journal.all_readings(connection)))
    return done


def state_hash(desk: Desk) -> str:
    """SHA-256 over what every record says: equal wherever the same journals were merged."""
    with desk.database.reading() as connection:
        return records.get_state_hash(connection)


@dataclass
class _Chain:
    """How far one station's chain has been followed. A fork leaves several hashes at one number."""

    station_id: str = ""
    seq: int = 0
    hashes: set[str] = field(default_factory=set)  # at seq
    before: set[str] = field(default_factory=set)  # at seq - 1, where that is known


def _follow(chain: _Chain, made: Entry, verdict: Verdict, own_office: str) -> _Chain:
    """Check one entry against the chain so far, and go one step on."""
    place = (made.station_id, made.seq)
    if made.station_id != chain.station_id:
        verdict.stations += 1
        chain = _Chain(made.station_id, 0, {GENESIS})
    if made.seq == chain.seq:
        verdict.forks.append(place)
        expected = chain.before
        step = _Chain(made.station_id, made.seq, chain.hashes | {made.entry_hash}, chain.before)
    else:
        known = made.seq == chain.seq + 1
        expected = chain.hashes if known else set()
        step = _Chain(made.station_id, made.seq, {made.entry_hash}, expected)
        if not known and made.station_id == own_office:
            verdict.partial = True
        elif not known:
            verdict.gaps.append((made.station_id, chain.seq + 1, made.seq - 1))
    linked = not expected or made.prev_hash in expected
    if not linked and made.station_id == own_office:
        # A station has its office's journal in pieces: the other branch of a fork may be missing.
        _name(verdict.forks, (made.station_id, made.seq - 1))
        linked = True
    if not (made.matches_digest and linked and hash_entry(made) == made.entry_hash):
        _name(verdict.broken, place)
    return step


def _name(places: list[tuple[str, int]], place: tuple[str, int]) -> None:
    if place not in places[-1:]:
        places.append(place)
