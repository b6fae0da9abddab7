"""Where things lie: shipped resources and the folder of one installation."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resource(name: str) -> Path:
    """A shipped file or folder by its name relative to ``resources/``.

    A wheel and a frozen program carry the folder inside the package; a checkout has it at the top.
    """
    return (_PACKAGED if _PACKAGED.is_dir() else _CHECKOUT) / name


def default_data_dir() -> Path:
    """The folder of this person's installation when ``--data`` is not given."""
    from platformdirs import user_data_path

    return user_data_path("jamsos-desktop", appauthor=False)
