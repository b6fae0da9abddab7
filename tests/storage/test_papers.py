"""How often papers went out, from whichever station and in any order."""

from jamsos_desktop.domain.activities import CardPrinted, PaperPrinted
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.papers import count_papers
from tests.factories import Chain, empty_database, make_participant


def test_papers_of_one_kind_are_counted_from_every_station(tmp_path):
    one, two = Chain("one"), Chain("two")
    entries = [
        one.add("p", make_participant()),
        one.add("p", PaperPrinted(kind="receipt", to="printer")),
        one.add("p", CardPrinted(to="printer")),
        two.add("p", PaperPrinted(kind="receipt", to="file")),
        two.add("p", PaperPrinted(kind="board", to="file")),
        two.add("p", b'{"type":"paper_printed","kind":"banner","to":"file"}'),
    ]
    database = empty_database(tmp_path)
    with database.writing() as connection:
        journal.insert(connection, entries[::-1])
        assert dict(count_papers(connection, ["p", "q"], "receipt")) == {"p": 2}
        assert count_papers(connection, ["p", "q"], "board")["p"] == 1
    database.close()
