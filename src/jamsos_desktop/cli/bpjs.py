"""``bpjs check | accept | export | answers``."""

from collections import Counter
from pathlib import Path
from typing import Annotated, get_args

import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.domain.bpjs_words import OUTCOMES, held_words
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]
_Programme = Annotated[str, typer.Option(help="Nomor program, atau awalannya.")]


@app.command()
def check(context: typer.Context, programme: _Programme, as_json: _Json = False) -> None:
    """Siapa yang bisa dikirim ke BPJS, dan siapa yang tertahan karena apa."""
    from jamsos_desktop.services.bpjs_check import Selection, check_export, mapping
    from jamsos_desktop.services.plan import find_programme

    with session_of(context).desk() as desk:
        programme_id = find_programme(desk, programme)
        found = check_export(desk, Selection(programme_id), mapping())
    if as_json:
        held = [{"number": one.number, "why": one.why} for one in found.held]
        say_json({"ready": [one.person.number for one in found.ready], "held": held})
        return
    say(_("Bisa dikirim: {count}", count=len(found.ready)))
    for one in found.held:
        why = held_words(one.why, one.lacking)
        say(_("Tertahan: {number} {name}, {why}").format(number=one.number, name=one.name, why=why))


@app.command()
def accept(context: typer.Context, programme: _Programme) -> None:
    """Terima semua yang sudah masuk, lengkap, dan tidak ada temuannya."""
    from jamsos_desktop.services.bpjs_accept import accept_all
    from jamsos_desktop.services.bpjs_check import Selection, check_export, mapping
    from jamsos_desktop.services.likely_pairs import compare_new
    from jamsos_desktop.services.plan import find_programme

    with session_of(context).desk() as desk:
        compare_new(desk)
        found = check_export(desk, Selection(find_programme(desk, programme)), mapping())
        done = accept_all(desk, found.waiting)
    say(_("Diterima: {count}", count=len(done.verdicts)))


@app.command()
def export(
    context: typer.Context,
    programme: _Programme,
    out: Annotated[Path, typer.Option(help="Folder untuk berkas BPJS.")],
    form: Annotated[str, typer.Option("--format", help="xlsx, csv atau json.")] = "xlsx",
    again: Annotated[bool, typer.Option(help="Juga yang sudah dikirim.")] = False,
) -> None:
    """Tulis berkas untuk BPJS. Isinya terbuka: simpan dan kirim dengan hati-hati."""
    from jamsos_desktop.services.bpjs_check import Selection, mapping
    from jamsos_desktop.services.bpjs_export import Format, export_to_bpjs
    from jamsos_desktop.services.plan import find_programme

    if form not in get_args(Format):
        raise typer.BadParameter(", ".join(get_args(Format)))
    with session_of(context).desk() as desk:
        chosen = Selection(find_programme(desk, programme), again=again)
        path, found = export_to_bpjs(desk, chosen, out, mapping(), form)  # type: ignore[arg-type]
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
    from jamsos_desktop.services.bpjs_results import check_results, result_layouts, take_results

    with session_of(context).desk() as desk:
        rows = check_results(desk, file, result_layouts())
        chosen = [row.line for row in rows if changed and row.outcome == "changed"]
        taken = take_results(desk, rows, chosen) if take else 0
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
