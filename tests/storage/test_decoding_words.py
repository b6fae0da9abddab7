"""What is wrong with a file is said in words, with the place where it is."""

import msgspec
import pytest

from jamsos_desktop.errors import UserError
from jamsos_desktop.storage.decoding_words import why_unreadable
from jamsos_desktop.storage.reference import read_tariffs

ROW = '[[tariff]]\npayer = "mandiri"\nsector = "transportasi"\nfrom = "2026-01"\njkm = 6800\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ROW + 'jkk = 1\nsource = "x"\n' + ROW, "isian jkk tidak ada, di tariff ke-2"),
        (ROW + 'jkk = "1"\nsource = "x"', "isinya harus int, bukan str, di tariff ke-1, jkk"),
        (ROW + 'jkk = 1\nsource = "x"\nnew = 1', "isian new tidak dikenal, di tariff ke-1"),
        (ROW.replace("mandiri", "kota"), "nilai kota tidak dikenal, di tariff ke-1, payer"),
        ("jkk ==", "bukan TOML yang benar, baris 2 kolom 6"),
        ("[[tariff", "bukan TOML yang benar: belum selesai di akhirnya"),
    ],
)
def test_the_place_is_named(text, words):
    with pytest.raises(UserError) as caught:
        read_tariffs("version = 1\n" + text)
    assert caught.value.values["reason"] == words


def test_what_is_not_known_is_said_as_it_is():
    assert why_unreadable("Something new") == "Something new"
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert([1], list[str])
    assert why_unreadable(str(caught.value)) == "isinya harus str, bukan int"
