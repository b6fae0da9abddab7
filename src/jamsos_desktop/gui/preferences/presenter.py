"""What happens on the page "Pengaturan". Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol

import msgspec

from jamsos_desktop.domain.brake import BrakeSettings
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.given import differs, missing
from jamsos_desktop.gui.preferences.own_work import WorkWords, read_work
from jamsos_desktop.gui.preferences.state import (
    LANGUAGES,
    SHARES,
    SIZES,
    THEMES,
    State,
    Step,
    facts_of,
)
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.wardrobe import Wardrobe
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services import plan
from jamsos_desktop.services.brake import read_settings, set_brake
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.export_bundle import Unsent, count_unsent
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.services.set_up import PRACTICE_LOGIN
from jamsos_desktop.settings import Settings


class OnDone(Protocol):
    """Is told in words what was done, with a way back where there is one."""

    def __call__(self, text: str, undo: Callable[[], object] | None = None) -> None: ...


class PreferencesPresenter(StatePresenter[State]):
    """Puts on and keeps what is chosen, and changes the password of who is signed in."""

    def __init__(
        self,
        view: StateView[State],
        jobs: Jobs,
        desk: Desk,
        wardrobe: Wardrobe,
        on_done: OnDone,
        renew: Callable[[str], object],
    ) -> None:
        """``renew`` builds the window anew after the texts got another size, and tells it too."""
        state = State(
            wardrobe.settings,
            facts_of(desk, None),
            why_not_password=_why_not_password(desk),
            why_not_place=_why_not_place(desk),
        )
        super().__init__(view, jobs, desk, state)
        self._wardrobe = wardrobe
        self._on_done = on_done
        self._renew = renew

    def open(self) -> None:
        """Show what is chosen."""
        self._show(self._state)

    def refresh(self) -> None:
        """Look again: the page is shown."""
        self._jobs.start(partial(count_unsent, self._desk), self._on_counted, self._on_error)
        self._jobs.start(partial(read_work, self._desk), self._on_work, self._on_error)
        if _may_brake(self._desk):
            self._jobs.start(partial(read_settings, self._desk), self._on_brake, self._on_error)

    def choose_language(self, code: str) -> None:
        """Speak this language from the next start on."""
        if code in LANGUAGES:
            said = _("{language} dipakai setelah program dibuka lagi", language=LANGUAGES[code])
            self._choose("language", code, said)

    def choose_size(self, size: int) -> None:
        """Write all texts this large, in per cent."""
        if size in SIZES:
            said = _("Ukuran huruf sekarang {size} %", size=size)
            self._put_on(self._changed("text_scale", size), partial(self._renew, said))

    def choose_theme(self, theme: str) -> None:
        """Light, dark, or as the system is."""
        if theme in THEMES:
            said = _("Warna layar sekarang: {theme}", theme=_(THEMES[theme]).lower())
            self._choose("theme", theme, said)

    def choose_brake(self, share: int) -> None:
        """Let files of stations stop above this share of people who are here already."""
        before = self._state.brake
        if before is not None and share in SHARES:
            self._put_brake(share, partial(self._put_brake, before.share))

    def begin_password(self) -> None:
        """Open the form for one's own password."""
        if not self._state.why_not_password and not self._state.busy:
            self._show(self._clean("password"))

    def begin_place(self) -> None:
        """Open the form for the place that files are uploaded to."""
        if not self._state.why_not_place and not self._state.busy:
            self._show(self._clean("place"))

    def begin_reference(self) -> None:
        """Open the list of rules and texts."""
        if not self._state.busy:
            self._show(self._clean("reference"))

    def leave(self) -> None:
        """Back to the choices; what was typed is dropped."""
        if not self._state.busy:
            self._show(self._clean("choices"))

    def change_password(self, old: str, new: str, again: str) -> None:
        """Sign in with the new password from now on."""
        findings = (*missing({"old": old, "new": new}), *differs(new, again))
        if findings:
            self._refuse(findings)
        elif not self._state.busy:
            busy = _("Memeriksa kata sandi Anda…")
            self._show(replace(self._state, busy=busy, findings=(), error=None))
            change = partial(plan.change_password, self._desk, old, new)
            self._jobs.start(change, self._on_changed, self._on_error)

    def _choose(self, name: str, value: str, said: str) -> None:
        back = partial(self._choose_again, self._wardrobe.settings)
        self._put_on(self._changed(name, value), partial(self._on_done, said, back))

    def _choose_again(self, before: Settings) -> None:
        said = _("Pengaturan sebelumnya dipakai lagi")
        self._put_on(before, partial(self._on_done, said))

    def _changed(self, name: str, value: object) -> Settings:
        return msgspec.structs.replace(self._wardrobe.settings, **{name: value})

    def _put_on(self, settings: Settings, on_kept: Callable[[], object]) -> None:
        self._wardrobe.choose(settings)
        self._show(replace(self._state, settings=settings, error=None))
        self._jobs.start(self._wardrobe.keep, partial(_after, on_kept), self._on_error)

    def _on_counted(self, unsent: Unsent) -> None:
        self._show(replace(self._state, facts=facts_of(self._desk, unsent.last_export)))

    def _put_brake(self, share: int, undo: Callable[[], object] | None = None) -> None:
        least = self._state.brake.least if self._state.brake else BrakeSettings().least
        put = partial(set_brake, self._desk, share, least)
        self._jobs.start(put, partial(self._on_braked, undo), self._on_error)

    def _on_braked(self, undo: Callable[[], object] | None, brake: BrakeSettings) -> None:
        self._on_brake(brake)
        self._on_done(_("Rem kotak masuk sekarang {share} %", share=brake.share), undo)

    def _on_brake(self, brake: BrakeSettings) -> None:
        self._show(replace(self._state, brake=brake))

    def _on_work(self, work: WorkWords) -> None:
        self._show(replace(self._state, work=work))

    def _on_changed(self, _answer: object) -> None:
        self._show(self._clean("choices"))
        self._on_done(_("Kata sandi baru Anda berlaku mulai sekarang"))

    def _refuse(self, findings: tuple[Finding, ...]) -> None:
        self._show(replace(self._state, findings=findings, error=None))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy="", error=explain(error)))

    def _clean(self, step: Step) -> State:
        """The state of another step: nothing of the last one stays."""
        return replace(self._state, step=step, busy="", findings=(), error=None)


def _after(on_kept: Callable[[], object], _answer: object) -> None:
    on_kept()


def _may_brake(desk: Desk) -> bool:
    return desk.installation.mode == "office" and desk.officer.role in DECIDERS


def _why_not_place(desk: Desk) -> str:
    if desk.officer.role not in DECIDERS:
        return _("Tempat unggah diatur koordinator atau admin.")
    return ""


def _why_not_password(desk: Desk) -> str:
    """The practice officer's password stands on the login window, for whoever wants to try."""
    if desk.installation.practice and desk.officer.login == PRACTICE_LOGIN:
        return _("Kata sandi latihan tetap sama, supaya siapa pun bisa mencoba.")
    return ""
