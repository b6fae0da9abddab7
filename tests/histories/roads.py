"""What travels between the office and its stations by any stick, and what does not arrive."""

import pytest
import sqlalchemy as sa

from jamsos_desktop.services import bundle_media
from jamsos_desktop.services.exchange import exchange, read_exchange
from jamsos_desktop.services.export_bundle import export_bundle
from jamsos_desktop.services.receipts import apply_receipt, issue_receipt
from jamsos_desktop.storage.models import entry
from tests.histories.installations import built
from tests.histories.places import Sent, entries_of, take_in


class Roads:
    """The steps on the way."""

    def export(self, which, more=0):
        place = self._station(which)
        made = export_bundle(place.desk, self.stick)
        with place.desk.database.reading() as connection:
            query = sa.select(entry.c.entry_hash).where(
                entry.c.station_id == place.station_id,
                entry.c.seq.between(made.first_seq, made.last_seq),
            )
            entries = frozenset(connection.scalars(query))
        self.bundles.append(Sent(place.station_id, made.path, entries))

    def take_in(self, which, more):
        """Any bundle, the newest or an old one, for the first time or again."""
        if self.bundles:
            self.deliver(self.bundles[more % len(self.bundles)])

    def deliver(self, sent):
        """The office takes a bundle in, and its report says of each entry what became of it."""
        before = entries_of(self.office.desk, sent.station_id)
        report = take_in(self.office.desk, sent.path)
        assert report.entries == len(sent.entries)
        assert report.added == len(sent.entries - before)
        self.delivered.append(sent)
        self.happened["braked"] += bool(report.brakes)

    def send(self, which, more):
        """The ordinary way: the stick goes straight to the office."""
        self.export(which)
        self.deliver(self.bundles[-1])

    def send_few_pictures(self, which, more):
        """A bundle that has no room for all its pictures, and the answer that asks for them."""
        self.register_with_pictures(which, more)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(bundle_media, "MOST_PICTURES", more % 2)
            self.send(which, more)
        self.answer(which, more)

    def meet(self, which, more):
        """A laptop shows the others of the event whom it registered, and sees whom they did."""
        exchange(self._station(which).desk, built().event_id, self.meeting)

    def read_a_file(self, which, more):
        """Somebody brings one file of another laptop on a stick, perhaps an old one."""
        files = sorted(self.meeting.iterdir())
        if files:
            station = self._station(which)
            read_exchange(station.desk, built().event_id, files[more % len(files)])

    def lose(self, which, more):
        """The stick with this bundle is never seen again."""
        if self.bundles:
            self.bundles.pop(more % len(self.bundles))

    def issue(self, which, more=0):
        """No two receipts are of the same moment: it takes longer than that to write one."""
        self.office.clock.go(seconds=1)
        place = self._station(which)
        issued = issue_receipt(self.office.desk, place.station_id, self.stick)
        self.receipts.append((place, issued.path))

    def apply(self, which, more):
        """Any receipt of this station, in any order, for the first time or again."""
        place = self._station(which)
        mine = [path for whose, path in self.receipts if whose is place]
        if mine:
            apply_receipt(place.desk, mine[more % len(mine)])

    def answer(self, which, more):
        """The ordinary way back."""
        self.issue(which)
        place, path = self.receipts[-1]
        apply_receipt(place.desk, path)
