"""``journal verify | rebuild | state-hash``."""

from typing import Annotated

import typer

from jamsos_desktop.cli.session import REFUSED, progress, say, say_json, session_of
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]


@app.command()
def verify(context: typer.Context, as_json: _Json = False) -> None:
    """Hitung ulang setiap sidik catatan dan ikuti setiap rantai."""
    from jamsos_desktop.services.keep_journal import verify_journal

    with session_of(context).desk() as desk, progress(_("Memeriksa")) as (report, cancel):
        verdict = verify_journal(desk, report, cancel)
    if as_json:
        say_json(
            {
                "good": verdict.good,
                "entries": verdict.entries,
                "stations": verdict.stations,
                "broken": verdict.broken,
                "forks": verdict.forks,
                "gaps": verdict.gaps,
                "partial": verdict.partial,
            }
        )
    else:
        entries, stations = verdict.entries, verdict.stations
        say(_("{entries} catatan dari {stations} jurnal.", entries=entries, stations=stations))
        for station, seq in verdict.broken:
            say(_("Rusak: jurnal {station} nomor {seq}", station=station, seq=seq))
        for station, seq in verdict.forks:
            say(_("Bercabang: jurnal {station} nomor {seq}", station=station, seq=seq))
        for station, first, last in verdict.gaps:
            text = _("Kurang: jurnal {station} nomor {first}–{last}")
            say(text.format(station=station, first=first, last=last))
        say(_("Jurnal utuh.") if verdict.good else _("Jurnal perlu diperiksa."))
    if not verdict.good:
        raise typer.Exit(REFUSED)


@app.command()
def rebuild(context: typer.Context) -> None:
    """Bangun ulang semua tabel dari jurnal."""
    from jamsos_desktop.services.keep_journal import rebuild_projections

    with session_of(context).desk() as desk, progress(_("Membangun ulang")) as (report, cancel):
        entries = rebuild_projections(desk, report, cancel)
    say(_("Dibangun ulang dari {entries} catatan.", entries=entries))


@app.command("state-hash")
def print_state_hash(context: typer.Context) -> None:
    """Sidik keadaan semua catatan: sama di mana pun jurnal yang sama digabung."""
    from jamsos_desktop.services.keep_journal import state_hash

    with session_of(context).desk() as desk:
        say(state_hash(desk))
