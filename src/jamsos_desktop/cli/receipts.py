"""``receipt issue | inspect | apply | paper``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from jamsos_desktop.cli.session import progress, say, say_json, session_of
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from jamsos_desktop.services.desk import Desk

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]
_File = Annotated[Path, typer.Argument(metavar="FILE")]


@app.command()
def issue(
    context: typer.Context,
    station: Annotated[str, typer.Option(help="Nama atau kode pos.")],
    out: Annotated[Path, typer.Option(help="Folder atau flashdisk.")],
    event: Annotated[list[str], typer.Option(help="Kegiatan baru untuk pos ini.")] = [],  # noqa: B006
    as_json: _Json = False,
) -> None:
    """Tulis balasan untuk satu pos: apa yang sampai, dan apa keputusan kantor."""
    from jamsos_desktop.services.plan import find_station
    from jamsos_desktop.services.receipts import issue_receipt

    with session_of(context).desk() as desk, progress(_("Menulis balasan")) as (report, cancel):
        station_id, _known = find_station(desk, station)
        done = issue_receipt(desk, station_id, out, event, report, cancel)
    if as_json:
        say_json({"path": str(done.path), "accepted_seq": done.accepted_seq})
    else:
        said = _("Untuk {station}: diterima sampai catatan {seq}. {path}")
        say(said.format(station=done.station.name, seq=done.accepted_seq, path=done.path))


@app.command()
def inspect(context: typer.Context, file: _File, as_json: _Json = False) -> None:
    """Katakan apa isi balasan, tanpa memakainya."""
    from jamsos_desktop.services.receipts import inspect_receipt

    with session_of(context).desk() as desk:
        manifest = inspect_receipt(desk, file)
    if as_json:
        say_json(msgspec.to_builtins(manifest))
        return
    say(_("Dari {name}", name=manifest.sender.name))
    say(_("Dibuat {moment}", moment=moment_words(manifest.created_at.isoformat())))
    say(_("Diterima kantor sampai catatan {seq}.", seq=manifest.counts.get("accepted", 0)))


@app.command()
def apply(context: typer.Context, file: _File, as_json: _Json = False) -> None:
    """Pakai balasan kantor di pos ini. Boleh berkali-kali."""
    from jamsos_desktop.domain.reference_words import file_words
    from jamsos_desktop.services.receipts import apply_receipt

    with session_of(context).desk() as desk:
        done = apply_receipt(desk, file)
    if as_json:
        say_json(msgspec.to_builtins(done))
        return
    seqs = {"seq": done.accepted_seq, "own": done.own_seq}
    say(_("Diterima kantor sampai catatan {seq} dari {own}.").format(**seqs))
    if done.newer_at:
        newer = _("Balasan ini lebih lama daripada yang dari {moment}, yang sudah dipakai.")
        say(newer.format(moment=done.newer_at))
    say(_("Kabar baru tentang {count} orang.", count=len(done.news)))
    if done.reference:
        files = ", ".join(map(file_words, done.reference))
        say(_("Aturan baru: {files}", files=files))
    if done.other_branch:
        say(_("Jurnal pos ini lain dari yang ada di kantor: data di sini dari salinan lama."))


@app.command()
def paper(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="PDF yang ditulis.")],
    station: Annotated[str, typer.Option(help="Nama atau kode pos; di pos tidak perlu.")] = "",
) -> None:
    """Balasan kantor sebagai PDF untuk dibaca dan ditandatangani. Tanpa NIK."""
    from jamsos_desktop.services.answer_paper import answer_paper
    from jamsos_desktop.services.papers_of_event import save_paper

    with session_of(context).desk() as desk:
        wanted = _station_id(desk, station) if station else ""
        say(str(save_paper(answer_paper(desk, wanted), out)))


def _station_id(desk: "Desk", name_or_code: str) -> str:
    """Raises ``station_unknown``."""
    from jamsos_desktop.services.plan import stations

    wanted = name_or_code.casefold()
    for station_id, known in stations(desk):
        if wanted in {known.name.casefold(), known.code.casefold()}:
            return station_id
    raise UserError("station_unknown")
