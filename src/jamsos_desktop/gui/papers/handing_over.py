"""What happens when cards are handed over beside the minutes. Knows no widget."""

from collections.abc import Callable
from functools import partial

from jamsos_desktop.domain.activities import Receiver
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.papers.answer import answer_of, refusal_of
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services.card_verdict import Verdict
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.hand_over import HandedOver, hand_over


class HandingOver:
    """One card after the other, by number, by scanner or before the camera."""

    def __init__(
        self,
        jobs: Jobs,
        desk: Desk,
        show: Callable[[Verdict | None], None],
        on_handed: Callable[[str], None],
    ) -> None:
        """``on_handed`` is told the number of each card that was handed over now."""
        self._jobs = jobs
        self._desk = desk
        self._show = show
        self._on_handed = on_handed
        self._said = False

    def hand_over(self, text: str, to: Receiver, name: str) -> None:
        """Journal that a card was handed over, by its number or its code."""
        if text.strip():
            work = partial(hand_over, self._desk, text, to, name)
            self._jobs.start(work, self._on_answer, self._on_refused)

    def forget(self) -> None:
        """Another card is being scanned: what was said of the last one must not stand there."""
        if self._said:
            self._said = False
            self._show(None)

    def _on_answer(self, given: HandedOver) -> None:
        self._said = True
        self._show(answer_of(given))
        if not given.already:
            self._on_handed(given.number)

    def _on_refused(self, error: UserError) -> None:
        self._said = True
        self._show(refusal_of(error))
