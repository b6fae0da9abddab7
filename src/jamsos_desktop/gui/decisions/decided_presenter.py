"""What happens in the list of everything decided. Knows no widget."""

from dataclasses import replace
from functools import partial

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.decisions.decided_lines import Line, Opened, read_lines, read_opened
from jamsos_desktop.gui.decisions.decided_state import DecidedState
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.decided import take_back_decision
from jamsos_desktop.services.desk import Desk


class DecidedPresenter(StatePresenter[DecidedState]):
    """Lists, opens one, and takes it back for a reason; then it is asked again."""

    def __init__(
        self, view: StateView[DecidedState], jobs: Jobs, desk: Desk, show_result: ShowResult
    ) -> None:
        super().__init__(view, jobs, desk, DecidedState())
        self._say = show_result

    def refresh(self) -> None:
        """Read what is decided now; what is open stays open."""
        self._jobs.start(partial(read_lines, self._desk), self._on_read, self._on_error)

    def look_for(self, text: str) -> None:
        """List the decisions about whoever has these words in name or number."""
        self._show(replace(self._state, text=text))

    def open(self, line: Line) -> None:
        """Show this decision side by side."""
        if not self._state.busy:
            self._show(replace(self._state, busy=True, error=None))
            self._jobs.start(
                partial(read_opened, self._desk, line), self._on_opened, self._on_error
            )

    def leave(self) -> None:
        """Back to the list."""
        if not self._state.busy:
            self._show(replace(self._state, opened=None, error=None))

    def take_back(self, reason: str) -> None:
        """Journal that what is shown was wrong, for this reason."""
        opened = self._state.opened
        if opened is None or self._state.why_not() or not reason.strip():
            return
        self._show(replace(self._state, busy=True, error=None))
        work = partial(take_back_decision, self._desk, opened.line.decision, reason)
        self._jobs.start(work, self._on_taken_back, self._on_error)

    def _on_read(self, lines: tuple[Line, ...]) -> None:
        self._show(replace(self._state, lines=lines, looked=True))

    def _on_opened(self, opened: Opened) -> None:
        self._show(replace(self._state, opened=opened, busy=False))

    def _on_taken_back(self, _nothing: None) -> None:
        self._show(replace(self._state, opened=None, busy=False))
        self._say(_("Keputusan diurungkan; ditanyakan lagi di daftarnya."))
        self.refresh()

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy=False, error=explain(error)))
