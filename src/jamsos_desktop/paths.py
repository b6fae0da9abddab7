"""Where shipped files lie, from source, from a wheel and in the built program alike."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resource(name: str) -> Path:
    """A shipped file or folder by its name relative to ``resources/``.

    A wheel and a frozen program carry the folder inside the package; a checkout has it at the top.
    """
    return (_PACKAGED if _PACKAGED.is_dir() else _CHECKOUT) / name
