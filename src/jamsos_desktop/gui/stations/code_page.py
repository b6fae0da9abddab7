"""The activation code of a kit, shown once: huge, and nowhere to be copied from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from jamsos_desktop.gui.stations.state import Issued
from jamsos_desktop.gui.widgets.page_frame import PageFrame
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _


class CodePage(PageFrame):
    """There is one way on: to say that the code stands on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Tulis kode ini di kertas"), parent=parent)
        self.station = words("", "lead", self)
        self.code = QLabel(self)
        self.code.setObjectName("code")
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.file = words("", "hint", self)
        panel = QFrame(self)
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(24, 32, 24, 32)
        inside.addWidget(self.code)
        self.body.addWidget(self.station)
        self.body.addWidget(panel)
        self.body.addWidget(
            words(
                _(
                    "Kode ini hanya muncul sekarang. Program tidak menyimpannya, dan kantor tidak"
                    " bisa membacanya lagi. Tanpa kode ini paket tidak bisa dibuka."
                ),
                None,
                self,
            )
        )
        self.body.addWidget(
            words(
                _(
                    "Bawa kertas terpisah dari flashdisk. Huruf O, I, L, dan U tidak dipakai:"
                    " bila tampak seperti itu, itu angka 0 atau 1."
                ),
                "hint",
                self,
            )
        )
        self.body.addWidget(self.file)
        self.body.addStretch(1)
        # Neither the key that made the kit nor Enter: pressed twice, they would lose the code.
        self.written = self.set_primary(_("Sudah saya tulis di kertas"), "save_next")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_issued(self, issued: Issued | None) -> None:
        """Show the code; without one, nothing of the last one stays."""
        if issued is None:
            self.code.clear()
            self.code.setAccessibleName("")
            return
        self.station.setText(_("Kode aktivasi untuk {station}", station=issued.station))
        self.code.setText(issued.code)
        self.code.setAccessibleName(" ".join(issued.code))
        self.file.setText(
            _("Paketnya: {file}, di {folder}.", file=issued.file, folder=issued.folder)
        )
