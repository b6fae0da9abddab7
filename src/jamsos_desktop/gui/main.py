"""Starts the window: Qt, language, look, the one worker, and what happens with bugs."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.shell import Shell
from jamsos_desktop.gui.style import Look
from jamsos_desktop.gui.wardrobe import Wardrobe
from jamsos_desktop.i18n import _, set_language
from jamsos_desktop.paths import resource
from jamsos_desktop.settings import Settings, load_settings

if TYPE_CHECKING:
    from jamsos_desktop.gui.main_window import MainWindow, Page
    from jamsos_desktop.services.desk import Desk

WriteReport = Callable[[Path, BaseException], Path]

SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
SMALL = (1366, 768)  # px: the screen of an officer's laptop; there the window is maximised


class BugHandler:
    """Writes a report for every bug and shows the first of them."""

    def __init__(self, data_dir: Path, write_report: WriteReport) -> None:
        self._data_dir = data_dir
        self._write_report = write_report
        self._told = False
        self.window: QWidget | None = None

    def __call__(self, error: BaseException) -> None:
        """Keep the report; tell the person once."""
        report = self._write_report(self._data_dir, error)
        if self._told or self.window is None:
            return
        self._told = True
        from jamsos_desktop.gui import dialogs

        dialogs.tell(
            self.window,
            _("Ada kesalahan di dalam program ini."),
            _(
                "Data yang sudah disimpan tetap aman. Laporannya disimpan di {path}; isinya tanpa"
                " data peserta. Tutup program lalu buka lagi, dan kirim laporan itu ke admin.",
                path=str(report),
            ),
        )

    def hook(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """For ``sys.excepthook``."""
        self(error)


def make_app(settings: Settings) -> tuple[QApplication, Look]:
    """The Qt application in the chosen language, and the look that it wears."""
    set_language(settings.language)
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    app = QApplication(sys.argv[:1])
    app.setApplicationName("jamsos-desktop")
    app.setApplicationDisplayName("JAMSOS Desktop")
    if settings.language == "id":
        translate_qt(app)
    return app, Look(app, settings.text_scale / 100, SCHEMES[settings.theme])


def wear(look: Look, settings: Settings) -> None:
    """Show another text size and appearance at once. The language waits for the next start."""
    look.choose(settings.text_scale / 100, SCHEMES[settings.theme])


def translate_qt(app: QApplication) -> None:
    """Put Qt's own buttons and menus into Indonesian: Qt ships no such translation."""
    translator = QTranslator(app)
    if translator.load(str(resource("translations/qtbase_id.qm"))):
        app.installTranslator(translator)


def _pages_for(
    wardrobe: Wardrobe, desk: "Desk", jobs: JobRunner, window: "MainWindow"
) -> "list[Page]":
    from jamsos_desktop.gui.pages import pages_for

    return pages_for(desk, jobs, window, wardrobe)


def _tell_of_settings(shell: Shell, path: Path) -> None:
    """Say in three parts that the settings are the usual ones again; ``path`` is the old file."""
    what = _("Pengaturan tidak terbaca, jadi yang berlaku sekarang pengaturan bawaan.")
    data = _("Hanya bahasa, ukuran huruf, dan warna layar yang kembali. Data lainnya tetap utuh.")
    todo = _("Pilih lagi di halaman Pengaturan. Berkas yang lama ada di {file}.", file=str(path))
    shell.notice.show_warning(what, f"{data} {todo}")


def run(data_dir: Path, write_report: WriteReport) -> int:
    """Show the installation in ``data_dir`` until the window is closed; the exit code of Qt.

    ``write_report`` keeps a report of a bug and gives its path.
    """
    loaded = load_settings(data_dir)
    app, look = make_app(loaded.settings)
    wardrobe = Wardrobe(data_dir, loaded.settings, partial(wear, look))
    on_bug = BugHandler(data_dir, write_report)
    sys.excepthook = on_bug.hook
    jobs = JobRunner(on_bug, app)
    shell = Shell(data_dir, jobs, partial(_pages_for, wardrobe))
    on_bug.window = shell
    shell.begin()
    if loaded.put_aside is not None:
        _tell_of_settings(shell, loaded.put_aside)
    room = app.primaryScreen().availableSize()
    if room.width() <= SMALL[0] or room.height() <= SMALL[1]:
        shell.showMaximized()
    else:
        shell.resize(1280, 800)
        shell.show()
    return app.exec()
