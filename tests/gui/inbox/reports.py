"""What the worker says of a bundle."""

from jamsos_desktop.gui.inbox.seen import Seen
from jamsos_desktop.services.import_report import ImportReport


def merged(*, came_in=True, **changes):
    report = ImportReport("KIRIM_a.jamsos", "Pos 1", "MJK1", merged=came_in, added=1)
    known = {
        "report": report,
        "facts": "1 catatan baru",
        "sender": "Pos 1 (MJK1)",
        "counts": {"new": 1, "changed": 0, "same": 0, "conflict": 0},
        "people": (),
        "left_off": 0,
        "before": "",
        "gaps": "",
        "forks": "",
    }
    return Seen(**{**known, **changes})
