"""What the columns of a list are: proposed, shown with what they say, corrected by a person."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jamsos_desktop.domain.candidate_row import COLUMN_FIELDS
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.region import full_name, short_name
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.candidates.import_presenter import ImportState
from jamsos_desktop.gui.candidates.lines import Named
from jamsos_desktop.gui.candidates.understood import FIELD_WORDS, Understood
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.picker import Picker
from jamsos_desktop.gui.widgets.region_picker import Region, RegionPicker
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import set_tone, words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.reference import regions

_REGIONS = 20  # offered at once


class _Row(NamedTuple):
    raw: Elided
    field: Picker
    meaning: Elided


class ColumnsPage(PageFrame):
    """One line for each column of the file: its heading, what it is, how it is understood."""

    sheet_wanted = Signal(str)
    programme_wanted = Signal(str)
    region_wanted = Signal(str)
    field_wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Cocokkan kolom daftar"), parent=parent)
        self.file = words("", "lead", self)
        self.seen = words("", "seen", self)
        self.programme = Picker(_("Pilih program"), _("Program"), self)
        self.sheet = Picker(_("Lembar"), _("Lembar di berkas"), self)
        self.region = RegionPicker(_find_regions, _lookup_region, self)
        self.region.setPlaceholderText(_("Seluruh Indonesia"))
        self.rows: list[_Row] = []
        self._shown: object = None
        self._inside = QWidget(self)
        self._grid = QGridLayout(self._inside)
        self._fill()
        self.back = self.add_button(_("Kembali"))
        self.check = self.set_primary(_("Periksa daftar"), "save_next")
        keys.bind("leave", self, self.back.click)
        self.programme.picked.connect(self.programme_wanted)
        self.sheet.picked.connect(self.sheet_wanted)
        self.region.edited.connect(self._on_region)

    def _fill(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        self._sheet_field = _labelled(_("Lembar"), self.sheet, self)
        top.addWidget(_labelled(_("Untuk program"), self.programme, self), 3)
        top.addWidget(self._sheet_field, 2)
        top.addWidget(_labelled(_("Kelurahan dicari di"), self.region, self), 3)
        for picker in (self.programme, self.sheet):
            picker.setClearButtonEnabled(False)
        self._inside.setObjectName("formInside")
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for place, stretch in enumerate((3, 3, 4)):
            self._grid.setColumnStretch(place, stretch)
        scroll = QScrollArea(self)
        scroll.setObjectName("formScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        self._scroll = scroll
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.file)
        column.addWidget(self.seen)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        self.body.addLayout(column)

    def show_state(self, state: ImportState) -> None:
        """Show the list's columns as they are understood now."""
        look = state.look
        if look is None:
            return
        if look.headings != self._shown:
            self._shown = look.headings
            self._make_rows(look.headings)
        said = _(
            "{file}: {count} baris, judul kolom di baris {line}.",
            file=look.path.name,
            count=look.rows,
            line=look.line,
        )
        self.file.setText(said)
        self.programme.offer(state.programmes, state.programme_id)
        self.sheet.offer([Named(name, name) for name in look.sheets], look.sheet)
        self._sheet_field.setVisible(len(look.sheets) > 1)
        if self.region.raw() != state.region and not self.region.hasFocus():
            self.region.set_raw(state.region)
        for place, row in enumerate(self.rows):
            chosen = state.fields[place]
            if row.field.raw() != chosen and not row.field.hasFocus():
                row.field.set_raw(chosen)
        for row, understood in zip(self.rows, state.understood, strict=False):
            _say(row, understood)
        self._say(state)

    def _say(self, state: ImportState) -> None:
        self.show_progress(state.progress)
        usable(self.check, state.why_not_check())
        self.status.setText(state.why_not_check())
        seen = _seen(state)
        self.seen.setText(seen)
        self.seen.setVisible(bool(seen))
        self.notice.show_outcome(state.error)

    def _make_rows(self, headings: Sequence[str]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.rows = []
        titles = (_("Kolom di berkas"), _("Dianggap sebagai"), _("Dibaca sebagai"))
        for column, title in enumerate(titles):
            self._grid.addWidget(words(title, "fieldLabel", self._inside), 0, column)
        options = [Named(name, _(FIELD_WORDS[name])) for name in COLUMN_FIELDS]
        for place, heading in enumerate(headings):
            self._make_row(place, heading or _("(tanpa judul)"), options)
        self._grid.setRowStretch(len(headings) + 1, 1)

    def _make_row(self, place: int, heading: str, options: Sequence[Named]) -> None:
        name = words(heading, "fieldLabel", self._inside)
        row = _Row(
            Elided("hint", self._inside),
            Picker(_("tidak dipakai"), _("Kolom {heading}", heading=heading), self._inside),
            Elided("hint", self._inside),
        )
        row.field.offer(options, "")
        row.field.picked.connect(partial(self.field_wanted.emit, place))
        left = QWidget(self._inside)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(row.raw)
        for place_in_row, widget in enumerate((left, row.field, row.meaning)):
            self._grid.addWidget(widget, place + 1, place_in_row)
        self.rows.append(row)

    def _on_region(self) -> None:
        if self.region.option() is not None or not self.region.text():
            self.region_wanted.emit(self.region.raw())


def _labelled(label: str, editor: QWidget, parent: QWidget) -> QWidget:
    """An editor with its label above and no room for findings: here none can be wrong."""
    both = QWidget(parent)
    editor.setAccessibleName(label)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 8)
    column.setSpacing(4)
    column.addWidget(words(label, "fieldLabel", both))
    column.addWidget(editor)
    return both


def _seen(state: ImportState) -> str:
    """That the very file was taken in before, or else that its columns are known."""
    if state.before:
        again = _("Mengimpornya lagi hanya mengubah yang berbeda.")
        return f"{state.before} {again}"
    if state.look is not None and state.look.remembered_at:
        when = moment_words(state.look.remembered_at)
        return _("Kolom dicocokkan seperti impor {when}.", when=when)
    return ""


def _say(row: _Row, understood: Understood) -> None:
    row.raw.show_text(understood.raw)
    row.meaning.show_text(understood.problem or understood.meaning)
    row.meaning.setObjectName("level" if understood.problem else "hint")
    set_tone(row.meaning, "error" if understood.problem else "")
    row.meaning.style().unpolish(row.meaning)
    row.meaning.style().polish(row.meaning)


def _find_regions(text: str) -> list[Region]:
    return [_region(one.code) for one in regions().find(text, limit=_REGIONS)] if text else []


def _lookup_region(code: str) -> Region | None:
    return _region(code) if regions().get(code) else None


def _region(code: str) -> Region:
    path = regions().path(code)
    return code, short_name(path[-1]), full_name(path[:-1]) if len(path) > 1 else ""
