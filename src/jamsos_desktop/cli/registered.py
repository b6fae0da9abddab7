"""``registered``: the office's lists of people who are registered elsewhere or were last year."""

from pathlib import Path
from typing import Annotated

import typer

from jamsos_desktop.cli.session import progress, say, session_of
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)


@app.command("import")
def take(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV atau XLSX dengan kolom berjudul NIK.")],
) -> None:
    """Masukkan daftar NIK; yang disimpan hanya sidiknya, tanpa nama dan tanpa NIK."""
    from jamsos_desktop.services.registered import take_registered

    with session_of(context).desk() as desk, progress(_("Membaca daftar")) as (report, cancel):
        taken = take_registered(desk, file, report, cancel)
    say(
        _(
            "{added} NIK baru, {known} sudah ada, {unread} baris tanpa NIK yang terbaca.",
            added=taken.added,
            known=taken.known,
            unread=taken.unread,
        )
    )


@app.command("show")
def show(context: typer.Context) -> None:
    """Berapa NIK di daftar, dan dari berkas mana."""
    from jamsos_desktop.services.registered import registered_lists

    with session_of(context).desk() as desk:
        count, lists = registered_lists(desk)
    say(_("{count} NIK terdaftar di tempat lain atau tahun lalu.", count=count))
    for taken in lists:
        say(f"{taken.at[:10]}  +{taken.added}  {taken.file}")


@app.command("forget")
def forget(context: typer.Context) -> None:
    """Kosongkan daftar itu, misalnya sebelum daftar tahun baru."""
    from jamsos_desktop.services.registered import forget_registered

    with session_of(context).desk() as desk:
        count = forget_registered(desk)
    say(_("{count} NIK dihapus dari daftar.", count=count))
