"""``duplicates list | same | different | ask-again``: the duplicate desk from the terminal."""

from typing import Annotated

import typer

from jamsos_desktop.cli.session import progress, say, say_json, session_of
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)
_Number = Annotated[str, typer.Argument(metavar="NUMBER")]
_Numbers = Annotated[list[str], typer.Argument(metavar="NUMBER...")]
_Reason = Annotated[str, typer.Option(help="Alasannya.")]


@app.command("list")
def list_(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Sebutkan pendaftaran yang mungkin milik satu orang, yang paling mirip dulu."""
    from jamsos_desktop.services.duplicate_desk import look_at_groups, open_questions
    from jamsos_desktop.services.likely_pairs import compare_new

    with session_of(context).desk() as desk:
        with progress(_("Membandingkan")) as (report, cancel):
            compare_new(desk, report, cancel)
        groups = look_at_groups(desk, open_questions(desk))
    if as_json:
        say_json([[{"number": who.number, "name": who.name} for who in one] for one in groups])
        return
    for one in groups:
        say("  ".join(f"{who.number} {who.name}" for who in one))
    say(_("{count} kelompok menunggu keputusan.", count=len(groups)))


@app.command()
def same(context: typer.Context, kept: _Number, others: _Numbers, reason: _Reason = "") -> None:
    """Satu orang: pendaftaran pertama yang dipakai, yang lain gandanya."""
    from jamsos_desktop.services.duplicate_desk import heads_of, same_person
    from jamsos_desktop.services.find import find_number

    with session_of(context).desk() as desk:
        ids = [find_number(desk, number) for number in (kept, *others)]
        same_person(desk, ids[0], ids[1:], heads_of(desk, ids), reason=reason)
    say(_("Tercatat untuk {number}.", number=kept))


@app.command()
def different(context: typer.Context, numbers: _Numbers, reason: _Reason = "") -> None:
    """Orang yang berbeda semuanya; tidak ditanyakan lagi."""
    from jamsos_desktop.services.duplicate_desk import different_people, heads_of
    from jamsos_desktop.services.find import find_number

    if len(numbers) < 2:
        raise typer.BadParameter("NUMBER NUMBER...", param_hint="NUMBER")
    with session_of(context).desk() as desk:
        ids = [find_number(desk, number) for number in numbers]
        different_people(desk, ids, heads_of(desk, ids), reason)
    say(_("Tercatat untuk {number}.", number=", ".join(numbers)))


@app.command("ask-again")
def ask_again(context: typer.Context, number: _Number, reason: _Reason = "") -> None:
    """Batalkan "orang yang berbeda": ditanyakan lagi."""
    from jamsos_desktop.services import duplicate_desk
    from jamsos_desktop.services.find import find_number

    with session_of(context).desk() as desk:
        duplicate_desk.ask_again(desk, find_number(desk, number), reason)
    say(_("Tercatat untuk {number}.", number=number))
