"""``cards.qr``: cards with a signed QR code on A4 sheets, against the same texts alone."""

import io
from collections.abc import Iterator, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from jamsos_desktop.bundle import keys
from jamsos_desktop.domain import nik
from jamsos_desktop.domain.card import CardContent, make_card
from jamsos_desktop.domain.certificate import Certificate
from jamsos_desktop.domain.records import CommunityEvent
from jamsos_desktop.printing.card_code import CodeFields, sign_code
from jamsos_desktop.printing.card_design import PrintedCard
from jamsos_desktop.printing.cards import write_card_sheet
from jamsos_desktop.printing.fonts import SEMIBOLD, load_fonts, printable
from jamsos_desktop.printing.imposition import ON_SHEET
from jamsos_desktop.services.plan import find_event
from jamsos_desktop.services.reference import rules_of
from tests.bench.data import Installations, invented_people, open_station
from tests.bench.measure import Result, compare, paired

BUDGET = 500  # cards a second
FIELDS = [field for field in CardContent.__struct_fields__ if field != "practice"]


def measure_cards(made: Installations, cards: int = 1000, runs: int = 5) -> list[Result]:
    """Signing, QR and drawing. The floor draws the same texts in one font, where they fit or not.

    What a person's record says on a card is put together before.
    """
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
        for person in invented_people(cards, desk.installation.code, rules)
    ]
    desk.close()
    load_fonts()
    ours, floor = paired(lambda: _print(contents, event), lambda: _draw_texts(contents), runs)
    return [compare("cards.qr", cards / ours, cards / floor, "cards/s", BUDGET, "more")]


def _print(contents: Sequence[CardContent], event: CommunityEvent) -> None:
    write_card_sheet(_signed(contents, event), io.BytesIO(), total=len(contents))


def _signed(contents: Sequence[CardContent], event: CommunityEvent) -> Iterator[PrintedCard]:
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


def _draw_texts(contents: Sequence[CardContent]) -> None:
    canvas = Canvas(io.BytesIO(), pagesize=A4)
    on_sheet = ON_SHEET
    for start in range(0, len(contents), on_sheet):
        for place, content in enumerate(contents[start : start + on_sheet]):
            row, column = divmod(place, 2)
            canvas.setFont(SEMIBOLD, 7)
            for line, field in enumerate(FIELDS):
                text = printable(getattr(content, field), SEMIBOLD)
                canvas.drawString(30 + column * 250, 800 - row * 155 - line * 12, text)
        canvas.showPage()
    canvas.save()
