"""Indonesian ways of writing a name, brought to one form, so that the same name reads the same.

The canonical form is for comparing only: nobody is ever shown it, and it is no spelling. Rules:

* Titles, degrees and *bin*/*binti* go; whatever is left if everything would go, stays.
* ``WORDS`` gives the words that are abbreviated or spelled in many ways (Moh., Siti, Abd.).
* ``_SPELLINGS`` gives letters: the spelling before 1947 (oe) and 1972 (dj, tj, sj), Arabic and
  Dutch ones (kh, ch, th, dh, ph, q, x), and letters that the ear does not tell apart (y/i, v/f).
* Doubled letters count once, a last *h* is not heard, apostrophes are dropped.
"""

import re
import unicodedata
from functools import lru_cache


def _read(table: dict[str, str]) -> dict[str, str]:
    """From what is canonical with its spellings to a look-up of each spelling."""
    return {spelling: word for word, spellings in table.items() for spelling in spellings.split()}


#: Before a name: religious, noble and academic titles. ``h`` is *haji*, ``r`` is *raden*.
PREFIXES = _read(
    {
        "haji": "h hj hajah haji kh k kiai kyai nyai ust ustad ustadz ustadzah gus ning",
        "raden": "r rr ra rm rd raden radin roro ngabehi",
        "bapak": "ny tn bpk ibu sdr sdri almarhum almarhumah alm almh",
        "doktor": "dr drs dra drg drh ir prof",
    }
)
#: Anywhere but at the beginning: degrees, and the words between a name and the father's.
SUFFIXES = _read(
    {
        "sarjana": "spd spdi se sh st sag sip skom ssos ssi skep skm stp sp spi spt sth ba bsc",
        "magister": "mpd mpdi mm mh mt msi mkom mkes mag ma msc phd pd",
        "diploma": "amd amdkeb amk",
        "anak": "bin binti binte bt",
        "haji": "hj",
    }
)
#: Words written in many ways. What is canonical stays itself.
WORDS = _read(
    {
        "muhamad": "moh mohd mohammad mohamad mohammed mohamed muh muhd muhammad muhamad"
        " muhammed muhamed muhamat mochamad mochammad mohamat moch mochamat much muchamad"
        " muchammad mukhamad mukhammad mokhamad mokhammad mukh mokh mhd md",
        "ahmad": "ahmad achmad akhmad ahmat achmat ach akh ahmed acmad",
        "abdul": "abd abdul abdoel abdl abdull abdur abdus abdun abdut abdud",
        "siti": "siti st sitti sity stt",
        "sri": "sri srie srii",
        "nur": "nur noer noor nor nuur nurul",
        "iusup": "yusuf yusup jusuf joesoef yoesoef jusup yusof",
        "umi": "umi ummi umy ummu umu",
        "kristina": "christina kristina cristina",
        "kristian": "christian kristian cristian",
    }
)
#: Words that so many people carry that they say little of who somebody is.
COMMON = frozenset(("muhamad", "ahmad", "abdul", "siti", "sri", "nur"))

#: Letters, by how they are written here; at each place the longest is taken, never in ``WORDS``.
_SPELLINGS = _read(
    {
        "u": "oe",
        "i": "ie y",
        "ai": "ae",
        "j": "dj z",
        "c": "tj",
        "s": "sj sy",
        "h": "kh ch",
        "p": "ph f v",
        "t": "th",
        "d": "dh",
        "b": "bh",
        "g": "gh",
        "k": "ck q",
        "ks": "x",
    }
)
_SPELLED = re.compile("|".join(sorted(_SPELLINGS, key=lambda key: (-len(key), key))))
_UNWRITTEN = str.maketrans(",", " ", "'’‘`")
_FIRST_CH = re.compile(r"^ch(?=[aei](?!i))")  # Chandra; but Choirul, Chusnul, Chairul
_SHORT = 4  # letters: Moh, Moch, Abd
_DOUBLED = re.compile(r"(.)\1+")
_ABDU = re.compile(r"abdu(?:l(?=[^l]{2})|(?=[rsnjdt]))(?=[a-z]{4})")
_PIECE = re.compile(r"[^\W_]+")


def canonical(name: str) -> tuple[str, ...]:
    """The words of a name in canonical form, in their order. Idempotent; empty without letters."""
    words = _pieces(name)
    while True:
        again = _once(words)
        if again == words:
            return words
        words = again


@lru_cache(maxsize=4096)
def spell(word: str) -> str:
    """One word of small letters as all its spellings are written."""
    known = WORDS.get(word)
    if known is not None:
        return known
    spelled = _FIRST_CH.sub("c", word)
    while True:
        changed = _SPELLED.sub(_spelling, _DOUBLED.sub(r"\1", spelled))
        if changed == spelled:
            break
        spelled = changed
    return spelled[:-1] if len(spelled) > 3 and spelled[-1] == "h" else spelled


def _pieces(name: str) -> tuple[str, ...]:
    """Words of small plain letters; degrees written with dots or blanks are one word each."""
    plain = name.lower()
    if not name.isascii():
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        plain = "".join(c for c in folded if not unicodedata.combining(c))
    found: list[str] = []
    for part in plain.translate(_UNWRITTEN).split():
        whole = part.replace(".", "")
        if found and whole in SUFFIXES:
            found.append(whole)  # S.Pd.
        else:
            found += _PIECE.findall(part)
    return tuple(found)


def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    made: list[str] = []
    for word in _without_titles(words):
        spelled = spell(word)
        split = _ABDU.match(spelled)
        made += ["abdul", spelled[split.end() :]] if split else [spelled]
    return tuple(made)


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    start = 0
    while start < len(words) - 1 and words[start] in PREFIXES:
        start += 1
    rest = words[start:]
    return rest[:1] + tuple(word for word in rest[1:] if word not in SUFFIXES)


def _spelling(match: re.Match[str]) -> str:
    return _SPELLINGS[match[0]]


def first_name(name: str) -> str:
    """What somebody is called, as it is written: titles, initials and abbreviations are left out.

    ``H. Moh. Arifin`` is Arifin. Where nothing else is there, the first word.
    """
    words = [word.strip(",") for word in name.replace(".", ". ").split()]
    called = [word for word in words if _is_called(word)]
    return next(iter(called or words), "")


def _is_called(word: str) -> bool:
    plain = word.lower()
    short = len(plain) <= _SHORT and WORDS.get(plain) in {"muhamad", "ahmad", "abdul"}
    return len(plain) > 1 and "." not in plain and plain not in PREFIXES and not short
