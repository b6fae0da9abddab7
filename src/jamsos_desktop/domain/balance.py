"""The day's balance (*neraca hari ini*): what was made at an event, and where it is now.

Nothing here is kept: every figure is counted from the journal, and what belongs together adds up.
"""

import msgspec


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """Registrations of an event. ``complete`` and ``incomplete`` are those that count."""

    complete: int = 0
    incomplete: int = 0
    voided: int = 0
    withdrawn: int = 0  # took their consent back, and are not voided
    printed: int = 0  # of those who count
    handed: int = 0  # of those who count
    to_return: int = 0  # cards that were printed of who does not count any more
    exported: int = 0  # left this laptop; at an office: all, for it has whatever it sees
    accepted: int = 0  # of these: a station's office has them; an office accepted them
    returned: int = 0  # of these: to be corrected, duplicates, refused by the office or BPJS
    undecided: int = 0  # at an office: who counts and waits for its verdict
    elsewhere: int = 0  # came from other stations
    officers: int = 0  # who made them
    refused: int = 0  # people who did not let their data be used

    @property
    def counted(self) -> int:
        """Who counts."""
        return self.complete + self.incomplete

    @property
    def made(self) -> int:
        """Every registration that there ever was."""
        return self.counted + self.voided + self.withdrawn

    @property
    def not_printed(self) -> int:
        """Who counts and has no card."""
        return self.counted - self.printed

    @property
    def not_handed(self) -> int:
        """Who counts and has no card in their hands."""
        return self.counted - self.handed

    @property
    def here(self) -> int:
        """Made at this installation."""
        return self.made - self.elsewhere

    @property
    def not_exported(self) -> int:
        """On this laptop alone."""
        return self.made - self.exported

    @property
    def waiting(self) -> int:
        """On the way: the office has not answered."""
        return self.exported - self.accepted - self.returned
