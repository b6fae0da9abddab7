"""``tour --out DIR [--people N]``."""

from pathlib import Path
from typing import Annotated

import typer

from jamsos_desktop.cli.session import FAULT, say


def tour(
    out: Annotated[Path, typer.Option(help="Folder baru untuk hasilnya.")],
    people: Annotated[int, typer.Option(min=1, max=10_000, help="Banyaknya orang rekaan.")] = 60,
) -> None:
    """Seluruh perjalanan dengan orang rekaan: kantor, dua pos, kartu, bundel, impor."""
    from jamsos_desktop.tour import run_tour

    if not run_tour(out, people, say).balances:
        raise typer.Exit(FAULT)
