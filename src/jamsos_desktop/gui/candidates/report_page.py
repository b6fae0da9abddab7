"""What a list would bring, line by line, and after the import what it brought."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.candidates.import_presenter import ImportState
from jamsos_desktop.gui.candidates.understood import FIELD_WORDS
from jamsos_desktop.gui.tables import Column, RowsTable, TableView
from jamsos_desktop.gui.tone import Tone
from jamsos_desktop.gui.widgets.page_frame import PageFrame, usable
from jamsos_desktop.gui.widgets.words import Pill, words
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.messages import finding_text
from jamsos_desktop.services.candidate_list import LineReport, ListReport
from jamsos_desktop.services.candidate_match import Outcome

_OUTCOMES: dict[Outcome, tuple[str, str, Tone]] = {
    "new": (N_("{count} baru"), N_("baru"), "success"),
    "changed": (N_("{count} berubah"), N_("berubah"), "info"),
    "same": (N_("{count} tetap"), N_("tetap"), "neutral"),
    "refused": (N_("{count} tidak bisa masuk"), N_("tidak masuk"), "error"),
}
_KINDS = 2  # so many kinds of trouble are summed up above the lines
_LONGEST_NAME = 240  # px


def columns() -> list[Column[LineReport]]:
    """The line as the spreadsheet counts it comes first: that is where it is mended."""
    return [
        Column(_("Baris"), lambda line: str(line.line), numbers=True),
        Column(_("Nama"), lambda line: line.name or _("(tanpa nama)")),
        Column(
            _("Hasil"),
            lambda line: _(_OUTCOMES[line.outcome][1]),
            tone=lambda line: _OUTCOMES[line.outcome][2],
        ),
        Column(_("Keterangan"), _why),
    ]


class ReportPage(PageFrame):
    """Before the import its one button takes the list in; after it, it goes back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Hasil pemeriksaan"), parent=parent)
        self.pills = {outcome: Pill("", tone[2], self) for outcome, tone in _OUTCOMES.items()}
        self.kinds = words("", "hint", self)
        self.model: RowsTable[LineReport] = RowsTable(columns(), self)
        self.table = TableView(self.model, _("Baris yang perlu dilihat"), self)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(self.model.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
        self.table.setWordWrap(True)
        self._shown: ListReport | None = None
        row = QHBoxLayout()
        row.setSpacing(8)
        for pill in self.pills.values():
            row.addWidget(pill)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.kinds)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.back = self.add_button(_("Kembali"))
        self.go = self.set_primary(_("Impor"), "save")
        keys.bind("leave", self, self.back.click)

    def show_state(self, state: ImportState) -> None:
        """Show the report of the check or of the import."""
        report = state.report
        if report is None:
            return
        done = state.step == "done"
        self.heading.setText(_("Hasil impor") if done else _("Hasil pemeriksaan"))
        if report is not self._shown:
            self._shown = report
            self._show_report(report)
        self.back.setVisible(not done)
        text = _("Kembali ke daftar") if done else _("Impor {count} orang", count=state.coming)
        self.go.setText(keys.label(text, "save"))
        self.go.setAccessibleName(text)
        why_not = "" if done else state.why_not_import()
        usable(self.go, why_not)
        usable(self.back, _("Tunggu sampai ini selesai.") if state.progress else "")
        self.status.setText(why_not)
        self.show_progress(state.progress)
        self._say(state, report, done=done)

    def _say(self, state: ImportState, report: ListReport, *, done: bool) -> None:
        if state.error:
            self.notice.show_error(state.error)
        elif done and report.stopped:
            more = _("Yang sudah masuk tetap ada. Impor lagi berkas yang sama untuk sisanya.")
            self.notice.show_warning(_("Impor dihentikan di tengah."), more)
        elif done:
            self.notice.show_success(_("{count} orang masuk ke daftar.", count=state.coming))
        elif not report.lines:
            self.notice.show_info(_("Semua baris terbaca dan tidak ada yang janggal."))
        else:
            self.notice.clear()

    def _show_report(self, report: ListReport) -> None:
        for outcome, pill in self.pills.items():
            text, _word, tone = _OUTCOMES[outcome]
            count = report.counts[outcome]
            pill.show_state(_(text, count=f"{count:,}".replace(",", ".")), tone)
            pill.setVisible(bool(count))
        self.kinds.setText(_kinds(report))
        self.kinds.setVisible(bool(report.lines))
        self.table.setVisible(bool(report.lines))
        refused_first = sorted(report.lines, key=lambda one: (one.outcome != "refused", one.line))
        self.model.show_rows(refused_first)
        self.table.fit_columns(_LONGEST_NAME, (1,))


def _told(line: LineReport) -> list[Finding]:
    """What kept a line out, or else what is odd about it."""
    errors = [finding for finding in line.findings if finding.level == "error"]
    return errors if line.outcome == "refused" else list(line.findings)


def _why(line: LineReport) -> str:
    said = [finding_text(finding) for finding in _told(line)]
    if line.changes:
        named = ", ".join(_(FIELD_WORDS[name]) for name in line.changes if name in FIELD_WORDS)
        said.insert(0, _("Berubah: {fields}.", fields=named))
    return " ".join(said)


def _kinds(report: ListReport) -> str:
    """The commonest kinds of trouble, each with how many lines have it; what keeps out first."""
    findings = [finding for line in report.lines for finding in _told(line)]
    first = {finding.code: finding for finding in reversed(findings)}
    counted = Counter(finding.code for finding in findings)
    order = sorted(counted, key=lambda code: (first[code].level != "error", -counted[code]))
    return "\n".join(
        _("{count} baris: {text}", count=counted[code], text=finding_text(first[code]))
        for code in order[:_KINDS]
    )
