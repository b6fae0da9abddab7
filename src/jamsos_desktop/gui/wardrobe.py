"""What a person chose for the whole program: where it is kept, and how it is put on. No Qt."""

from collections.abc import Callable
from pathlib import Path

from jamsos_desktop.settings import Settings, save_settings


class Wardrobe:
    """The settings of the folder that the program was started with, whoever signs in where."""

    def __init__(
        self, folder: Path, settings: Settings, wear: Callable[[Settings], object]
    ) -> None:
        """``wear`` shows text size and appearance at once."""
        self._folder = folder
        self._settings = settings
        self._wear = wear

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    def choose(self, settings: Settings) -> None:
        """Put on what was chosen."""
        self._settings = settings
        self._wear(settings)

    def keep(self) -> None:
        """Write down what is chosen, for the next start. Raises ``settings_not_saved``."""
        save_settings(self._folder, self._settings)
