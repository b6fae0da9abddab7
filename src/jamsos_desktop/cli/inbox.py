"""``inbox brake | quarantine | read-again``, and what a bundle brings, in lines."""

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.domain.aside_words import advice_words, kind_words, why_words
from jamsos_desktop.i18n import _

if TYPE_CHECKING:
    from jamsos_desktop.services.import_report import Aside, ImportReport

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]


def say_seen(result: "ImportReport") -> None:
    """What a bundle brings or brought, in lines."""
    text = _("  baru {new}, berubah {changed}, perlu diputuskan {conflict}, sudah ada {same}")
    say(text.format(**result.counts))
    for event in result.events:
        name = event.name or _("(kegiatan tidak dikenal)")
        text = _("  {name}: {new} baru, {changed} berubah")
        say(text.format(name=name, new=event.new, changed=event.changed))
    if result.voided or result.withdrawn:
        text = _("  dibatalkan {voided}, persetujuan dicabut {withdrawn}")
        say(text.format(voided=result.voided, withdrawn=result.withdrawn))
    if result.pictures:
        say(_("  foto dan tanda tangan: {count}", count=result.pictures))
    for one in result.missing:
        why = _("rusak") if one.refused else _("tidak ikut")
        say(_("  gambar belum ada ({why}): {number}", why=why, number=one.number))
    for first, last in result.gaps:
        say(_("  catatan belum sampai: {first}–{last}").format(first=first, last=last))
    for seq in result.forks:
        say(_("  nomor catatan dipakai dua kali: {seq}", seq=seq))
    for aside in result.aside:
        _say_aside(aside, result.station_code)
    for twin in result.twins:
        text = _("  {number} mirip {other} ({score} %: {why})")
        values = {"number": twin.number, "other": twin.other_number}
        say(text.format(**values, score=twin.score, why=twin.why))


@app.command("brake")
def brake(
    context: typer.Context,
    share: Annotated[int | None, typer.Option(help="Persen orang yang sudah terdaftar.")] = None,
    least: Annotated[int | None, typer.Option(help="Paling sedikit sekian orang.")] = None,
    as_json: _Json = False,
) -> None:
    """Kapan berkas dari pos berhenti karena terlalu banyak orang yang sudah terdaftar."""
    from jamsos_desktop.services.brake import read_settings, set_brake

    with session_of(context).desk() as desk:
        now = read_settings(desk)
        if share is not None or least is not None:
            now = set_brake(
                desk,
                now.share if share is None else share,
                now.least if least is None else least,
            )
    if as_json:
        say_json(msgspec.to_builtins(now))
        return
    text = _("Berhenti di atas {share} %, bila paling sedikit {least} orang.")
    say(text.format(share=now.share, least=now.least))


@app.command("quarantine")
def quarantine(context: typer.Context, as_json: _Json = False) -> None:
    """Catatan yang disisihkan: disimpan, tetapi isinya tidak dipakai."""
    from jamsos_desktop.services.plan import stations
    from jamsos_desktop.services.quarantine import list_quarantine

    with session_of(context).desk() as desk:
        found = list_quarantine(desk)
        codes = {station_id: one.code for station_id, one in stations(desk)}
    if as_json:
        say_json([one._asdict() for one in found])
        return
    for one in found:
        _say_aside(one, codes.get(one.station_id, ""))
        say(f"    {advice_words(one.why)}")
    say(_("Disisihkan: {count} catatan.", count=len(found)))


@app.command("read-again")
def read_again(context: typer.Context, as_json: _Json = False) -> None:
    """Baca lagi catatan yang disisihkan, misalnya setelah program diperbarui."""
    from jamsos_desktop.services import read_again as service

    with session_of(context).desk() as desk:
        done = service.read_again(desk)
    if as_json:
        say_json(done._asdict())
        return
    said = _("Masuk sekarang: {taken} catatan. Masih disisihkan: {left}.")
    say(said.format(taken=done.taken, left=done.left))


def _say_aside(one: "Aside", code: str) -> None:
    text = _("  disisihkan: {station} catatan {seq} ({kind}): {why}")
    values = {"seq": one.seq, "kind": kind_words(one.type), "why": why_words(one.why)}
    say(text.format(station=code or "?", **values))
