"""``cards.*``: cards with a signed QR code on A4 sheets, beside the same cards without any code.

``cards.floor`` draws the same template and texts with ReportLab, without signing and without QR.
The peers (pylabels, fpdf2 with segno) print the same texts and codes; of them the budget is a fifth
of what we do in the same run, and less is better.
"""

import io
import os
from collections.abc import Callable, Iterator, Sequence

from jamsos_desktop.bundle import keys
from jamsos_desktop.domain import nik
from jamsos_desktop.domain.card import CardContent, make_card
from jamsos_desktop.domain.certificate import Certificate
from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.printing.card_code import CodeFields, sign_code
from jamsos_desktop.printing.card_design import (
    PrintedCard,
    common_values,
    content_of,
    load_design,
)
from jamsos_desktop.printing.cards import write_card_sheet
from jamsos_desktop.printing.fonts import load_fonts
from jamsos_desktop.printing.imposition import ON_SHEET, places
from jamsos_desktop.printing.layout import Painter
from jamsos_desktop.printing.pdf import DocumentCanvas
from jamsos_desktop.printing.pictures import PictureData, read_picture
from jamsos_desktop.printing.template import Qr, Template
from jamsos_desktop.services.plan import find_event
from jamsos_desktop.services.reference import rules_of
from tests.bench import card_peers
from tests.bench.data import Installations, invented_people, open_station
from tests.bench.measure import Result, compare, paired, seconds

BUDGET = 500  # cards a second
PHOTO_BUDGET = 300
PEERS = 5  # times as many cards as the best of them
GROWTH = 10.0  # MB that a hundred times as many cards may take more
MANY, FEW = 10_000, 100
A4 = (595.276, 841.89)


def measure_cards(
    made: Installations, cards: int = 1000, runs: int = 5, say: Callable[[str], None] = print
) -> list[Result]:
    """Signing, QR and drawing. What a person's record says on a card is put together before."""
    contents, event = _contents(made, cards)
    load_fonts()
    ours, floor = paired(lambda: _print(contents, event), lambda: _draw_without(contents), runs)
    rate, floor_rate = cards / ours, cards / floor
    results = [
        compare("cards.qr", rate, floor_rate, "cards/s", BUDGET, "more"),
        compare("cards.floor", floor_rate, floor_rate, "cards/s", floor_rate, "more"),
        _measure_photos(contents, event, floor_rate),
        *_measure_peers(contents, event, rate, say),
    ]
    return [*results, _measure_memory(contents, event)]


def _measure_photos(
    contents: Sequence[CardContent], event: CommunityEvent, floor_rate: float
) -> Result:
    """Each card with a photo of its own, read as it comes from the database."""
    photos = _photos(min(len(contents), 200))

    def cards() -> Iterator[PrintedCard]:
        for index, card in enumerate(_signed(contents, event)):
            photo = read_picture(photos[index % len(photos)], "foto.jpg")
            unlike = PictureData(f"{index:024x}", *photo[1:])
            yield card._replace(photo=unlike)

    took = seconds(lambda: write_card_sheet(cards(), io.BytesIO()))
    rate = len(contents) / took
    return compare("cards.photo", rate, floor_rate, "cards/s", PHOTO_BUDGET, "more")


def _measure_peers(
    contents: Sequence[CardContent],
    event: CommunityEvent,
    rate: float,
    say: Callable[[str], None],
) -> list[Result]:
    """What other tools make of as many of the same cards as fit into a few seconds."""
    gone = card_peers.missing()
    for name in gone:
        say(f"cards.{name} IS LEFT OUT: {name} is not installed (requirements-bench.lock)")
    tools = {
        "pylabels": (card_peers.print_with_pylabels, 20),  # the slow ones wait for nobody
        "fpdf2": (card_peers.print_with_fpdf2, 200),
    }
    results = []
    for name, (tool, count) in tools.items():
        if name not in gone:
            some = contents[:count]
            took = seconds(lambda tool=tool, some=some: tool(_pairs(some, event)))  # type: ignore[misc]
            peer = len(some) / took
            results.append(compare(f"cards.{name}", peer, rate, "cards/s", rate / PEERS))
    return results


