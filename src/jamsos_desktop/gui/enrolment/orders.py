"""The buttons below the form. None is closed: one that can do nothing now says why."""

from PySide6.QtCore import Qt

from jamsos_desktop.gui import keys
from jamsos_desktop.gui.enrolment.state import State
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.i18n import _


class Orders:
    """Give up, save as it is, save, and the primary one: save and go on.

    Afterwards only what comes next: the same family, or anybody.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self.cancel = form.add_button(_("Batalkan pendaftaran"))
        later = _("Simpan belum lengkap")
        self.save_incomplete = form.add_button(later)
        self.save_incomplete.setText(keys.label(later, "save_incomplete"))
        self.save_incomplete.setToolTip(
            _("Yang masih kosong atau menunggu koordinator diselesaikan nanti, di halaman Peserta.")
        )
        self.save = form.add_button(_("Simpan"), "save")
        same = _("Orang berikutnya dari KK yang sama")
        self.family = form.add_button(same)
        self.family.setText(keys.label(same, "save_family"))
        self.save_next = form.set_primary(_("Simpan & berikutnya"), "save_next")

    def show(self, state: State) -> None:
        """Let the buttons do what can be done now."""
        busy = _("Formulir sedang disimpan.") if state.saving else ""
        nothing = "" if state.begun else _("Belum ada yang diketik.")
        self.cancel.setVisible(not state.saved)
        self.cancel.refuse(busy or nothing)
        giving_up = _("Batalkan perbaikan") if state.correcting else _("Batalkan pendaftaran")
        self.cancel.setText(giving_up)
        self.cancel.setAccessibleName(giving_up)
        self.save_incomplete.setVisible(state.can_wait and not (state.saving or state.saved))
        self.save.setVisible(not state.saved)
        self.save.refuse(busy)
        self.family.setVisible(state.saved and not state.correcting)
        self.save_next.setEnabled(not state.saving)
        text = _("Formulir berikutnya") if state.saved else _("Simpan & berikutnya")
        self.save_next.setText(keys.label(text, "save_next"))
        self.save_next.setAccessibleName(text)
        self._form.say(_("Menyimpan…") if state.saving else "")
        if state.saved:
            self.save_next.setFocus(Qt.FocusReason.OtherFocusReason)
