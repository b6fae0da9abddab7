"""One form on the page while it is filled: what it says, and which findings are shown. No Qt."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from jamsos_desktop.domain import consent, enrolment
from jamsos_desktop.domain.carry_over import (
    CARRIED,
    COVER,
    FAMILY,
    family_form,
    next_form,
    without_oneself,
)
from jamsos_desktop.domain.completeness import may_be_saved_incomplete
from jamsos_desktop.domain.enrolment import Checked
from jamsos_desktop.domain.enrolment_form import FIELDS, EnrolmentForm, Rules
from jamsos_desktop.domain.expected import other_nik
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.domain.records import Candidate, Consent, Duplicate, Explained, Verdict
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.wording import ORDER
from jamsos_desktop.services.duplicates import Likely
from jamsos_desktop.services.expected import NOBODY
from jamsos_desktop.services.visitors import Start

#: Where a text in the form came from, if nobody typed it: the form before, the same family card,
#: the queue or the attendance list, the office's list of candidates.
Source = Literal["carried", "family", "given", "listed"]


class Change(NamedTuple):
    """Many fields that were changed at once, so that it can be taken back."""

    before: dict[str, str]
    after: dict[str, str]
    sources: dict[str, Source]  # before


#: What a person may answer to whether their data may be used.
AGREES, REFUSES = "setuju", "menolak"


class Sheet:
    """The form as typed. A finding appears when its field is left and goes as soon as it is right.

    While somebody types, findings only go; they come when a field is left or saving is tried.
    """

    def __init__(
        self,
        form: EnrolmentForm,
        rules: Rules,
        keeper: DraftKeeper,
        *,
        focus: str = "nik",
        begun: bool = False,
        sources: Mapping[str, Source] | None = None,
    ) -> None:
        self.form = form
        self.rules = rules
        self.keeper = keeper
        self.focus = focus
        self.begun = begun
        self.refused = False  # saving was tried and something stood in the way
        self.sources = dict(sources or {})
        self.elsewhere = False  # the KTP's kelurahan is asked for
        self.reopened = False  # left unfinished before; there may be more like it
        self.relative = ""  # the person before, of the same family: may be chosen as the heir
        self._left: set[str] = set()
        self._shown: set[tuple[str, str]] = set()
        self.asked: object = None  # the fields for which likely people were looked for
        self.likely: tuple[Likely, ...] = ()
        self.expected_for: object = None  # the fields for which candidates were looked for
        self.expected = NOBODY
        self.candidate: Candidate | None = None  # from whom NIK and all the rest came
        self.refusing = False  # the person does not agree, and the cadre has not confirmed it
        self._agreed: Consent | None = None  # before that
        self._others: tuple[Finding, ...] = ()  # what the database says of this very NIK
        self.checked = self._check()

    def edit(self, values: Mapping[str, str]) -> None:
        """Somebody changed these fields."""
        changed = {name for name in values if values[name] != getattr(self.form, name)}
        self._others = tuple(f for f in self._others if f.field not in changed)
        self.form = msgspec.structs.replace(self.form, **values)
        for name in values:
            self.sources.pop(name, None)
        told = tuple(n for n in self.form.unknown if not values.get(n, "").strip())
        self.form = msgspec.structs.replace(self.form, unknown=told)
        self.begun = True
        self.checked = self._check()

    def fill(self, values: Mapping[str, str], source: Source | None = None) -> Change:
        """Put texts from elsewhere into these fields; that alone begins no form."""
        change = Change(
            {name: getattr(self.form, name) for name in values},
            dict(values),
            {name: self.sources[name] for name in values if name in self.sources},
        )
        self._put(values, {name: source for name in values if source and values[name]})
        return change

    def take_back(self, change: Change) -> dict[str, str]:
        """Undo a change where nobody typed since. What the fields say now."""
        same = {n for n, text in change.after.items() if getattr(self.form, n) == text}
        values = {name: change.before[name] for name in same}
        self._put(values, {n: kind for n, kind in change.sources.items() if n in same})
        return values

    def _put(self, values: Mapping[str, str], sources: Mapping[str, Source]) -> None:
        begun = self.begun
        self.edit(values)
        self.begun = begun
        self.sources.update(sources)

    def taken_over(self) -> dict[str, str]:
        """What came from the form before or from the family, each with what an empty form says."""
        empty = next_form(None, self.rules)
        names = (n for n, source in self.sources.items() if source in ("carried", "family"))
        return {name: getattr(empty, name) for name in names}

    def nobody_twice(self) -> dict[str, str]:
        """Nobody is their own heir or child: what the family's form said too much. The changes."""
        family = [name for name, source in self.sources.items() if source == "family"]
        changes = without_oneself(self.form, family)
        self._put(changes, {})
        return changes

    def choices(self) -> dict[str, str]:
        """What may be chosen for a field that is empty: the person before as heir."""
        free = self.relative and not self.form.heir_name
        return {"heir_name": self.relative} if free else {}

    def leave_candidate(self) -> None:
        """With another whole NIK than the candidate's the form is no longer theirs."""
        if self.candidate is not None and other_nik(self.form, self.candidate):
            self.form = msgspec.structs.replace(self.form, candidate_id="")
            self.candidate = None

    def tell_unknown(self, name: str) -> bool:
        """The person cannot tell this; once more takes that back. Whether it may be an answer."""
        if name not in self.rules.book.may_be_unknown:
            return False
        told = [other for other in self.form.unknown if other != name]
        self.edit({name: ""})
        if len(told) == len(self.form.unknown):
            told.append(name)
        self.form = msgspec.structs.replace(self.form, unknown=tuple(told))
        self.checked = self._check()
        return True

    def explain(self, explained: Explained) -> None:
        """The cover was explained to this person; that alone begins no form."""
        self.form = msgspec.structs.replace(self.form, explained=explained)

    def agree(self, given: Consent) -> None:
        """The person lets their data be used; how, is told in part or in full."""
        self.refusing = False
        self._set_consent(given)

    def refuse(self) -> None:
        """The person does not agree. Nothing happens yet, but nothing can be saved."""
        if not self.refusing:
            self.refusing, self._agreed = True, self.form.consent
            self._set_consent(None)

    def think_again(self) -> None:
        """That was a slip: what was answered before stands."""
        if self.refusing:
            self.refusing = False
            self._set_consent(self._agreed)

    def _set_consent(self, given: Consent | None) -> None:
        self.form = msgspec.structs.replace(self.form, consent=given)
        self.begun = True
        self.checked = self._check()

    def values(self) -> dict[str, str]:
        """What stands in every field of the page."""
        return {**{name: getattr(self.form, name) for name in FIELDS}, **answers(self)}

    def set_others(self, findings: tuple[Finding, ...]) -> None:
        """Add what only the database knows."""
        self._others = findings
        self.checked = self._check()

    def decide(self, record_id: str, verdict: Verdict, reason: str) -> None:
        """What the cadre says of a likely person. "Another person" counts with its reason only."""
        kept = tuple(d for d in self.form.duplicates if d.record_id != record_id)
        likely = next((one for one in self.likely if one.record_id == record_id), None)
        if likely is not None and (reason or verdict != "orang_lain"):
            decision = Duplicate(
                record_id=record_id,
                number=likely.number,
                decision=verdict,
                reason=reason,
                score=likely.score,
            )
            kept = (*kept, decision)
        self.form = msgspec.structs.replace(self.form, duplicates=kept)
        self.begun = True

    def give_reason(self, code: str, text: str) -> None:
        """Why a finding is set aside; an empty text takes the reason back."""
        reasons = {**self.form.reasons, code: text}
        if not text.strip():
            del reasons[code]
        # The words are somebody else's now; whoever wrote them before stands in the history.
        reason_by = {key: who for key, who in self.form.reason_by.items() if key != code}
        self.form = msgspec.structs.replace(self.form, reasons=reasons, reason_by=reason_by)
        self.begun = True
        self.checked = self._check()

    def leave(self, *names: str) -> None:
        """These fields were left: what they have to say may be shown from now on."""
        self._left.update(names)
        self._shown = {_key(f) for f in self.checked.findings if f.field in self._left}

    def leave_all(self) -> None:
        """Saving was tried."""
        self.leave(*ORDER)

    def findings(self) -> tuple[Finding, ...]:
        """What is shown now."""
        return tuple(f for f in self.checked.findings if _key(f) in self._shown)

    def standing(self) -> tuple[Finding, ...]:
        """What stands in the way of saving, in reading order."""
        standing = self.checked.standing_in_the_way
        return tuple(sorted(standing, key=lambda finding: ORDER.index(finding.field)))

    def can_wait(self) -> bool:
        """Whether something stands in the way that may be mended after saving, and nothing else."""
        standing = self.checked.standing_in_the_way
        return bool(standing) and may_be_saved_incomplete(standing)

    def to_save(self) -> EnrolmentForm:
        """The form without reasons for what is no longer found."""
        codes = {finding.code for finding in self.checked.findings}
        reasons = {code: text for code, text in self.form.reasons.items() if code in codes}
        return msgspec.structs.replace(self.form, reasons=reasons)

    def _check(self) -> Checked:
        checked = enrolment.check(self.form, self.rules)
        checked = enrolment.with_others(checked, self._others)
        self._shown &= {_key(finding) for finding in checked.findings}
        return checked


