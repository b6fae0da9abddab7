"""``upload set | show | try | forget | run``. Secrets are typed or come from the environment."""

import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from jamsos_desktop.cli.session import REFUSED, complain, progress, say, say_json, session_of
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain

if TYPE_CHECKING:
    from jamsos_desktop.domain.destination import Destination
    from jamsos_desktop.services.upload import Outcome

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]


@app.command("set")
def set_place(
    context: typer.Context,
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Folder, https://, sftp://.")],
    user: Annotated[str, typer.Option(help="Nama pengguna, atau kunci akses S3.")] = "",
    bucket: Annotated[str, typer.Option(help="Bucket S3; dengan ini alamatnya S3.")] = "",
    region: Annotated[str, typer.Option(help="Region S3.")] = "us-east-1",
    folder: Annotated[str, typer.Option(help="Folder di dalam bucket.")] = "",
    key_file: Annotated[Path | None, typer.Option(help="Berkas kunci pribadi SSH.")] = None,
) -> None:
    """Atur tempat unggah. Kata sandi diketik, atau dari JAMSOS_UPLOAD_SECRET.

    Sambungan dicoba sebelum disimpan.
    """
    from jamsos_desktop.services.upload_place import save_place, try_place

    place = _place(address, user, bucket, region, folder, key_file)
    with session_of(context).desk() as desk:
        save_place(desk, try_place(place, desk.installation.code))
    say(_("Tempat unggah tersimpan: {address}", address=place.address))


@app.command()
def show(context: typer.Context, as_json: _Json = False) -> None:
    """Katakan ke mana diunggah; kata sandinya tidak."""
    from jamsos_desktop.services.upload_place import read_place

    with session_of(context).desk() as desk:
        place = read_place(desk)
    if as_json:
        say_json({"address": place.address if place else None})
    else:
        say(place.address if place else _("Tempat unggah belum diatur."))


@app.command("try")
def try_out(context: typer.Context) -> None:
    """Coba sambungan: menulis, membaca dan menghapus satu berkas kecil di sana."""
    from jamsos_desktop.services.upload_place import read_place, try_place

    with session_of(context).desk() as desk:
        place = read_place(desk)
        if place is None:
            raise UserError("place_not_set")
        try_place(place, desk.installation.code)
    say(_("Sambungan ke {address} baik.", address=place.address))


@app.command()
def forget(context: typer.Context) -> None:
    """Lupakan tempat unggah beserta kata sandinya."""
    from jamsos_desktop.services.upload_place import forget_place

    with session_of(context).desk() as desk:
        forget_place(desk)
    say(_("Tempat unggah dilupakan."))


@app.command()
def run(context: typer.Context, as_json: _Json = False) -> None:
    """Kirim yang menunggu dan ambil yang ada di sana."""
    from jamsos_desktop.services.upload import reach, upload
    from jamsos_desktop.services.upload_place import read_place

    with session_of(context).desk() as desk, progress(_("Mengunggah")) as (report, cancel):
        place = read_place(desk)
        if place is None:
            raise UserError("place_not_set")
        reach(place)
        done = upload(desk, report, cancel)
    if as_json:
        say_json(_as_json(done))
    else:
        _say(done)
    for name, error in done.refused:
        complain(f"{name}: {explain(error)}")
    if done.trouble is not None:
        raise done.trouble
    if done.stopped:
        complain(_("Dihentikan. Yang sudah terunggah tidak diulang nanti."))
        raise typer.Exit(REFUSED)


def _say(done: "Outcome") -> None:
    for one in done.sent:
        say(_("Terunggah dan sudah dibaca ulang: {file}", file=one.name))
    for path in done.fetched:
        say(_("Menunggu diimpor: {path}", path=path))
    for applied in done.applied:
        say(_("Balasan {office} sudah dibuka", office=applied.office_name))
    if not (done.sent or done.fetched or done.applied or done.refused or done.trouble):
        say(_("Tidak ada yang baru."))


def _as_json(done: "Outcome") -> dict[str, object]:
    return {
        "sent": [one._asdict() for one in done.sent],
        "fetched": [str(path) for path in done.fetched],
        "applied": len(done.applied),
        "refused": [{"file": name, "code": error.code} for name, error in done.refused],
        "trouble": done.trouble.code if done.trouble else None,
    }


def _place(
    address: str, user: str, bucket: str, region: str, folder: str, key_file: Path | None
) -> "Destination":
    """What was written, as a place. Raises ``place_incomplete`` and ``place_bad_key``."""
    from jamsos_desktop.domain.destination import FolderPlace, S3Place, SftpPlace, WebDavPlace

    parts = urlsplit(address)
    if parts.scheme not in {"http", "https", "sftp"}:
        return FolderPlace(path=address)
    secret = os.environ.get("JAMSOS_UPLOAD_SECRET")
    if secret is None:
        secret = getpass.getpass(_("Kata sandi tempat unggah: "))
    if bucket:
        return S3Place(
            endpoint=address,
            bucket=bucket,
            access_key=user,
            secret_key=secret,
            region=region,
            folder=folder,
        )
    if parts.scheme != "sftp":
        return WebDavPlace(url=address, user=user, password=secret)
    try:
        port = parts.port or 22
        key = "" if key_file is None else key_file.read_text("utf-8")
    except ValueError as error:
        raise UserError("place_incomplete") from error
    except OSError as error:
        raise UserError("place_bad_key") from error
    return SftpPlace(
        host=parts.hostname or "",
        port=port,
        user=user,
        password=secret,
        private_key=key,
        folder=parts.path.removeprefix("/") or ".",
    )
