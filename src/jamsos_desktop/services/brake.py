"""The brake (*rem*): why a bundle stops, in words, and how much the office takes in unasked."""

from jamsos_desktop.domain.brake import Brake, BrakeSettings
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.import_report import ImportReport
from jamsos_desktop.services.reference import DECIDERS
from jamsos_desktop.storage import facts


class Braked(UserError):  # noqa: N818  (a question to a person)
    """``bundle_braked``: nothing was merged, and the report says what would have been."""

    def __init__(self, report: ImportReport) -> None:
        why = " ".join(why_braked(report))
        super().__init__("bundle_braked", name=report.station_name, why=why)
        self.report = report


def why_braked(report: ImportReport) -> tuple[str, ...]:
    """A sentence with its numbers for each reason why the bundle stops."""
    return tuple(_sentence(brake, report) for brake in report.brakes)


def read_settings(desk: Desk) -> BrakeSettings:
    """How many duplicates the office takes in without asking."""
    with desk.database.reading() as connection:
        return facts.read_brake(connection)


def set_brake(desk: Desk, share: int, least: int) -> BrakeSettings:
    """Let a bundle stop above ``share`` percent duplicates, if they are at least ``least`` people.

    Raises ``office_only``, ``coordinator_only``, ``brake_range``.
    """
    if desk.installation.mode != "office":
        raise UserError("office_only")
    if desk.officer.role not in DECIDERS:
        raise UserError("coordinator_only")
    if not (0 <= share <= 100 and least >= 1):
        raise UserError("brake_range")
    settings = BrakeSettings(share=share, least=least)
    with desk.database.writing() as connection:
        facts.write_brake(connection, settings)
    return settings


def _sentence(brake: Brake, report: ImportReport) -> str:
    if brake == "lost_key":
        return _("Kunci pos ini sudah dinyatakan hilang oleh kantor.")
    if brake == "oversteps":
        count = sum(one.why == "oversteps" for one in report.aside)
        return _("{count} catatan mencoba mengubah data milik kantor.", count=count)
    if brake == "fork":
        return _(
            "{count} nomor catatan dipakai dua kali: laptop itu mungkin memakai data lama.",
            count=len(report.new_forks),
        )
    return _(
        "{count} dari {new} orang baru sudah terdaftar di program yang sama ({percent} %).",
        count=report.duplicates,
        new=report.counts["new"],
        percent=round(100 * report.duplicates / max(report.counts["new"], 1)),
    )
