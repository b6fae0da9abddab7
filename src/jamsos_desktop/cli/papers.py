"""``papers …``: receipts, boards, leaflets, and the lists of an event."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jamsos_desktop.cli.session import progress, say, session_of
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from jamsos_desktop.services.desk import Desk

app = typer.Typer(no_args_is_help=True)
_Event = Annotated[str, typer.Option(help="Kode kegiatan, atau awalnya.")]
_Out = Annotated[Path, typer.Option(help="Berkas PDF baru.")]


@app.command("receipts")
def receipts(
    context: typer.Context,
    event: Annotated[str, typer.Option(help="Kode kegiatan, atau awalnya.")],
    out: _Out,
    kind: Annotated[
        Literal["a6_4", "a6_2", "slip_80", "slip_58"],
        typer.Option(help="Empat atau dua di kertas A4, atau struk 80 atau 58 mm."),
    ] = "a6_4",
) -> None:
    """Simpan tanda terima semua peserta satu kegiatan sebagai PDF."""
    from jamsos_desktop.services.plan import find_event
    from jamsos_desktop.services.print_cards import choose_cards
    from jamsos_desktop.services.print_papers import print_receipts, save_paper

    with session_of(context).desk() as desk:
        with progress(_("Menyusun tanda terima")) as (report, cancel):
            event_id, _event = find_event(desk, event)
            chosen = choose_cards(desk, event_id)
            paper = print_receipts(desk, chosen, kind, report, cancel)
        path = save_paper(desk, paper, out)
    count = len(paper.record_ids)
    say(_("{count} tanda terima disimpan di {path}", count=count, path=path))


@app.command("board")
def board(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Nomor pendaftaran.")],
    out: _Out,
    size: Annotated[Literal["a3", "a2", "a1"], typer.Option(help="Ukuran papan.")] = "a3",
    tiles: Annotated[bool, typer.Option(help="Di lembar-lembar A4 untuk ditempel.")] = False,
    called: Annotated[str, typer.Option(help="Nama panggilan; bawaan: nama depan.")] = "",
) -> None:
    """Simpan papan penyerahan simbolis untuk satu orang sebagai PDF."""
    from jamsos_desktop.services.find import find_number
    from jamsos_desktop.services.print_papers import print_boards, save_paper

    with session_of(context).desk() as desk:
        record_id = find_number(desk, number)
        names = {record_id: called}
        paper = print_boards(desk, [record_id], size, tiled=tiles, called=names)
        path = save_paper(desk, paper, out)
    say(_("Papan disimpan di {path}", path=path))


@app.command("minutes")
def minutes(context: typer.Context, event: _Event, out: _Out) -> None:
    """Simpan berita acara serah terima kartu satu kegiatan sebagai PDF."""
    from jamsos_desktop.services.papers_of_event import minutes as make

    _save(context, event, out, make)


@app.command("balance")
def balance(context: typer.Context, event: _Event, out: _Out) -> None:
    """Simpan neraca hari ini satu kegiatan sebagai PDF."""
    from jamsos_desktop.services.papers_of_event import balance_sheet

    _save(context, event, out, balance_sheet)


@app.command("unregistered")
def unregistered(
    context: typer.Context,
    event: _Event,
    out: _Out,
    village: Annotated[str, typer.Option(help="Kode kelurahan; kosong: semua.")] = "",
    rt: Annotated[str, typer.Option(help="RT, misalnya 003.")] = "",
    rw: Annotated[str, typer.Option(help="RW, misalnya 002.")] = "",
) -> None:
    """Simpan daftar calon yang belum terdaftar, per RT, sebagai PDF."""
    from jamsos_desktop.services.papers_of_event import unregistered as make

    _save(context, event, out, partial(make, village=village, rt=rt, rw=rw))


@app.command("leaflet")
def leaflet(
    context: typer.Context,
    out: _Out,
    language: Annotated[str, typer.Option(help="Bahasa selebaran: id, jv, atau en.")] = "id",
    event: Annotated[str, typer.Option(help="Kode kegiatan; bawaan: yang hari ini.")] = "",
) -> None:
    """Simpan selebaran Hak Anda sebagai PDF: A4 bolak-balik sisi pendek, dilipat jadi A5."""
    from jamsos_desktop.services.plan import find_event
    from jamsos_desktop.services.print_papers import print_leaflet, save_paper

    with session_of(context).desk() as desk:
        event_id = find_event(desk, event)[0] if event else ""
        path = save_paper(desk, print_leaflet(desk, language, event_id), out)
    say(_("Selebaran disimpan di {path}", path=path))


@app.command("mydata")
def mydata(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Nomor pendaftaran.")],
    out: _Out,
    yes: Annotated[
        bool, typer.Option("--yes", help="Ya: NIK lengkap boleh dilihat, dan itu dicatat.")
    ] = False,
) -> None:
    """Simpan semua data satu orang, dengan siapa yang pernah melihatnya, sebagai PDF."""
    from jamsos_desktop.services.find import find_number
    from jamsos_desktop.services.own_data import own_data
    from jamsos_desktop.services.papers_of_event import save_paper

    if not yes:
        asked = _("Kertas ini memuat NIK lengkap, dan bahwa Anda membuatnya dicatat. Lanjutkan?")
        typer.confirm(asked, abort=True)
    with session_of(context).desk() as desk:
        pdf = own_data(desk, find_number(desk, number))
    say(_("Disimpan di {path}", path=save_paper(pdf, out)))


def _save(
    context: typer.Context, event: str, out: Path, make: "Callable[[Desk, str], bytes]"
) -> None:
    from jamsos_desktop.services.papers_of_event import save_paper
    from jamsos_desktop.services.plan import find_event

    with session_of(context).desk() as desk:
        pdf = make(desk, find_event(desk, event)[0])
    say(_("Disimpan di {path}", path=save_paper(pdf, out)))
