"""What one file brings or brought: what it means, and what becomes of each person in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jamsos_desktop.gui.inbox.brake_box import BrakeBox
from jamsos_desktop.gui.inbox.seen import PersonLine, Seen
from jamsos_desktop.gui.inbox.state import BundleFile
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.widgets.notice import Notice
from jamsos_desktop.gui.widgets.top_bar import Elided
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _

_LONGEST_NAME = 320  # px
_FEWEST_ROWS = 2  # of people that are always seen


def columns() -> list[Column[PersonLine]]:
    """Who it is first, then what becomes of them and whom they resemble."""
    return [
        Column(_("Nama"), lambda line: line.name),
        Column(_("Hasil"), lambda line: line.outcome, tone=lambda line: line.tone),
        Column(_("Nomor"), lambda line: line.number),
        Column(_("Mirip dengan"), lambda line: line.alike),
    ]


class ReportView(QScrollArea):
    """Hidden parts say nothing; a refused file says why and what to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formScroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table in it takes the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._seen: Seen | None = None
        self.error = Notice(inside)
        self.facts = Elided("hint", inside)
        self.brake = BrakeBox(inside)
        self.before = Notice(inside)
        self.trouble = Notice(inside)
        self.aside = Notice(inside)
        self.conflicts = Notice(inside)
        self.title = words("", "group", inside)
        self.title.setWordWrap(False)  # a text that may break asks for more height than it needs
        self.alike = words("", None, inside)
        self.model: RowsTable[PersonLine] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Peserta di berkas ini"), inside)
        self._lay_out(inside)
        self.show_file(None)

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        notices = (self.before, self.trouble, self.aside, self.conflicts)
        for widget in (self.error, self.title, self.facts, self.brake, *notices, self.alike):
            column.addWidget(widget)
        rows = self.table.verticalHeader().defaultSectionSize() * _FEWEST_ROWS
        self.table.setMinimumHeight(rows + self.table.horizontalHeader().sizeHint().height() + 6)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.setWidget(inside)

    def show_file(self, file: BundleFile | None, *, may_decide: bool = True) -> None:
        """Show what is known of this file."""
        seen = file.seen if file else None
        if file is not None and file.error:
            self.error.show_error(file.error)
        else:
            self.error.clear()
        braked = file is not None and file.stage == "braked" and seen is not None
        self.brake.show_brakes(seen.brakes if braked and seen else (), may_decide=may_decide)
        self._say(seen)
        self.facts.setVisible(seen is not None)
        self.facts.show_text(seen.facts if seen else "")
        self.title.setVisible(seen is not None)
        self.alike.setText(seen.alike if seen else "")
        self.alike.setVisible(bool(seen and seen.alike))
        self.table.setVisible(seen is not None and bool(seen.people))
        if seen is not None and seen is not self._seen:
            self._show_people(seen)
            self.verticalScrollBar().setValue(0)
        self._seen = seen

    def _say(self, seen: Seen | None) -> None:
        for notice in (self.before, self.trouble, self.aside, self.conflicts):
            notice.clear()
        if seen is None:
            return
        if seen.before:
            self.before.show_info(
                seen.before, _("Tidak ada yang masuk dua kali. Tidak perlu berbuat apa-apa.")
            )
        troubles = (seen.gaps, seen.forks, seen.pictures)
        trouble = " ".join(text for text in troubles if text)
        if trouble:
            self.trouble.show_warning(trouble)
        if seen.aside:
            self.aside.show_warning(seen.aside)
        if seen.counts["conflict"]:
            self.conflicts.show_warning(
                _("{count} orang diubah di dua tempat.", count=seen.counts["conflict"]),
                _("Kedua perbaikan disimpan. Putuskan di halaman Keputusan, daftar Isian berbeda."),
            )

    def _show_people(self, seen: Seen) -> None:
        if seen.brings_nothing and not seen.merged:
            title = _("{count} orang di berkas ini, semua sudah ada di kantor", count=seen.total)
        elif seen.merged:
            title = _("{count} orang di berkas ini", count=seen.total)
        else:
            title = _("{count} orang di berkas ini, belum dimasukkan", count=seen.total)
        if seen.left_off:
            title = _("{title}; {count} tidak ditampilkan", title=title, count=seen.left_off)
        self.title.setText(title)
        self.model.show_rows(seen.people)
        self.table.fit_columns(_LONGEST_NAME, (0,), least=200)
