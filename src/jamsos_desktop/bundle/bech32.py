"""Bech32 (BIP 173), as age writes its keys with it; only the way from bytes to text."""

_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """``prefix`` (small letters), ``1``, the data and six characters of a checksum."""
    words = _in_fives(data)
    expanded = [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix)]
    check = _polymod([*expanded, *words, *(0 for _n in range(6))]) ^ 1
    words += [check >> 5 * (5 - place) & 31 for place in range(6)]
    return f"{prefix}1" + "".join(_CHARSET[word] for word in words)


def _in_fives(data: bytes) -> list[int]:
    """The bits in groups of five, the last one filled up with zeros."""
    number, bits = int.from_bytes(data), len(data) * 8
    filled = -(-bits // 5) * 5
    number <<= filled - bits
    return [number >> place & 31 for place in range(filled - 5, -5, -5)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATOR):
            check ^= generator if top >> place & 1 else 0
    return check
