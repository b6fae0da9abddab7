"""What the rules say about something typed: a level, a code, and the values for its words."""

from typing import Literal

import msgspec

Level = Literal["error", "warning", "info"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One remark about one field. ``code`` names the sentence in ``messages.FINDINGS``.

    ``error`` stands in the way of saving unless ``overridable`` and a reason is given; ``warning``
    wants a look and a reason; ``info`` is only told.

    A rule of a rule book brings its own words in ``texts`` and where they come from in ``source``,
    by language. What ``waits`` is a coordinator's to decide, and somebody else is signed in.
    """

    level: Level
    code: str
    field: str
    values: dict[str, str] = {}
    overridable: bool = False
    waits: bool = False
    texts: dict[str, str] = {}
    source: dict[str, str] = {}
