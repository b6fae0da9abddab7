"""The office's balance: what each station made at each event, what arrived, what became of it."""

import datetime as dt
import io
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from jamsos_desktop.domain.installation import Installation
from jamsos_desktop.domain.office_balance import (
    EventDay,
    Figures,
    OfficeBalance,
    Range,
    StationPart,
    ranges_words,
)
from jamsos_desktop.domain.person_fields import long_date
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.services import plan
from jamsos_desktop.services.csv_files import save_csv
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.paper_heading import heading_of
from jamsos_desktop.storage import office_balance as counting
from jamsos_desktop.storage.office_balance import LastBundle

LATE_DAYS = 7  # a station whose last bundle is older is named, unless another number is asked for
_NAMED = 3  # so many stations are named in a sentence
_NONE: LastBundle = LastBundle("", ())


class _Missing(NamedTuple):
    """What is odd about journals and numbers: by station, ``skipped`` by its code."""

    gaps: Mapping[str, tuple[Range, ...]]
    forks: Mapping[str, tuple[int, ...]]
    skipped: Mapping[str, tuple[Range, ...]]
    aside: Mapping[str, int]


def office_balance(desk: Desk, late_days: int = LATE_DAYS) -> OfficeBalance:
    """Count everything anew. Raises ``office_only``."""
    here = desk.installation
    if here.mode != "office":
        raise UserError("office_only")
    with desk.database.reading() as connection:
        arrived = counting.count_arrived(connection)
        bundles = counting.last_bundles(connection, here.station_id)
        missing = _Missing(
            counting.journal_gaps(connection),
            counting.forked_numbers(connection),
            counting.skipped_numbers(connection),
            counting.count_aside(connection),
        )
    figures = {(one.station_id, one.event_id, one.day): one.figures for one in arrived}
    names = _names(desk, {one.station_id for one in arrived} | bundles.keys())
    since = (desk.clock() - dt.timedelta(days=late_days)).astimezone(dt.UTC)
    parts = [
        _part(here, key, name, figures, bundles.get(key, _NONE), since)
        for key, name in names.items()
    ]
    return OfficeBalance([_with(part, missing) for part in parts], _days(figures, bundles))


def _names(desk: Desk, ids: set[str]) -> dict[str, tuple[str, str]]:
    """Name and code of the office, of every station, and of whoever else anything came from."""
    here = desk.installation
    known = sorted(plan.stations(desk), key=lambda item: item[1].name)
    named = {here.station_id: (here.name, here.code)}
    named |= {key: (station.name, station.code) for key, station in known}
    return named | {key: (key[:8], "") for key in sorted(ids - named.keys())}


def _part(
    here: Installation,
    station_id: str,
    name: tuple[str, str],
    figures: Mapping[tuple[str, str, str], Figures],
    bundle: LastBundle,
    since: dt.datetime,
) -> StationPart:
    total = Figures()
    for key, one in figures.items():
        total = total.plus(one) if key[0] == station_id else total
    late = bool(bundle.at) and dt.datetime.fromisoformat(bundle.at) < since
    return StationPart(
        station_id=station_id,
        name=name[0],
        code=name[1],
        claimed=sum(claim.made for claim in bundle.claims) if bundle.claims else None,
        figures=total,
        last_bundle=bundle.at,
        late=late,
        here=station_id == here.station_id,
    )


def _with(part: StationPart, missing: _Missing) -> StationPart:
    return msgspec.structs.replace(
        part,
        gaps=missing.gaps.get(part.station_id, ()),
        forks=missing.forks.get(part.station_id, ()),
        skipped=missing.skipped.get(part.code, ()) if part.code else (),
        aside=missing.aside.get(part.station_id, 0),
    )


def _days(
    figures: Mapping[tuple[str, str, str], Figures], bundles: Mapping[str, LastBundle]
) -> list[EventDay]:
    """What arrived, and what a station says it made and nothing of which arrived."""
    claimed = Counter[tuple[str, str, str]]()
    for key, bundle in bundles.items():
        for claim in bundle.claims:
            claimed[key, claim.event_id, claim.day] += claim.made
    says = {key for key, bundle in bundles.items() if bundle.claims}
    return [
        EventDay(
            station_id=key[0],
            event_id=key[1],
            day=key[2],
            claimed=claimed[key] if key[0] in says else None,
            figures=figures.get(key, Figures()),
        )
        for key in sorted(figures.keys() | claimed.keys(), key=lambda key: (key[2], key[1], key[0]))
    ]


def headings() -> tuple[str, ...]:
    """What the figures of :func:`figures_of` are called, in few words."""
    return (
        *(_("Kata pos"), _("Tiba"), _("Lengkap"), _("Kurang"), _("Batal")),
        *(_("Diterima"), _("Dikirim"), _("Aktif"), _("Ditolak BPJS"), _("Terbuka")),
    )


