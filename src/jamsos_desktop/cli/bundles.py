"""``bundle export | inspect | verify | import``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from jamsos_desktop.cli.inbox import say_seen
from jamsos_desktop.cli.session import REFUSED, complain, progress, say, say_json, session_of
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain

if TYPE_CHECKING:
    from jamsos_desktop.services.import_report import ImportReport

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]
_File = Annotated[Path, typer.Argument(metavar="FILE")]


@app.command("export")
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="Folder atau flashdisk.")],
    second: Annotated[Path | None, typer.Option(help="Flashdisk kedua, isinya sama.")] = None,
    as_json: _Json = False,
) -> None:
    """Segel jurnal pos ini untuk kantor."""
    from jamsos_desktop.services.export_bundle import export_bundle

    with session_of(context).desk() as desk, progress(_("Mengekspor")) as (report, cancel):
        done = export_bundle(desk, out, report, cancel, second=second)
    if as_json:
        second_path = None if done.second is None else str(done.second)
        failed = None
        if done.failed is not None:
            failed = {"folder": str(done.failed.folder), "code": done.failed.error.code}
        paths = {"path": str(done.path), "second": second_path, "failed": failed}
        say_json(done._asdict() | paths)
        return
    text = _("{people} peserta, catatan {first}–{last}, {size} byte: {path}")
    seqs = {"first": done.first_seq, "last": done.last_seq}
    say(text.format(people=done.participants, **seqs, size=done.size, path=done.path))
    if done.second is not None:
        say(_("Sama persis di {path}", path=done.second))
    if done.failed is not None:
        why = explain(done.failed.error).what
        complain(_("Gagal di {folder}: {why}", folder=done.failed.folder, why=why))
    if done.absent:
        say(
            _("{count} foto atau tanda tangan hilang atau rusak dan tidak ikut.", count=done.absent)
        )


@app.command()
def inspect(context: typer.Context, file: _File, as_json: _Json = False) -> None:
    """Katakan apa isi bundel dan apa yang akan terjadi, tanpa memasukkannya."""
    from jamsos_desktop.services.brake import why_braked
    from jamsos_desktop.services.import_bundle import inspect_bundle, look_into

    with session_of(context).desk() as desk, progress(_("Memeriksa")) as (report, cancel):
        manifest = inspect_bundle(desk, file)
        seen = look_into(desk, file, report, cancel)
    if as_json:
        say_json(msgspec.to_builtins(manifest) | {"would": msgspec.to_builtins(seen)})
        return
    say(_("Dari {name} ({code})", name=manifest.sender.name, code=manifest.sender.code))
    say(_("Untuk {name}", name=manifest.recipient.name))
    say(_("Dibuat {moment}", moment=moment_words(manifest.created_at.isoformat())))
    say(_("Dengan program versi {version}", version=manifest.application))
    say(_("Catatan {first}–{last}").format(first=manifest.first_seq, last=manifest.last_seq))
    say(_("Peserta: {count}", count=manifest.counts.get("participants", 0)))
    say(_("Foto dan tanda tangan: {count}", count=manifest.counts.get("pictures", 0)))
    if manifest.practice:
        say(_("LATIHAN"))
    say_seen(seen)
    for why in why_braked(seen):
        say(_("BERHENTI: {why}", why=why))


@app.command()
def verify(context: typer.Context, file: _File, as_json: _Json = False) -> None:
    """Periksa segel, tanda tangan dan setiap sidik di bundel."""
    from jamsos_desktop.services.import_bundle import verify_bundle

    with session_of(context).desk() as desk, progress(_("Memeriksa")) as (report, cancel):
        entries = verify_bundle(desk, file, report, cancel)
    if as_json:
        say_json({"good": True, "entries": entries})
    else:
        say(_("Bundel utuh: {entries} catatan.", entries=entries))


@app.command("import")
def import_files(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    anyway: Annotated[
        str, typer.Option(metavar="ALASAN", help="Masukkan juga yang berhenti, dengan alasan ini.")
    ] = "",
    save: Annotated[Path | None, typer.Option(help="Simpan laporan sebagai CSV.")] = None,
    as_json: _Json = False,
) -> None:
    """Masukkan bundel ke kantor; satu laporan untuk setiap berkas atau folder.

    Berkas yang ditolak atau berhenti tidak mengubah apa pun; yang lain tetap masuk.
    """
    from jamsos_desktop.services.import_bundle import bundles_in, import_bundle
    from jamsos_desktop.services.import_report import ImportReport
    from jamsos_desktop.services.save_import_report import save_import_report

    reports: list[ImportReport] = []
    refused: list[tuple[str, UserError]] = []
    with session_of(context).desk() as desk:
        for file in bundles_in(files):
            try:
                with progress(file.name) as (report, cancel):
                    reports.append(import_bundle(desk, file, report, cancel, anyway=anyway))
            except UserError as error:
                refused.append((file.name, error))
    written = None if save is None else save_import_report(reports, save)
    if as_json:
        reasons = [{"file": f, "code": e.code, "message": str(explain(e))} for f, e in refused]
        say_json({"imported": msgspec.to_builtins(reports), "refused": reasons})
    else:
        for result in reports:
            _say_report(result)
        if written is not None:
            say(_("Laporan: {path}", path=written))
    for name, reason in refused:
        complain(f"{name}: {explain(reason)}")
    if refused:
        raise typer.Exit(REFUSED)


def _say_report(result: "ImportReport") -> None:
    from jamsos_desktop.services.import_report import OUTCOME_WORDS

    say(f"{result.file} ({result.station_name}, {result.station_code})")
    if result.before is not None:
        say(_("  Sudah pernah diimpor pada {moment}.", moment=moment_words(result.before.at)))
    elif result.since:
        say(
            _("  Semua isinya sudah ada di sini sejak {moment}.", moment=moment_words(result.since))
        )
    say_seen(result)
    for row in result.rows:
        say(f"    {row.number}  {_(OUTCOME_WORDS[row.outcome])}  {row.name}")
