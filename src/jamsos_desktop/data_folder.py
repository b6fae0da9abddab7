"""Where an installation lies when nobody says so."""

from pathlib import Path


def default_data_dir() -> Path:
    """The folder of this person's installation when ``--data`` is not given."""
    from platformdirs import user_data_path

    return user_data_path("jamsos-desktop", appauthor=False)
