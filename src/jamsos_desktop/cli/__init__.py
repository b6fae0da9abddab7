"""The services for scripts and administrators: ``jamsos-desktop COMMAND``.

Exit codes: 0 done, 2 wrong usage, 3 refused with a plain reason (nothing changed), 1 a fault.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from jamsos_desktop import __version__
from jamsos_desktop.cli import (
    balances,
    bpjs,
    bundles,
    candidates,
    cards,
    conflicts,
    decisions,
    duplicates,
    exchange,
    hand_over,
    inbox,
    journals,
    lookups,
    office,
    papers,
    people,
    receipts,
    reference,
    registered,
    revocations,
    tours,
    uploads,
)
from jamsos_desktop.cli.session import Session, default_session, tell_of_bug
from jamsos_desktop.data_folder import default_data_dir
from jamsos_desktop.i18n import LANGUAGES, set_language
from jamsos_desktop.settings import chosen_language

app = typer.Typer(
    name="jamsos-desktop",
    help="Pendaftaran pekerja rentan secara luring. Tanpa perintah: membuka jendela program.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(office.app, name="office", help="Kantor: menyiapkan, memulihkan.")
office.app.add_typer(candidates.app, name="candidates", help="Calon peserta: impor, daftar.")
app.add_typer(office.kit_app, name="kit", help="Paket untuk pos.")
app.add_typer(office.event_app, name="event", help="Kegiatan.")
app.add_typer(office.officer_app, name="officer", help="Petugas.")
app.add_typer(people.station_app, name="station", help="Pos: menyiapkan dari paket.")
app.add_typer(bundles.app, name="bundle", help="Bundel: ekspor, periksa, impor.")
app.add_typer(inbox.app, name="inbox", help="Kotak masuk: rem, karantina.")
app.add_typer(bpjs.app, name="bpjs", help="Berkas untuk BPJS, dan jawabannya.")
app.add_typer(receipts.app, name="receipt", help="Balasan kantor untuk pos.")
app.add_typer(exchange.app, name="exchange", help="Antarpos: laptop-laptop satu kegiatan.")
app.add_typer(uploads.app, name="upload", help="Unggah: tempat, kirim dan ambil lewat jaringan.")
app.add_typer(journals.app, name="journal", help="Jurnal: memeriksa, membangun ulang.")
app.add_typer(reference.app, name="reference", help="Aturan dan teks: daftar, periksa, ganti.")
app.add_typer(registered.app, name="registered", help="Daftar yang sudah terdaftar di tempat lain.")
app.command("nik")(lookups.nik)
app.command("region")(lookups.region)
app.command("decide")(decisions.decide)
app.command("balance")(balances.balance)
app.add_typer(conflicts.app, name="conflicts", help="Meja konflik: daftar, keputusan.")
app.add_typer(duplicates.app, name="duplicates", help="Meja duplikat: daftar, keputusan.")
app.command("enrol")(people.enrol)
app.add_typer(cards.app, name="print", help="Cetak: desain kartu, ukuran printer.")
app.add_typer(papers.app, name="papers", help="Cetak: tanda terima, papan, selebaran.")
app.command("cards")(cards.cards)
app.add_typer(revocations.app, name="card", help="Kartu: memeriksa.")
people.station_app.command("lost")(revocations.lost)
app.command("handover")(hand_over.handover)
app.command("tour")(tours.tour)


def _known_language(code: str) -> str:
    if code and code not in LANGUAGES:
        raise typer.BadParameter(", ".join(LANGUAGES))
    return code


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"jamsos-desktop {__version__}")
        raise typer.Exit


@app.callback()
def begin(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option(help="Folder satu pemasangan.")] = None,
    login: Annotated[str, typer.Option(envvar="JAMSOS_LOGIN", help="Nama pengguna petugas.")] = "",
    password_file: Annotated[
        Path | None, typer.Option(help="Berkas berisi kata sandi (atau JAMSOS_PASSWORD).")
    ] = None,
    language: Annotated[
        str, typer.Option(callback=_known_language, help="id atau en; bawaan: pengaturan.")
    ] = "",
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    """Pendaftaran pekerja rentan secara luring."""
    folder = data or default_data_dir()
    set_language(language or chosen_language(folder))
    context.obj = Session(folder, login, password_file)


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code. A bug ends the process with 1, discreetly."""
    sys.excepthook = tell_of_bug
    return default_session(app, arguments)
