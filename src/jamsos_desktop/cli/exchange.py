"""``exchange write | read``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jamsos_desktop.cli.session import complain, say, say_json, session_of
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain

if TYPE_CHECKING:
    from jamsos_desktop.services.desk import Desk
    from jamsos_desktop.services.exchange import Exchanged

app = typer.Typer(no_args_is_help=True)
_Json = Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")]
_Event = Annotated[str, typer.Option(help="Kegiatan; tanpa ini yang hari ini.")]


@app.command()
def write(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option(help="Folder bersama atau flashdisk.")] = None,
    place: Annotated[bool, typer.Option("--place", help="Di tempat unggah.")] = False,
    event: _Event = "",
    as_json: _Json = False,
) -> None:
    """Tulis siapa yang terdaftar di laptop ini, lalu baca berkas laptop lain di folder itu."""
    from jamsos_desktop.services.exchange import exchange
    from jamsos_desktop.services.exchange_place import exchange_at_place

    if place == (out is not None):
        raise typer.BadParameter(_("Pilih salah satu: --out atau --place."))
    with session_of(context).desk() as desk:
        event_id = _event_id(desk, event)
        done = exchange_at_place(desk, event_id) if out is None else exchange(desk, event_id, out)
    if not as_json:
        name = _("tidak ada yang baru") if done.written is None else str(done.written)
        said = _("{people} pendaftaran dari laptop ini: {file}")
        say(said.format(people=done.told, file=name))
    _say(done, as_json=as_json)


@app.command()
def read(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="FILE_OR_DIR")],
    event: _Event = "",
    as_json: _Json = False,
) -> None:
    """Baca berkas TUKAR dari laptop lain, atau semua yang ada di satu folder."""
    from jamsos_desktop.services.exchange import read_exchange, read_folder

    with session_of(context).desk() as desk:
        work = read_folder if path.is_dir() else read_exchange
        done = work(desk, _event_id(desk, event), path)
    _say(done, as_json=as_json)


def _event_id(desk: "Desk", prefix: str) -> str:
    """The event that is meant. Raises ``event_unknown``."""
    from jamsos_desktop.services.plan import find_event, todays_event

    if prefix:
        return find_event(desk, prefix)[0]
    today = todays_event(desk)
    if today is None:
        raise UserError("event_unknown", found=0)
    return today[0]


def _say(done: "Exchanged", *, as_json: bool) -> None:
    if as_json:
        kept = ("name", "code", "people", "written_at", "heard_at")
        others = [{name: getattr(one, name) for name in kept} for one in done.sources]
        refused = [
            {"file": one.file, "code": one.error.code, "message": str(explain(one.error))}
            for one in done.refused
        ]
        written = None if done.written is None else str(done.written)
        say_json({"written": written, "people": done.told, "others": others, "refused": refused})
        return
    for one in done.sources:
        heard = _("{name} ({code}): {people} pendaftaran, ditulis {moment}")
        values = {"people": one.people, "moment": moment_words(one.written_at)}
        say(heard.format(name=one.name, code=one.code, **values))
    if not done.sources:
        say(_("Belum ada berkas dari laptop lain."))
    for refused_one in done.refused:
        complain(f"{refused_one.file}: {explain(refused_one.error)}")
