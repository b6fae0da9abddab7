"""Below the choice of a paper: for whom, in which form; below the minutes the hand-over."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.papers.hand_over_box import HandOverBox
from jamsos_desktop.gui.papers.state import Options, State
from jamsos_desktop.gui.printing.reprint_box import ReprintBox
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.labelled import Labelled
from jamsos_desktop.gui.widgets.people_edit import PeopleEdit, place_option
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_ANYWHERE = "//"  # the place of the unregistered when none is chosen


class OptionsBox(QWidget):
    """Shows what belongs to the document, and reports another choice."""

    chosen = Signal(object)  # Options
    called = Signal(str)
    reason_given = Signal(object)  # Reprint

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = State()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hand_over = HandOverBox(self)
        self._column.addWidget(self.hand_over)
        self._build_people()
        self._build_forms()
        self.more = words("", "hint", self)
        self._column.addWidget(self.more)

    def _build_people(self) -> None:
        self.people = PeopleEdit(_("Untuk siapa"), self)
        self.count = words("", "group", self)
        self._column.addWidget(self.people)
        self._column.addWidget(self.count)
        self.reason = ReprintBox(self)
        self._column.addWidget(self.reason)
        self.people.chosen.connect(self._on_people)
        self.reason.told.connect(self.reason_given)

    def _build_forms(self) -> None:
        self.receipt = ListChooser(_receipts, self, remembers=False)
        self.board = Choice([("a3", "A3"), ("a2", "A2"), ("a1", "A1")], self)
        tiled = [("whole", _("Satu lembar besar")), ("tiles", _("Tempelan A4"))]
        self.tiled = Choice(tiled, self)
        self.called_edit = TextEdit(self)
        self._receipt = self._field(_("Bentuk"), self.receipt)
        self._board = self._field(_("Ukuran papan"), self.board)
        self._tiled = self._field(_("Dicetak di"), self.tiled)
        self._called = self._field(_("Nama di papan ini"), self.called_edit)
        self.language = ListChooser(self._language_options, self, remembers=False)
        self._languages = self._field(_("Bahasa"), self.language)
        self.place = ListChooser(self._place_options, self, remembers=False)
        self._places = self._field(_("RT, RW, atau kelurahan"), self.place)
        for choice in (self.board, self.tiled):
            choice.edited.connect(self._on_form)
        self.called_edit.edited.connect(self._on_called)
        self.receipt.chosen.connect(self._on_receipt)
        self.language.chosen.connect(self._on_language)
        self.place.chosen.connect(self._on_place)

    def _field(self, title: str, editor: QWidget) -> QWidget:
        whole = Labelled(title, editor, self)
        self._column.addWidget(whole)
        return whole

    def show_state(self, state: State) -> None:
        """Show what belongs to the document that is looked at."""
        known = state.languages == self._state.languages
        other_person = state.person != self._state.person
        self._state = state
        self._show_values(state, other_person=other_person)
        if not known or self.language.raw() != state.options.language:
            self.language.set_raw(state.options.language)
        kind, about = state.kind, bool(state.document.about)
        for widget, here in (
            (self.hand_over, kind == "minutes"),
            (self.people, about),
            (self.count, about and state.pages > 0),
            (self._receipt, kind == "receipt"),
            (self._board, kind == "board"),
            (self._tiled, kind == "board"),
            (self._called, kind == "board" and state.pages > 0),
            (self._languages, kind == "leaflet"),
            (self._places, kind == "unregistered"),
        ):
            widget.setVisible(here)
        free = not state.busy()
        parts = (self.people, self._receipt, self._board, self._tiled, self._called)
        for widget in (*parts, self.reason, self._languages, self._places):
            widget.setEnabled(free)
            widget.setToolTip(state.busy())

    def _show_values(self, state: State, *, other_person: bool) -> None:
        options = state.options
        self.hand_over.show_answer(state.handed)
        self.people.show_people(options.people, state.places)
        self.count.setText(state.count_words())
        if self.receipt.raw() != options.receipt:
            self.receipt.set_raw(options.receipt)
        self.board.set_raw(options.board)
        self.tiled.set_raw("tiles" if options.tiled else "whole")
        self.called_edit.setPlaceholderText(state.called)
        if other_person or not self.called_edit.hasFocus():  # else somebody is typing there
            self.called_edit.set_raw(dict(options.called).get(state.person, ""))
        again = state.again if state.needs_reason else 0
        self.reason.show_reprint(again, state.reprint)
        place = "/".join(options.place)
        if not self.place.popup_open and self.place.raw() != place:
            self.place.set_raw(place)
        self.more.setText(_more(state))

    def _language_options(self) -> Sequence[Option]:
        return [Option(key, name, "") for key, name in self._state.languages]

    def _place_options(self) -> Sequence[Option]:
        everywhere = Option(_ANYWHERE, _("Semua wilayah"), "")
        return [everywhere, *map(place_option, self._state.places)]

    def _on_people(self, people: object) -> None:
        self._change(people=people)

    def _on_form(self) -> None:
        tiled = self.tiled.raw() == "tiles"
        self._change(board=self.board.raw(), tiled=tiled)

    def _on_receipt(self, option: Option) -> None:
        self._change(receipt=option.key)

    def _on_language(self, option: Option) -> None:
        self._change(language=option.key)

    def _on_place(self, option: Option) -> None:
        self._change(place=tuple(option.key.split("/")))

    def _on_called(self) -> None:
        self.called.emit(self.called_edit.text())

    def _change(self, **changes: object) -> None:
        options: Options = replace(self._state.options, **changes)  # type: ignore[arg-type]
        self.chosen.emit(options)


def _receipts() -> Sequence[Option]:
    return [
        Option("a6_4", _("A6, empat di satu A4"), _("digunting dua kali")),
        Option("a6_2", _("A5, dua di satu A4"), _("huruf lebih besar")),
        Option("slip_80", _("Struk 80 mm"), _("printer struk")),
        Option("slip_58", _("Struk 58 mm"), _("printer struk kecil")),
    ]


def _more(state: State) -> str:
    """What should be known before this is printed."""
    match state.kind:
        case "receipt" if state.options.receipt.startswith("slip"):
            return _("Pilih printer struk, dan kertas gulungan dengan lebar ini.")
        case "board" if state.options.tiled:
            return _("Cetak pada 100 %. Lembar terakhir menunjukkan cara menempelnya.")
        case "board":
            return _("Tanpa printer besar: simpan PDF untuk percetakan, atau pilih tempelan A4.")
        case "leaflet":
            return _("Cetak bolak-balik, dibalik lewat sisi pendek, lalu lipat di tengah.")
        case "attendance":
            return _("Yang datang menandatangani. Baris kosong untuk yang menyusul.")
    return ""
