"""The page on which a cadre registers a person: "Pendaftaran"."""

from typing import TYPE_CHECKING

from jamsos_desktop.gui.page_context import PageContext

if TYPE_CHECKING:
    from jamsos_desktop.gui.enrolment.view import EnrolmentView


def build(context: PageContext) -> "EnrolmentView":
    """The page for a desk. It opens the form that was left unfinished, or an empty one."""
    from jamsos_desktop.gui.enrolment.presenter import EnrolmentPresenter
    from jamsos_desktop.gui.enrolment.view import EnrolmentView

    view = EnrolmentView(go_to=context.go_to, office=context.desk.installation.mode == "office")
    view.presenter = EnrolmentPresenter(
        view,
        context.jobs,
        context.desk,
        show_result=context.show_result,
        refresh_header=context.refresh_header,
    )
    if context.explainer is not None:
        context.explainer.follow(
            lambda: view.presenter.state.event_id, view.presenter.typing.explained
        )
        view.strip.explain.clicked.connect(context.explainer.open)
    view.presenter.turns.open()
    return view