def next_sheet(previous: EnrolmentForm | None, rules: Rules, keeper: DraftKeeper) -> Sheet:
    """The form for the next person in the queue."""
    sheet = Sheet(next_form(previous, rules), rules, keeper)
    if previous is not None:
        sheet.sources = {name: "carried" for name in CARRIED if getattr(sheet.form, name)}
    return sheet


def fill_family(sheet: Sheet, previous: EnrolmentForm) -> Change:
    """Let a form that nobody began say what the family card of the person before says.

    What the queue or the attendance list knows of this person stays.
    """
    family = family_form(previous, sheet.rules)
    kept = {name for name, source in sheet.sources.items() if source == "given"}
    gone = {name: "" for name in sheet.taken_over() if name not in kept}
    known = {name: getattr(family, name) for name in (*FAMILY, *COVER) if name not in kept}
    sheet.relative = previous.name
    return sheet.fill({**gone, **known}, "family")


def start_sheet(
    start: Start, previous: EnrolmentForm | None, rules: Rules, keeper: DraftKeeper
) -> Sheet:
    """The form for somebody who came with a number, or is on a list.

    Nothing counts as begun until a key is pressed: who does not come leaves no draft behind.
    """
    sheet = next_sheet(previous, rules, keeper)
    if start.candidate_id:
        sheet.fill({**start.known, "candidate_id": start.candidate_id}, "listed")
    else:
        sheet.fill(start.known, "given")
    sheet.focus = first_gap(sheet)
    return sheet


def first_gap(sheet: Sheet) -> str:
    """The first field that has to be filled or mended, or else the very first."""
    return next((finding.field for finding in sheet.standing()), ORDER[0])


def answers(sheet: Sheet) -> dict[str, str]:
    """What stands in the fields of the consent, which the form keeps as one."""
    given = sheet.form.consent
    if given is None:
        return {**dict.fromkeys(consent.FIELDS, ""), "consent": REFUSES if sheet.refusing else ""}
    return {
        "consent": AGREES,
        "consent_method": given.method,
        "consent_witness": given.witness,
        "consent_signature": given.signature,
    }


def _key(finding: Finding) -> tuple[str, str]:
    return finding.field, finding.code
