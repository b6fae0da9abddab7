"""Regions, and the rules and texts that hold at a desk, read once when somebody asks for them."""

from functools import cache

import msgspec
import sqlalchemy as sa

from jamsos_desktop.domain.enrolment_form import Rules
from jamsos_desktop.domain.explanation import terms_of
from jamsos_desktop.domain.records import CommunityEvent, Consent, Programme
from jamsos_desktop.domain.region import short_name
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.in_force import InForce
from jamsos_desktop.storage import records
from jamsos_desktop.storage.reference_files import read_history, read_stamp
from jamsos_desktop.storage.regions import Regions, load_regions

_MEMORY = "in_force"
DECIDERS = {"koordinator", "admin"}  # may set aside what the rules leave to a coordinator


@cache
def regions() -> Regions:
    """All regions of Indonesia, down to kelurahan and desa."""
    return load_regions()


def in_force(desk: Desk, connection: sa.Connection | None = None) -> InForce:
    """The rules and texts that hold here now: one small query, and what was read stays.

    Whoever is in a transaction already gives its ``connection``.
    """
    if connection is None:
        with desk.database.reading() as made:
            return in_force(desk, made)
    stamp = read_stamp(connection)
    known: tuple[tuple[int, int], InForce] | None = desk.memory.get(_MEMORY)
    if known is None or known[0] != stamp:
        known = stamp, InForce(read_history(connection))
        desk.memory[_MEMORY] = known
    return known[1]


@cache
def shipped() -> InForce:
    """The rules and texts as they come with the program, for where there is no desk yet."""
    return InForce({})


def rules_of(desk: Desk, event_id: str) -> Rules:
    """Everything that decides about a form at this event today.

    Raises ``event_unknown``, ``programme_unknown``, ``reference_invalid``.
    """
    with desk.database.reading() as connection:
        event = records.get(connection, event_id)
        if event is None or not isinstance(event.body, CommunityEvent):
            raise UserError("event_unknown", found=0)
        programme = records.get(connection, event.body.programme_id)
        known = in_force(desk, connection)
    if programme is None or not isinstance(programme.body, Programme):
        raise UserError("programme_unknown")
    texts, office = known.texts, desk.installation.office_name
    return Rules(
        today=desk.clock().date(),
        event_id=event_id,
        programme_id=event.body.programme_id,
        programme=programme.body,
        region=event.body.region,
        places=regions(),
        occupations=known.occupations,
        tariffs=known.tariffs,
        income_bands=known.income_bands,
        terms=terms_of(texts.consent, texts.consent_facts, programme.body, office),
        book=known.rule_book(programme.body.rules),
        officer_id=desk.officer_id,
        officer_name=desk.officer.name,
        may_decide=desk.officer.role in DECIDERS,
    )


def as_agreed(desk: Desk, rules: Rules, consent: Consent | None) -> Rules:
    """The rules with the consent text that somebody agreed to, where it is another one by now."""
    if consent is None or consent.version in {terms.version for terms in rules.terms.values()}:
        return rules
    found = in_force(desk).consent_of(consent.version)
    if found is None:
        return rules
    terms = terms_of(*found, rules.programme, desk.installation.office_name)
    return msgspec.structs.replace(rules, terms=terms)


def place_words(village: str, rt: str, rw: str) -> str:
    """``RT 003 RW 002, Kranggan``; an unknown village by its code."""
    near = " ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)
    region = regions().get(village) if village else None
    return ", ".join(part for part in (near, short_name(region) if region else village) if part)
