"""What happens in the form "Tempat unggah". Knows no widget."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import msgspec

from jamsos_desktop.domain.destination import (
    Destination,
    DestinationKind,
    FolderPlace,
    S3Place,
    SftpPlace,
    WebDavPlace,
    kind_of,
)
from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.given import missing
from jamsos_desktop.gui.state_presenter import StatePresenter, StateView
from jamsos_desktop.gui.work import Jobs
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import Explanation, explain
from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.upload_place import (
    check_place,
    forget_place,
    read_place,
    save_place,
    try_place,
)

#: The fields of each kind of place, from the top down. Those that may stay empty are in ``_FREE``.
FIELDS: dict[DestinationKind, tuple[str, ...]] = {
    "folder": ("path",),
    "webdav": ("url", "user", "secret"),
    "sftp": ("host", "port", "remote", "user", "secret", "key_file"),
    "s3": ("endpoint", "bucket", "remote", "region", "user", "secret"),
}
_FREE = frozenset({"secret", "key_file", "remote", "region", "port"})
#: What servers expect where nothing is said.
DEFAULTS = {"port": "22", "region": "us-east-1"}


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the form shows. ``values`` are by field name and never a known secret."""

    kind: DestinationKind = "webdav"
    values: dict[str, str] = field(default_factory=dict, repr=False)
    saved: bool = False  # there is a place, which can be forgotten
    has_secret: bool = False  # an empty field keeps what is known
    busy: str = ""
    tried: str = ""  # that the connection works, in words
    findings: tuple[Finding, ...] = ()
    error: Explanation | None = None


class PlacePresenter(StatePresenter[State]):
    """Tries a place with the network's worker, and keeps it with the window's."""

    def __init__(
        self,
        view: StateView[State],
        jobs: Jobs,
        network: Jobs,
        desk: Desk,
        on_saved: Callable[[str], object],
    ) -> None:
        """``on_saved`` is told in words that the place was kept or forgotten."""
        super().__init__(view, jobs, desk, State())
        self._network = network
        self._on_saved = on_saved
        self._known: Destination | None = None
        self._tried: Destination | None = None  # with the key that its server showed

    def open(self) -> None:
        """Begin with what is known."""
        self._jobs.start(partial(read_place, self._desk), self._on_read, self._on_error)

    def choose(self, kind: DestinationKind, values: dict[str, str]) -> None:
        """Another kind of place; what was typed for both stays."""
        kept = {name: values.get(name, "") for name in FIELDS[kind]}
        known = self._known is not None and kind_of(self._known) == kind
        self._show(
            replace(
                self._state,
                kind=kind,
                values=DEFAULTS | {name: text for name, text in kept.items() if text},
                has_secret=known and _has_secret(self._known),
                tried="",
                findings=(),
                error=None,
            )
        )

    def changed(self) -> None:
        """Something was typed: what was tried says nothing any more."""
        self._tried = None
        if self._state.tried:
            self._show(replace(self._state, tried=""))

    def attempt(self, values: dict[str, str]) -> None:
        """Try the connection; nothing is kept."""
        place = self._read(values)
        if place is not None:
            self._show(self._busy(_("Mencoba sambungan…"), values))
            work = partial(try_place, place, self._desk.installation.code)
            self._network.start(work, self._on_tried, self._on_error)

    def save(self, values: dict[str, str]) -> None:
        """Keep the place; with the server's key where the same place was tried just now."""
        place = self._read(values)
        if place is None:
            return
        tried = self._tried
        if tried is not None and _without_key(tried) == place:
            place = tried
        self._show(self._busy(_("Menyimpan…"), values))
        work = partial(save_place, self._desk, place)
        self._jobs.start(work, partial(self._on_kept, place), self._on_error)

    def forget(self) -> None:
        """Forget the place and its password."""
        self._jobs.start(partial(forget_place, self._desk), self._on_forgotten, self._on_error)

    def _read(self, values: dict[str, str]) -> Destination | None:
        """What was typed, as a place; None where something is missing, which is then shown."""
        if self._state.busy:
            return None
        needed = {n: values.get(n, "") for n in FIELDS[self._state.kind] if n not in _FREE}
        findings = missing(needed)
        if findings:
            self._show(replace(self._state, values=values, findings=findings, error=None))
            return None
        try:
            place = _with_known_secret(_place(self._state.kind, values), self._known)
            check_place(place)
        except UserError as error:
            self._show(replace(self._state, values=values, findings=(), error=explain(error)))
            return None
        return place

    def _busy(self, doing: str, values: dict[str, str]) -> State:
        return replace(self._state, values=values, busy=doing, tried="", findings=(), error=None)

    def _on_read(self, place: Destination | None) -> None:
        self._known = place
        self._tried = None
        if place is None:
            self._show(State(values=dict(DEFAULTS)))
            return
        self._show(State(kind_of(place), _values(place), saved=True, has_secret=_has_secret(place)))

    def _on_tried(self, place: Destination) -> None:
        self._tried = place
        said = _("Sambungan baik: menulis, membaca dan menghapus bisa.")
        self._show(replace(self._state, busy="", tried=said))

    def _on_kept(self, place: Destination, _nothing: None) -> None:
        self._on_read(place)
        self._on_saved(_("Tempat unggah tersimpan: {address}", address=place.address))

    def _on_forgotten(self, _nothing: None) -> None:
        self._on_read(None)
        self._on_saved(_("Tempat unggah dan kata sandinya dilupakan"))

    def _on_error(self, error: UserError) -> None:
        self._show(replace(self._state, busy="", error=explain(error)))


