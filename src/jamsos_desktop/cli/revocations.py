"""``card check CODE``, and ``station lost NAME``: cards that count no more."""

from typing import Annotated

import typer

from jamsos_desktop.cli.session import REFUSED, say, say_json, session_of
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)


@app.callback()
def begin() -> None:
    """Kartu: memeriksa."""


@app.command("check")
def check(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE", help="Isi kode QR kartu.")],
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Periksa satu kartu: asli, kegiatan siapa, masih berlaku. Hanya hijau berakhir dengan 0."""
    from jamsos_desktop.services.card_verdict import verdict_of
    from jamsos_desktop.services.check_card import check_card

    with session_of(context).desk() as desk:
        checked = check_card(desk, code)
    verdict = verdict_of(checked)
    if as_json:
        told = {"event": checked.event, "revoked": checked.revoked, "list_at": checked.list_at}
        number = checked.fields.number if checked.fields else ""
        say_json({"outcome": checked.outcome, "tone": verdict.tone, "number": number, **told})
    else:
        say(f"{verdict.what}. {verdict.more}")
        for label, value in verdict.facts:
            say(f"  {label}: {value}")
        if verdict.note:
            say(verdict.note)
    if verdict.tone != "success":
        raise typer.Exit(REFUSED)


def lost(
    context: typer.Context,
    station: Annotated[str, typer.Argument(metavar="NAME", help="Nama atau kode pos.")],
    reason: Annotated[str, typer.Option(help="Mengapa.")],
    found: Annotated[bool, typer.Option("--found", help="Laptopnya ada lagi.")] = False,
) -> None:
    """Catat bahwa laptop satu pos hilang: kartu yang dicetaknya tidak cukup sebagai bukti."""
    from jamsos_desktop.services.plan import find_station
    from jamsos_desktop.services.revoked import restore_key, revoke_key

    with session_of(context).desk() as desk:
        station_id, known = find_station(desk, station)
        (restore_key if found else revoke_key)(desk, station_id, reason)
    if found:
        say(_("Kartu dari {station} berlaku lagi.", station=known.name))
    else:
        said = _("Kartu dari {station} tidak cukup lagi sebagai bukti.", station=known.name)
        say(said + " " + _("Pos lain tahu sesudah menerima balasan berikutnya."))
