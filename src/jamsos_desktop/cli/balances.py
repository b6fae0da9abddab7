"""``balance``: what every station made, what arrived, and what became of it."""

from pathlib import Path
from typing import Annotated

import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.i18n import _


def balance(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(help="Berkas CSV atau PDF.")] = None,
    days: Annotated[int, typer.Option(help="Pos terlambat setelah sekian hari.")] = 7,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Neraca kantor: yang dibuat, tiba, diterima, dikirim, dan dijawab, per pos dan hari."""
    import msgspec

    from jamsos_desktop.services import balance as service
    from jamsos_desktop.services.papers_of_event import save_paper

    with session_of(context).desk() as desk:
        found = service.office_balance(desk, days)
        if out is not None:
            pdf = out.suffix.lower() == ".pdf"
            path = (
                save_paper(service.balance_pdf(desk, found), out)
                if pdf
                else service.save_balance(desk, found, out)
            )
            say(_("Tersimpan: {file}", file=path.name))
    if as_json:
        stations = [
            {"standing": one.standing, **msgspec.to_builtins(one)} for one in found.stations
        ]
        days_of = [msgspec.to_builtins(one) for one in found.days]
        say_json({"balances": found.balances, "stations": stations, "days": days_of})
        return
    say(service.balance_words(found))
    for one in found.stations:
        figures = zip(service.headings(), service.figures_of(one.claimed, one.figures), strict=True)
        counts = ", ".join(f"{name} {count}" for name, count in figures)
        say(f"{one.name}: {counts}")
        if missing := service.missing_words(one):
            say(f"  {missing}")
