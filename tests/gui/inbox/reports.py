"""A report of an import, as the worker makes it."""

from jamsos_desktop.gui.inbox.merge import Merged


def merged(**changes):
    known = {
        "sender": "Pos 1 (MJK1)",
        "counts": {"new": 1, "changed": 0, "same": 0, "conflict": 0},
        "people": (),
        "left_off": 0,
        "before": "",
        "gaps": "",
        "forks": "",
    }
    return Merged(**{**known, **changes})
