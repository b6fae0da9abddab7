"""What became of each person of a bundle, as a spreadsheet (*laporan impor*)."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from jamsos_desktop.bundle.safe_write import write_new
from jamsos_desktop.domain.mapping import harmless
from jamsos_desktop.i18n import _
from jamsos_desktop.services.import_report import OUTCOME_WORDS, ImportReport


def save_import_report(results: Sequence[ImportReport], target: Path) -> Path:
    """Write the lines of these reports as CSV to a new file; where it is.

    No NIK is in it. Raises what writing can raise.
    """
    text = io.StringIO(newline="")
    sheet = csv.writer(text, delimiter=";", lineterminator="\r\n")
    sheet.writerow(
        (
            *(_("Berkas"), _("Pos"), _("Nomor"), _("Nama"), _("Hasil")),
            *(_("Mirip dengan"), _("Alasan")),
        )
    )
    for result in results:
        twins = {twin.number: twin for twin in result.twins}
        for row in result.rows:
            twin = twins.get(row.number)
            alike = (twin.other_number, twin.why) if twin else ("", "")
            outcome = _(OUTCOME_WORDS[row.outcome])
            cells = (result.file, result.station_code, row.number, row.name, outcome, *alike)
            sheet.writerow(map(harmless, cells))
    return write_new(target, text.getvalue().encode("utf-8-sig")).path
