"""Bundles that the program itself would never write."""

import msgspec

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.manifest import JOURNAL_PART, Manifest, Recipient, Sender
from jamsos_desktop.bundle.seal import part_of, seal
from jamsos_desktop.storage import facts, journal
from tests.factories import NOW


class Forger:
    """Somebody with the programs of a station who writes whatever they like into a bundle."""

    def __init__(self, station, office, folder):
        self.station, self.office, self.folder = station, office, folder
        with station.database.reading() as connection:
            self.key = facts.read_secrets(connection).signing_key
            self.entries = list(
                journal.entries_of_station(connection, station.installation.station_id)
            )

    def seal(self, entries=None, *, lines=None, key="", parts=(), **changes):
        here, office = self.station.installation, self.office.installation
        entries = self.entries if entries is None else entries
        values = {
            "kind": "bundle",
            "practice": False,
            "sender": Sender(
                id=here.station_id,
                name=here.name,
                public_key=keys.public_key_of(key or self.key),
                code=here.code,
                certificate=here.certificate,
            ),
            "recipient": Recipient(id=office.office_id, name=office.office_name),
            "first_seq": 1,
            "last_seq": len(entries),
            "counts": {"entries": len(entries)},
            "created_at": NOW,
            "application": "0",
        }
        content = lines or b"".join(msgspec.json.encode(e) + b"\n" for e in entries)
        return seal(
            self.folder / "forged.jamsos",
            Manifest(**(values | changes)),
            [part_of(JOURNAL_PART, content), *parts],
            signing_key=key or self.key,
            recipients=[office.office_recipient],
        ).path
