"""``papers …``: receipts, boards, leaflets, and the lists of an event."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jamsos_desktop.cli.batches import (
    Ceremony,
    First,
    Last,
    Note,
    NotPrinted,
    Reason,
    Rt,
    Rw,
    Village,
)
from jamsos_desktop.cli.session import progress, say, session_of
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from jamsos_desktop.services.desk import Desk

app = typer.Typer(no_args_is_help=True)
_Event = Annotated[str, typer.Option(help="Kode kegiatan, atau awalnya.")]
_Out = Annotated[Path, typer.Option(help="Berkas PDF baru.")]
_Size = Annotated[Literal["a3", "a2", "a1"], typer.Option(help="Ukuran papan.")]
_Tiles = Annotated[bool, typer.Option(help="Di lembar-lembar A4 untuk ditempel.")]


@app.command("receipts")
def receipts(  # noqa: PLR0913, PLR0917  (a command's options)
    context: typer.Context,
    event: _Event,
    out: _Out,
    kind: Annotated[
        Literal["a6_4", "a6_2", "slip_80", "slip_58"],
        typer.Option(help="Empat atau dua di kertas A4, atau struk 80 atau 58 mm."),
    ] = "a6_4",
    not_printed: NotPrinted = False,
    ceremony: Ceremony = False,
    first: First = "",
    last: Last = "",
    village: Village = "",
    rw: Rw = "",
    rt: Rt = "",
    reason: Reason = "",
    note: Note = "",
) -> None:
    """Simpan tanda terima peserta satu kegiatan sebagai PDF, urut seperti akan diserahkan."""
    from jamsos_desktop.domain.people_choice import Which
    from jamsos_desktop.domain.reprint import Reprint
    from jamsos_desktop.services.choose_people import choose
    from jamsos_desktop.services.plan import find_event
    from jamsos_desktop.services.print_papers import print_receipts, save_paper

    which = Which(
        queue_from=first,
        queue_to=last,
        village=village,
        rw=rw,
        rt=rt,
        not_printed="receipt" if not_printed else "",
        ceremony=ceremony,
    )
    with session_of(context).desk() as desk:
        with progress(_("Menyusun tanda terima")) as (report, cancel):
            event_id, _event = find_event(desk, event)
            chosen = choose(desk, event_id, which)
            paper = print_receipts(desk, chosen, kind, report, cancel)
        path = save_paper(desk, paper, out, Reprint(reason, note))
    count = len(paper.record_ids)
    say(_("{count} tanda terima disimpan di {path}", count=count, path=path))


@app.command("board")
def board(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Nomor pendaftaran.")],
    out: _Out,
    size: _Size = "a3",
    tiles: _Tiles = False,
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


@app.command("boards")
def boards(
    context: typer.Context,
    event: _Event,
    out: _Out,
    size: _Size = "a3",
    tiles: _Tiles = False,
    ceremony: Ceremony = False,
    first: First = "",
    last: Last = "",
) -> None:
    """Simpan papan untuk beberapa orang satu kegiatan dalam satu PDF."""
    from jamsos_desktop.domain.people_choice import Which
    from jamsos_desktop.services.choose_people import choose
    from jamsos_desktop.services.plan import find_event
    from jamsos_desktop.services.print_papers import print_boards, save_paper

    which = Which(queue_from=first, queue_to=last, ceremony=ceremony)
    with session_of(context).desk() as desk:
        with progress(_("Menyusun papan")) as (report, cancel):
            chosen = choose(desk, find_event(desk, event)[0], which)
            paper = print_boards(desk, chosen, size, report, cancel, tiled=tiles)
        path = save_paper(desk, paper, out)
    say(_("{count} papan disimpan di {path}", count=len(paper.record_ids), path=path))


@app.command("ceremony")
def ceremony(
    context: typer.Context,
    numbers: Annotated[list[str], typer.Argument(help="Nomor pendaftaran, satu atau lebih.")],
    no: Annotated[bool, typer.Option("--not", help="Tidak lagi dipilih.")] = False,
) -> None:
    """Pilih orang untuk penyerahan simbolis, atau batalkan pilihannya."""
    from jamsos_desktop.services.ceremony import choose_for_ceremony
    from jamsos_desktop.services.find import find_number

    with session_of(context).desk() as desk:
        ids = [find_number(desk, number) for number in numbers]
        changed = choose_for_ceremony(desk, ids, chosen=not no)
    say(_("{count} orang berubah", count=len(changed)))


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


@app.command("attendance")
def attendance(context: typer.Context, event: _Event, out: _Out) -> None:
    """Simpan daftar hadir satu kegiatan sebagai PDF, dengan baris kosong di akhirnya."""
    from jamsos_desktop.services.attendance import attendance_list

    _save(context, event, out, attendance_list)


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
