"""The photo and the signature that a person's record names. No Qt; read on the worker."""

from dataclasses import dataclass

from jamsos_desktop.domain.records import Participant
from jamsos_desktop.services import pictures
from jamsos_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Pictures:
    """A JPEG or PNG of each; None where the record names none, empty where it is not here."""

    photo: bytes | None = None
    signature: bytes | None = None
    thumb: bool = False  # what stands for the signature is a thumb


NO_PICTURES = Pictures()


def read_pictures(desk: Desk, person: Participant) -> Pictures:
    """Look for what the record names."""
    given = person.consent
    return Pictures(
        photo=_read(desk, person.photo),
        signature=_read(desk, given.signature if given else ""),
        thumb=given is not None and given.method == "cap_jempol",
    )


def _read(desk: Desk, sha256: str) -> bytes | None:
    return (pictures.show_picture(desk, sha256) or b"") if sha256 else None
