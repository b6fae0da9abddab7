"""``bpjs check | accept | export | answers | taken | undo``."""

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
    from jamsos_desktop.services.bpjs_check import Selection, check_export, usual_mapping
    from jamsos_desktop.services.plan import find_programme

    with session_of(context).desk() as desk:
        programme_id = find_programme(desk, programme)
        found = check_export(desk, Selection(programme_id), usual_mapping(desk))
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
    from jamsos_desktop.services.bpjs_check import Selection, check_export, usual_mapping
    from jamsos_desktop.services.likely_pairs import compare_new
    from jamsos_desktop.services.plan import find_programme

    with session_of(context).desk() as desk:
        compare_new(desk)
        found = check_export(desk, Selection(find_programme(desk, programme)), usual_mapping(desk))
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
    from jamsos_desktop.services.bpjs_check import Selection, usual_mapping
    from jamsos_desktop.services.bpjs_export import Format, export_to_bpjs
    from jamsos_desktop.services.plan import find_programme

    if form not in get_args(Format):
        raise typer.BadParameter(", ".join(get_args(Format)))
    with session_of(context).desk() as desk:
        chosen = Selection(find_programme(desk, programme), again=again)
        path, found = export_to_bpjs(desk, chosen, out, usual_mapping(desk), form)  # type: ignore[arg-type]
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
    from jamsos_desktop.services.bpjs_results import check_results, take_results
    from jamsos_desktop.services.reference import in_force

    with session_of(context).desk() as desk:
        rows = check_results(desk, file, tuple(in_force(desk).result_layouts.values()))
        chosen = [row.line for row in rows if changed and row.outcome == "changed"]
        taken = take_results(desk, rows, chosen, file=file.name) if take else 0
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


@app.command()
def taken(context: typer.Context, as_json: _Json = False) -> None:
    """Berkas jawaban BPJS yang sudah dicatat, yang terbaru dulu."""
    from jamsos_desktop.services import plan
    from jamsos_desktop.services.bpjs_undo import list_taken

    with session_of(context).desk() as desk:
        found, officers = list_taken(desk), dict(plan.officers(desk))
    if as_json:
        say_json([one._asdict() for one in found])
        return
    for one in found:
        officer = officers.get(one.officer_id)
        text = _("{id}  {at}  {file}: {answers} jawaban, {left} berlaku, oleh {officer}")
        values = one._asdict() | {"id": one.id[:8], "officer": officer.name if officer else "?"}
        say(text.format(**values))
    say(_("Berkas jawaban: {count}", count=len(found)))


@app.command()
def undo(
    context: typer.Context,
    reason: Annotated[str, typer.Option(help="Mengapa jawabannya dibatalkan.")],
    file: Annotated[str, typer.Option(help="Awal nomor berkas dari bpjs taken.")] = "",
    number: Annotated[str, typer.Option(help="Nomor pendaftaran satu orang.")] = "",
) -> None:
    """Batalkan jawaban BPJS yang keliru dicatat: seluruh berkas, atau satu orang."""
    from jamsos_desktop.services.bpjs_undo import undo_answer, undo_file
    from jamsos_desktop.services.find import find_number

    if bool(file) == bool(number):
        raise typer.BadParameter(_("Pilih salah satu: --file atau --number."))
    with session_of(context).desk() as desk:
        if file:
            done = undo_file(desk, file, reason)
        else:
            done = undo_answer(desk, find_number(desk, number), reason)
    say(_("Dibatalkan: {count} jawaban.", count=done.answers))
    for card in done.cards:
        text = _("Kartunya terlanjur menyebut aktif: {number} {name}. Tarik dan cetak ulang.")
        say(text.format(number=card.number, name=card.name))
