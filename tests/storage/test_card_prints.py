"""Who is active with a number, and whose card says so, from the entries alone."""

from jamsos_desktop.domain.activities import BpjsAnswered, CardPrinted, Decided, SentToBpjs
from jamsos_desktop.storage import journal
from jamsos_desktop.storage.card_prints import kpj_numbers, with_active_card, with_stale_card
from tests.factories import Chain, empty_database, make_participant

NUMBER = "12345678901"


def test_only_an_answer_that_stands_gives_a_number(tmp_path):
    chain = Chain("kantor")
    told = {
        "aktif": [SentToBpjs(batch="a"), BpjsAnswered(accepted=True, number=NUMBER)],
        "tanpa nomor": [BpjsAnswered(accepted=True)],
        "ditolak": [
            BpjsAnswered(accepted=True, number=NUMBER),
            BpjsAnswered(accepted=False, reason="NIK"),
        ],
        "ganda": [
            BpjsAnswered(accepted=True, number=NUMBER),
            Decided(verdict="duplikat", heads=(), kept_id="aktif"),
        ],
        "diam": [],
    }
    for key, activities in told.items():
        chain.add(key, make_participant(number=key))
        for one in activities:
            chain.add(key, one)
    chain.add("aktif", CardPrinted(to="file"))
    chain.add("diam", CardPrinted(to="file", active=True))
    chain.add("ganda", CardPrinted(to="file", active=True, number="10987654321"))
    for number, entries in enumerate((chain.entries, chain.entries[::-1])):
        database = empty_database(tmp_path / str(number))
        with database.writing() as connection:
            for made in entries:
                journal.insert(connection, [made])
            assert kpj_numbers(connection, list(told)) == {"aktif": NUMBER}
            assert with_active_card(connection, list(told)) == {"diam", "ganda"}
            assert kpj_numbers(connection, []) == {}
            assert with_active_card(connection, ["diam"], {"diam": NUMBER}) == {"diam"}
            assert with_active_card(connection, ["ganda"]) == {"ganda"}
            assert with_active_card(connection, ["ganda"], {"ganda": NUMBER}) == set()
            assert with_active_card(connection, ["ganda"], {"ganda": "10987654321"}) == {"ganda"}
            assert with_stale_card(connection, list(told)) == {"diam", "ganda"}
        database.close()
