"""The camera of this computer, where the optional extra "camera" is installed. Knows no screen.

OpenCV is loaded when somebody asks for a picture, never before: it is large, and nobody needs it to
enrol. Everything here blocks; it belongs on a thread of its own.
"""

import sys
from importlib.util import find_spec
from typing import Any, Protocol

from jamsos_desktop.errors import UserError

_WIDTH, _HEIGHT = 1280, 720  # px: enough for a photo, and every camera of a laptop has it
_JPEG_QUALITY = 92  # made smaller once more when the picture is kept
_DARK_FRAMES = 20  # so often a camera may give nothing while it wakes up


class Camera(Protocol):
    """An open camera."""

    def read(self) -> bytes:
        """The next picture as a JPEG. Raises ``camera_failed``."""

    def close(self) -> None:
        """Let the camera go; its light goes out."""


def is_installed() -> bool:
    """Whether this program can use a camera at all. Nothing is loaded for that."""
    return find_spec("cv2") is not None


def open_camera() -> Camera:
    """The first camera of this computer.

    Raises ``camera_not_installed`` without the extra, ``camera_none`` where no camera answers:
    there is none, another program has it, or the system does not allow it.
    """
    try:
        import cv2
    except ImportError as error:
        raise UserError("camera_not_installed") from error
    # Windows' newer interface takes ten seconds and more to open many a camera.
    way = cv2.CAP_DSHOW if sys.platform == "win32" else cv2.CAP_ANY
    capture = cv2.VideoCapture(0, way)
    if not capture.isOpened():
        capture.release()
        raise UserError("camera_none")
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, _WIDTH)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _HEIGHT)
    return _OpenCamera(capture)


class _OpenCamera:
    def __init__(self, capture: Any) -> None:
        self._capture = capture

    def read(self) -> bytes:
        import cv2

        for _try in range(_DARK_FRAMES):
            seen, frame = self._capture.read()
            if seen:
                made, jpeg = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
                if made:
                    return bytes(jpeg.tobytes())
        raise UserError("camera_failed")

    def close(self) -> None:
        self._capture.release()
