"""Prints the cards of a practice desk as a person does; a process of its own.

libcups asks for its server once in a process, so tests beside others cannot choose it.

    CUPS_SERVER=SOCKET python -m tests.gui.printing.on_paper FOLDER DESIGN PEOPLE
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QApplication

from jamsos_desktop.gui import cards
from jamsos_desktop.gui.cards.view import CardsView
from jamsos_desktop.gui.jobs import JobRunner
from jamsos_desktop.gui.page_context import PageContext
from jamsos_desktop.services import card_look, find
from tests.gui.desk import form, open_desk


class Person:
    """Presses Ctrl+P, takes the printer that is offered, and says that the cards are good."""

    def __init__(self, view: CardsView) -> None:
        self._view = view
        self._steps = [self._print, self._take, self._say_yes, self._marked]
        self._look = QTimer()
        self._look.setInterval(20)
        self._look.timeout.connect(self._go_on)
        self._look.start()

    def _go_on(self) -> None:
        if self._steps[0]():
            del self._steps[0]
        if not self._steps:
            self._look.stop()
            QApplication.quit()

    def _print(self) -> bool:
        ready = self._view.cards.print.isEnabled()
        if ready:
            self._view.cards.print.click()
        return ready

    def _take(self) -> bool:
        offered = [w for w in QApplication.topLevelWidgets() if isinstance(w, QPrintDialog)]
        for dialog in offered:
            dialog.accept()
        return bool(offered)

    def _say_yes(self) -> bool:
        asked = self._view.cards.question.isVisible()
        if asked:
            self._view.cards.question.yes.click()
        return asked

    def _marked(self) -> bool:
        return "tercetak" in self._view.cards.notice.text()


def main(folder: str, design: str, people: str) -> None:
    """Print, and say as JSON what came of it."""
    app = QApplication([])
    desk, _ids = open_desk(Path(folder), *(form(n, f"Warga {n}") for n in range(int(people))))
    card_look.choose_look(desk, design=design)
    jobs = JobRunner()
    context = PageContext(desk, jobs, lambda *_told: None, lambda: None, lambda _key: None)
    view = cards.build(context)
    view.show()
    person = Person(view)
    app.exec()
    view.close()
    jobs.shutdown()
    told = {
        "printers": QPrinterInfo.availablePrinterNames(),
        "steps_left": len(person._steps),
        "printed": [one.printed for one in find.find_participants(desk)],
        "numbers": sorted(one.number for one in find.find_participants(desk)),
    }
    desk.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
