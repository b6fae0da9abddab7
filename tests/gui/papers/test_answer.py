"""Green, amber and red at the table where cards are handed over."""

import msgspec

from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.papers.answer import answer_of, refusal_of
from jamsos_desktop.services.hand_over import HandedOver

GIVEN = HandedOver(
    record_id="r",
    number="MJK1-00001-A",
    person="Siti Aminah",
    to="keluarga",
    name="Budi",
    at="2026-11-22T09:00:00+07:00",
    officer="Dewi",
    already=False,
    printed=True,
)


def test_green_names_whose_card_went_to_whom():
    said = answer_of(GIVEN)
    assert said.tone == "success"
    assert said.more == "Siti Aminah, nomor MJK1-00001-A. Keluarga: Budi."


def test_amber_where_somebody_should_look_twice():
    again = answer_of(msgspec.structs.replace(GIVEN, already=True))
    assert (again.tone, again.what) == ("warning", "Sudah diserahkan")
    assert "22-11-2026" in again.more
    assert "Keluarga: Budi" in again.more
    unseen = answer_of(msgspec.structs.replace(GIVEN, printed=False))
    assert (unseen.tone, unseen.what) == ("warning", "Diserahkan, periksa")


def test_red_says_what_to_do():
    said = refusal_of(UserError("hand_over_voided", number="MJK1-00001-A"))
    assert (said.tone, said.what) == ("error", "Jangan diserahkan")
    assert "dibatalkan. Jangan serahkan kartunya." in said.more
