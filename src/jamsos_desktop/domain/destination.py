"""Where an installation uploads to when there is a network: a folder, WebDAV, SFTP or S3.

Kept in the encrypted database alone. Nothing here is shown by ``repr``, so that no log and no error
report can hold a password.
"""

import hashlib
from typing import Literal

import msgspec


class _Destination(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    @property
    def address(self) -> str:
        """Where it is, for people and logs; never with a secret."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        """Short name of the address, under which what was taken there is remembered."""
        return hashlib.sha256(self.address.encode()).hexdigest()[:16]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.address!r})"


class FolderPlace(_Destination, frozen=True, kw_only=True, tag="folder"):
    """A folder on a share that the system has connected."""

    path: str

    @property
    def address(self) -> str:
        return self.path


class WebDavPlace(_Destination, frozen=True, kw_only=True, tag="webdav"):
    """A folder on a WebDAV server, Nextcloud for one."""

    url: str  # of the folder, with https://
    user: str = ""
    password: str = ""

    @property
    def address(self) -> str:
        return self.url


class SftpPlace(_Destination, frozen=True, kw_only=True, tag="sftp"):
    """A folder on a server that speaks SSH."""

    host: str
    port: int = 22
    user: str = ""
    password: str = ""
    private_key: str = ""  # PEM or OpenSSH; the password is then its passphrase
    folder: str = "."
    host_key: str = ""  # "ssh-ed25519 AAAA..." as first met; empty before

    @property
    def address(self) -> str:
        return f"sftp://{self.host}:{self.port}/{self.folder.removeprefix('./')}"


class S3Place(_Destination, frozen=True, kw_only=True, tag="s3"):
    """A bucket of a server that speaks S3, and a folder in it."""

    endpoint: str  # with https://
    bucket: str
    access_key: str = ""
    secret_key: str = ""
    region: str = "us-east-1"  # what servers that know no regions expect
    folder: str = ""

    @property
    def address(self) -> str:
        return "/".join(part for part in (self.endpoint, self.bucket, self.folder) if part)


Destination = FolderPlace | WebDavPlace | SftpPlace | S3Place
DestinationKind = Literal["folder", "webdav", "sftp", "s3"]


def kind_of(place: Destination) -> DestinationKind:
    """Which of the four it is."""
    match place:
        case FolderPlace():
            return "folder"
        case WebDavPlace():
            return "webdav"
        case SftpPlace():
            return "sftp"
        case S3Place():
            return "s3"
