"""What the kill tests let die: a program of its own that works through the services.

``python victim.py enrol DATA LOGIN PASSWORD`` registers one person after the other until somebody
kills it, and says each step once it is done. ``python victim.py serve`` reads orders (JSON, one a
line) and runs each in a fork that kills itself at the given Python call, wherever that is.
"""

import json
import os
import signal
import sys
from functools import partial
from pathlib import Path

import alembic.runtime.environment
import alembic.script  # noqa: F401
import msgspec
import PIL.JpegImagePlugin  # noqa: F401  (loading it makes more calls than all that follows)

from jamsos_desktop.services import (
    bpjs_results,
    duplicate_desk,
    enrol,
    exchange,
    export_bundle,
    import_bundle,
    pictures,
    receipts,
    set_up,
    sign_in,
    upload,
)
from jamsos_desktop.services.kits import read_kit
from jamsos_desktop.services.plan import todays_event
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import in_force, rules_of
from jamsos_desktop.storage import vault

#: The calls into C that change a disk or a database, or ask it to be durable.
STEPS = frozenset(
    (
        *("open", "write", "fsync", "close", "link", "unlink", "rename", "replace", "mkdir"),
        *("execute", "executemany", "commit", "rollback"),
    )
)
CHEAP = vault.KdfCost(time=1, memory_kib=8, lanes=1)


def enrol_for_ever(data_dir, login, password):
    """Draft, autosave, save: as the form does, and each step is said once it returned."""
    desk = sign_in.sign_in(Path(data_dir), login, password)
    event_id, _event = todays_event(desk)
    rules = rules_of(desk, event_id)
    while True:
        draft = enrol.find_draft(desk, event_id)
        step = "resumed"
        if draft is None:
            draft = enrol.start_draft(desk, event_id, enrol.EnrolmentForm())
            step = "started"
        print(step, draft.number, flush=True)
        form = invented_form(int(draft.number.split("-")[1]), rules)
        typed = enrol.EnrolmentForm(nik=form.nik, name=form.name)
        enrol.keep_draft(desk, msgspec.structs.replace(draft, form=typed, focus="birth_date"))
        print("kept", draft.number, flush=True)
        enrol.enrol(desk, msgspec.structs.replace(draft, form=form), rules)
        print("saved", draft.number, flush=True)


def serve():
    """Carry orders out, each in a fork; say how it ended and how many calls it made."""
    kits = {}
    for line in sys.stdin:
        order = json.loads(line)
        if "kit" in order and order["kit"] not in kits:
            kits[order["kit"]] = read_kit(Path(order["kit"]), order["code"])
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            carry_out(order, kits, writer)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            made = pipe.read().split()
        _pid, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        calls = int(made[0]) if made else 0
        print(json.dumps({"code": code, "calls": calls, "steps": made[1:]}), flush=True)


def carry_out(order, kits, writer):
    """One order in this (forked) process, which ends here."""
    work = prepare(order, kits)
    die_at, made, steps = order["die_at"] or sys.maxsize, 0, []
    by_steps = order.get("by") == "steps"

    def count(_frame, event, called):
        nonlocal made
        if by_steps:
            if event != "c_call" or called.__name__ not in STEPS:
                return
            steps.append(called.__name__)
        made += 1
        if made >= die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    work()
    sys.setprofile(None)
    os.write(writer, " ".join((str(made), *steps)).encode())
    os._exit(0)


def prepare(order, kits):
    """The work of an order; signing in and reading a kit are done before the clock ticks."""
    data_dir, password = Path(order["data"]), order["password"]
    if order["do"] == "office":
        return lambda: set_up.init_office(data_dir, "Kota Uji", "admin", "Admin", password).close()
    if order["do"] == "station":
        kit = kits[order["kit"]]
        officer_id = next(i for i, o in kit.officers.items() if o.login == order["login"])
        return lambda: set_up.init_station(data_dir, kit, officer_id, password).close()
    desk = sign_in.sign_in(data_dir, order["login"], password)
    if order["do"] == "photo":
        return lambda: take_photo(desk, Path(order["file"]))
    return WORK[order["do"]](desk, order)


def export(desk, order):
    return lambda: export_bundle.export_bundle(desk, Path(order["to"]))


def take_in(desk, order):
    return lambda: import_bundle.import_bundle(desk, Path(order["file"]))


def issue(desk, order):
    return lambda: receipts.issue_receipt(desk, order["station"], Path(order["to"]))


def apply(desk, order):
    return lambda: receipts.apply_receipt(desk, Path(order["file"]))


def send_up(desk, order):
    """To the place of the settings, in pieces so small that there are several."""
    upload.pieces.send = partial(upload.pieces.send, piece=order["piece"])
    return lambda: upload.upload(desk)


def meet(desk, order):
    event_id, _event = todays_event(desk)
    return lambda: exchange.exchange(desk, event_id, Path(order["to"]))


def answer_twins(desk, order):
    """The second is the first, whose phone the second one knows."""
    kept, twin = order["people"]
    seen, taken = duplicate_desk.heads_of(desk, (kept, twin)), {"phone": twin}
    return lambda: duplicate_desk.same_person(
        desk, kept, (twin,), seen, taken=taken, reason="dilihat"
    )


def take_answers(desk, order):
    """What BPJS wrote, looked at before."""
    layouts = list(in_force(desk).result_layouts.values())
    rows = bpjs_results.check_results(desk, Path(order["file"]), layouts)
    return lambda: bpjs_results.take_results(desk, rows)


#: What a desk is told to do; each returns the work itself.
WORK = {
    "export": export,
    "import": take_in,
    "issue": issue,
    "apply": apply,
    "upload": send_up,
    "exchange": meet,
    "same": answer_twins,
    "answers": take_answers,
}


def take_photo(desk, path):
    """As the form does: the picture first, then the draft that names it, then the registration."""
    event_id, _event = todays_event(desk)
    rules = rules_of(desk, event_id)
    draft = enrol.find_draft(desk, event_id)
    named = msgspec.structs.replace(
        draft.form, photo=pictures.take_photo(desk, pictures.read_file(path))
    )
    draft = msgspec.structs.replace(draft, form=named)
    enrol.keep_draft(desk, draft)
    enrol.enrol(desk, draft, rules)


if __name__ == "__main__":
    vault.KDF = CHEAP
    if sys.argv[1] == "enrol":
        enrol_for_ever(*sys.argv[2:])
    else:
        serve()
