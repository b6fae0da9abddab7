"""``office candidates``: taking a list of candidates in, and the list as it is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jamsos_desktop.cli.session import REFUSED, progress, say, say_json, session_of
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import LEVELS, finding_text

if TYPE_CHECKING:
    from jamsos_desktop.services.candidate_list import ListReport

app = typer.Typer(no_args_is_help=True)

_Programme = Annotated[str, typer.Option(help="Kode program; bawaan: program kegiatan hari ini.")]


@app.command("import")
def import_candidates(
    context: typer.Context,
    file: Annotated[Path, typer.Option(help="Daftar, XLSX atau CSV.")],
    programme: _Programme = "",
    sheet: Annotated[str, typer.Option(help="Lembar; bawaan: yang pertama.")] = "",
    region: Annotated[str, typer.Option(help="Kode wilayah tempat kelurahan dicari.")] = "",
    check: Annotated[bool, typer.Option("--check", help="Hanya periksa.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Impor calon peserta; kolom dikenali dari judulnya atau seperti impor terakhir."""
    from jamsos_desktop.services.candidate_list import Source, check_list, import_list, look_into
    from jamsos_desktop.services.candidate_places import region_of_programme
    from jamsos_desktop.services.plan import find_programme

    work = check_list if check else import_list
    doing = _("Memeriksa daftar…") if check else _("Mengimpor…")
    with session_of(context).desk() as desk, progress(doing) as (report, cancel):
        programme_id = find_programme(desk, programme)
        look = look_into(desk, file, sheet)
        within = region or region_of_programme(desk, programme_id)
        source = Source(
            file, look.sheet, look.line, look.headings, look.fields, programme_id, within
        )
        result = work(desk, source, report, cancel)
    _say_report(result, as_json=as_json)
    if result.counts["refused"] and result.counts["refused"] == result.rows:
        raise typer.Exit(REFUSED)


@app.command("list")
def list_candidates(
    context: typer.Context,
    programme: _Programme = "",
    village: Annotated[str, typer.Option(help="Kode kelurahan atau wilayah.")] = "",
    unregistered: Annotated[
        bool, typer.Option("--unregistered", help="Hanya yang belum terdaftar.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Sebutkan calon peserta satu program, NIK disamarkan."""
    from jamsos_desktop.services.candidates import find_candidates
    from jamsos_desktop.services.plan import find_programme
    from jamsos_desktop.storage.candidates import Filter

    with session_of(context).desk() as desk:
        wanted = Filter(
            find_programme(desk, programme),
            village=village,
            registered=False if unregistered else None,
        )
        found = find_candidates(desk, wanted, limit=-1)
    if as_json:
        say_json(
            [
                {
                    "id": one.record_id,
                    "name": one.name,
                    "nik": one.masked_nik,
                    "village": one.village,
                    "rt": one.rt,
                    "rw": one.rw,
                    "registered": one.registered,
                    "ceremony": one.ceremony,
                }
                for one in found
            ]
        )
        return
    for one in found:
        state = _("sudah terdaftar") if one.registered else _("belum terdaftar")
        say(f"{one.name}  {one.masked_nik}  {one.village}  {one.rt}/{one.rw}  {state}")


def _say_report(result: "ListReport", *, as_json: bool) -> None:
    if as_json:
        lines = [
            {
                "line": one.line,
                "outcome": one.outcome,
                "changes": one.changes,
                "findings": [
                    {"level": f.level, "code": f.code, "field": f.field, "message": finding_text(f)}
                    for f in one.findings
                ],
            }
            for one in result.lines
        ]
        counts: dict[str, object] = dict(result.counts.items())
        say_json(counts | {"warned": result.warned, "lines": lines})
        return
    for one in result.lines:
        if one.changes:
            say(f"{one.line}: {_(LEVELS['info'])}: {', '.join(one.changes)}")
        for finding in one.findings:
            say(f"{one.line}: {_(LEVELS[finding.level])}: {finding_text(finding)}")
    said = _("{new} baru, {changed} berubah, {same} tetap, {refused} ditolak.", **result.counts)
    say(said)
    if result.stopped:
        say(_("Impor dihentikan di tengah."))
