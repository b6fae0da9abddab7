"""A camera that is looked through: one picture after the other, on a worker of its own. No Qt.

Each picture is one piece of work, asked for when the one before was shown. So a slow screen gets
fewer pictures and never a queue of them.
"""

from collections.abc import Callable
from functools import partial

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.services.camera import Camera

OpenCamera = Callable[[], Camera]


class LiveCamera:
    """Off until :meth:`start`, and again after :meth:`stop` or a failure."""

    def __init__(
        self,
        jobs: Jobs,
        open_camera: OpenCamera,
        on_frame: Callable[[bytes], None],
        on_error: Callable[[UserError], None],
    ) -> None:
        """``jobs`` is no worker that anybody else waits for: a camera takes its time."""
        self._jobs = jobs
        self._open_camera = open_camera
        self._on_frame = on_frame
        self._on_error = on_error
        self._wanted = False
        self._camera: Camera | None = None
        self._opening = False
        self.frame = b""  # the last picture, a JPEG

    @property
    def on(self) -> bool:
        """Somebody looks through it, or waits until it is open."""
        return self._wanted

    def start(self) -> None:
        """Open the camera and show what it sees."""
        self._wanted = True
        if not self._opening and self._camera is None:
            self._opening = True
            self._jobs.start(self._open_camera, self._on_open, self._on_failed)

    def stop(self) -> None:
        """Close it; what it still sends is dropped."""
        self._wanted = False
        self.frame = b""
        camera, self._camera = self._camera, None
        if camera is not None:
            self._jobs.start(camera.close, _nothing, self._on_failed)

    def _on_open(self, camera: Camera) -> None:
        self._opening = False
        self._camera = camera
        if self._wanted:
            self._look(camera)
        else:
            self.stop()

    def _look(self, camera: Camera) -> None:
        self._jobs.start(camera.read, partial(self._on_read, camera), self._on_failed)

    def _on_read(self, camera: Camera, frame: bytes) -> None:
        if camera is self._camera:
            self.frame = frame
            self._on_frame(frame)
        if camera is self._camera:  # whoever was shown the picture may have had enough
            self._look(camera)

    def _on_failed(self, error: UserError) -> None:
        self._opening = False
        if self._wanted:
            self.stop()
            self._on_error(error)


def _nothing(_done: None) -> None:
    """The light is out."""
