"""``bpjs check | export | answers``."""

from collections import Counter
from pathlib import Path
from typing import Annotated, get_args

import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.i18n import N_, _

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]
_Programme = Annotated[str, typer.Option(help="Nomor program, atau awalannya.")]

#: Why somebody cannot be sent, in words.
HELD = {
    "perlu_perbaikan": N_("perlu perbaikan di pos"),
    "duplikat": N_("pendaftaran ganda"),
    "ditolak": N_("ditolak kantor"),
    "dikirim": N_("sudah dikirim, jawabannya belum ada"),
    "aktif": N_("sudah aktif"),
    "dibatalkan": N_("dibatalkan"),
    "dicabut": N_("persetujuannya dicabut"),
    "conflict": N_("isian bertentangan, harus diputuskan dulu"),
    "incomplete": N_("belum lengkap"),
    "consent_missing": N_("persetujuan belum dicatat"),
    "already_insured": N_("sudah peserta, menurut keterangannya sendiri"),
    "lacking": N_("tidak memenuhi templat"),
}
#: What a row of answers means, in words.
OUTCOMES = {
    "new": N_("jawaban baru"),
    "changed": N_("lain dari jawaban sebelumnya"),
    "same": N_("sudah tercatat"),
    "name_differs": N_("NIK cocok, namanya lain"),
    "unknown": N_("tidak ada di sini"),
    "several": N_("NIK ini ada pada beberapa pendaftaran"),
    "unreadable": N_("NIK atau statusnya tidak terbaca"),
}


@app.command()
def check(context: typer.Context, programme: _Programme, as_json: _Json = False) -> None:
    """Siapa yang bisa dikirim ke BPJS, dan siapa yang tertahan karena apa."""
    from jamsos_desktop.services.bpjs_export import check_export, mapping
    from jamsos_desktop.services.plan import find_programme

    with session_of(context).desk() as desk:
        programme_id = find_programme(desk, programme)
        found = check_export(desk, programme_id, mapping())
    if as_json:
        held = [{"number": one.number, "why": one.why} for one in found.held]
        say_json({"ready": [one.person.number for one in found.ready], "held": held})
        return
    say(_("Bisa dikirim: {count}", count=len(found.ready)))
    for one in found.held:
        lacking = ", ".join(column.header for column in one.lacking)
        why = f"{_(HELD[one.why])} {lacking}".strip()
        say(_("Tertahan: {number} {name}, {why}").format(number=one.number, name=one.name, why=why))


@app.command()
def export(
    context: typer.Context,
    programme: _Programme,
    out: Annotated[Path, typer.Option(help="Folder untuk berkas BPJS.")],
    form: Annotated[str, typer.Option("--format", help="xlsx, csv atau json.")] = "xlsx",
) -> None:
    """Tulis berkas untuk BPJS. Isinya terbuka: simpan dan kirim dengan hati-hati."""
    from jamsos_desktop.services.bpjs_export import Format, export_to_bpjs, mapping
    from jamsos_desktop.services.plan import find_programme

    if form not in get_args(Format):
        raise typer.BadParameter(", ".join(get_args(Format)))
    with session_of(context).desk() as desk:
        programme_id = find_programme(desk, programme)
        path, found = export_to_bpjs(desk, programme_id, out, mapping(), form)  # type: ignore[arg-type]
    said = _("{count} orang di berkas {path}; {held} tertahan.")
    say(said.format(count=len(found.ready), path=path, held=len(found.held)))


@app.command()
def answers(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    take: Annotated[bool, typer.Option(help="Catat jawaban baru, bukan hanya lihat.")] = False,
    changed: Annotated[bool, typer.Option(help="Catat juga yang lain dari sebelumnya.")] = False,
    as_json: _Json = False,
) -> None:
    """Baca hasil verifikasi BPJS: cocokkan, tampilkan, dan bila diminta catat."""
    from jamsos_desktop.services.bpjs_results import check_results, result_layout, take_results

    with session_of(context).desk() as desk:
        rows = check_results(desk, file, result_layout())
        taken = take_results(desk, rows, changed_too=changed) if take else 0
    if as_json:
        shown = [{"line": r.line, "outcome": r.outcome, "number": r.number} for r in rows]
        say_json({"rows": shown, "taken": taken})
        return
    for outcome, count in Counter(row.outcome for row in rows).items():
        say(f"{_(OUTCOMES[outcome])}: {count}")
    for row in rows:
        if row.outcome not in ("new", "same"):
            values = {"line": row.line, "nik": row.masked_nik, "name": row.name}
            said = _("Baris {line}: {nik} {name}").format(**values)
            say(f"{said}, {_(OUTCOMES[row.outcome])}")
    say(_("Dicatat: {count}", count=taken))
