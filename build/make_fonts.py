"""Make resources/fonts from the fontsource packages of the npm registry.

    python build/make_fonts.py        (needs npm, fonttools and brotli)

The packages carry one web font for each script; a document and a window want one TrueType file for
each weight, so Latin and Latin Extended are merged again. The result is the same on every machine.
"""

import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
JAKARTA = "@fontsource/plus-jakarta-sans@5.3.0"
JETBRAINS = "@fontsource/jetbrains-mono@5.3.0"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}

#: Everything that our own texts print beyond ASCII. "≤" is not in the font: we write it in words.
PRINTED = "•’“”—–×·…"


def unpack(package: str, folder: Path) -> Path:
    """Fetch an npm package and return the folder of its contents."""
    done = subprocess.run(
        ["npm", "pack", package, "--silent"], cwd=folder, check=True, capture_output=True, text=True
    )
    with tarfile.open(folder / done.stdout.split()[-1]) as archive:
        target = folder / re.sub(r"\W+", "-", package)
        archive.extractall(target, filter="data")
    return target / "package"


def to_truetype(source: Path, target: Path) -> Path:
    """A woff2 file as TrueType."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    font.save(target)
    return target


def merge(sources: list[Path], target: Path) -> None:
    """One TrueType file from several, with the first one's dates instead of today's."""
    font = Merger().merge([str(path) for path in sources])
    first = TTFont(sources[0])["head"]
    font["head"].created, font["head"].modified = first.created, first.modified
    font.recalcTimestamp = False
    font.save(target)


def check(path: Path) -> None:
    """Stop if the font lacks something that we print."""
    known = TTFont(path).getBestCmap()
    missing = [letter for letter in PRINTED if ord(letter) not in known]
    if missing:
        raise SystemExit(f"{path.name} lacks {missing}")


def main() -> None:
    """Write every font and its licence."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jakarta, jetbrains = unpack(JAKARTA, folder), unpack(JETBRAINS, folder)
        for weight, word in WEIGHTS.items():
            parts = [
                to_truetype(
                    jakarta / "files" / f"plus-jakarta-sans-{script}-{weight}-normal.woff2",
                    folder / f"{script}-{weight}.ttf",
                )
                for script in ("latin", "latin-ext")
            ]
            target = FONTS / f"PlusJakartaSans-{word}.ttf"
            merge(parts, target)
            check(target)
        to_truetype(
            jetbrains / "files" / "jetbrains-mono-latin-600-normal.woff2",
            FONTS / "JetBrainsMono-SemiBold.ttf",
        )
        shutil.copyfile(jakarta / "LICENSE", FONTS / "PlusJakartaSans-OFL.txt")
        shutil.copyfile(jetbrains / "LICENSE", FONTS / "JetBrainsMono-OFL.txt")


if __name__ == "__main__":
    main()
