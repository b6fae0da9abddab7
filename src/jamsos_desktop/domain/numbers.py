"""Registration numbers: ``MJK1-00042-K``, station code, counter, and a check character.

The check character is ISO/IEC 7064 MOD 37,36 over code and counter without the hyphens. It reveals
every single wrong character. It reveals every swap of two neighbouring characters except some swaps
of characters that are also neighbours in the alphabet 0-9A-Z (0 and Z counted as such): two in 36.
"""

import re

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MODULUS = len(_ALPHABET)
_STATION = re.compile(r"[A-Z0-9]{2,6}")
_NUMBER = re.compile(r"([A-Z0-9]{2,6})-([0-9]{5,})-([A-Z0-9])")
_WITHOUT_HYPHENS = re.compile(r"([A-Z0-9]{2,6})([0-9]{5})([A-Z0-9])")


def make_number(station_code: str, counter: int) -> str:
    """The registration number of a station's ``counter``-th draft, counted from 1.

    Raises ValueError for a code that is not 2 to 6 capital letters or digits, or a counter below 1.
    """
    if not _STATION.fullmatch(station_code):
        raise ValueError(f"not a station code: {station_code!r}")
    if counter < 1:
        raise ValueError(f"counters begin at 1: {counter}")
    digits = f"{counter:05d}"
    return f"{station_code}-{digits}-{_check_character(station_code + digits)}"


def normalise_number(text: str) -> str:
    """The number as it is printed, from what was typed: capitals, no blanks, hyphens in place.

    Text that has not the shape of a number comes back in capitals and without blanks.
    """
    typed = re.sub(r"\s+", "", text).upper()
    match = _WITHOUT_HYPHENS.fullmatch(typed)
    return "-".join(match.groups()) if match else typed


def check_number(text: str) -> bool:
    """Whether the text is a registration number whose check character fits."""
    match = _NUMBER.fullmatch(normalise_number(text))
    return match is not None and _check_character(match[1] + match[2]) == match[3]


def _check_character(text: str) -> str:
    product = _MODULUS
    for character in text:
        total = (product + _ALPHABET.index(character)) % _MODULUS or _MODULUS
        product = total * 2 % (_MODULUS + 1)
    return _ALPHABET[(1 - product) % _MODULUS]
