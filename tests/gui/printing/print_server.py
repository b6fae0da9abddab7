"""A print server of its own for the tests: CUPS with one printer that keeps what it is sent.

It listens on a socket in a folder of its own, prints into that folder, knows nothing of the
system's printers, and is ended by its process id.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

PRINTER = "Kertas"
#: Debian keeps it out of a user's path.
CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")

_HELPERS = (Path("/usr/lib/cups/daemon"), Path("/usr/libexec/cups/daemon"))
_CONF = """\
LogLevel debug
Listen {folder}/socket
DefaultAuthType None
WebInterface No
Browsing No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {folder}
ServerBin {folder}/bin
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
"""
_PRINTERS = """\
<DefaultPrinter {printer}>
Info {printer}
DeviceURI keep:{folder}/paper
State Idle
Accepting Yes
Shared No
JobSheets none none
</DefaultPrinter>
"""
#: What the printer can do: A4, and both sides. It takes PDF as it is.
_ABILITIES = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KERTAS.PPD"
*Manufacturer: "Kertas"
*Product: "(Kertas)"
*ModelName: "Kertas"
*ShortNickName: "Kertas"
*NickName: "Kertas"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*cupsVersion: 2.4
*cupsFilter: "application/pdf 0 -"
*OpenUI *PageSize/Paper: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Paper: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*OpenUI *Duplex/Sides: PickOne
*OrderDependency: 20 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/One: "<</Duplex false>>setpagedevice"
*Duplex DuplexNoTumble/Long: "<</Duplex true/Tumble false>>setpagedevice"
*Duplex DuplexTumble/Short: "<</Duplex true/Tumble true>>setpagedevice"
*CloseUI: *Duplex
"""
#: What stands at the end of a print server's queue: for a job it is called with number, user,
#: title, copies, options and file.
_BACKEND = """\
#!/bin/sh
[ $# -ge 5 ] || exit 0
to="${DEVICE_URI#keep:}"
printf '%s' "$5" > "$to/$1.options"
cat "${6:--}" > "$to/$1.part"
mv "$to/$1.part" "$to/$1.pdf"
"""


class PrintServer:
    """Runs between :meth:`start` and :meth:`stop`."""

    def __init__(self) -> None:
        # Not below pytest's folder: the path of a socket has at most 107 letters.
        self.folder = Path(tempfile.mkdtemp(prefix="jamsos-cups-"))
        self.paper = self.folder / "paper"
        for name in ("paper", "cache", "state", "spool/tmp", "bin/backend", "ppd"):
            (self.folder / name).mkdir(parents=True)
        for name, text in (
            ("cupsd.conf", _CONF),
            ("cups-files.conf", _FILES),
            ("printers.conf", _PRINTERS),
        ):
            (self.folder / name).write_text(text.format(folder=self.folder, printer=PRINTER))
        (self.folder / "ppd" / f"{PRINTER}.ppd").write_text(_ABILITIES)
        # cupsd starts backends through a helper that it expects beside them.
        helpers = next(path for path in _HELPERS if path.is_dir())
        (self.folder / "bin" / "daemon").symlink_to(helpers)
        backend = self.folder / "bin" / "backend" / "keep"
        backend.write_text(_BACKEND)
        backend.chmod(0o700)  # whoever runs the server runs it, root too
        self._server: subprocess.Popen[bytes] | None = None

    @property
    def socket(self) -> Path:
        """Where the server listens; libcups reads it from CUPS_SERVER when it first needs it."""
        return self.folder / "socket"

    def start(self) -> None:
        """Start it; :attr:`ready` says when it listens."""
        conf, files = self.folder / "cupsd.conf", self.folder / "cups-files.conf"
        command = [str(CUPSD), "-f", "-c", str(conf), "-s", str(files)]
        with (self.folder / "out.log").open("wb") as out:
            self._server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)

    @property
    def ready(self) -> bool:
        """It listens. A server that ended says why."""
        assert self._server is not None
        assert self._server.poll() is None, self.told()
        return self.socket.exists()

    def jobs(self) -> list[Path]:
        """The documents that came out, the oldest first."""
        return sorted(self.paper.glob("*.pdf"), key=lambda path: int(path.stem))

    def told(self) -> str:
        """What the server wrote down, for whoever looks for a mistake."""
        logs = (self.folder / name for name in ("out.log", "error.log"))
        return "\n".join(log.read_text(errors="replace")[-4000:] for log in logs if log.exists())

    def stop(self) -> None:
        """End it, by its process id, and take its folder away."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(timeout=30)
        shutil.rmtree(self.folder, ignore_errors=True)
