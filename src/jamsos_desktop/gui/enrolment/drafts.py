"""Keeps one form in the database while it is filled, so that a killed program loses nothing. No Qt.

The window's one worker does the writing in the order in which it was asked; only what is *asked*
comes from the screen. So whatever was typed last is what is written last.
"""

from collections import deque
from collections.abc import Callable

import msgspec

from jamsos_desktop.domain.enrolment import Checked
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services import cancelled, consent, enrol
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.enrol import Draft, Enrolled

OnError = Callable[[UserError], None]


class DraftKeeper:
    """One form from its first key to its end, which is being saved or given up."""

    def __init__(
        self, desk: Desk, jobs: Jobs, event_id: str, draft: Draft | None = None, origin: str = ""
    ) -> None:
        """``draft`` is the unfinished form that is taken up again.

        ``origin`` is the queue ticket or attendee that a new form is for.
        """
        self._desk = desk
        self._jobs = jobs
        self._event_id = event_id
        self._draft = draft
        self._origin = origin
        # What was asked and is not written yet, oldest first; both threads use its ends.
        self._wanted: deque[tuple[EnrolmentForm, str]] = deque()
        self._ended = False

    @property
    def number(self) -> str:
        """The registration number, once the draft has been written for the first time."""
        return self._draft.number if self._draft else ""

    @property
    def record_id(self) -> str:
        """The participant whom the form corrects; nothing for a new one."""
        return self._draft.record_id if self._draft else ""

    def keep(
        self, form: EnrolmentForm, focus: str, on_kept: Callable[[], None], on_error: OnError
    ) -> None:
        """Write the form as it stands; of several that wait, only the last is written."""
        self._wanted.append((form, focus))
        self._jobs.start(self._write, lambda _nothing: on_kept(), on_error)

    def enrol(
        self,
        form: EnrolmentForm,
        rules: Rules,
        on_done: Callable[[Enrolled], None],
        on_error: OnError,
        *,
        incomplete: bool = False,
        checked: Checked | None = None,
    ) -> None:
        """Save the form for good; with ``incomplete`` although something is still missing.

        ``checked`` is what the rules said of it last.
        """
        self._jobs.start(lambda: self._enrol(form, rules, incomplete, checked), on_done, on_error)

    def cancel(
        self, form: EnrolmentForm, focus: str, on_done: Callable[[str], None], on_error: OnError
    ) -> None:
        """Give the form up as it stands; ``on_done`` gets the draft's id."""
        self._wanted.append((form, focus))
        self._jobs.start(self._cancel, on_done, on_error)

    def refuse(self, on_done: Callable[[], None], on_error: OnError) -> None:
        """The person does not agree: forget the form, and journal that somebody refused."""
        self._jobs.start(self._refuse, lambda _nothing: on_done(), on_error)

    def flush(self, form: EnrolmentForm, focus: str) -> None:
        """Write at once, without the worker, which has nothing to do any more."""
        self._wanted.append((form, focus))
        self._write()

    def _write(self) -> None:
        last = None
        while self._wanted:
            last = self._wanted.popleft()
        if last is None or self._ended:
            return
        form, focus = last
        try:
            begun = self._begun(form)
            enrol.keep_draft(self._desk, msgspec.structs.replace(begun, form=form, focus=focus))
        except UserError:
            self._wanted.appendleft(last)  # the next to write takes it along
            raise

    def _begun(self, form: EnrolmentForm) -> Draft:
        if self._draft is None:
            self._draft = enrol.start_draft(self._desk, self._event_id, form, self._origin)
        return self._draft

    def _enrol(
        self, form: EnrolmentForm, rules: Rules, incomplete: bool, checked: Checked | None
    ) -> Enrolled:
        filled = msgspec.structs.replace(self._begun(form), form=form)
        enrolled = enrol.enrol(self._desk, filled, rules, incomplete=incomplete, checked=checked)
        self._ended = True
        return enrolled

    def _cancel(self) -> str:
        self._write()
        assert self._draft is not None
        cancelled.cancel_draft(self._desk, self._draft.draft_id)
        self._ended = True
        return self._draft.draft_id

    def _refuse(self) -> None:
        consent.refuse(self._desk, self._event_id, self._draft)
        self._ended = True
