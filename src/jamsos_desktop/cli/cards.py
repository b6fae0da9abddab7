"""``cards --event ID --out FILE.pdf``, and ``print …``: how cards look, what printers do wrong."""

from pathlib import Path
from typing import Annotated

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
from jamsos_desktop.domain.calibration import ACROSS, CROSS, DOWN
from jamsos_desktop.domain.print_settings import Sheet
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)


def cards(  # noqa: PLR0913, PLR0917  (a command's options)
    context: typer.Context,
    event: Annotated[str, typer.Option(help="Kode kegiatan, atau awalnya.")],
    out: Annotated[Path, typer.Option(help="Berkas PDF baru.")],
    not_printed: NotPrinted = False,
    active: Annotated[
        bool, typer.Option("--active", help="Hanya yang aktif di BPJS dan belum punya kartu aktif.")
    ] = False,
    ceremony: Ceremony = False,
    first: First = "",
    last: Last = "",
    village: Village = "",
    rw: Rw = "",
    rt: Rt = "",
    reason: Reason = "",
    note: Note = "",
    printer: Annotated[str, typer.Option(help="Sesuaikan untuk printer yang sudah diukur.")] = "",
) -> None:
    """Simpan kartu peserta satu kegiatan sebagai PDF, urut seperti akan diserahkan."""
    from jamsos_desktop.domain.people_choice import Which
    from jamsos_desktop.domain.reprint import Reprint
    from jamsos_desktop.services.choose_people import choose
    from jamsos_desktop.services.plan import find_event
    from jamsos_desktop.services.print_cards import save_cards

    which = Which(
        queue_from=first,
        queue_to=last,
        village=village,
        rw=rw,
        rt=rt,
        not_printed="active_card" if active else "card" if not_printed else "",
        ceremony=ceremony,
    )
    with session_of(context).desk() as desk, progress(_("Menyusun kartu")) as (report, cancel):
        event_id, _event = find_event(desk, event)
        chosen = choose(desk, event_id, which)
        why = Reprint(reason, note)
        sheet = save_cards(desk, chosen, out, report, cancel, printer=printer, reprint=why)
    say(_("{count} kartu disimpan di {path}", count=sheet.cards, path=sheet.path))


@app.command("look")
def look(
    context: typer.Context,
    design: Annotated[str | None, typer.Option(help="Desain, misalnya card-kawung.")] = None,
    sheet: Annotated[
        Sheet | None, typer.Option(help="cr80, a4_long (balik sisi panjang), atau a4_short.")
    ] = None,
    photo: Annotated[bool | None, typer.Option(help="Cetak foto kalau ada.")] = None,
    city: Annotated[str | None, typer.Option(help="Nama pemerintah kota.")] = None,
    brand: Annotated[str | None, typer.Option(help="Warna utama, misalnya #1F1853.")] = None,
    accent: Annotated[str | None, typer.Option(help="Warna hiasan.")] = None,
    logo: Annotated[Path | None, typer.Option(help="Logo kota: SVG, PNG, atau JPEG.")] = None,
) -> None:
    """Pilih desain kartu, kertas, foto, nama kota, warna, dan logo. Tanpa pilihan: tunjukkan."""
    from jamsos_desktop.services import card_look

    with session_of(context).desk() as desk:
        card_look.choose_look(desk, design=design, sheet=sheet, photo=photo)
        colours = None
        if brand is not None or accent is not None:
            now = card_look.print_settings(desk).colours
            given = {"brand": brand, "accent": accent}
            colours = {**now, **{key: value for key, value in given.items() if value is not None}}
        settings = card_look.set_city(desk, city=city, colours=colours, logo=logo)
    said = {"design": settings.design, "sheet": settings.sheet, "city": settings.city or "-"}
    say(_("Desain {design}, kertas {sheet}, kota {city}", **said))


@app.command("template")
def template(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(help="Templat sendiri, .toml.")] = None,
    save: Annotated[str, typer.Option(help="Tulis contoh, misalnya card-kawung.")] = "",
    out: Annotated[Path | None, typer.Option(help="Berkas baru untuk contoh itu.")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Pakai templat bawaan lagi.")] = False,
) -> None:
    """Pakai templat sendiri, tulis contoh untuk diubah, atau kembali ke templat bawaan."""
    from jamsos_desktop.services import card_look, city_templates

    with session_of(context).desk() as desk:
        if reset:
            city_templates.remove_templates(desk)
        if file is not None:
            say(_("Templat {name} dipakai", name=city_templates.add_template(desk, file)))
        if save and out is not None:
            path = city_templates.save_template(desk, save, out)
            say(_("Templat disimpan di {path}", path=path))
        own = sorted(card_look.print_settings(desk).templates)
    say(_("Templat sendiri: {names}", names=", ".join(own) or "-"))


@app.command("ruler")
def ruler(
    out: Annotated[Path, typer.Option(help="Berkas PDF baru.")],
    printer: Annotated[str, typer.Option(help="Nama printer.")] = "",
) -> None:
    """Simpan lembar ukur printer sebagai PDF."""
    from jamsos_desktop.services.card_look import save_ruler_sheet

    say(_("Lembar ukur disimpan di {path}", path=save_ruler_sheet(out, printer)))


@app.command("calibrate")
def calibrate(
    context: typer.Context,
    printer: Annotated[str, typer.Argument(help="Nama printer.")],
    left: Annotated[float, typer.Option(help="Ukuran A pada lembar ukur, mm.")] = CROSS,
    top: Annotated[float, typer.Option(help="Ukuran B, mm.")] = CROSS,
    across: Annotated[float, typer.Option(help="Ukuran C, mm.")] = ACROSS,
    down: Annotated[float, typer.Option(help="Ukuran D, mm.")] = DOWN,
) -> None:
    """Simpan ukuran satu printer, supaya potongan dan halaman belakang kartu tepat."""
    from jamsos_desktop.services import card_look

    measured = {"left": left, "top": top, "across": across, "down": down}
    with session_of(context).desk() as desk:
        card_look.calibrate(desk, printer, card_look.read_measures(**measured))
    say(_("Ukuran printer {printer} disimpan", printer=printer))
