"""What the office types when it plans a programme or an event, and what the rules say of it."""

import datetime as dt
import re
from collections.abc import Callable, Collection

import msgspec

from jamsos_desktop.domain.contribution import LONGEST_COVER
from jamsos_desktop.domain.dates import first_day, short_date
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.records import CommunityEvent, EventKind, Payer, Programme

_DATE = re.compile(r"([0-9]{1,2})[-/. ]?([0-9]{2}|(?<=[-/. ])[0-9])[-/. ]?([0-9]{4}|[0-9]{2})")
_KINDS: dict[str, EventKind] = {"kegiatan": "kegiatan", "kunjungan": "kunjungan"}
_PAYERS: dict[str, Payer] = {"pemerintah": "pemerintah", "mandiri": "mandiri"}


class ProgrammeForm(msgspec.Struct, frozen=True, kw_only=True):
    """A programme as it was typed."""

    name: str = ""
    payer: str = "pemerintah"
    fund: str = ""
    group_number: str = ""
    branch: str = ""
    coverage_start: str = ""  # YYYY-MM
    coverage_months: str = "3"
    rules: str = "standar"
    legal_basis: str = ""
    retention: str = ""


class EventForm(msgspec.Struct, frozen=True, kw_only=True):
    """An event as it was typed; programme and region by their keys."""

    kind: str = "kegiatan"
    name: str = ""
    place: str = ""
    date: str = ""
    programme_id: str = ""
    region: str = ""
    target: str = ""


def read_programme(
    form: ProgrammeForm, books: Collection[str]
) -> tuple[Programme | None, list[Finding]]:
    """The programme, or what is wrong with it. ``books`` are the rule books that are there."""
    findings = _required(form, "name", "coverage_start")
    if form.coverage_start and first_day(form.coverage_start) is None:
        findings.append(_error("coverage_start_invalid", "coverage_start"))
    months = _number(form.coverage_months)
    if months is None or not 1 <= months <= LONGEST_COVER:
        values = {"longest": str(LONGEST_COVER)}
        findings.append(_error("coverage_months_invalid", "coverage_months", values))
    if form.rules not in books:
        findings.append(_error("rules_unknown", "rules"))
    if findings or months is None:
        return None, findings
    programme = Programme(
        name=_tidy(form.name),
        payer=_PAYERS[form.payer],
        fund=_tidy(form.fund),
        group_number=_tidy(form.group_number),
        branch=_tidy(form.branch),
        coverage_start=form.coverage_start,
        coverage_months=months,
        rules=form.rules,
        legal_basis=_tidy(form.legal_basis),
        retention=_tidy(form.retention),
    )
    return programme, []


def form_of_programme(programme: Programme) -> ProgrammeForm:
    """The form that would give this programme again."""
    texts = {name: str(getattr(programme, name)) for name in ProgrammeForm.__struct_fields__}
    return ProgrammeForm(**texts)


def read_event(
    form: EventForm, programmes: Collection[str], is_region: Callable[[str], bool]
) -> tuple[CommunityEvent | None, list[Finding]]:
    """The event, or what is wrong with it. ``programmes`` are the ids that may be chosen."""
    findings = _required(form, "name", "place", "date", "programme_id", "region")
    day = parse_event_date(form.date)
    if form.date.strip() and day is None:
        findings.append(_error("event_date_unreadable", "date"))
    if form.programme_id.strip() and form.programme_id not in programmes:
        findings.append(_error("event_programme_unknown", "programme_id"))
    if form.region.strip() and not is_region(form.region):
        findings.append(_error("event_region_unknown", "region"))
    target = _number(form.target) if form.target.strip() else 0
    if target is None:
        findings.append(_error("event_target_format", "target"))
    if findings or day is None or target is None:
        return None, findings
    event = CommunityEvent(
        name=_tidy(form.name),
        place=_tidy(form.place),
        date=day,
        programme_id=form.programme_id,
        region=form.region,
        target=target,
        kind=_KINDS[form.kind],
    )
    return event, []


def form_of_event(event: CommunityEvent) -> EventForm:
    """The form that would give this event again."""
    texts = {name: str(getattr(event, name)) for name in EventForm.__struct_fields__}
    shown = {"date": short_date(event.date), "target": str(event.target or "")}
    return EventForm(**texts | shown)


def parse_event_date(text: str) -> dt.date | None:
    """A day from 12112026, 12-11-2026, 12/11/26 or 2026-11-12. Two digits mean this century."""
    typed = " ".join(text.split())
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        match = _DATE.fullmatch(typed)
    if match is None:
        return None
    day, month, year = (int(part) for part in match.groups())
    try:
        return dt.date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def _required(form: msgspec.Struct, *fields: str) -> list[Finding]:
    return [_error("required", name) for name in fields if not getattr(form, name).strip()]


def _error(code: str, field: str, values: dict[str, str] | None = None) -> Finding:
    return Finding(level="error", code=code, field=field, values=values or {})


def _number(text: str) -> int | None:
    typed = text.strip().replace(".", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 7 else None


def _tidy(text: str) -> str:
    return " ".join(text.split())
