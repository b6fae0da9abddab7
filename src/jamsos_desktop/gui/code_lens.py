"""A camera as a scanner: its button, what it sees, and the codes that are held before it."""

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.code_camera import CodeCamera
from jamsos_desktop.gui.icons import ButtonIcon
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.live_camera import OpenCamera
from jamsos_desktop.gui.widgets.picture import Picture
from jamsos_desktop.i18n import _


class CodeLens(QObject):
    """Off until the button is pressed. ``button`` and ``picture`` are laid out by the page."""

    read = Signal(str)  # a code, once as long as it is held there
    turned = Signal(bool)  # on, or off
    failed = Signal(object)  # UserError

    def __init__(self, seen: QSize, parent: QWidget) -> None:
        """``seen`` is how large its picture is, in pixels."""
        super().__init__(parent)
        self.button = QPushButton(parent)
        ButtonIcon(self.button, "camera", "text")
        self.picture = Picture(seen, parent=parent)
        self._open_camera: OpenCamera | None = None
        self._camera: CodeCamera | None = None
        self._jobs: JobRunner | None = None  # of its own, as long as it is on: a camera takes time
        self.button.hide()
        self.button.clicked.connect(self.press)
        self._say(on=False)

    def offer(self, open_camera: OpenCamera | None) -> None:
        """Let this camera be used; with None there is no button."""
        self._open_camera = open_camera
        self.button.setVisible(open_camera is not None)

    @property
    def on(self) -> bool:
        """Somebody looks through it, or waits until it is open."""
        return self._camera is not None

    def press(self) -> None:
        """Turn it on, or off again."""
        if self._camera is not None:
            self.close()
        elif self._open_camera is not None:
            self._jobs = JobRunner(parent=self)
            self._camera = CodeCamera(
                self._jobs, self._open_camera, self._on_frame, self.read.emit, self._on_failed
            )
            self._camera.press()
            self._say(on=True)

    def close(self) -> None:
        """Nobody looks any more."""
        camera, jobs = self._camera, self._jobs
        self._camera = self._jobs = None
        if camera is not None and jobs is not None:
            camera.stop()
            jobs.shutdown()
            jobs.deleteLater()
            self._say(on=False)

    def _say(self, *, on: bool) -> None:
        text = _("Matikan kamera") if on else _("Pakai kamera")
        self.button.setText(f" {text}")
        self.button.setAccessibleName(text)
        self.picture.show_picture(None, _("Kamera sedang dibuka…"))
        self.picture.setVisible(on)
        self.turned.emit(on)

    def _on_frame(self, frame: bytes) -> None:
        self.picture.show_picture(frame, _("Yang dilihat kamera"))

    def _on_failed(self, error: UserError) -> None:
        self.close()
        self.failed.emit(error)
