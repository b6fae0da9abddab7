"""``decide``: what the office says of a registration."""

from typing import Annotated, get_args

import typer

from jamsos_desktop.cli.session import say, session_of
from jamsos_desktop.domain.activities import OfficeVerdict
from jamsos_desktop.i18n import _


def decide(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER")],
    verdict: Annotated[str, typer.Option(help="diterima, perlu_perbaikan, duplikat, ditolak")] = "",
    reason: Annotated[str, typer.Option(help="Alasannya.")] = "",
    field: Annotated[list[str], typer.Option(help="Isian yang harus diperbaiki.")] = [],  # noqa: B006
    kept: Annotated[str, typer.Option(help="Nomor pendaftaran yang dipakai.")] = "",
    undo: Annotated[bool, typer.Option(help="Batalkan keputusan yang berlaku.")] = False,
) -> None:
    """Putuskan sebuah pendaftaran; pos mengetahuinya dari balasan berikutnya."""
    from jamsos_desktop.domain.records import Participant
    from jamsos_desktop.services import decide as service
    from jamsos_desktop.services.find import find_number

    if undo == bool(verdict) or (verdict and verdict not in get_args(OfficeVerdict)):
        raise typer.BadParameter(", ".join(get_args(OfficeVerdict)), param_hint="--verdict")
    if unknown := set(field) - set(Participant.__struct_fields__):
        raise typer.BadParameter(", ".join(sorted(unknown)), param_hint="--field")
    with session_of(context).desk() as desk:
        record_id = find_number(desk, number)
        if undo:
            service.undo_decisions(desk, record_id, reason)
        else:
            kept_id = find_number(desk, kept) if kept else ""
            service.decide(
                desk,
                record_id,
                verdict,  # type: ignore[arg-type]
                reason,
                fields=field,
                kept_id=kept_id,
            )
    say(_("Tercatat untuk {number}.", number=number))
