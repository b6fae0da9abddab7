"""The rules and texts that hold at a desk: the office's own where it has any, or the shipped ones.

Each file is understood when somebody first asks for it, and once. One that a newer office wrote and
this program cannot read leaves in force what was before it; :attr:`InForce.unreadable` names it.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from typing import TypeVar

from jamsos_desktop.domain.contribution import Tariff
from jamsos_desktop.domain.eligibility_rules import RuleBook
from jamsos_desktop.domain.explanation import Fact, Text
from jamsos_desktop.domain.income import IncomeBand
from jamsos_desktop.domain.mapping import FIELDS, ExportMapping, ResultLayout
from jamsos_desktop.domain.occupation import Occupation
from jamsos_desktop.domain.reference_file import (
    INCOME_BANDS,
    OCCUPATIONS,
    TARIFFS,
    FileKind,
    Named,
    parse_name,
)
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _, pick
from jamsos_desktop.storage.reference import (
    invalid,
    read_income_bands,
    read_mapping,
    read_occupations,
    read_result_layout,
    read_rule_book,
    read_tariffs,
    shipped_names,
    shipped_text,
)
from jamsos_desktop.storage.reference_files import History
from jamsos_desktop.storage.texts import (
    SOURCE,
    Texts,
    by_language,
    read_benefits,
    read_text,
    text_name,
)

_T = TypeVar("_T")
USUAL = "standar"
_TRANSLATED = ("consent", "explanation")
_Contents = Callable[[str], Iterator[str]]


class InForce:
    """What holds now. All of it raises ``reference_invalid`` where not even a shipped file fits."""

    def __init__(self, history: History) -> None:
        """``history`` is what the office said of each file; nothing of it is read yet."""
        self._history = history

    def contents(self, name: str) -> Iterator[str]:
        """What may be in force under a name, the newest first; nothing where it is not there."""
        for said in self._history.get(name, ()):
            if not said.content:
                break  # as shipped
            yield said.content
        if name in shipped_names():
            yield shipped_text(name)

    def names(self, kind: FileKind | None = None) -> list[str]:
        """The files that are there, shipped or added; all that this program knows, or of a kind."""
        known = [*shipped_names(), *(n for n in self._history if n not in shipped_names())]
        return [
            name for name in known if _is(name, kind) and any(True for _ in self.contents(name))
        ]

    @cached_property
    def tariffs(self) -> tuple[Tariff, ...]:
        """What cover costs, by dated rows."""
        return self._first(TARIFFS, read_tariffs)

    @cached_property
    def occupations(self) -> dict[str, Occupation]:
        """The occupations of the list by their ids, in the order of the list."""
        return self._first(OCCUPATIONS, read_occupations)

    @cached_property
    def income_bands(self) -> dict[str, IncomeBand]:
        """The bands of income by their ids, the lowest first."""
        return {band.id: band for band in self._first(INCOME_BANDS, read_income_bands).bands}

    @cached_property
    def rule_books(self) -> dict[str, RuleBook]:
        """Every rule book that can be read, by its name, the usual one first."""
        found = self._all_of("rules", self._read_book)
        return {key: found[key] for key in sorted(found, key=lambda key: (key != USUAL, key))}

    def rule_book(self, key: str) -> RuleBook:
        """One rule book. Raises ``rules_unreadable`` where there is none that can be read."""
        book = self.rule_books.get(key)
        if book is None:
            raise UserError("rules_unreadable", name=key[:40])
        return book

    @cached_property
    def mappings(self) -> dict[str, ExportMapping]:
        """Every layout of a file to BPJS, by its name."""
        return self._all_of("export", partial(read_mapping, fields=FIELDS))

    @cached_property
    def result_layouts(self) -> dict[str, ResultLayout]:
        """Every layout in which answers may come, by its name."""
        return self._all_of("results", read_result_layout)

    @cached_property
    def texts(self) -> Texts:
        """The newest texts of each kind that can be read."""
        explanation, facts = self._newest("explanation")
        consent, consent_facts = self._newest("consent")
        return Texts(explanation, consent, facts, consent_facts)

    def consent_of(self, version: int) -> tuple[dict[str, Text], dict[str, Fact]] | None:
        """The consent text of a version by its language, with its facts, also one taken back.

        None where this program cannot read it.
        """
        try:
            return self._set("consent", version, self._ever)
        except UserError:
            return None

    def occupation_name(self, occupation: str) -> str:
        """The name of an occupation, also of one that left the list; own words stay as they are."""
        return self.listed_name(occupation) or occupation

    def listed_name(self, occupation: str) -> str:
        """The name of an occupation that is or was on the list; empty for any other."""
        return self.occupation_names.get(occupation, "")

    def band_words(self) -> dict[str, str]:
        """The words of every band of income by its id, also of those that left the list."""
        return {key: pick(band.text.by_language()) for key, band in self._bands_ever.items()}

    @cached_property
    def unreadable(self) -> tuple[str, ...]:
        """The files whose newest form this program cannot read; what was before holds."""
        return tuple(sorted(name for name in self._history if self._is_unreadable(name)))

    def check(self, name: str) -> None:
        """Read the newest form of a file, beside all others as they hold now.

        Raises ``reference_invalid`` and ``reference_name``.
        """
        self._read_alone(name, next(self.contents(name), ""))
        known = parse_name(name)
        if known and known.kind in _TRANSLATED:
            self._set(known.kind, known.text_version, self._ever)

    def holding(self, name: str) -> str:
        """The text of a file that holds: the newest form that can be read.

        Raises ``reference_invalid`` and ``reference_name``.
        """
        trouble: UserError | None = None
        for content in self.contents(name):
            try:
                self._read_alone(name, content)
            except UserError as error:
                trouble = trouble or error
            else:
                return content
        raise trouble or UserError("reference_name", name=name[:80])

    def _is_unreadable(self, name: str) -> bool:
        if not self._history[name][0].content:
            return False
        try:
            self.check(name)
        except UserError:
            return True
        return False

    def _read_alone(self, name: str, content: str) -> object:
        match parse_name(name):
            case Named(kind="tariffs"):
                return read_tariffs(content, name)
            case Named(kind="occupations"):
                return read_occupations(content, name)
            case Named(kind="income_bands"):
                return read_income_bands(content, name)
            case Named(kind="rules"):
                return self._read_book(content, name)
            case Named(kind="export"):
                return read_mapping(content, name, FIELDS)
            case Named(kind="results"):
                return read_result_layout(content, name)
            case Named(kind="benefits"):
                return read_benefits(content, name)
            case Named(text_version=version):
                return read_text(content, name, self._facts(version, self._ever))
        raise UserError("reference_name", name=name[:80])

    def _read_book(self, content: str, name: str) -> RuleBook:
        return read_rule_book(content, name, self.occupations)

    def _first(
        self, name: str, read: Callable[[str, str], _T], contents: _Contents | None = None
    ) -> _T:
        """The newest content that can be read."""
        trouble: UserError | None = None
        for content in (contents or self.contents)(name):
            try:
                return read(content, name)
            except UserError as error:
                trouble = trouble or error
        raise trouble or invalid(name, _("tidak ada"))

    def _newest(self, kind: FileKind) -> tuple[dict[str, Text], dict[str, Fact]]:
        versions = {_version(name) for name in self.names(kind)}
        trouble: UserError | None = None
        for version in sorted(versions, reverse=True):
            try:
                return self._set(kind, version, self.contents)
            except UserError as error:
                trouble = trouble or error
        raise trouble or invalid(text_name(kind, 1), _("tidak ada"))

    def _set(
        self, kind: FileKind, version: int, contents: _Contents
    ) -> tuple[dict[str, Text], dict[str, Fact]]:
        """The texts of one version by language, and the facts of this or the version before it."""
        facts, found = self._facts(version, contents), {}
        for name in dict.fromkeys((*shipped_names(), *self._history)):
            if _is(name, kind) and _version(name) == version and any(contents(name)):
                found[name] = self._first(name, partial(read_text, facts=facts), contents)
        if not found:
            raise invalid(text_name(kind, version, SOURCE), _("tidak ada"))
        return by_language(found), facts

    def _facts(self, version: int, contents: _Contents) -> dict[str, Fact]:
        """The facts of a version, or of the last one before it that has any."""
        known = (*shipped_names(), *self._history)
        older = {name for name in known if _is(name, "benefits") and _version(name) <= version}
        for name in sorted(older, key=_version, reverse=True):
            try:
                return self._first(name, read_benefits, contents)
            except UserError:
                continue  # taken back, or of a newer program
        return {}

    def _all_of(self, kind: FileKind, read: Callable[[str, str], _T]) -> dict[str, _T]:
        """Every file of a kind by its key; what cannot be read at all is not there."""
        found = {}
        for name in self.names(kind):
            try:
                found[_key(name)] = self._first(name, read)
            except UserError:
                continue  # of a newer program; whoever names it is told
        return found

    def _ever(self, name: str) -> Iterator[str]:
        """What was ever in force under a name, the newest first; what was taken back as well."""
        yield from (said.content for said in self._history.get(name, ()) if said.content)
        if name in shipped_names():
            yield shipped_text(name)

    @cached_property
    def occupation_names(self) -> dict[str, str]:
        """The names of every occupation by its id, also of those that left the list."""
        found: dict[str, str] = {}
        for occupations in (*self._all(OCCUPATIONS, read_occupations), self.occupations):
            found |= {key: one.name for key, one in occupations.items()}
        return found

    @cached_property
    def _bands_ever(self) -> Mapping[str, IncomeBand]:
        found: dict[str, IncomeBand] = {}
        for file in self._all(INCOME_BANDS, read_income_bands):
            found |= {band.id: band for band in file.bands}
        return found | self.income_bands

    def _all(self, name: str, read: Callable[[str, str], _T]) -> list[_T]:
        """Everything ever in force under a name that can be read, the oldest first."""
        found = []
        for content in self._ever(name):
            try:
                found.append(read(content, name))
            except UserError:
                continue  # of a newer program
        return found[::-1]


def _is(name: str, kind: FileKind | None) -> bool:
    known = parse_name(name)
    return known is not None and kind in {None, known.kind}


def _key(name: str) -> str:
    known = parse_name(name)
    return known.key if known else name


def _version(name: str) -> int:
    known = parse_name(name)
    return known.text_version if known else 0
