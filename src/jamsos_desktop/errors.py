"""The two kinds of failure: the world's fault, which gets a sentence, and a bug.

A :class:`UserError` carries a code and values; :mod:`jamsos_desktop.messages` turns it into words.
Every other exception is a defect of this program.
"""


class UserError(Exception):
    """Something outside the program stands in the way (a full disk, a wrong password, a bad file).

    ``code`` names the sentence in :mod:`jamsos_desktop.messages`; ``values`` fill its gaps.
    They never hold a NIK, a name of a participant, a password or a key.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class Cancelled(Exception):  # noqa: N818  (a person's wish, not an error)
    """Somebody pressed "stop"; the work was rolled back."""
