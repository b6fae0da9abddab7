"""Invented Indonesians, and the same people written down a second time with seeded errors.

Each copy differs from its original by errors of the kinds that are met at a desk, each with its
rate in ``RATES``, independently; so most copies have several. Always the same for one seed.
"""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from jamsos_desktop.domain.records import Participant
from tests.unseen import UNSEEN

#: How often each kind of error is found in a copy.
RATES = {
    "other_spelling": 0.45,  # dj/j, oe/u, y/i, kh/h, f/p, double letters in a word
    "short_form": 0.60,  # Muhammad -> Moh., Siti -> St., Abdul -> Abd., where there is one
    "title": 0.15,  # H., Hj., Drs., S.Pd. added
    "lost_word": 0.12,  # the last word of three or more is left out
    "order": 0.05,  # words in another order
    "typing": 0.15,  # one letter of the name wrong, lost, doubled or exchanged with the next
    "swapped_date": 0.06,  # day and month, where both are months
    "wrong_digit": 0.06,  # one digit of the birth date
    "nik_missing": 0.30,
    "nik_digit": 0.20,
    "mother_missing": 0.50,
    "mother_typing": 0.20,
    "kk_missing": 0.60,
    "moved": 0.15,  # another kelurahan, and another KK
}


def _words(text: str) -> list[str]:
    return text.split()


_MEN = _words(
    """Muhammad Ahmad Abdul Agus Bambang Slamet Joko Budi Eko Hari Imam Sugeng Suparman Mulyono
Wahyu Dwi Rudi Andi Yusuf Taufik Khoirul Syaiful Zainal Fajar Hendra Iwan Yanto Sutrisno Sukarno
Heri Dedi Didik Edi Gatot Irfan Kusnadi Lukman Misbah Nanang Purwanto Rahmat Samsul Teguh Untung
Wawan Yudi Zaki Arif Bayu Cahyo Darmaji Faisal Galih Hasan Ilham Jumadi Karim Maman"""
)
_WOMEN = _words(
    """Siti Sri Nur Dewi Endang Ratna Yuli Eka Lilik Ninik Tutik Wiwik Umi Kartini Sumarni
Suyati Fatimah Khotimah Aisyah Rukmini Yayuk Indah Ani Rina Titin Ika Diah Anik Maya Lestari
Mariyam Ngatini Paini Romlah Suliyah Tumini Winarsih Yatmi Zubaidah Astutik Bibit Cicik Darmi
Erna Farida Giyanti Halimah Isti Juminten Khusnul Laila Munawaroh Nafisah Partini"""
)
_LAST = _words(
    """Aminah Arifin Hidayat Hidayati Santoso Wahyuni Lestari Setiawan Riyadi Susilo Prasetyo
Widodo Rahman Fauzi Rohman Anam Kurniawan Wijaya Saputra Pratama Utami Handayani Rahmawati Ernawati
Mardiana Anggraeni Nugroho Hartono Cahyono Irawan Purnomo Syafii Maghfur Yulianto Firmansyah
Suryadi Kuswanto Ismail Ibrahim Yahya Kholifah Solikhah Zulaikah Maisaroh Nuraini Hasanah Ulfa
Safitri Wulandari Permata Maharani Kusuma Ramadhan Basuki Gunawan Supriyanto Budiman Winarto
Junaidi Mustofa Fadilah Rosyid Munir Hakim Latif Salam Ghofur Jalil Wahab Mujib Kodir"""
)
_SHORT = {
    "Muhammad": ("Moh.", "Muh.", "Mohd", "Mochamad", "M."),
    "Ahmad": ("Achmad", "Akhmad", "Ach."),
    "Abdul": ("Abd.", "Abd", "Abdoel"),
    "Siti": ("St.", "Sitti", "Sity"),
    "Sri": ("Srie",),
    "Nur": ("Noer", "Noor"),
    "Yusuf": ("Jusuf", "Yusup"),
}
_WAYS = (
    *(("j", "dj"), ("J", "Dj"), ("u", "oe"), ("y", "i"), ("kh", "h"), ("Kh", "H"), ("Kh", "Ch")),
    *(("f", "p"), ("F", "P"), ("sy", "s"), ("Sy", "Sj"), ("z", "j"), ("ai", "ae"), ("c", "tj")),
    *(("m", "mm"), ("s", "ss"), ("ti", "thi"), ("i", "ie")),
)
_LETTERS = "abcdefghijklmnoprstuwyz"
_VILLAGES = tuple(f"35.76.0{d}.10{v:02d}" for d in (1, 2, 3) for v in range(1, 7))


class Twins(NamedTuple):
    """Originals, of each of the first ones a copy, and what is wrong with it."""

    originals: list[Participant]
    copies: list[Participant]
    kinds: list[frozenset[str]]


def invent_twins(people: int, copies: int, seed: int = 3) -> Twins:
    """``people`` different people, and copies with errors of the first ``copies`` of them.

    Errors that changed nothing (an abbreviation of a name that has none) are not among the kinds.
    """
    rng = random.Random(seed)
    originals = list(_originals(people, rng))
    made = [_copy(one, rng) for one in originals[:copies]]
    return Twins(originals, [copy for copy, _ in made], [kinds for _, kinds in made])


def with_unseen(twins: Twins, seed: int = 4) -> Twins:
    """The same with errors of ``tests/unseen.py`` besides."""
    rng, copies, found = random.Random(seed), [], []
    for copy, kinds in zip(twins.copies, twins.kinds, strict=True):
        worse, more = copy, kinds
        for kind, (rate, err) in UNSEEN.items():
            before = worse
            worse = err(before, rng) if rng.random() < rate else before
            more |= {kind} if worse != before else set()
        copies.append(worse)
        found.append(more)
    return Twins(twins.originals, copies, found)