def _measure_memory(contents: Sequence[CardContent], event: CommunityEvent) -> Result:
    """The process while it prints ten thousand cards, beside the same after a hundred."""
    many = MANY if len(contents) >= 1000 else FEW
    write_card_sheet(_signed([contents[0]] * FEW, event), _Nowhere())
    before = highest = _resident()

    def look(_done: int, _total: int) -> None:
        nonlocal highest
        highest = max(highest, _resident())

    cards = (contents[index % len(contents)] for index in range(many))
    write_card_sheet(_signed(cards, event), _Nowhere(), report=look)
    return compare("cards.memory.10k", highest, before, "MB", before + GROWTH)


class _Nowhere:
    """Takes a document and keeps nothing of it."""

    def write(self, data: bytes, /) -> int:
        return len(data)


def _resident() -> float:
    import psutil

    return float(psutil.Process(os.getpid()).memory_info().rss) / 1e6


def _contents(made: Installations, cards: int) -> tuple[list[CardContent], CommunityEvent]:
    desk = open_station(made)
    _event_id, event = find_event(desk, made.event_id)
    rules = rules_of(desk, made.event_id)
    contents = [
        make_card(
            person,
            event,
            rules.programme,
            masked_nik=nik.mask(person.nik),
            village=person.village,
            occupation=rules.occupations[person.occupation].name,
            officer=desk.officer.name,
            practice=True,
        )
        for person in invented_people(0, cards, desk.installation.code, rules)
    ]
    desk.close()
    return contents, event


def _print(contents: Sequence[CardContent], event: CommunityEvent) -> None:
    write_card_sheet(_signed(contents, event), io.BytesIO(), total=len(contents))


def _signed(
    contents: Sequence[CardContent] | Iterator[CardContent], event: CommunityEvent
) -> Iterator[PrintedCard]:
    key = keys.new_signing_key()
    certificate = Certificate(
        station_id="0" * 32,
        code="MJK1",
        public_key=keys.public_key_of(key),
        practice=True,
        signature="0" * 128,
    )
    for content in contents:
        fields = CodeFields(number=content.number, event="00000000", date=event.date)
        yield PrintedCard(content, sign_code(fields, key, certificate))


def _pairs(contents: Sequence[CardContent], event: CommunityEvent) -> list[tuple[CardContent, str]]:
    return [(card.content, card.code) for card in _signed(contents, event)]


def _photos(count: int) -> list[bytes]:
    """Small JPEGs of people who are none."""
    from PIL import Image

    photos = []
    for index in range(count):
        noise = Image.effect_noise((36, 48), 60).resize((300, 400))
        target = io.BytesIO()
        Image.merge("RGB", (noise, noise, noise.point(lambda v, i=index: (v + i) % 256))).save(
            target, "JPEG", quality=75
        )
        photos.append(target.getvalue())
    return photos


def _draw_without(contents: Sequence[CardContent]) -> None:
    """The same cards without any code: neither signed nor drawn."""
    template = _without_code(load_design("card-kawung"))
    canvas = DocumentCanvas(io.BytesIO(), title="x", size=A4)
    painter = Painter(canvas, template, common_values(""))
    for start in range(0, len(contents), ON_SHEET):
        sheet = contents[start : start + ON_SHEET]
        for content, place in zip(sheet, places(painter.width, painter.height), strict=False):
            painter.draw(content_of(PrintedCard(content, ""), ""), place.x, place.y)
        canvas.showPage()
    canvas.save()


def _without_code(template: Template) -> Template:
    import msgspec

    pages = tuple(
        msgspec.structs.replace(
            page, boxes=tuple(box for box in page.boxes if not isinstance(box, Qr))
        )
        for page in template.pages
    )
    return msgspec.structs.replace(template, pages=pages)
