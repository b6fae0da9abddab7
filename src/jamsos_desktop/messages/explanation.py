"""What an error is made of when it is said to a person."""

from typing import NamedTuple

from jamsos_desktop.i18n import N_


class Explanation(NamedTuple):
    """An error in words."""

    what: str
    data: str
    todo: str

    def __str__(self) -> str:
        return f"{self.what} {self.data} {self.todo}"


NOTHING_CHANGED = N_("Tidak ada data yang berubah.")
