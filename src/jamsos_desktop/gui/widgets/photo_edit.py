"""The field for a person's photo: what it shows, and where it comes from."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jamsos_desktop.gui import dialogs
from jamsos_desktop.gui.icons import ButtonIcon
from jamsos_desktop.gui.widgets.file_drop import accept_file
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.picture import Picture
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PhotoEdit(QFrame):
    """Never mandatory, and never a scan of an identity card; the field says both."""

    camera_pressed = Signal()  # open the camera, or take what it shows
    camera_closed = Signal()
    file_chosen = Signal(Path)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Foto"))
        self.picture = Picture(parent=self)
        self.camera = QPushButton(self)
        ButtonIcon(self.camera, "camera", "text")
        self.close_camera = QPushButton(_("Tutup kamera"), self)
        self.choose = QPushButton(_("Pilih berkas…"), self)
        self.choose.setAccessibleName(_("Pilih berkas untuk {name}", name=_("Foto")))
        self.remove = QPushButton(_("Hapus foto"), self)
        self.why_no_camera = words(
            _(
                "Bagian kamera tidak terpasang di laptop ini. Fotolah dengan HP, lalu pilih"
                " berkasnya."
            ),
            "hint",
            self,
        )
        self.notice = Notice(self)
        self._lay_out()
        self.camera.clicked.connect(self.camera_pressed)
        self.close_camera.clicked.connect(self.camera_closed)
        self.choose.clicked.connect(self._on_choose)
        self.remove.clicked.connect(self.removed)
        accept_file(self, self._on_chosen, self.choose.isEnabled)
        for button in self.stops():
            button.installEventFilter(self)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self.stops():
            buttons.addWidget(button)
        buttons.addStretch(1)
        said = _("Tidak wajib. Wajah orangnya saja; jangan memfoto atau memindai KTP.")
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(words(said, None, self))
        side.addLayout(buttons)
        side.addWidget(self.why_no_camera)
        side.addWidget(self.notice)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)

    def stops(self) -> tuple[QPushButton, ...]:
        """Where the Tab key stops, in this order."""
        return self.camera, self.close_camera, self.choose, self.remove

    def show_state(
        self, *, named: bool, picture: bytes | None, busy: bool, live: bool, has_camera: bool
    ) -> None:
        """What can be done now, and the photo unless the camera shows something.

        Nothing is switched off for the moment in which a picture is prepared: the cursor would go.
        """
        self.camera.setText(" " + (_("Jepret") if live else _("Ambil foto")))
        self.camera.setAccessibleName(self.camera.text().strip())
        self.camera.setEnabled(has_camera)
        self.camera.setToolTip("" if has_camera else self.why_no_camera.text())
        self.why_no_camera.setVisible(not has_camera)
        self._keep_cursor(live=live, named=named)
        self.close_camera.setVisible(live)
        self.choose.setVisible(not live)
        self.remove.setVisible(not live)
        self.remove.setEnabled(named)
        self.remove.setToolTip("" if named else _("Belum ada foto."))
        if live:
            self.picture.show_picture(None, _("Kamera sedang dibuka…"))
        elif picture is not None:
            self.picture.show_picture(picture, _("Foto orangnya"))
        elif named and not busy:
            self.picture.show_picture(None, _("Foto ini tidak ada di laptop ini."))
        else:
            waiting = _("Foto sedang disiapkan…") if busy else _("Belum ada foto")
            self.picture.show_picture(None, waiting)

    def _keep_cursor(self, *, live: bool, named: bool) -> None:
        """A button that goes away or cannot be pressed any more hands the cursor on in here."""
        going = (self.choose, self.remove) if live else (self.close_camera,)
        if any(button.hasFocus() for button in going) or (self.remove.hasFocus() and not named):
            stays = self.camera if self.camera.isEnabled() else self.choose
            stays.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_frame(self, frame: bytes) -> None:
        """What the camera sees, cut as the photo will be."""
        self.picture.show_picture(frame, _("Yang dilihat kamera"))

    def show_error(self, error: Explanation | None) -> None:
        """Why there is no new photo, in three parts."""
        if error is None:
            self.notice.clear()
        else:
            self.notice.show_error(error)

    def _on_choose(self) -> None:
        kinds = _("Gambar") + " (*.jpg *.jpeg *.png *.webp *.JPG *.JPEG *.PNG *.heic *.HEIC)"
        dialogs.choose_file(self, _("Pilih foto orangnya"), kinds, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.file_chosen.emit(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter presses a button here too, though in the form it goes on to the next field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in _ENTER and isinstance(watched, QPushButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)
