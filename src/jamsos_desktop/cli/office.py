"""``office``, ``kit``, ``event`` and ``officer``: what the office prepares."""

from pathlib import Path
from typing import Annotated

import typer

from jamsos_desktop.cli.session import say, say_json, session_of
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.records import CommunityEvent, Programme, Role
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _

app = typer.Typer(no_args_is_help=True)
kit_app = typer.Typer(no_args_is_help=True)
event_app = typer.Typer(no_args_is_help=True)
officer_app = typer.Typer(no_args_is_help=True)


@app.command("init")
def init_office(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Nama kantor, misalnya Kota Mojokerto.")],
    officer: Annotated[str, typer.Option(help="Nama admin pertama.")] = "Admin",
    sheet: Annotated[
        Path | None, typer.Option(help="Lembar pemulihan (PDF); bawaan: di folder data.")
    ] = None,
    practice: Annotated[bool, typer.Option(help="Kantor latihan.")] = False,
) -> None:
    """Siapkan kantor: kunci, admin pertama, lembar pemulihan."""
    from jamsos_desktop.services.recovery import check_sheet_target, save_recovery_sheet
    from jamsos_desktop.services.set_up import init_office as set_up_office

    session = session_of(context)
    login, password = session.ask_login("admin"), session.ask_password()
    target = sheet or session.data_dir.parent / f"{session.data_dir.name}-pemulihan.pdf"
    if sheet or target.parent.is_dir():
        check_sheet_target(target)  # an office without its sheet would be a change by half
    desk = set_up_office(session.data_dir, name, login, officer, password, practice=practice)
    try:
        written = save_recovery_sheet(desk, target)
    finally:
        desk.close()
    say(_("Kantor {name} siap. Nama pengguna: {login}").format(name=name, login=login))
    say(
        _(
            "Lembar pemulihan: {path}. Cetak dua kali, simpan di amplop tertutup, hapus berkasnya.",
            path=written,
        )
    )


@app.command("recover")
def recover(
    context: typer.Context,
    identity_file: Annotated[
        Path, typer.Option(help="Berkas berisi kunci AGE-SECRET-KEY-1… dari lembar pemulihan.")
    ],
) -> None:
    """Beri petugas kata sandi baru dengan kunci di lembar pemulihan kantor."""
    from jamsos_desktop.services.sign_in import reset_password

    session = session_of(context)
    try:
        identity = identity_file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("password_file", file=str(identity_file)) from error
    reset_password(session.data_dir, identity, session.ask_login(), session.ask_password())
    say(_("Kata sandi baru berlaku."))


@kit_app.command("export")
def export_kit(
    context: typer.Context,
    station: Annotated[str, typer.Option(help="Nama pos.")],
    event: Annotated[list[str], typer.Option(help="Kode kegiatan; boleh beberapa.")],
    out: Annotated[Path, typer.Option(help="Berkas paket baru.")],
) -> None:
    """Buat paket untuk satu pos. Kode aktivasinya hanya muncul sekali."""
    from jamsos_desktop.services.kits import export_kit as make_kit
    from jamsos_desktop.services.plan import find_event

    with session_of(context).desk() as desk:
        ids = [find_event(desk, prefix)[0] for prefix in event]
        issued = make_kit(desk, station, ids, out)
    say(_("Paket: {path} (kode pos {code})").format(path=issued.path, code=issued.station.code))
    say(_("Kode aktivasi: {code}", code=issued.activation_code))
    say(_("Tulis kode itu di kertas. Kode tidak disimpan dan tidak muncul lagi."))


