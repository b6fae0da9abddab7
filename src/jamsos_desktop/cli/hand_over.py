"""``handover NUMBER``: journal into whose hands a card went."""

from typing import Annotated

import typer

from jamsos_desktop.cli.session import say, session_of
from jamsos_desktop.domain.activities import Receiver
from jamsos_desktop.i18n import _


def handover(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Nomor pendaftaran, atau isi kode QR kartu.")],
    to: Annotated[Receiver, typer.Option(help="orangnya, keluarga, atau wakil.")] = "orangnya",
    name: Annotated[str, typer.Option(help="Nama keluarga atau wakil yang menerima.")] = "",
) -> None:
    """Catat bahwa kartu diserahkan."""
    from jamsos_desktop.services.hand_over import hand_over

    with session_of(context).desk() as desk:
        given = hand_over(desk, number, to, name)
    if given.already:
        say(_("{number} sudah diserahkan pada {at}", number=given.number, at=given.at[:16]))
    else:
        say(_("{number} diserahkan", number=given.number))
