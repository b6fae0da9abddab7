"""A picture of each page, taken from the real windows without a screen."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jamsos_desktop.services.desk import Desk
from jamsos_desktop.services.sign_in import sign_in
from jamsos_desktop.settings import Settings
from jamsos_desktop.tour.journey import LOGIN, PASSWORD, Journey

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jamsos_desktop.gui.jobs import JobRunner

Take = Callable[["QWidget", str], None]

#: The screen of an officer's laptop at 125 %, in logical pixels.
WIDTH, HEIGHT = 1093, 614
SCALE = "1.25"
#: Looks 20 ms apart without any work: longer than the pauses after which pages look again.
CALM = 25


def photograph(journey: Journey, folder: Path) -> list[Path]:
    """Open first start, login, a station and the office, and take a picture of every page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", SCALE)
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from jamsos_desktop.gui.jobs import JobRunner
    from jamsos_desktop.gui.main import make_app

    folder.mkdir(parents=True)
    qInstallMessageHandler(_pass_on)
    app = QApplication.instance() or make_app(Settings())[0]
    jobs = JobRunner(_fail, app)
    pictures: list[Path] = []
    take = partial(_take, jobs=jobs, folder=folder, pictures=pictures)
    try:
        _first_windows(journey, jobs, take)
        post = journey.posts[0]
        bundles = [post.bundle for post in journey.posts if post.exported]
        station = sign_in(post.folder, post.login, PASSWORD, journey.clock)
        _pages(station, "pos", bundles, jobs, take)
        office = sign_in(journey.office, LOGIN, PASSWORD, journey.clock)
        _pages(office, "kantor", bundles, jobs, take)
    finally:
        jobs.shutdown()
    return pictures


def _first_windows(journey: Journey, jobs: "JobRunner", take: Take) -> None:
    from jamsos_desktop.gui.pages import pages_for
    from jamsos_desktop.gui.shell import Shell

    for name, folder in (("pertama", journey.out / "kosong"), ("masuk", journey.office)):
        shell = Shell(folder, jobs, pages_for)
        shell.begin()
        take(shell, name)
        shell.hide()
        shell.deleteLater()


def _fill_form(page: Any, _bundles: list[Path]) -> None:
    page.strip.candidate.click()


def _open_person(page: Any, _bundles: list[Path]) -> None:
    page.presenter.open_first()


def _choose_all_cards(page: Any, _bundles: list[Path]) -> None:
    from jamsos_desktop.domain.reprint import Reprint
    from jamsos_desktop.gui.people import People

    page.cards.presenter.choose_people(People(only_new=False))
    page.cards.presenter.tell_reason(Reprint("rusak"))


def _import_again(page: Any, bundles: list[Path]) -> None:
    page.files.presenter.take(bundles)


def _open_place(page: Any, _bundles: list[Path]) -> None:
    page.show_place()


#: What a page shows when it is used: done by the page's own means, then photographed again.
FURTHER: dict[str, Callable[[Any, list[Path]], None]] = {
    "enrolment": _fill_form,
    "participants": _open_person,
    "cards": _choose_all_cards,
    "inbox": _import_again,
    "preferences": _open_place,
}


def _pages(desk: Desk, prefix: str, bundles: list[Path], jobs: "JobRunner", take: Take) -> None:
    from jamsos_desktop.gui.main_window import MainWindow
    from jamsos_desktop.gui.pages import pages_for

    window = MainWindow()
    try:
        pages = pages_for(desk, jobs, window)
        window.set_pages(pages)
        for page in pages:
            shown = window.open_page(page.key)
            take(window, f"{prefix}-{page.key}")
            if page.key in FURTHER:
                FURTHER[page.key](shown, bundles)
                take(window, f"{prefix}-{page.key}-lanjut")
        window.close()
    finally:
        desk.close()
        window.deleteLater()


def _take(
    window: "QWidget", name: str, *, jobs: "JobRunner", folder: Path, pictures: list[Path]
) -> None:
    """Show the window, let the worker finish, keep the picture."""
    window.resize(WIDTH, HEIGHT)
    window.show()
    _until_idle(jobs)
    path = folder / f"{len(pictures) + 1:02d}-{name}.png"
    window.grab().save(str(path))
    pictures.append(path)


def _until_idle(jobs: "JobRunner") -> None:
    """Turn the event loop until no work is under way and its answers were shown."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, timer, calm = QEventLoop(), QTimer(), 0

    def look() -> None:
        nonlocal calm
        calm = 0 if jobs.busy else calm + 1
        if calm == CALM:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()
    timer.stop()


def _pass_on(_kind: object, _context: object, text: str) -> None:
    """Qt's messages, but for the one that a platform without a screen gives for every window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _fail(error: BaseException) -> None:
    """A bug on the worker ends the tour instead of a picture of half a page."""
    raise error
