"""Choosing people for a batch: new ones or all, of the event or of a part of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jamsos_desktop.gui.people import Part, People
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.chooser import ListChooser
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.choose_people import Place


class PeopleEdit(QWidget):
    """Draws a :class:`People` and reports another one."""

    chosen = Signal(object)  # People

    def __init__(self, title: str, parent: QWidget | None, *, active: bool = False) -> None:
        """``title`` asks for whom: "Kartu siapa"; ``active`` offers those whom BPJS confirmed."""
        super().__init__(parent)
        self._people = People()
        self._places: tuple[Place, ...] = ()
        offered = [("new", _("Belum dicetak")), ("active", _("Aktif")), ("all", _("Semua"))]
        self.new = Choice([one for one in offered if active or one[0] != "active"], self)
        self.new.setAccessibleName(title)
        self.part = ListChooser(self._parts, self, remembers=False)
        self.part.setAccessibleName(_("Dari bagian mana"))
        self.first = self._number(_("Dari nomor"))
        self.last = self._number(_("Sampai nomor"))
        self.place = ListChooser(self._place_options, self, remembers=False)
        self.place.setAccessibleName(_("RT, RW, atau kelurahan"))
        self.place.setPlaceholderText(_("RT, RW, atau kelurahan"))
        self._range = QWidget(self)
        row = QHBoxLayout(self._range)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.first)
        row.addWidget(self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = words(title, "fieldLabel", self)
        label.setBuddy(self.new)
        for widget in (label, self.new, self.part, self._range, self.place):
            column.addWidget(widget)
        self._connect()
        self.show_people(self._people, ())

    def _number(self, name: str) -> TextEdit:
        edit = TextEdit(self)
        edit.setAccessibleName(name)
        edit.setPlaceholderText(name)
        edit.setToolTip(_("Nomor antrean, misalnya 7, atau nomor pendaftaran"))
        return edit

    def _connect(self) -> None:
        self.new.edited.connect(self._on_new)
        self.part.chosen.connect(self._on_part)
        self.first.edited.connect(self._on_range)
        self.last.edited.connect(self._on_range)
        self.place.chosen.connect(self._on_place)

    def show_people(self, people: People, places: Sequence[Place]) -> None:
        """Show what is chosen, and the ``places`` that can be."""
        self._people, self._places = people, tuple(places)
        self.new.set_raw("active" if people.active else "new" if people.only_new else "all")
        if self.part.raw() != people.part:
            self.part.set_raw(people.part)
        for edit, text in ((self.first, people.first), (self.last, people.last)):
            if edit.text() != text:
                edit.set_raw(text)
        if not self.place.popup_open and self.place.raw() != people.place:
            self.place.set_raw(people.place)
        self._range.setVisible(people.part == "range")
        self.place.setVisible(people.part == "place")

    def _parts(self) -> Sequence[Option]:
        count = len(self._people.handed)
        handed = Option("handed", _("Pilihan dari Peserta"), _("{count} orang", count=count))
        return [
            *([handed] if count else []),
            Option("event", _("Seluruh kegiatan"), ""),
            Option("range", _("Rentang nomor"), _("nomor antrean atau nomor pendaftaran")),
            Option("place", _("Satu wilayah"), _("RT, RW, atau kelurahan")),
            Option("ceremony", _("Penyerahan simbolis"), _("ditandai di Peserta atau Calon")),
        ]

    def _place_options(self) -> Sequence[Option]:
        return [place_option(one) for one in self._places]

    def _on_new(self) -> None:
        chosen = self.new.raw()
        self._change(only_new=chosen != "all", active=chosen == "active")

    def _on_part(self, option: Option) -> None:
        self._change(part=cast(Part, option.key))

    def _on_range(self) -> None:
        self._change(first=self.first.text(), last=self.last.text())

    def _on_place(self, option: Option) -> None:
        village, rw, rt = option.key.split("/")
        self._change(village=village, rw=rw, rt=rt)

    def _change(self, **changes: object) -> None:
        self._people = replace(self._people, **changes)  # type: ignore[arg-type]
        self.show_people(self._people, self._places)
        self.chosen.emit(self._people)


def place_option(place: Place) -> Option:
    """A kelurahan, RW or RT with how many people live there."""
    key = f"{place.village}/{place.rw}/{place.rt}"
    return Option(key, place.words, _("{count} orang", count=place.people))