def figures_of(claimed: int | None, one: Figures) -> tuple[str, ...]:
    """The figures in the order of :func:`headings`; a dash where a station says nothing."""
    counts = (
        *(one.arrived, one.complete, one.incomplete, one.gone),
        *(one.accepted, one.sent, one.active, one.refused, one.open),
    )
    return ("–" if claimed is None else str(claimed), *map(str, counts))


def save_balance(desk: Desk, balance: OfficeBalance, target: Path) -> Path:
    """Write it as CSV: a line for each station, event and day. Raises what writing can raise."""
    stations = {one.station_id: one.name for one in balance.stations}
    events = {key: event.name for key, event in plan.events(desk)}
    rows = [
        (
            stations[one.station_id],
            events.get(one.event_id, one.event_id[:8]),
            one.day,
            *figures_of(one.claimed, one.figures),
        )
        for one in balance.days
    ]
    missing = [
        (one.name, _("catatan jurnal yang belum tiba: {numbers}", numbers=ranges_words(one.gaps)))
        for one in balance.stations
        if one.gaps
    ]
    return save_csv(target, (_("Pos"), _("Kegiatan"), _("Hari"), *headings()), [*rows, *missing])


def balance_pdf(desk: Desk, balance: OfficeBalance) -> bytes:
    """The same on paper, signed by the coordinator."""
    from jamsos_desktop.printing.office_balance import Part, write_office_balance

    here, today = desk.installation, desk.clock().date()
    events = {key: event.name for key, event in plan.events(desk)}
    said = balance_words(balance)
    heading = heading_of(desk, _("Neraca kantor"), here.office_name, long_date(today), said)
    parts = [
        Part(
            station.name,
            figures_of(station.claimed, station.figures),
            [
                (
                    f"{events.get(one.event_id, one.event_id[:8])}, {day_words(one.day)}",
                    figures_of(one.claimed, one.figures),
                )
                for one in balance.days
                if one.station_id == station.station_id
            ],
            missing_words(station),
        )
        for station in balance.stations
        if not station.here or station.figures.arrived
    ]
    sheet = io.BytesIO()
    write_office_balance(sheet, heading, headings(), parts, date=today, officer=desk.officer.name)
    return sheet.getvalue()


def day_words(day: str) -> str:
    """A day as people write it; as it stands where it is none."""
    year, _dash, rest = day.partition("-")
    month, _dash, number = rest.partition("-")
    return f"{number}-{month}-{year}" if number else day


def balance_words(balance: OfficeBalance) -> str:
    """Whether everything is here, in a sentence."""
    arrived = sum(one.figures.arrived for one in balance.stations)
    if not arrived and balance.balances:
        return _("Belum ada pendaftaran yang tiba di kantor.")
    if balance.balances:
        return _("Neraca cocok: {count} pendaftaran ada di kantor.", count=arrived)
    named = [one.name for one in balance.stations if not one.balances]
    names, more = ", ".join(named[:_NAMED]), len(named) - _NAMED
    if more > 0:
        names = _("{shown} dan {more} lagi", shown=names, more=more)
    return _("Neraca belum cocok: lihat {names}.", names=names)


def missing_words(one: StationPart) -> str:
    """What is missing of a station or odd about it, and what to do; empty where nothing is."""
    said = []
    if one.difference > 0:
        said.append(
            _(
                "{count} pendaftaran belum tiba. Minta pos mengekspor sekali lagi.",
                count=one.difference,
            )
        )
    elif one.difference < 0:
        said.append(
            _(
                "{count} lebih banyak daripada yang disebut pos; biasanya data lama dikembalikan"
                " di laptopnya. Tanyakan kepada petugasnya.",
                count=-one.difference,
            )
        )
    if one.gaps:
        numbers = ranges_words(one.gaps)
        said.append(_("Catatan jurnal yang belum tiba: {numbers}.", numbers=numbers))
    if one.forks:
        numbers = ranges_words([(seq, seq) for seq in one.forks])
        said.append(_("Nomor catatan yang dipakai dua kali: {numbers}.", numbers=numbers))
    if one.aside:
        words = _("{count} catatan disisihkan, lihat halaman Kotak masuk.", count=one.aside)
        said.append(words)
    if one.skipped:
        said.append(_skipped_words(one))
    return " ".join(said)


def _skipped_words(one: StationPart) -> str:
    numbers = ranges_words(one.skipped)
    if one.balances and (one.here or one.claimed is not None):
        return _(
            "Nomor {numbers} tidak dipakai: formulirnya dibatalkan, masih terbuka, atau orangnya"
            " menolak. Tidak ada yang hilang.",
            numbers=numbers,
        )
    return _(
        "Nomor pendaftaran yang tidak ada di sini: {numbers}. Belum tiba, atau formulirnya"
        " dibatalkan.",
        numbers=numbers,
    )
