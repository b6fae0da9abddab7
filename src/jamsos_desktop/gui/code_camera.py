"""Codes that are held before the camera: each is told once, as long as it is held there. No Qt."""

from collections.abc import Callable
from functools import partial

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.live_camera import LiveCamera, OpenCamera
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.printing.qr import read_qr


class CodeCamera:
    """Off until it is pressed. Pictures are read one at a time, and none waits in a queue."""

    def __init__(
        self,
        jobs: Jobs,
        open_camera: OpenCamera,
        on_frame: Callable[[bytes], None],
        on_code: Callable[[str], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        """``jobs`` is no worker that anybody else waits for: a camera takes its time."""
        self._jobs = jobs
        self._on_frame = on_frame
        self._on_code = on_code
        self._on_error = on_error
        self._live = LiveCamera(jobs, open_camera, self._on_seen, on_error)
        self._reading = False  # a picture is being looked at
        self._last = ""  # the code that was seen last

    @property
    def on(self) -> bool:
        """Somebody looks through it, or waits until it is open."""
        return self._live.on

    def press(self) -> None:
        """Turn it on, or off again."""
        if self._live.on:
            self._live.stop()
        else:
            self._last = ""
            self._live.start()

    def stop(self) -> None:
        """Nobody looks any more."""
        if self._live.on:
            self._live.stop()

    def _on_seen(self, frame: bytes) -> None:
        self._on_frame(frame)
        if not self._reading:
            self._reading = True
            self._jobs.start(partial(read_qr, frame), self._on_read, self._on_unread)

    def _on_unread(self, error: UserError) -> None:
        self._reading = False
        self._on_error(error)

    def _on_read(self, code: str) -> None:
        self._reading = False
        if code and code != self._last and self._live.on:  # the same card is still held there
            self._last = code
            self._on_code(code)
