"""What happens on the enrolment page. Knows no widget."""

from collections.abc import Callable

from jamsos_desktop.gui.enrolment.consent import Consenting
from jamsos_desktop.gui.enrolment.filling import Filling
from jamsos_desktop.gui.enrolment.giving_up import GivingUp
from jamsos_desktop.gui.enrolment.listed import Listed
from jamsos_desktop.gui.enrolment.look_up import LookUp
from jamsos_desktop.gui.enrolment.page import FormPage
from jamsos_desktop.gui.enrolment.saving import Saving
from jamsos_desktop.gui.enrolment.state import State, View
from jamsos_desktop.gui.enrolment.turns import Turns
from jamsos_desktop.gui.enrolment.typing_in import Typing
from jamsos_desktop.gui.page_context import ShowResult
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services.desk import Desk


class EnrolmentPresenter:
    """Leads one form after the other from its first key to the journal; each part has its subject.

    A new subject (photo, consent, candidates) is a part of its own beside these.
    """

    def __init__(
        self,
        view: View,
        jobs: Jobs,
        desk: Desk,
        *,
        show_result: ShowResult,
        refresh_header: Callable[[], None],
    ) -> None:
        self.page = FormPage(
            view, jobs, desk, show_result=show_result, refresh_header=refresh_header
        )
        look_up = LookUp(self.page)
        self.likely = self.page.likely
        self.turns = Turns(self.page, look_up)
        self.typing = Typing(self.page, look_up)
        self.filling = Filling(self.page, look_up)
        self.listed = Listed(self.page, self.filling)
        self.giving_up = GivingUp(self.page, self.turns)
        self.saving = Saving(self.page, self.turns, self.filling)
        self.consent = Consenting(self.page, self.typing, self.turns)

    @property
    def state(self) -> State:
        """What the page shows now."""
        return self.page.state
