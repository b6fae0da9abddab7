"""Cards into hands, one after the other, without widgets."""

import pytest

from jamsos_desktop.gui.papers.handing_over import HandingOver
from jamsos_desktop.services import find, print_cards
from jamsos_desktop.storage.models import participant
from tests.fakes import InlineJobs
from tests.gui.desk import form, open_desk


@pytest.fixture
def desk(data_dir):
    opened, ids = open_desk(data_dir, form(0, "Warga Satu"), form(1, "Warga Dua"))
    print_cards.journal_prints(opened, ids, "printer")
    yield opened
    opened.close()


@pytest.fixture
def shown():
    return []


@pytest.fixture
def told():
    return []


@pytest.fixture
def handing(desk, shown, told):
    return HandingOver(InlineJobs(), desk, shown.append, told.append)


def handed(desk):
    with desk.database.reading() as connection:
        query = participant.select().where(participant.c.handed)
        return [row.number for row in connection.execute(query)]


def test_a_card_is_told_once_and_the_second_time_only_shown(desk, handing, shown, told):
    number = find.find_participants(desk)[0].number
    handing.hand_over(number, "keluarga", "Budi")
    assert (shown[-1].what, told, handed(desk)) == ("Diserahkan", [number], [number])
    handing.hand_over(number, "orangnya", "")
    assert (shown[-1].what, told) == ("Sudah diserahkan", [number])


def test_a_card_that_is_to_be_kept_is_answered_in_red(desk, handing, shown, told):
    handing.hand_over("MJK1-99999-X", "orangnya", "")
    assert [one.tone for one in shown] == ["error"]
    handing.hand_over("  ", "orangnya", "")
    assert (len(shown), handed(desk), told) == (1, [], [])


def test_what_was_said_goes_when_the_next_card_comes(handing, shown):
    handing.forget()
    assert shown == []
    handing.hand_over("MJK1-99999-X", "orangnya", "")
    handing.forget()
    handing.forget()
    assert shown[1:] == [None]
