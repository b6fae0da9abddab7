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
        view.form.terms.whole.clicked.connect(context.explainer.open)
    _let_take_photos(view)
    view.presenter.turns.open()
    return view


def _let_take_photos(view: "EnrolmentView") -> None:
    """The camera has a worker of its own: nobody's registration waits for it."""
    from jamsos_desktop.gui.enrolment.photo import PhotoTaker
    from jamsos_desktop.gui.jobs import JobRunner
    from jamsos_desktop.services import camera

    camera_jobs = JobRunner(parent=view)
    open_camera = camera.open_camera if camera.is_installed() else None
    taker = PhotoTaker(view, view.presenter.page, camera_jobs, open_camera)
    view.follow_photo(taker, camera_jobs)
