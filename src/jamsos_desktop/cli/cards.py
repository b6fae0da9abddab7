"""``cards --event ID --out FILE.pdf``."""

from pathlib import Path
from typing import Annotated

import typer

from jamsos_desktop.cli.session import progress, say, session_of
from jamsos_desktop.i18n import _


def cards(
    context: typer.Context,
    event: Annotated[str, typer.Option(help="Kode kegiatan, atau awalnya.")],
    out: Annotated[Path, typer.Option(help="Berkas PDF baru.")],
    not_printed: Annotated[bool, typer.Option(help="Hanya yang belum dicetak.")] = False,
) -> None:
    """Simpan kartu semua peserta satu kegiatan sebagai PDF."""
    from jamsos_desktop.services.plan import find_event
    from jamsos_desktop.services.print_cards import choose_cards, save_cards

    with session_of(context).desk() as desk, progress(_("Menyusun kartu")) as (report, cancel):
        event_id, _event = find_event(desk, event)
        chosen = choose_cards(desk, event_id, not_printed=not_printed)
        sheet = save_cards(desk, chosen, out, report, cancel)
    say(_("{count} kartu disimpan di {path}", count=sheet.cards, path=sheet.path))
