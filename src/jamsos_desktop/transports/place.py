"""What a folder, WebDAV, SFTP and S3 have in common: six verbs, and who speaks them."""

from typing import Protocol

from jamsos_desktop.domain.destination import (
    Destination,
    FolderPlace,
    SftpPlace,
    WebDavPlace,
)

#: Seconds until a server that does not answer at all is taken for unreachable.
CONNECT_SECONDS = 10
#: Seconds for one request. A piece of 512 KiB needs a line of about 140 kbit/s.
REQUEST_SECONDS = 30


class Place(Protocol):
    """One folder at a destination. Names are plain: no folders in them.

    Every method raises the world's faults as :class:`UserError`: ``place_unreachable`` (``host``),
    ``place_refused``, ``place_no_folder``, ``place_full``, ``place_certificate``,
    ``place_host_changed``, ``place_failed``.
    """

    def names(self) -> dict[str, int]:
        """The files in it, with their sizes in bytes."""

    def read(self, name: str, start: int, length: int) -> bytes:
        """``length`` bytes from ``start`` on, less at the end. Raises ``place_file_gone``.

        ``start`` lies inside the file.
        """

    def write(self, name: str, content: bytes) -> None:
        """Write a temporary file, over an older one. After a break any part of it may be there."""

    def rename(self, name: str, new: str) -> None:
        """Give a temporary file its name. Raises ``place_name_taken`` rather than overwrite."""

    def remove(self, name: str) -> None:
        """Remove a file of one's own; nothing happens where there is none."""

    def host_key(self) -> str:
        """The server's key as it was met, to be remembered; empty where there is no such thing."""

    def close(self) -> None:
        """Hang up."""


def open_place(destination: Destination) -> Place:
    """Connect. Raises what every method of :class:`Place` can raise."""
    if isinstance(destination, FolderPlace):
        from jamsos_desktop.transports.folder import Folder

        return Folder(destination)
    if isinstance(destination, SftpPlace):
        from jamsos_desktop.transports.sftp import Sftp

        return Sftp(destination)
    from jamsos_desktop.transports.web import S3, WebDav

    return WebDav(destination) if isinstance(destination, WebDavPlace) else S3(destination)
