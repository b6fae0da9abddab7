"""Work off the GUI thread: one worker, so one writer, and answers in order (style of Anki).

A worker never touches a Qt object but one signal, which carries a closure back to the GUI thread.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from jamsos_desktop import __version__
from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.services.progress import CancelToken, Report

T = TypeVar("T")
_LOG = logging.getLogger(__name__)

OnBug = Callable[[BaseException], None]


def raise_again(error: BaseException) -> None:
    """The plainest handler for bugs: on to ``sys.excepthook``."""
    raise error


class Job:
    """One piece of work under way. Cancelling silences it: no answer comes after that."""

    def __init__(self) -> None:
        self.token = CancelToken()
        self._silent = False

    @property
    def silent(self) -> bool:
        """Nobody waits for the answer any more."""
        return self._silent

    def cancel(self) -> None:
        """Ask the work to stop and drop whatever it still says. For the GUI thread."""
        self._silent = True
        self.token.cancel()


class JobRunner(QObject):
    """Runs services one after the other and brings their answers to the GUI thread."""

    _posted = Signal(object)

    def __init__(self, on_bug: OnBug = raise_again, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_bug = on_bug
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="jamsos")
        self._under_way: set[Job] = set()
        self._closed = False
        self._left = False  # nobody waits for the worker any more, and this object may be gone
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _on_posted(self, closure: Callable[[], None]) -> None:
        closure()

    @property
    def busy(self) -> bool:
        """Some work is not finished."""
        return bool(self._under_way)

    def start(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None],
    ) -> Job:
        """Run ``work`` on the worker; the answers come on the GUI thread."""
        return self._submit(lambda _job: work(), on_done, on_error)

    def start_long(
        self,
        work: Callable[[Report, CancelToken], T],
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None],
        on_progress: Report,
    ) -> Job:
        """The same for work that reports how far it is and can be stopped."""

        def run(job: Job) -> T:
            def report(done: int, total: int) -> None:
                job.token.check()
                self._posted.emit(partial(self._tell, job, on_progress, done, total))

            return work(report, job.token)

        return self._submit(run, on_done, on_error)

    def _submit(
        self,
        run: Callable[[Job], T],
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None],
    ) -> Job:
        job = Job()
        if self._closed:
            job.cancel()
            return job
        self._under_way.add(job)

        def finished(future: "Future[T]") -> None:
            if not self._left:
                self._posted.emit(partial(self._finish, job, future, on_done, on_error))

        self._pool.submit(run, job).add_done_callback(finished)
        return job

    def _tell(self, job: Job, on_progress: Report, done: int, total: int) -> None:
        if not job.silent:
            on_progress(done, total)

    def _finish(
        self,
        job: Job,
        future: "Future[T]",
        on_done: Callable[[T], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        self._under_way.discard(job)
        if future.cancelled():
            return
        error = future.exception()
        if error is not None and not isinstance(error, (UserError, Cancelled)):
            self._on_bug(error)
        elif job.silent or isinstance(error, Cancelled):
            return
        elif error is not None:
            _LOG.info(
                "%s: %s", __version__, error.code
            )  # never its values: they are for the screen
            on_error(error)
        else:
            on_done(future.result())

    def leave(self) -> None:
        """The same without waiting, for a worker that only asks the network.

        A line that stalls is not worth a window that stands still; the request ends by itself.
        """
        self._closed = self._left = True
        for job in tuple(self._under_way):
            job.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def shutdown(self) -> None:
        """Stop what can be stopped, do what waits, tell nobody. Call it before the window goes.

        A registration that waits its turn is saved; an export that runs stops at its next step.
        What a page still starts afterwards (a timer that was running) is dropped.
        """
        self._closed = True
        for job in tuple(self._under_way):
            job.cancel()
        self._pool.shutdown(wait=True)
