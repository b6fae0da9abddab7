"""``papers receipts``: what is printed beside the card."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from jamsos_desktop.cli.session import progress, say, session_of
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)
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
    from jamsos_desktop.services.print_papers import print_board, save_paper

    with session_of(context).desk() as desk:
        paper = print_board(desk, find_number(desk, number), size, tiled=tiles, called=called)
        path = save_paper(desk, paper, out)
    say(_("Papan disimpan di {path}", path=path))
