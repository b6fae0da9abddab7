"""``conflicts list | settle``: the conflict desk from the terminal."""

from typing import Annotated

import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)


@app.command("list")
def list_(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Sebutkan pendaftaran yang dikoreksi berbeda di dua tempat, dan isiannya."""
    from jamsos_desktop.services.conflict_desk import look_at_conflict, open_conflicts

    with session_of(context).desk() as desk:
        found = [look_at_conflict(desk, record_id) for record_id in open_conflicts(desk)]
    if as_json:
        say_json(
            [
                {"number": one.body.number, "fields": [c.field for c in one.conflicts]}
                for one in found
            ]
        )
        return
    for one in found:
        fields = ", ".join(label(conflict.field) for conflict in one.conflicts)
        say(f"{one.body.number} {one.body.name}: {fields}")
    say(_("{count} pendaftaran menunggu keputusan.", count=len(found)))


@app.command()
def settle(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER")],
    take: Annotated[
        list[str], typer.Option(help="ISIAN=URUTAN: pakai nilai ke-1, ke-2, … dari yang berbeda.")
    ] = [],  # noqa: B006
    reason: Annotated[str, typer.Option(help="Alasannya.")] = "",
) -> None:
    """Putuskan nilai mana yang berlaku, untuk setiap isian yang berbeda."""
    from jamsos_desktop.services import conflict_desk
    from jamsos_desktop.services.find import find_number

    with session_of(context).desk() as desk:
        seen = conflict_desk.look_at_conflict(desk, find_number(desk, number))
        values = {conflict.field: conflict.values for conflict in seen.conflicts}
        chosen = {}
        for one in take:
            field, _sign, place = one.partition("=")
            if (
                field not in values
                or not place.isdigit()
                or not 1 <= int(place) <= len(values[field])
            ):
                raise typer.BadParameter(one, param_hint="--take")
            chosen[field] = values[field][int(place) - 1].value
        conflict_desk.settle(desk, seen, chosen, {}, reason)
    say(_("Tercatat untuk {number}.", number=number))
