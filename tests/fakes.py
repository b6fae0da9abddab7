"""The worker, replaced: work is done at once, without threads or Qt."""

from jamsos_desktop.errors import Cancelled, UserError
from jamsos_desktop.services.progress import CancelToken


class InlineJob:
    """Work that is already over when it is returned."""

    def __init__(self):
        self.token = CancelToken()

    def cancel(self):
        self.token.cancel()


class InlineJobs:
    """Runs work at once; bugs come out as they are."""

    busy = False

    def start(self, work, on_done, on_error):
        return self.start_long(lambda _report, _token: work(), on_done, on_error, lambda *_: None)

    def start_long(self, work, on_done, on_error, on_progress):
        job = InlineJob()
        try:
            result = work(on_progress, job.token)
        except UserError as error:
            on_error(error)
        except Cancelled:
            return job
        else:
            on_done(result)
        return job


class FakeView:
    """Keeps every state that it was asked to display."""

    def __init__(self):
        self.states = []

    def display(self, state):
        self.states.append(state)

    @property
    def state(self):
        return self.states[-1]
