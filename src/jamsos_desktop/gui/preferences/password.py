"""The form for one's own password."""

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.password_edit import PasswordEdit
from jamsos_desktop.i18n import _


class OwnPasswordForm(Form):
    """The old one, and the new one twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_heading(
            _("Ganti kata sandi saya"),
            _("Berlaku di laptop ini. Kata sandi Anda di laptop lain tetap yang lama."),
        )
        self.add_field(Field("old", _("Kata sandi lama"), PasswordEdit()))
        hint = _("paling sedikit 8 huruf atau angka")
        self.add_field(Field("new", _("Kata sandi baru"), PasswordEdit(), hint))
        self.add_field(Field("again", _("Kata sandi baru sekali lagi"), PasswordEdit()))
        self.back = self.add_button(_("Kembali"))
        keys.bind("leave", self, self.back.click)
        self.set_primary(_("Ganti kata sandi"), "save")

    def clear(self) -> None:
        """Forget what was typed."""
        self.set_values(dict.fromkeys(self.fields, ""))
