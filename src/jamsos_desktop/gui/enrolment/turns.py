"""Whose turn it is: the form that lies on the page next. Knows no widget."""

from dataclasses import replace
from functools import partial

from jamsos_desktop.domain.carry_over import next_form
from jamsos_desktop.domain.enrolment_form import EnrolmentForm, Rules
from jamsos_desktop.gui.enrolment import wording
from jamsos_desktop.gui.enrolment.correction import Correction, open_correction, rules_for
from jamsos_desktop.gui.enrolment.drafts import DraftKeeper
from jamsos_desktop.gui.enrolment.look_up import LookUp
from jamsos_desktop.gui.enrolment.opening import Opened, open_page
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Sheet, fill_family, next_sheet, start_sheet
from jamsos_desktop.gui.enrolment.state import Find, Said
from jamsos_desktop.i18n import _
from jamsos_desktop.services import reference
from jamsos_desktop.services.enrol import Draft
from jamsos_desktop.services.visitors import Start


class Turns:
    """The unfinished form, a called number, a record to be mended, or just the next person."""

    def __init__(self, page: FormPage, look_up: LookUp) -> None:
        self._page = page
        self._look_up = look_up
        self._find: Find | None = None  # who is looked for as soon as the page is open

    # --- the event ------------------------------------------------------------------------

    def open(self, event_id: str = "") -> None:
        """Look for the event and for a form that was left unfinished."""
        page = self._page
        page.show(phase="loading" if page.sheet is None else "form")
        page.jobs.start(partial(open_page, page.desk, event_id), self._on_ready, page.show_error)

    def shown(self) -> None:
        """The page is looked at again; perhaps there is an event by now, or the office's rules."""
        page = self._page
        if page.state.phase == "no_event":
            self.open()
        elif page.rules is not None:
            work = partial(reference.rules_of, page.desk, page.rules.event_id)
            page.jobs.start(work, self._on_rules, page.show_error)

    def choose_event(self, event_id: str) -> None:
        """Enrol for another event from now on. The form of this one stays as a draft."""
        page = self._page
        if event_id == page.state.event_id:
            return
        if page.on_their_way:
            why = _("Formulir sebelumnya masih disimpan.")
            page.show(said=Said("info", why, _("Pilih kegiatan sekali lagi sesudah tersimpan.")))
            return
        page.keep()
        for sheet in page.came_back:  # they stay drafts of their event
            sheet.keeper.keep(sheet.form, sheet.focus, page.show, page.show_error)
        page.came_back.clear()
        self.open(event_id)

    def _on_ready(self, opened: Opened | None) -> None:
        self._page.rules = opened.rules if opened else None
        if opened is None:
            self._page.show(phase="no_event")
        else:
            self._on_opened(opened)
        wanted, self._find = self._find, None
        if opened is not None and wanted is not None:
            self.begin_with(wanted)

    def _on_rules(self, rules: Rules) -> None:
        """New rules hold from the next form on; what somebody has begun keeps those it began with.

        An empty form is no form yet.
        """
        page = self._page
        if page.rules is None or page.rules.event_id != rules.event_id or page.rules == rules:
            return
        page.rules = rules
        sheet = page.open_sheet
        if sheet is None or sheet.begun or sheet.relative or page.came_back:
            return
        if set(sheet.sources.values()) <= {"carried"}:
            self.next(sheet.rules)

    def _now(self, rules: Rules) -> Rules:
        """The rules of the next form after one of these: of the same event, as they are by now."""
        now = self._page.rules
        if now is None or now.event_id != rules.event_id or now is rules:
            return rules
        self._page.view.offer(now)
        return now

    def _on_opened(self, opened: Opened) -> None:
        page = self._page
        page.count, page.target = opened.enrolled, opened.event.target
        if opened.event_id != page.state.event_id:
            page.previous = None
        page.view.offer(opened.rules)
        named = opened.named_events()
        given_up = wording.cancelled_words(opened.cancelled)
        page.state = replace(page.state, event_id=opened.event_id, events=named, cancelled=given_up)
        if opened.draft is not None:
            self._reopen(opened.draft, opened.rules)
        else:
            keeper = DraftKeeper(page.desk, page.jobs, opened.event_id)
            page.put(next_sheet(page.previous, opened.rules, keeper))

    def _reopen(self, draft: Draft, rules: Rules) -> None:
        page = self._page
        keeper = DraftKeeper(page.desk, page.jobs, draft.event_id, draft)
        own = rules_for(draft, rules)
        sheet = Sheet(draft.form, own, keeper, focus=draft.focus, begun=True)
        sheet.reopened = True
        page.put(sheet, Said("info", _("Formulir yang belum selesai dibuka kembali.")))

    def go_on_with(self, draft: Draft) -> None:
        """Take a form up again that was given up; what is begun comes back after it."""
        rules = self._page.rules
        if rules is not None:
            self._page.set_aside()
            self._reopen(draft, rules)

    # --- the next person ------------------------------------------------------------------

    def next(self, rules: Rules) -> None:
        """The form after one of these rules: what waits first, else an empty one."""
        page = self._page
        if page.came_back:
            page.put(page.came_back.pop(0), Said("info", _("Formulir ini belum tersimpan.")))
            return
        if rules.correcting or (page.sheet is not None and page.sheet.reopened):
            page.sheet = None
            self.open(page.state.event_id)
            return
        rules = self._now(rules)
        keeper = DraftKeeper(page.desk, page.jobs, rules.event_id)
        page.put(next_sheet(page.previous, rules, keeper))

    def family(self, previous: EnrolmentForm, rules: Rules) -> None:
        """The form of the next person of the same family card, before all that waits."""
        page, rules = self._page, self._now(rules)
        sheet = Sheet(
            next_form(None, rules), rules, DraftKeeper(page.desk, page.jobs, rules.event_id)
        )
        fill_family(sheet, previous)
        said = _("Orang berikutnya dari KK yang sama dengan {name}.", name=previous.name)
        page.put(
            sheet, Said("info", said, _("Isian yang terbawa ditandai; periksa bersama orangnya."))
        )
        self._look_up.ask(sheet)

    def begin_with(self, find: Find) -> None:
        """Begin the next form with what ``find`` knows of somebody who came.

        It is asked on the worker, and only where the form on the page is saved or empty.
        """
        page = self._page
        if page.sheet is None:
            self._find = find
        elif page.state.saving or page.unfinished is not None:
            later = _("Simpan atau batalkan dulu, lalu panggil lagi.")
            page.show(said=Said("info", _("Formulir ini belum selesai."), later))
            page.view.go_to(page.sheet.focus)
        else:
            page.jobs.start(partial(find, page.state.event_id), self._on_start, page.show_error)

    def _on_start(self, start: Start) -> None:
        page = self._page
        current, rules = page.sheet, page.rules
        assert current is not None
        assert rules is not None
        page.set_aside()  # somebody typed while the worker looked
        if current.rules is not rules:
            page.view.offer(rules)
        keeper = DraftKeeper(page.desk, page.jobs, rules.event_id, origin=start.origin)
        sheet = start_sheet(start, page.previous, rules, keeper)
        page.put(sheet, Said("info", _("Sekarang: {title}", title=start.title)))
        self._look_up.ask(sheet)

    # --- a record -------------------------------------------------------------------------

    def correct(self, record_id: str) -> None:
        """Open a participant's record in the form; what was being filled comes back afterwards."""
        page = self._page
        page.keep()
        work = partial(open_correction, page.desk, record_id)
        page.jobs.start(work, self._on_correction, page.show_error)

    def _on_correction(self, opened: Correction) -> None:
        page = self._page
        page.set_aside()
        page.view.offer(opened.rules)
        keeper = DraftKeeper(page.desk, page.jobs, opened.draft.event_id, opened.draft)
        sheet = Sheet(opened.draft.form, opened.rules, keeper, begun=True)
        sheet.leave_all()
        page.put(sheet, Said("info", _("Memperbaiki data {number}.", number=keeper.number)))
