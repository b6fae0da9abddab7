"""Regions, occupations and tariffs, loaded once for a desk that asks for them."""

from functools import cache

from jamsos_desktop.domain.contribution import Tariff
from jamsos_desktop.domain.eligibility_rules import RuleBook
from jamsos_desktop.domain.enrolment_form import Rules
from jamsos_desktop.domain.income import IncomeBand
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.domain.records import CommunityEvent, Programme
from jamsos_desktop.domain.region import short_name
from jamsos_desktop.errors import UserError
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.storage import records
from jamsos_desktop.storage.reference import (
    load_income_bands,
    load_occupations,
    load_rule_book,
    load_tariffs,
    rule_book_names,
)
from jamsos_desktop.storage.regions import Regions, load_regions

DECIDERS = {"koordinator", "admin"}  # may set aside what the rules leave to a coordinator


@cache
def regions() -> Regions:
    """All regions of Indonesia, down to kelurahan and desa."""
    return load_regions()


@cache
def occupations() -> dict[str, Occupation]:
    """The occupations of the list by their ids, in the order of the list."""
    return {occupation.id: occupation for occupation in load_occupations()}


@cache
def rule_books() -> dict[str, RuleBook]:
    """Every rule book by its name, the usual one first. Raises ``reference_invalid``."""
    return {name: rule_book(name) for name in rule_book_names()}


@cache
def rule_book(name: str) -> RuleBook:
    """One rule book. Raises ``reference_invalid``."""
    return load_rule_book(name, occupations())


@cache
def income_bands() -> dict[str, IncomeBand]:
    """The bands of income by their ids, the lowest first."""
    return {band.id: band for band in load_income_bands().bands}


@cache
def tariffs() -> tuple[Tariff, ...]:
    """What cover costs, by dated rows."""
    return load_tariffs()


def rules_of(desk: Desk, event_id: str) -> Rules:
    """Everything that decides about a form at this event today.

    Raises ``event_unknown``, ``programme_unknown``, ``reference_invalid``.
    """
    with desk.database.reading() as connection:
        event = records.get(connection, event_id)
        if event is None or not isinstance(event.body, CommunityEvent):
            raise UserError("event_unknown", found=0)
        programme = records.get(connection, event.body.programme_id)
    if programme is None or not isinstance(programme.body, Programme):
        raise UserError("programme_unknown")
    return Rules(
        today=desk.clock().date(),
        event_id=event_id,
        programme_id=event.body.programme_id,
        programme=programme.body,
        region=event.body.region,
        places=regions(),
        occupations=occupations(),
        tariffs=tariffs(),
        income_bands=income_bands(),
        book=rule_book(programme.body.rules),
        officer_id=desk.officer_id,
        officer_name=desk.officer.name,
        may_decide=desk.officer.role in DECIDERS,
    )


def place_words(village: str, rt: str, rw: str) -> str:
    """``RT 003 RW 002, Kranggan``; an unknown village by its code."""
    near = " ".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)
    region = regions().get(village) if village else None
    return ", ".join(part for part in (near, short_name(region) if region else village) if part)
