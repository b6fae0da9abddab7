"""``reference list | show | check | replace | add | restore``: files of rules and texts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jamsos_desktop.services.change_reference import Change

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]
_Name = Annotated[str, typer.Argument(metavar="NAME", help="Misalnya tariffs.toml.")]
_File = Annotated[Path, typer.Argument(metavar="FILE", help="Berkas TOML.")]
_Reason = Annotated[str, typer.Option(help="Mengapa, misalnya nomor peraturannya.")]


@app.command("list")
def list_all(context: typer.Context, as_json: _Json = False) -> None:
    """Semua berkas aturan dan teks yang berlaku di sini, dan asalnya."""
    from jamsos_desktop.domain.reference_words import origin_words
    from jamsos_desktop.services.list_reference import list_files

    with session_of(context).desk() as desk:
        lines = list_files(desk)
    if as_json:
        say_json({"files": [line._asdict() for line in lines]})
        return
    for line in lines:
        origin = origin_words(line.replaced_at, line.replaced_by, added=line.added)
        version = _("versi {version}", version=line.version)
        say(f"{line.name}  {version}, {origin}")
        if line.unreadable:
            say("  " + _("Yang terbaru dari kantor tidak dapat dibaca program versi ini."))


@app.command()
def show(context: typer.Context, name: _Name) -> None:
    """Tampilkan isi berkas yang berlaku di sini."""
    from jamsos_desktop.services.list_reference import read_file

    with session_of(context).desk() as desk:
        say(read_file(desk, name).rstrip("\n"))


@app.command()
def check(
    context: typer.Context,
    file: _File,
    name: Annotated[str, typer.Option(help="Untuk mengganti berkas ini.")] = "",
    as_json: _Json = False,
) -> None:
    """Periksa berkas tanpa memakainya, dan katakan apa yang berubah."""
    from jamsos_desktop.services.change_reference import check_file

    with session_of(context).desk() as desk:
        change = check_file(desk, file, name)
    if as_json:
        told = [difference._asdict() for difference in change.differences]
        say_json({"name": change.name, "version": change.version, "differences": told})
        return
    _tell([change])


@app.command()
def replace(context: typer.Context, name: _Name, file: _File, reason: _Reason) -> None:
    """Pakai berkas ini sebagai ganti yang berlaku sekarang."""
    from jamsos_desktop.services.change_reference import check_file, put_in_force

    with session_of(context).desk() as desk:
        change = check_file(desk, file, name)
        put_in_force(desk, [change], reason)
    _tell([change])
    say(_("Berlaku mulai sekarang. Pos memakainya sesudah menerima balasan berikutnya."))


@app.command()
def add(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Satu berkas atau lebih.")],
    reason: _Reason,
) -> None:
    """Tambah berkas baru; teks ditambah bersama terjemahan dan angkanya."""
    from jamsos_desktop.services.change_reference import check_files, name_of, put_in_force

    with session_of(context).desk() as desk:
        changes = check_files(desk, {name_of(file): file for file in files})
        put_in_force(desk, changes, reason)
    _tell(changes)
    say(_("Berlaku mulai sekarang. Pos memakainya sesudah menerima balasan berikutnya."))


@app.command()
def restore(context: typer.Context, name: _Name, reason: _Reason) -> None:
    """Kembalikan bawaan program; berkas tambahan tidak dipakai lagi."""
    from jamsos_desktop.services.change_reference import restore_file

    with session_of(context).desk() as desk:
        restore_file(desk, name, reason)
    say(_("{file}: bawaan program berlaku lagi.", file=name))


def _tell(changes: "Sequence[Change]") -> None:
    for change in changes:
        version = _("versi {version}", version=change.version)
        say(f"{change.name}: {version}")
        for one in change.differences if change.before else ():
            say(f"  {one.where}: {one.before or '–'} → {one.after or '–'}")
