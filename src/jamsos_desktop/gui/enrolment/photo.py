"""The photo of the person whose form lies on the page: from the camera or a file. Knows no widget.

The picture is in the vault before the form names it; the form is written down at once afterwards.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.sheet import Sheet
from jamsos_desktop.gui.live_camera import LiveCamera, OpenCamera
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services import pictures


@dataclass(frozen=True, slots=True)
class PhotoState:
    """What the field shows. ``picture`` is a JPEG, or None where there is none to show."""

    named: bool = False  # the form names a photo
    picture: bytes | None = None
    busy: bool = False  # a picture is being read, made small or fetched
    live: bool = False  # the camera is on
    has_camera: bool = False  # the program can use one
    error: Explanation | None = None

    @property
    def lost(self) -> bool:
        """The form names a photo that is not here."""
        return self.named and self.picture is None and not self.busy


class PhotoView(Protocol):
    """What is needed of the field."""

    def show_photo(self, state: PhotoState) -> None:
        """Show this and nothing else."""

    def show_frame(self, frame: bytes) -> None:
        """Show what the camera sees, a JPEG."""


class PhotoTaker:
    """Takes a photo for one form after the other."""

    def __init__(
        self, view: PhotoView, page: FormPage, camera_jobs: Jobs, open_camera: OpenCamera | None
    ) -> None:
        """``open_camera`` is None where the program has no part for cameras."""
        self._view = view
        self._page = page
        self._sheet: Sheet | None = None
        self._state = PhotoState(has_camera=open_camera is not None)
        self._camera: LiveCamera | None = None
        if open_camera is not None:
            self._camera = LiveCamera(camera_jobs, open_camera, view.show_frame, self._on_error)
        page.on_put.append(self.follow)
        view.show_photo(self._state)

    def follow(self, sheet: Sheet) -> None:
        """Another form lies on the page: show its photo."""
        self.close_camera()
        self._sheet = sheet
        name = sheet.form.photo
        self._show(named=bool(name), picture=None, busy=bool(name), error=None)
        if name:
            work = partial(pictures.show_picture, self._page.desk, name)
            self._page.jobs.start(work, partial(self._on_fetched, name), self._on_error)

    def _on_fetched(self, name: str, picture: bytes | None) -> None:
        if self._sheet is not None and self._sheet.form.photo == name:
            self._show(picture=picture, busy=False)

    # --- camera ---------------------------------------------------------------------------

    def press_camera(self) -> None:
        """Open the camera, or where it is on, take what it shows."""
        if self._camera is None or self._page.open_sheet is None or self._page.taking:
            return
        if not self._camera.on:
            self._camera.start()
            self._show(live=True, error=None)
        elif frame := self._camera.frame:
            self.close_camera()
            self._take(lambda: frame)

    def close_camera(self) -> None:
        """Without taking a picture; also when another page is looked at."""
        if self._camera is not None and self._camera.on:
            self._camera.stop()
            self._show(live=False)

    # --- file -----------------------------------------------------------------------------

    def take_file(self, path: Path) -> None:
        """A picture that somebody chose."""
        self._take(partial(pictures.read_file, path))

    def remove(self) -> None:
        """The form names no photo any more."""
        sheet = self._page.open_sheet
        if sheet is not None and sheet.form.photo and not self._page.taking:
            self._name(sheet, "")
            self._show(named=False, picture=None, error=None)

    def _take(self, read: Callable[[], bytes]) -> None:
        sheet = self._page.open_sheet
        if sheet is None or self._page.taking:
            return
        self._page.taking = True
        self._show(busy=True, error=None)

        def work() -> tuple[str, bytes | None]:
            name = pictures.take_photo(self._page.desk, read())
            return name, pictures.show_picture(self._page.desk, name)

        self._page.jobs.start(work, partial(self._on_taken, sheet), self._on_refused)

    def _on_taken(self, sheet: Sheet, taken: tuple[str, bytes | None]) -> None:
        name, picture = taken
        self._name(sheet, name)  # whatever form lies on the page by now
        if sheet is self._sheet:
            self._show(named=True, picture=picture, busy=False)
        self._page.taken()

    def _on_refused(self, error: UserError) -> None:
        self._show(busy=False, error=explain(error))
        self._page.taken()

    def _on_error(self, error: UserError) -> None:
        self._show(busy=False, live=False, error=explain(error))

    def _name(self, sheet: Sheet, name: str) -> None:
        sheet.edit({"photo": name})
        if sheet is self._page.sheet:
            self._page.keep()
            self._page.show()
        else:
            sheet.keeper.keep(sheet.form, sheet.focus, _nothing, self._on_error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]
        self._view.show_photo(self._state)


def _nothing() -> None:
    """It is written down; nobody looks at that form now."""
