"""F9: what the cover is, turned towards the person and the family, and what they consent to."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.messages import explain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jamsos_desktop.domain.records import Explained
    from jamsos_desktop.services.explain import Explanation


class Explainer:
    """Opens the page over the window, for whoever is at the table. One for each window.

    A page that enrols people says for which event, and is told when it was explained to the end.
    """

    def __init__(self, window: "QWidget", context: PageContext) -> None:
        self._window = window
        self._context = context
        self._event_of: Callable[[], str] = str
        self._tell: Callable[[Explained], object] | None = None
        self._language = "id"  # the one chosen last, for the next person of the same family

    def follow(
        self, event_of: Callable[[], str], on_explained: "Callable[[Explained], object]"
    ) -> None:
        """A page enrols for ``event_of()`` and wants to know what was explained."""
        self._event_of = event_of
        self._tell = on_explained

    def open(self) -> None:
        """Read the texts for the event and show them."""
        from jamsos_desktop.services.explain import explanations

        work = partial(explanations, self._context.desk, self._event_of())
        self._context.jobs.start(work, self._show, self._on_error)

    def _show(self, texts: "dict[str, Explanation]") -> None:
        from jamsos_desktop.gui.explanation.view import ExplanationView

        view = ExplanationView(texts, self._language, self._window)
        view.finished.connect(self._on_finished)
        view.language_chosen.connect(self._on_language)
        view.showFullScreen()

    def _on_language(self, language: str) -> None:
        self._language = language

    def _on_finished(self, language: str, version: int) -> None:
        from jamsos_desktop.domain.records import Explained

        desk = self._context.desk
        if self._tell is not None:
            at = desk.clock().isoformat(timespec="seconds")
            self._tell(Explained(at=at, by=desk.officer_id, language=language, version=version))

    def _on_error(self, error: UserError) -> None:
        self._context.show_result(str(explain(error)))
