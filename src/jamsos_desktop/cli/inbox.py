"""``inbox brake | quarantine``, and what a bundle brings, in lines."""

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.i18n import N_, _

if TYPE_CHECKING:
    from jamsos_desktop.domain.set_aside import Why
    from jamsos_desktop.services.import_report import Aside, ImportReport

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]

_WHY: "dict[Why, str]" = {
    "newer": N_("ditulis program yang lebih baru"),
    "unreadable": N_("tidak bisa dibaca"),
    "oversteps": N_("hanya kantor yang boleh menulisnya"),
}


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
        _say_aside(aside)
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
    from jamsos_desktop.services.quarantine import list_quarantine

    with session_of(context).desk() as desk:
        found = list_quarantine(desk)
    if as_json:
        say_json(msgspec.to_builtins(found))
        return
    for one in found:
        _say_aside(one)
    say(_("Disisihkan: {count} catatan.", count=len(found)))


def _say_aside(one: "Aside") -> None:
    text = _("  disisihkan: catatan {seq} ({kind}): {why}")
    say(text.format(seq=one.seq, kind=one.type or "?", why=_(_WHY[one.why])))
