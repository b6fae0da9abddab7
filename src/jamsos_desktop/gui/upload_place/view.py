"""The form for the place that files are uploaded to."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jamsos_desktop.domain.destination import DestinationKind
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.gui.upload_place.presenter import FIELDS, PlacePresenter, State
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.file_edit import FileEdit
from jamsos_desktop.gui.widgets.folder_edit import FolderEdit
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.password_edit import PasswordEdit
from jamsos_desktop.i18n import N_, _

_KINDS = {
    "webdav": "WebDAV (Nextcloud)",
    "sftp": "SFTP",
    "s3": "S3",
    "folder": N_("Folder bersama"),
}


class PlaceForm(Form):
    """Only the fields of the chosen kind are there."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State()
        self.add_heading(
            _("Tempat unggah"),
            _(
                "Ke sini berkas tersegel dikirim kalau ada jaringan, dan dari sini balasan"
                " diambil. Kantor dan posnya memakai tempat yang sama."
            ),
        )
        self.kind = Choice([(key, _(text)) for key, text in _KINDS.items()])
        self.add_field(Field("kind", _("Jenis tempat"), self.kind))
        self._add_fields()
        self.back = self.add_button(_("Kembali"))
        keys.bind("leave", self, self.back.click)
        self.forget = self.add_button(_("Lupakan tempat ini"))
        self.attempt = self.add_button(_("Coba sambungan"), "upload")
        self.set_primary(_("Simpan"), "save")
        network = context.network or JobRunner(parent=self)
        self.presenter = PlacePresenter(
            self, context.jobs, network, context.desk, context.show_result
        )
        self.kind.edited.connect(self._on_kind)
        self.edited.connect(self._on_edited)
        self.attempt.clicked.connect(self._on_attempt)
        self.forget.clicked.connect(self.presenter.forget)
        self.submitted.connect(self._on_save)

    def _add_fields(self) -> None:
        url = _("diawali https://, sampai foldernya")
        self.add_field(Field("url", _("Alamat folder"), TextEdit(), url))
        self.add_field(Field("endpoint", _("Alamat server"), TextEdit(), _("diawali https://")))
        self.add_field(Field("bucket", _("Bucket"), TextEdit()))
        self.add_field(Field("host", _("Server"), TextEdit(), _("misalnya unggah.kota.go.id")))
        self.add_field(Field("port", _("Port"), TextEdit()))
        self.add_field(Field("path", _("Folder"), FolderEdit(_("Pilih folder bersama"), self)))
        self.add_field(Field("remote", _("Folder di sana"), TextEdit(), _("boleh kosong")))
        self.add_field(Field("region", _("Region"), TextEdit()))
        self.add_field(Field("user", _("Nama pengguna"), TextEdit()))
        self.add_field(Field("secret", _("Kata sandi"), PasswordEdit()))
        key = FileEdit(_("Pilih kunci pribadi SSH"), _("Semua berkas (*)"), self)
        self.add_field(Field("key_file", _("Kunci pribadi SSH"), key, _("kalau server memintanya")))

    def display(self, state: State) -> None:
        """Show the state."""
        was_busy, self._state = bool(self._state.busy), state
        shown = FIELDS[state.kind]
        for name, field in self.fields.items():
            field.setVisible(name == "kind" or name in shown)
        values = dict.fromkeys(self.fields, "") | state.values | {"kind": state.kind}
        self.set_values(values)
        s3 = state.kind == "s3"
        for name, text in (
            ("user", _("Kunci akses") if s3 else _("Nama pengguna")),
            ("secret", _("Kunci rahasia") if s3 else _("Kata sandi")),
        ):
            self.fields[name].set_label(text)
        kept = _("kosongkan supaya tetap yang tersimpan") if state.has_secret else ""
        self.fields["secret"].set_hint(kept)
        self.set_busy(state.busy)
        self.forget.setVisible(state.saved)
        if was_busy and not state.busy:  # the cursor was nowhere meanwhile
            self.attempt.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_findings(state.findings)
        self.notice.show_outcome(state.error, success=state.tried)

    def clear(self) -> None:
        """Forget what was typed; begin with what is known."""
        self.fields["secret"].editor.set_raw("")
        self.presenter.open()

    def _on_kind(self) -> None:
        self.presenter.choose(cast(DestinationKind, self.kind.raw()), self.values())

    def _on_edited(self, name: str) -> None:
        if name != "kind":
            self.presenter.changed()

    def _on_attempt(self) -> None:
        self.presenter.attempt(self.values())

    def _on_save(self) -> None:
        self.presenter.save(self.values())
