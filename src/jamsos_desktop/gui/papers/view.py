"""The event's papers and the hand-over, in the place of the cards while they are open."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.code_camera import CodeCamera
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.live_camera import OpenCamera
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.papers.documents import DOCUMENTS, Kind
from jamsos_desktop.gui.papers.options_box import OptionsBox
from jamsos_desktop.gui.papers.presenter import PapersPresenter
from jamsos_desktop.gui.papers.state import State
from jamsos_desktop.gui.printing.page import PrintPage
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class PapersView(PrintPage):
    """Draws the presenter's state, and hands cards over beside the minutes."""

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        open_camera: OpenCamera | None = None,
    ) -> None:
        """``open_camera`` is None where the program has no part for cameras."""
        super().__init__(_("Surat dan daftar"), context, parent)
        self._state = State()
        self.event_edit = ListChooser(self._events, self)
        self.document_edit = ListChooser(_documents, self)
        self.question.no.setToolTip(_("Tetap “belum dicetak”."))
        self.options = OptionsBox(self)
        self.hand_over = self.options.hand_over
        self.back = self.add_button(_("Kembali ke kartu"))
        self.presenter = PapersPresenter(self, context.jobs, context.desk, self.tell)
        self._open_camera = open_camera
        self._camera: CodeCamera | None = None
        self._camera_jobs: JobRunner | None = None  # as long as the camera is on
        self.hand_over.camera.setVisible(open_camera is not None)
        self.serve(self.presenter, self._state)
        self._lay_out_choices()
        self._connect()
        self.display(self._state)

    def _lay_out_choices(self) -> None:
        for title, editor in ((_("Kegiatan"), self.event_edit), (_("Dokumen"), self.document_edit)):
            label = words(title, "fieldLabel", self)
            label.setBuddy(editor)
            editor.setAccessibleName(title)
            self.choices.addSpacing(6)
            self.choices.addWidget(label)
            self.choices.addWidget(editor)
        self.choices.addSpacing(10)
        self.choices.addWidget(self.options)
        self.choices.addStretch(1)

    def _connect(self) -> None:
        presenter = self.presenter
        self.event_edit.chosen.connect(self._on_event)
        self.document_edit.chosen.connect(self._on_document)
        self.hand_over.wanted.connect(presenter.handing.hand_over)
        self.hand_over.edited.connect(presenter.handing.forget)
        self.hand_over.camera_pressed.connect(self._on_camera)
        self.options.chosen.connect(presenter.choose)
        self.options.called.connect(presenter.call)
        self.options.reason_given.connect(presenter.give_reason)
        self._left.verticalScrollBar().rangeChanged.connect(self._on_room)
        keys.bind("leave", self, self.back.click)

    def open(self, record_ids: tuple[str, ...] = ()) -> None:
        """Make the paper anew, or papers for these people of another page.

        The cursor stands where the next card is scanned, where one can be.
        """
        if record_ids:
            self.presenter.take_over(record_ids)
        else:
            self.presenter.refresh()
        self.focus_first(self._places())

    def display(self, state: State) -> None:
        """Show the state."""
        moved = state.events != self._state.events
        self._state = state
        if state.kind != "minutes":
            self._close_camera()
        self.show_out(state, partial(self._show_choices, state, moved=moved), self._places())

    def _show_choices(self, state: State, *, moved: bool) -> None:
        if moved or self.event_edit.raw() != state.event_id:
            self.event_edit.set_raw(state.event_id)
        if self.document_edit.raw() != state.kind:
            self.document_edit.set_raw(state.kind)
        for editor in (self.event_edit, self.document_edit):
            editor.setEnabled(not state.busy())
            editor.setToolTip(state.busy())
        self.options.show_state(state)

    def _places(self) -> tuple[QWidget, ...]:
        """Where somebody goes on: the scanner's field, or what can be chosen."""
        return self.hand_over.code, self.document_edit

    def _on_camera(self) -> None:
        if self._camera is not None:
            self._close_camera()
        elif self._open_camera is not None:
            self._camera_jobs = JobRunner(parent=self)
            box = self.hand_over
            self._camera = CodeCamera(
                self._camera_jobs, self._open_camera, box.show_frame, box.take, self._on_no_camera
            )
            self._camera.press()
            box.show_camera(live=True)

    def _on_room(self, _low: int, high: int) -> None:
        """In a low window what the camera sees, and the answer, are scrolled to."""
        if self._camera is not None:
            self._left.verticalScrollBar().setValue(high)

    def _on_no_camera(self, error: UserError) -> None:
        self._close_camera()
        self.presenter.fail(error)

    def _close_camera(self) -> None:
        camera, jobs = self._camera, self._camera_jobs
        self._camera = self._camera_jobs = None
        if camera is not None and jobs is not None:
            camera.stop()
            jobs.shutdown()
            self.hand_over.show_camera(live=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is looked at by a camera whose picture is not on the screen."""
        self._close_camera()
        super().hideEvent(event)

    def _events(self) -> Sequence[Option]:
        return [Option(line.event_id, line.name, line.more) for line in self._state.events]

    def _on_event(self, option: Option) -> None:
        self.presenter.choose_event(option.key)

    def _on_document(self, option: Option) -> None:
        self.presenter.choose_document(cast(Kind, option.key))


def _documents() -> Sequence[Option]:
    return [Option(key, _(one.title), _(one.more)) for key, one in DOCUMENTS.items()]