@kit_app.command("inspect")
def inspect_kit(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Buka paket dengan kodenya dan katakan isinya, tanpa memasang apa pun."""
    import msgspec

    from jamsos_desktop.domain.reference_words import file_words
    from jamsos_desktop.services.kits import read_kit, summarise

    said = summarise(read_kit(file, session_of(context).ask_activation_code()))
    if as_json:
        say_json(msgspec.to_builtins(said))
        return
    say(_("Paket untuk {station} ({code})", station=said.station, code=said.code))
    say(_("Dari {name}", name=said.office))
    say(_("Dibuat {moment}", moment=moment_words(said.written_at)))
    for event in said.events:
        say(
            _("Kegiatan: {name}, {date}, {place}").format(
                name=event.name, date=f"{event.date:%d-%m-%Y}", place=event.place
            )
        )
    inside = {"officers": said.officers, "candidates": said.candidates}
    say(_("{officers} petugas, {candidates} calon peserta").format(**inside))
    elsewhere = {"registered": said.registered, "revoked": said.revoked}
    say(_("{registered} NIK sudah terdaftar, {revoked} kartu tidak berlaku").format(**elsewhere))
    if said.reference:
        files = ", ".join(map(file_words, said.reference))
        say(_("Aturan dan teks dari kantor: {files}", files=files))
    if said.practice:
        say(_("LATIHAN"))


@event_app.command("add")
def add_event(  # noqa: PLR0913, PLR0917  (a command's options)
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Nama kegiatan.")],
    date: Annotated[str, typer.Option(help="Tanggal: 12-11-2025.")],
    place: Annotated[str, typer.Option(help="Tempat.")] = "",
    region: Annotated[str, typer.Option(help="Kode wilayah, misalnya 35.76.")] = "",
    programme: Annotated[str, typer.Option(help="Nama program; dibuat bila belum ada.")] = "DBHCHT",
    months: Annotated[int, typer.Option(help="Lama perlindungan, bulan.")] = 3,
    target: Annotated[int, typer.Option(help="Sasaran peserta.")] = 0,
    rules: Annotated[str, typer.Option(help="Aturan program yang baru.")] = "standar",
    visits: Annotated[bool, typer.Option(help="Kunjungan dari rumah ke rumah.")] = False,
) -> None:
    """Tambah kegiatan."""
    from jamsos_desktop.domain.planning import parse_event_date
    from jamsos_desktop.services import plan
    from jamsos_desktop.services.reference import in_force, regions

    with session_of(context).desk() as desk:
        in_force(desk).rule_book(rules)  # refuses a name that is not there
        day = parse_event_date(date)
        if day is None:
            raise typer.BadParameter(_("Tanggal tidak terbaca. Contoh: 12-11-2025."))
        if region and regions().get(region) is None:
            raise typer.BadParameter(_("Kode wilayah tidak dikenal. Contoh: 35.76."))
        known = {body.name: i for i, body in plan.programmes(desk)}
        programme_id = known.get(programme) or plan.add_programme(
            desk,
            Programme(
                name=programme,
                fund=programme,
                coverage_start=f"{day:%Y-%m}",
                coverage_months=months,
                rules=rules,
            ),
        )
        event = CommunityEvent(
            name=name,
            place=place,
            date=day,
            programme_id=programme_id,
            region=region,
            target=target,
            kind="kunjungan" if visits else "kegiatan",
        )
        say(plan.add_event(desk, event))


@event_app.command("list")
def list_events(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Daftar kegiatan."""
    from jamsos_desktop.services import plan

    with session_of(context).desk() as desk:
        known = plan.events(desk)
    if as_json:
        say_json([{"id": i, "name": e.name, "date": e.date.isoformat()} for i, e in known])
        return
    for event_id, event in known:
        say(f"{event_id}  {event.date:%d-%m-%Y}  {event.name}")


@officer_app.command("add")
def add_officer(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="Nama petugas.")],
    new_login: Annotated[str, typer.Option(help="Nama pengguna petugas baru.")],
    role: Annotated[str, typer.Option(help="kader, koordinator atau admin.")] = "kader",
) -> None:
    """Tambah petugas; kata sandinya dibuat di pos tempat ia bekerja."""
    from jamsos_desktop.services import plan

    roles: dict[str, Role] = {"kader": "kader", "koordinator": "koordinator", "admin": "admin"}
    if role not in roles:
        raise typer.BadParameter("kader, koordinator, admin")
    with session_of(context).desk() as desk:
        say(plan.add_officer(desk, new_login, name, roles[role]))
