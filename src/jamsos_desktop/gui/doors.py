"""The services of the first windows, bound to a folder. Nothing heavy is loaded before a call."""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jamsos_desktop.gui.first_start.presenter import KitWords, SetUp
    from jamsos_desktop.gui.login.presenter import Doors
    from jamsos_desktop.services.desk import Desk
    from jamsos_desktop.services.kits import Kit


def set_up_in(data_dir: Path) -> "SetUp":
    """The services that make an installation in ``data_dir``."""
    from jamsos_desktop.gui.first_start.presenter import SetUp

    return SetUp(
        start_practice=partial(_start_practice, data_dir),
        read_kit=_read_kit,
        describe_kit=_describe_kit,
        init_station=partial(_init_station, data_dir),
        init_office=partial(_init_office, data_dir),
    )


def doors_of(data_dir: Path) -> "Doors":
    """The services that let somebody into the installation in ``data_dir``."""
    from jamsos_desktop.gui.login.presenter import Doors

    return Doors(
        sign_in=partial(_sign_in, data_dir), reset_password=partial(_reset_password, data_dir)
    )


def warm_up() -> None:
    """Load what signing in needs, while the person still reads and types."""
    import_module("jamsos_desktop.services.set_up")


def _start_practice(data_dir: Path) -> "Desk":
    from jamsos_desktop.services.set_up import start_practice

    return start_practice(data_dir)


def _read_kit(path: Path, code: str) -> "Kit":
    from jamsos_desktop.services.kits import read_kit

    return read_kit(path, code)


def _describe_kit(kit: "Kit") -> "KitWords":
    from jamsos_desktop.gui.first_start.kit_words import kit_words
    from jamsos_desktop.services.desk import system_clock
    from jamsos_desktop.services.kits import summarise

    return kit_words(summarise(kit), system_clock().date())


def _init_station(data_dir: Path, kit: "Kit", officer_id: str, password: str) -> "Desk":
    from jamsos_desktop.services.set_up import init_station

    return init_station(data_dir, kit, officer_id, password)


def _init_office(data_dir: Path, office: str, login: str, name: str, password: str) -> "Desk":
    from jamsos_desktop.services.set_up import init_office

    return init_office(data_dir, office, login, name, password)


def _sign_in(data_dir: Path, login: str, password: str) -> "Desk":
    from jamsos_desktop.services.sign_in import sign_in

    return sign_in(data_dir, login, password)


def _reset_password(data_dir: Path, identity: str, login: str, password: str) -> None:
    from jamsos_desktop.services.sign_in import reset_password

    reset_password(data_dir, identity, login, password)
