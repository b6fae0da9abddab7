"""What happens while cards are checked. Knows no widget."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.code_camera import CodeCamera
from jamsos_desktop.gui.live_camera import OpenCamera
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services.card_verdict import Verdict, verdict_of
from jamsos_desktop.services.check_card import CheckedCard, check_card
from jamsos_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class CheckState:
    """What the panel shows. ``live``: the camera is on."""

    verdict: Verdict | None = None
    live: bool = False
    has_camera: bool = False
    error: Explanation | None = None


class View(Protocol):
    """What the presenter needs of the panel."""

    def display(self, state: CheckState) -> None:
        """Show this and nothing else."""

    def show_frame(self, frame: bytes) -> None:
        """Show what the camera sees, a JPEG."""


class CheckPresenter:
    """One card after the other, scanned, pasted, or held before the camera."""

    def __init__(
        self,
        view: View,
        jobs: Jobs,
        desk: Desk,
        camera_jobs: Jobs,
        open_camera: OpenCamera | None,
    ) -> None:
        """``open_camera`` is None where the program has no part for cameras."""
        self._view = view
        self._jobs = jobs
        self._desk = desk
        self._state = CheckState(has_camera=open_camera is not None)
        self._camera: CodeCamera | None = None
        if open_camera is not None:
            self._camera = CodeCamera(
                camera_jobs, open_camera, view.show_frame, self.check, self._on_error
            )

    def check(self, code: str) -> None:
        """Whether the text of a card's QR is genuine, and whether the card still counts."""
        if code.strip():
            work = partial(check_card, self._desk, code)
            self._jobs.start(work, self._on_checked, self._on_error)

    def forget(self) -> None:
        """Another code is being typed: what was said of the last one must not stand there."""
        if self._state.verdict is not None or self._state.error is not None:
            self._show(verdict=None, error=None)

    def press_camera(self) -> None:
        """Turn the camera on, or off again."""
        if self._camera is not None:
            self._camera.press()
            self._show(live=self._camera.on, error=None)

    def close_camera(self) -> None:
        """Nobody looks any more."""
        if self._camera is not None and self._camera.on:
            self._camera.stop()
            self._show(live=False)

    def _on_checked(self, checked: CheckedCard) -> None:
        self._show(verdict=verdict_of(checked), error=None)

    def _on_error(self, error: UserError) -> None:
        live = self._camera is not None and self._camera.on
        self._show(verdict=None, error=explain(error), live=live)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.display(self._state)
