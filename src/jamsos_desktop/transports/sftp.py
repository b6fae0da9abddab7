"""A folder on a server that speaks SSH, by ``paramiko``.

The server's key is taken at the first meeting and kept; another one later is refused, because
somebody else may be answering.
"""

import io
import logging
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from jamsos_desktop.domain.destination import SftpPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.transports.place import CONNECT_SECONDS, REQUEST_SECONDS

if TYPE_CHECKING:
    import paramiko

_REQUEST = 32_768  # bytes, what every server gives at once


class Sftp:
    """One connection to the server. Its rename refuses to overwrite (SFTP version 3)."""

    def __init__(self, place: SftpPlace) -> None:
        self._place = place
        self._transport: paramiko.Transport | None = None
        try:
            with self._faults():
                self._connect()
        except BaseException:
            self.close()
            raise

    def _connect(self) -> None:
        import paramiko

        place = self._place
        logging.getLogger("paramiko").setLevel(logging.CRITICAL)  # what it logs is raised as well
        line = socket.create_connection((place.host, place.port), CONNECT_SECONDS)
        transport = self._transport = paramiko.Transport(line)
        transport.banner_timeout = transport.auth_timeout = CONNECT_SECONDS
        if place.host_key:  # a server has several keys: ask for the one that is known
            options = transport.get_security_options()
            known = place.host_key.split()[0]
            same = [t for t in options.key_types if t == known or (known, t) in _RSA]
            options.key_types = [*same, *(t for t in options.key_types if t not in same)]
        transport.start_client(timeout=CONNECT_SECONDS)
        met = self.host_key()
        if place.host_key and met != place.host_key:
            raise UserError("place_host_changed", host=place.host, found=fingerprint(met))
        if place.private_key:
            transport.auth_publickey(place.user, _private_key(place))
        else:
            transport.auth_password(place.user, place.password)
        opened = paramiko.SFTPClient.from_transport(transport)
        assert opened is not None  # only where the transport is closed, which raises
        opened.get_channel().settimeout(REQUEST_SECONDS)
        self._sftp = opened
        try:
            opened.chdir(place.folder or ".")
        except FileNotFoundError as error:
            raise UserError("place_no_folder", place=place.address) from error

    def names(self) -> dict[str, int]:
        with self._faults():
            return {
                one.filename: one.st_size or 0
                for one in self._sftp.listdir_attr()
                if stat.S_ISREG(one.st_mode or 0)
            }

    def read(self, name: str, start: int, length: int) -> bytes:
        try:
            with self._faults(), self._sftp.open(name, "rb") as file:
                end = min(start + length, file.stat().st_size or 0)
                parts = [(at, min(_REQUEST, end - at)) for at in range(start, end, _REQUEST)]
                _ask_quietly(file)
                return b"".join(file.readv(parts))  # all asked for at once: no waiting between
        except FileNotFoundError as error:
            raise UserError("place_file_gone", file=name) from error

    def write(self, name: str, content: bytes) -> None:
        with self._faults(), self._sftp.open(name, "wb") as file:
            file.set_pipelined(True)
            file.write(content)

    def rename(self, name: str, new: str) -> None:
        with self._faults():
            if new in self.names():
                raise UserError("place_name_taken", file=new)
            self._sftp.rename(name, new)

    def remove(self, name: str) -> None:
        try:
            with self._faults():
                self._sftp.remove(name)
        except FileNotFoundError:
            return

    def host_key(self) -> str:
        """The server's key as ``known_hosts`` has it: type and base64."""
        if self._transport is None:
            return ""
        key = self._transport.get_remote_server_key()
        return f"{key.get_name()} {key.get_base64()}"

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        import paramiko

        place = self._place
        try:
            yield
        except (UserError, FileNotFoundError):
            raise
        except (paramiko.AuthenticationException, PermissionError) as error:
            raise UserError("place_refused", place=place.address) from error
        except (paramiko.SSHException, EOFError, socket.gaierror, TimeoutError) as error:
            raise UserError("place_unreachable", host=place.host) from error
        except OSError as error:
            line = self._transport
            if error.errno is None and line is not None and line.is_active():  # SSH_FX_FAILURE
                raise UserError("place_failed", place=place.address) from error
            raise UserError("place_unreachable", host=place.host) from error


def _ask_quietly(file: "paramiko.SFTPFile") -> None:
    """Let the thread that asks for a file's parts end with the line.

    It would raise where nobody can catch it, and look like a fault of ours. Whoever reads the
    answers learns of the break all the same.
    """
    import paramiko

    ask = file._prefetch_thread  # noqa: SLF001  (paramiko starts it and offers no other handle)

    def ask_until_it_breaks(*parts: object) -> None:
        with suppress(OSError, EOFError, paramiko.SSHException):
            ask(*parts)

    file._prefetch_thread = ask_until_it_breaks  # noqa: SLF001


#: An RSA key is known by one name and asked for by two others (RFC 8332).
_RSA = {("ssh-rsa", "rsa-sha2-512"), ("ssh-rsa", "rsa-sha2-256")}


def fingerprint(host_key: str) -> str:
    """``SHA256:...`` as ``ssh`` shows it, to be compared by telephone."""
    import base64
    import hashlib

    digest = hashlib.sha256(base64.b64decode(host_key.split()[1])).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def _private_key(place: SftpPlace) -> "paramiko.PKey":
    import paramiko

    for kind in (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey):
        try:
            return kind.from_private_key(io.StringIO(place.private_key), place.password or None)
        except (paramiko.SSHException, ValueError):
            continue
    raise UserError("place_bad_key")
