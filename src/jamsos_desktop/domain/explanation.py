"""What a cadre explains and what a person consents to: versioned texts whose gaps are filled.

The texts lie in ``resources/texts``; a changed text is a new version, because records say which
version was read. Nothing here raises for a text that :func:`find_mistake` found nothing wrong with.
"""

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import NamedTuple

import msgspec

from jamsos_desktop.domain.dates import first_day
from jamsos_desktop.domain.person_fields import group_rupiah
from jamsos_desktop.domain.records import Programme
from jamsos_desktop.i18n import _

#: Gaps that the programme and the office fill; all others are the amounts of facts.
GAPS = frozenset(
    {"programme", "payer", "months", "start", "branch", "office", "retention", "basis"}
)


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a text says, with where it comes from. ``rupiah`` fills a gap of its name."""

    name: str
    source: str
    dated: str  # YYYY-MM-DD, YYYY-MM or YYYY; empty where the source bears no date
    rupiah: int = 0
    sure: bool = True  # false: sources differ or say nothing, and people are sent to the branch


class Benefits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The facts of one version of the texts."""

    version: int
    fact: tuple[Fact, ...]


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of a section: what, and beside it how much."""

    what: str
    amount: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One page of a text. ``say`` is read aloud, the lines are looked at."""

    id: str
    title: str
    say: str
    line: tuple[Line, ...]
    facts: tuple[str, ...] = ()  # whose sources are shown, beside those of the gaps


class Text(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One text in one language, as the file has it. The words after ``title`` fill gaps."""

    version: int
    language: str
    name: str  # of the language, in itself
    title: str
    section: tuple[Section, ...]
    unchecked: str = ""  # who has not checked it yet; said on the screen
    payers: dict[str, str] = {}
    months: tuple[str, ...] = ()
    unknown: str = ""  # where a programme does not say it
    branch: str = ""  # where the programme names no branch
    undecided: str = ""  # where the city has decided neither retention nor legal basis
    sources: str = "{sources}"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A section with its gaps filled; ``sources`` name where its facts come from."""

    title: str
    say: str
    lines: tuple[tuple[str, str], ...]
    sources: str = ""


class Terms(NamedTuple):
    """The consent text on one page: what the person agrees to, and what they are asked."""

    language: str
    version: int
    lines: tuple[tuple[str, str], ...]
    question: str
    unchecked: str = ""


#: The sections of a consent text. The page asks the question; what is agreed to stands above.
CONSENT_SECTIONS = frozenset({"data", "rights", "question"})


def terms_of(
    consent: Mapping[str, Text], facts: Mapping[str, Fact], programme: Programme, office: str
) -> dict[str, Terms]:
    """The consent text by language, for one programme of one office."""
    return {key: _terms(text, facts, programme, office) for key, text in consent.items()}


def _terms(text: Text, facts: Mapping[str, Fact], programme: Programme, office: str) -> Terms:
    filled = fill(text, facts, programme, office)
    pages = {section.id: page for section, page in zip(text.section, filled, strict=True)}
    rights = "\n".join(what for what, _amount in pages["rights"].lines)
    return Terms(
        language=text.language,
        version=text.version,
        lines=(*pages["data"].lines, (pages["rights"].title, rights)),
        question=pages["question"].say,
        unchecked=text.unchecked,
    )


def find_mistake(text: Text, facts: Mapping[str, Fact]) -> str:
    """What is wrong with a text whose shape is right; empty where nothing is."""
    ids = [section.id for section in text.section]
    if len(set(ids)) != len(ids) or not ids:
        return _("setiap bagian perlu id sendiri")
    known = GAPS | {name for name, fact in facts.items() if fact.rupiah}
    for section in text.section:
        try:
            gaps = _gaps(section)
        except ValueError:
            return _("{part}: kurung kurawal tidak lengkap", part=section.id)
        if wrong := sorted((gaps - known) | (set(section.facts) - facts.keys())):
            names = ", ".join(wrong)
            return _("{part}: tidak ada yang mengisi {names}", part=section.id, names=names)
        if {"payer", "start"} & gaps and not (len(text.months) == 12 and len(text.payers) == 2):
            return _("{part}: nama bulan atau pembayarnya belum lengkap", part=section.id)
    return ""


def fill(
    text: Text, facts: Mapping[str, Fact], programme: Programme | None, office: str
) -> tuple[Page, ...]:
    """The pages of a text for one programme of one office."""
    values = {name: group_rupiah(fact.rupiah) for name, fact in facts.items() if fact.rupiah}
    values |= _values(text, programme, office)
    return tuple(_fill(section, text, facts, values) for section in text.section)


def all_sources(text: Text, facts: Mapping[str, Fact]) -> str:
    """Where all facts come from, each source once."""
    sources = dict.fromkeys(_source(fact) for fact in facts.values())
    return text.sources.format(sources="; ".join(sources))


def _fill(
    section: Section, text: Text, facts: Mapping[str, Fact], values: Mapping[str, str]
) -> Page:
    told = sorted((_gaps(section) | set(section.facts)) & facts.keys(), key=list(facts).index)
    sources = dict.fromkeys(_source(facts[name]) for name in told)
    return Page(
        title=section.title.format_map(values),
        say=section.say.format_map(values),
        lines=tuple((n.what.format_map(values), n.amount.format_map(values)) for n in section.line),
        sources=text.sources.format(sources="; ".join(sources)) if sources else "",
    )


def _values(text: Text, programme: Programme | None, office: str) -> dict[str, str]:
    if programme is None:
        missing = dict.fromkeys(("programme", "payer", "months", "start"), text.unknown)
        decided = dict.fromkeys(("retention", "basis"), text.undecided)
        return {**missing, **decided, "branch": text.branch, "office": office}
    start = first_day(programme.coverage_start)
    payer = text.payers.get(programme.payer, text.unknown)
    return {
        "programme": programme.name,
        "payer": payer.format(fund=programme.fund or programme.name),
        "months": str(programme.coverage_months),
        "start": f"{text.months[start.month - 1]} {start.year}"
        if start and text.months
        else text.unknown,
        "branch": f"{text.branch} {programme.branch}".strip(),
        "office": office,
        "retention": programme.retention or text.undecided,
        "basis": programme.legal_basis or text.undecided,
    }


def _source(fact: Fact) -> str:
    return f"{fact.source} ({fact.dated})" if fact.dated else fact.source


def _gaps(section: Section) -> set[str]:
    """The names in braces. Raises :class:`ValueError` for braces that do not close."""
    parts: Sequence[str] = [section.title, section.say]
    parts = [*parts, *(text for line in section.line for text in (line.what, line.amount))]
    return {name for part in parts for _text, name, _spec, _conv in Formatter().parse(part) if name}
