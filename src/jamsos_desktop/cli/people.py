"""``station init`` and ``enrol``."""

from pathlib import Path
from typing import Annotated

import typer

from jamsos_desktop.cli.session import REFUSED, progress, say, say_json, session_of
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import LEVELS, finding_text

station_app = typer.Typer(no_args_is_help=True)


@station_app.command("init")
def init_station(
    context: typer.Context,
    kit: Annotated[Path, typer.Option(help="Berkas paket dari kantor.")],
) -> None:
    """Siapkan pos dari paket kantor; kata sandi milik petugas itu sendiri."""
    from jamsos_desktop.services.kits import read_kit, refuse_kit
    from jamsos_desktop.services.set_up import init_station as set_up_station
    from jamsos_desktop.storage.vault import read_keyring

    session = session_of(context)
    if read_keyring(session.data_dir) is not None:
        refuse_kit(kit)
    opened = read_kit(kit, session.ask_activation_code())
    login = session.ask_login().casefold()
    officers = {officer.login.casefold(): i for i, officer in opened.officers.items()}
    if login not in officers:
        raise UserError("officer_unknown")
    desk = set_up_station(session.data_dir, opened, officers[login], session.ask_password())
    say(
        _(
            "{name} siap, kode pos {code}.",
            name=opened.installation.name,
            code=desk.installation.code,
        )
    )
    desk.close()


def enrol(
    context: typer.Context,
    csv: Annotated[Path, typer.Option(help="Daftar peserta, CSV UTF-8.")],
    event: Annotated[str, typer.Option(help="Kode kegiatan; bawaan: kegiatan hari ini.")] = "",
    accept_likely: Annotated[
        bool,
        typer.Option("--accept-likely", help="Terima juga yang mirip; kantor yang memutuskan."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Daftarkan semua baris yang benar; yang salah disebut satu per satu."""
    from jamsos_desktop.services.enrol_list import enrol_list
    from jamsos_desktop.services.plan import find_event, todays_event
    from jamsos_desktop.services.reference import rules_of

    with session_of(context).desk() as desk, progress(_("Mendaftarkan")) as (report, cancel):
        chosen = find_event(desk, event) if event else todays_event(desk)
        if chosen is None:
            raise UserError("event_unknown", found=0)
        rules = rules_of(desk, chosen[0])
        result = enrol_list(desk, csv, rules, report, cancel, accept_likely=accept_likely)
    rows = [
        {
            "line": row.line,
            "number": row.number,
            "findings": [
                {"level": f.level, "code": f.code, "field": f.field, "message": finding_text(f)}
                for f in row.findings
            ],
        }
        for row in result.rows
    ]
    if as_json:
        counts = {"enrolled": result.enrolled, "held": result.held, "refused": result.refused}
        say_json({**counts, "rows": rows})
    else:
        for row in result.rows:
            for finding in row.findings:
                say(f"{row.line}: {_(LEVELS[finding.level])}: {finding_text(finding)}")
        words = {"enrolled": result.enrolled, "refused": result.refused, "held": result.held}
        said = _("{enrolled} terdaftar, {refused} ditolak.", **words)
        if result.held:
            said = _(
                "{enrolled} terdaftar, {held} ditahan karena mirip, {refused} ditolak.", **words
            )
        say(said)
    if result.rows and not result.enrolled:
        raise typer.Exit(REFUSED)