def _originals(count: int, rng: random.Random) -> Iterator[Participant]:
    for number in range(count):
        woman = rng.random() < 0.5
        born = _birth_date(rng)
        village = rng.choice(_VILLAGES)
        nik = f"{village.replace('.', '')[:6]}{born.day + 40 * woman:02d}{born:%m%y}"
        yield Participant(
            number=f"A-{number}",
            event_id="event",
            programme_id="programme",
            name=_name(_WOMEN if woman else _MEN, rng),
            nik=f"{nik}{rng.randrange(1, 10000):04d}",
            kk=f"{village.replace('.', '')[:6]}{rng.randrange(10**10):010d}",
            birth_date=born,
            sex="P" if woman else "L",
            mother_name=_name(_WOMEN, rng),
            village=village,
        )


def _birth_date(rng: random.Random) -> dt.date:
    """Between 19 and 64 years old; one in twenty was written down as born at a year's turn."""
    year = 1962 + rng.randrange(45)
    if rng.random() < 0.05:
        return dt.date(year, *rng.choice(((1, 1), (12, 31), (7, 1))))
    return dt.date(year, 1, 1) + dt.timedelta(days=rng.randrange(365))


def _name(first: list[str], rng: random.Random) -> str:
    """One to three words; the first names that are common are so here."""
    given = first[0] if rng.random() < 0.12 else rng.choice(first)
    length = rng.choices((1, 2, 3), (10, 60, 30))[0]
    if given in _SHORT:
        length = max(length, 2)
    return " ".join([given, *rng.sample(_LAST, length - 1)])


def _copy(one: Participant, rng: random.Random) -> tuple[Participant, frozenset[str]]:
    happens = {kind: rng.random() < rate for kind, rate in RATES.items()}
    village = rng.choice(_VILLAGES) if happens["moved"] else one.village
    kk = "" if happens["kk_missing"] else _wrong_digit(one.kk, rng) if happens["moved"] else one.kk
    nik = "" if happens["nik_missing"] else one.nik
    if nik and happens["nik_digit"]:
        nik = _wrong_digit(nik, rng)
    mother = "" if happens["mother_missing"] else one.mother_name
    if mother and happens["mother_typing"]:
        mother = _mistyped(mother, rng)
    copy = msgspec.structs.replace(
        one,
        number=one.number.replace("A", "B"),
        name=_name_again(one.name, happens, rng),
        birth_date=_date_again(one.birth_date, happens, rng),
        nik=nik,
        kk=kk,
        mother_name=mother,
        village=village,
    )
    return copy, frozenset(kind for kind, did in happens.items() if did and _shows(kind, one, copy))


#: Where each kind of error is seen.
_PLACES = {
    **dict.fromkeys(("swapped_date", "wrong_digit"), "birth_date"),
    **dict.fromkeys(("nik_missing", "nik_digit"), "nik"),
    **dict.fromkeys(("mother_missing", "mother_typing"), "mother_name"),
    "kk_missing": "kk",
    "moved": "village",
}


def _shows(kind: str, one: Participant, copy: Participant) -> bool:
    place = _PLACES.get(kind, "name")
    return bool(getattr(one, place) != getattr(copy, place))


def _name_again(name: str, happens: dict[str, bool], rng: random.Random) -> str:
    words = name.split()
    if happens["lost_word"] and len(words) > 2:
        words.pop()
    if happens["short_form"]:
        words = [rng.choice(_SHORT.get(word, (word,))) for word in words]
    if happens["other_spelling"]:
        words[-1] = _another_way(words[-1], rng)
    if happens["order"]:
        rng.shuffle(words)
    text = _mistyped(" ".join(words), rng) if happens["typing"] else " ".join(words)
    if happens["title"]:
        text = rng.choice(("H. {}", "Hj. {}", "Drs. {}", "{}, S.Pd.", "R. {}")).format(text)
    return text


def _another_way(word: str, rng: random.Random) -> str:
    fitting = [(old, new) for old, new in _WAYS if old in word]
    return word.replace(*rng.choice(fitting), 1) if fitting else word


def _mistyped(text: str, rng: random.Random) -> str:
    """One slip of the finger, not at a blank."""
    place = rng.choice([n for n, letter in enumerate(text) if letter.isalpha()])
    slips: tuple[Callable[[], str], ...] = (
        lambda: text[:place] + rng.choice(_LETTERS) + text[place + 1 :],
        lambda: text[:place] + text[place + 1 :],
        lambda: text[:place] + text[place] + text[place:],
        lambda: text[:place] + text[place + 1 : place + 2] + text[place] + text[place + 2 :],
    )
    return rng.choice(slips)()


def _date_again(
    day: dt.date | None, happens: dict[str, bool], rng: random.Random
) -> dt.date | None:
    assert day is not None
    if happens["swapped_date"] and day.day <= 12:
        return dt.date(day.year, day.day, day.month)
    while happens["wrong_digit"]:
        try:
            wrong = dt.date.fromisoformat(_wrong_digit(f"{day:%Y%m%d}", rng))
        except ValueError:
            continue  # the 43rd of a month would not have been accepted
        if 1900 < wrong.year <= 2026:  # nor a year in which nobody alive was born
            return wrong
    return day


def _wrong_digit(digits: str, rng: random.Random) -> str:
    place = rng.randrange(len(digits))
    other = rng.choice("0123456789".replace(digits[place], ""))
    return digits[:place] + other + digits[place + 1 :]
