"""The groups that wait for an answer, in their order, and which of them have one. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jamsos_desktop.i18n import _

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """``place`` is that of the group that is shown; -1 where none is left or there never was one.

    A list that was begun keeps its length and its order, so that "37 dari 500" means something.
    """

    groups: tuple[Group, ...] = ()
    answered: frozenset[int] = frozenset()
    place: int = -1

    @property
    def shown(self) -> Group:
        """The group that is shown."""
        return self.groups[self.place] if self.place >= 0 else ()

    @property
    def left(self) -> int:
        """How many wait."""
        return len(self.groups) - len(self.answered)

    def counted(self) -> str:
        """``37 dari 500, 36 selesai``; empty where nothing is shown."""
        if self.place < 0:
            return ""
        return _(
            "{place} dari {total}, {answered} selesai",
            place=self.place + 1,
            total=len(self.groups),
            answered=len(self.answered),
        )

    def renewed(self, groups: Sequence[Group]) -> "Queue":
        """The list as it is now: what was answered here stays in it, what is gone is answered.

        A group that has others in it now takes the place of the old one, what is new comes last.
        The group that is shown stays as it is while it still has to be answered.
        """
        if not self.left:  # a new sitting, if there is anything
            return Queue(tuple(groups), place=0) if groups else self
        now = {frozenset(one): one for one in groups}
        known = [frozenset(one) for one in self.groups]
        mine = frozenset(self.shown)
        stays = bool(mine) and any(mine <= one for one in now)
        changed = {
            record: place
            for place, one in enumerate(known)
            if place not in self.answered and one not in now
            for record in one
        }
        whole = list(self.groups)
        for one in now.keys() - set(known):
            if stays and mine & one:
                continue  # asked after the one that is shown
            places = {changed[record] for record in one if record in changed}
            if places:
                whole[min(places)] = now[one]
        taken = set(map(frozenset, whole))
        whole += [
            ids for one, ids in now.items() if one not in taken and not (stays and mine & one)
        ]
        answered = frozenset(
            place
            for place, one in enumerate(whole)
            if frozenset(one) not in now and not (stays and place == self.place)
        )
        queue = Queue(tuple(whole), answered, self.place)
        return queue if queue.place >= 0 and queue.place not in answered else queue.moved(1)

    def moved(self, step: int) -> "Queue":
        """The next group that waits (or with -1 the one before), beginning again at the end."""
        count = len(self.groups)
        for way in range(1, count + 1):
            place = (self.place + step * way) % count
            if place not in self.answered:
                return replace(self, place=place)
        return replace(self, place=-1)

    def done(self, group: Group = ()) -> "Queue":
        """This group was answered, or the one that is shown; the next one is shown."""
        if group and frozenset(group) != frozenset(self.shown):  # the list changed meanwhile
            known = (n for n, one in enumerate(self.groups) if frozenset(one) == frozenset(group))
            return replace(self, answered=self.answered | set(known))
        return replace(self, answered=self.answered | {self.place}).moved(1)

    def reopened(self, group: Group) -> "Queue":
        """This group waits again, and is shown."""
        known = [frozenset(one) for one in self.groups]
        if frozenset(group) not in known:
            return replace(self, groups=(*self.groups, group), place=len(self.groups))
        place = known.index(frozenset(group))
        return replace(self, answered=self.answered - {place}, place=place)

    def coming(self, count: int) -> tuple[Group, ...]:
        """The groups that will be shown next, without the one that is."""
        queue, found = self, list[Group]()
        for _turn in range(count):
            queue = queue.moved(1)
            if queue.place < 0 or queue.shown in (self.shown, *found):
                break
            found.append(queue.shown)
        return tuple(found)
