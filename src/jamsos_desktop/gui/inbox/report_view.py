"""The report of one file: what it means, and what became of each person in it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jamsos_desktop.gui.inbox.merge import Merged, PersonLine
from jamsos_desktop.gui.inbox.presenter import BundleFile
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_LONGEST_NAME = 320  # px


def columns() -> list[Column[PersonLine]]:
    """Who it is first, then what became of them."""
    return [
        Column(_("Nama"), lambda line: line.name),
        Column(_("Hasil"), lambda line: line.outcome, tone=lambda line: line.tone),
        Column(_("Nomor"), lambda line: line.number),
    ]


class ReportView(QWidget):
    """Hidden parts say nothing; a refused file says why and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._merged: Merged | None = None
        self.error = Notice(self)
        self.before = Notice(self)
        self.trouble = Notice(self)
        self.conflicts = Notice(self)
        self.title = words("", "group", self)
        self.model: RowsTable[PersonLine] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Peserta di berkas ini"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.error, self.before, self.trouble, self.conflicts, self.title):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.show_file(None)

    def show_file(self, file: BundleFile | None) -> None:
        """Show the report of this file."""
        merged = file.merged if file else None
        if file is not None and file.error:
            self.error.show_error(file.error)
        else:
            self.error.clear()
        self._say(merged)
        self.title.setVisible(merged is not None)
        self.table.setVisible(merged is not None and bool(merged.people))
        if merged is not None and merged is not self._merged:
            self._show_people(merged)
        self._merged = merged

    def _say(self, merged: Merged | None) -> None:
        for notice in (self.before, self.trouble, self.conflicts):
            notice.clear()
        if merged is None:
            return
        if merged.before:
            self.before.show_info(
                merged.before, _("Tidak ada yang masuk dua kali. Tidak perlu berbuat apa-apa.")
            )
        troubles = (merged.gaps, merged.forks, merged.pictures)
        trouble = " ".join(text for text in troubles if text)
        if trouble:
            self.trouble.show_warning(trouble)
        if merged.counts["conflict"]:
            self.conflicts.show_warning(
                _("{count} orang diubah di dua tempat.", count=merged.counts["conflict"]),
                _("Kedua perbaikan disimpan. Bukalah orangnya di halaman Peserta dan bandingkan."),
            )

    def _show_people(self, merged: Merged) -> None:
        title = _("{count} orang di berkas ini", count=merged.total)
        if merged.left_off:
            title = _("{title}; {count} tidak ditampilkan", title=title, count=merged.left_off)
        self.title.setText(title)
        self.model.show_rows(merged.people)
        self.table.fit_columns()
        header = self.table.horizontalHeader()
        header.resizeSection(0, min(max(header.sectionSize(0), 200), _LONGEST_NAME))
