"""WebDAV and S3, both spoken by ``obstore``: TLS checked against the system's certificates.

The library is asked for one small request at a time and never retries by itself: what is tried
again, and when, is decided in one place, :mod:`jamsos_desktop.transports.pieces`.
"""

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jamsos_desktop.domain.destination import S3Place, WebDavPlace
from jamsos_desktop.errors import UserError
from jamsos_desktop.transports.place import CONNECT_SECONDS, REQUEST_SECONDS

if TYPE_CHECKING:
    from obstore.store import ClientConfig, HTTPStore, RetryConfig, S3Store

_STATUS = re.compile(r"Server returned non-2xx status code: (\d{3})")
#: 507 is Insufficient Storage (RFC 4918, 11.5).
_ANSWERS = {
    401: "place_refused",
    403: "place_refused",
    404: "place_no_folder",
    507: "place_full",
}
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class _Web:
    """The verbs on an object store. Renaming is a copy on the server that refuses to overwrite."""

    def __init__(self, store: "HTTPStore | S3Store", address: str, host: str) -> None:
        self._store = store
        self._address = address
        self._host = host

    def names(self) -> dict[str, int]:
        import obstore

        with self._faults():
            found = obstore.list_with_delimiter(self._store, return_arrow=False)
            return {item["path"].rsplit("/", 1)[-1]: item["size"] for item in found["objects"]}

    def read(self, name: str, start: int, length: int) -> bytes:
        import obstore

        try:
            with self._faults():
                return bytes(obstore.get_range(self._store, name, start=start, length=length))
        except FileNotFoundError as error:
            raise UserError("place_file_gone", file=name) from error

    def write(self, name: str, content: bytes) -> None:
        import obstore

        with self._faults():
            obstore.put(self._store, name, content, use_multipart=False)

    def rename(self, name: str, new: str) -> None:
        import obstore
        from obstore.exceptions import AlreadyExistsError

        try:
            with self._faults():
                if new in self.names():
                    raise UserError("place_name_taken", file=new)
                self._copy(name, new)
                obstore.delete(self._store, name)
        except AlreadyExistsError as error:
            raise UserError("place_name_taken", file=new) from error

    def _copy(self, name: str, new: str) -> None:
        import obstore

        obstore.copy(self._store, name, new, overwrite=False)

    def remove(self, name: str) -> None:
        import obstore

        try:
            with self._faults():
                obstore.delete(self._store, name)
        except FileNotFoundError:
            return

    def host_key(self) -> str:
        return ""

    def close(self) -> None:
        """The library closes its connections by itself."""

    @contextmanager
    def _faults(self) -> Iterator[None]:
        from obstore import exceptions

        try:
            yield
        except (exceptions.AlreadyExistsError, FileNotFoundError, UserError):
            raise
        except (exceptions.PermissionDeniedError, exceptions.UnauthenticatedError) as error:
            raise UserError("place_refused", place=self._address) from error
        except exceptions.BaseError as error:
            raise _fault(str(error), self._address, self._host) from error


class WebDav(_Web):
    """A folder on a WebDAV server."""

    def __init__(self, place: WebDavPlace) -> None:
        from obstore.store import HTTPStore

        options = _options(place.url)
        if place.user or place.password:
            token = base64.b64encode(f"{place.user}:{place.password}".encode()).decode()
            options["default_headers"] = {"Authorization": f"Basic {token}"}
        store = HTTPStore.from_url(
            place.url.rstrip("/"), client_options=options, retry_config=_no_retries()
        )
        super().__init__(store, place.address, _host(place.url))

    def write(self, name: str, content: bytes) -> None:
        """The same; a server answers 409 where the folder itself is missing (RFC 4918, 9.7.1)."""
        from obstore.exceptions import AlreadyExistsError

        try:
            super().write(name, content)
        except (AlreadyExistsError, FileNotFoundError) as error:
            raise UserError("place_no_folder", place=self._address) from error


class S3(_Web):
    """A bucket of a server that speaks S3."""

    def __init__(self, place: S3Place) -> None:
        from obstore.store import S3Store

        store = S3Store(
            place.bucket,
            prefix=place.folder.strip("/") or None,
            endpoint=place.endpoint.rstrip("/"),
            region=place.region,
            access_key_id=place.access_key,
            secret_access_key=place.secret_key,
            virtual_hosted_style_request=False,
            client_options=_options(place.endpoint),
            retry_config=_no_retries(),
        )
        super().__init__(store, place.address, _host(place.endpoint))

    def write(self, name: str, content: bytes) -> None:
        try:
            super().write(name, content)
        except FileNotFoundError as error:
            raise UserError("place_no_folder", place=self._address) from error

    def _copy(self, name: str, new: str) -> None:
        """S3 has no copy that refuses to overwrite; the name was looked for a moment ago."""
        import obstore

        obstore.copy(self._store, name, new, overwrite=True)


def _options(url: str) -> "ClientConfig":
    """Without TLS only on this very machine: elsewhere a password would cross in the clear."""
    if urlsplit(url).scheme != "https" and _host(url) not in _LOOPBACK:
        raise UserError("place_not_encrypted", place=url)
    return {
        "allow_http": _host(url) in _LOOPBACK,
        "connect_timeout": f"{CONNECT_SECONDS}s",
        "timeout": f"{REQUEST_SECONDS}s",
    }


def _no_retries() -> "RetryConfig":
    import datetime as dt

    return {"max_retries": 0, "retry_timeout": dt.timedelta(seconds=REQUEST_SECONDS)}


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _fault(said: str, address: str, host: str) -> UserError:
    """What a request failed of; the library says it only in words."""
    answer = _STATUS.search(said)
    if answer is not None:
        return UserError(_ANSWERS.get(int(answer[1]), "place_failed"), place=address)
    if "certificate" in said.casefold():
        return UserError("place_certificate", host=host)
    return UserError("place_unreachable", host=host)