def _place(kind: DestinationKind, values: dict[str, str]) -> Destination:
    given = {name: values.get(name, "").strip() for name in FIELDS[kind]}
    secret = values.get("secret", "")
    match kind:
        case "folder":
            return FolderPlace(path=given["path"])
        case "webdav":
            return WebDavPlace(url=given["url"], user=given["user"], password=secret)
        case "sftp":
            port = given["port"] or DEFAULTS["port"]
            return SftpPlace(
                host=given["host"],
                port=int(port) if port.isdecimal() else 0,
                user=given["user"],
                password=secret,
                private_key=_read_key(given["key_file"]),
                folder=given["remote"] or ".",
            )
        case "s3":
            return S3Place(
                endpoint=given["endpoint"],
                bucket=given["bucket"],
                access_key=given["user"],
                secret_key=secret,
                region=given["region"] or DEFAULTS["region"],
                folder=given["remote"],
            )


def _read_key(file: str) -> str:
    if not file:
        return ""
    try:
        return Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("place_bad_key") from error


def _with_known_secret(place: Destination, known: Destination | None) -> Destination:
    """An empty password means the one that is kept, for the same server and the same user only."""
    match place, known:
        case (
            WebDavPlace(url=url, user=user, password=""),
            WebDavPlace(url=old, user=before, password=secret),
        ) if (url, user) == (old, before):
            return msgspec.structs.replace(place, password=secret)
        case (
            SftpPlace(host=host, user=user, password="", private_key=""),
            SftpPlace(host=old, user=before, password=secret, private_key=key),
        ) if (host, user) == (old, before):
            return msgspec.structs.replace(place, password=secret, private_key=key)
        case (
            S3Place(endpoint=url, access_key=user, secret_key=""),
            S3Place(endpoint=old, access_key=before, secret_key=secret),
        ) if (url, user) == (old, before):
            return msgspec.structs.replace(place, secret_key=secret)
    return place


def _without_key(place: Destination) -> Destination:
    if isinstance(place, SftpPlace):
        return msgspec.structs.replace(place, host_key="")
    return place


def _has_secret(place: Destination | None) -> bool:
    match place:
        case WebDavPlace(password=secret) | S3Place(secret_key=secret):
            return bool(secret)
        case SftpPlace(password=secret, private_key=key):
            return bool(secret or key)
    return False


def _values(place: Destination) -> dict[str, str]:
    """What the form shows of a place that is known: everything but its secrets."""
    match place:
        case FolderPlace(path=path):
            return {"path": path}
        case WebDavPlace(url=url, user=user):
            return {"url": url, "user": user}
        case SftpPlace(host=host, port=port, user=user, folder=folder):
            return {"host": host, "port": str(port), "user": user, "remote": folder}
        case S3Place(endpoint=endpoint, bucket=bucket, access_key=user, region=region, folder=to):
            return {
                "endpoint": endpoint,
                "bucket": bucket,
                "user": user,
                "region": region,
                "remote": to,
            }
