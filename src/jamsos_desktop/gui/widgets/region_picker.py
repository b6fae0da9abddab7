"""Finds a kelurahan or desa by any part of its name."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui.widgets.chooser import Chooser
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.i18n import _

Region = tuple[str, str, str]  # Kemendagri code, name, "Kec. …, Kota …"


class RegionPicker(Chooser):
    """A chooser over a search for regions."""

    def __init__(
        self,
        find: Callable[[str], Sequence[Region]],
        lookup: Callable[[str], Region | None],
        parent: QWidget | None = None,
    ) -> None:
        """``find`` gets what was typed (empty: what is nearest), ``lookup`` a code."""
        self._find_regions = find
        self._lookup_region = lookup
        super().__init__(self._options, self._option_of, parent)
        self.setPlaceholderText(_("Ketik nama kelurahan atau desa"))

    def _options(self, text: str) -> list[Option]:
        return [Option(*region) for region in self._find_regions(text)]

    def _option_of(self, code: str) -> Option | None:
        region = self._lookup_region(code)
        return Option(*region) if region else None
