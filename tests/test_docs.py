"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "jamsos_desktop"
DOCUMENTS = sorted(
    path.relative_to(ROOT)
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/decisions/*.md"))
)
#: ``services/find``, ``domain/consent.check_consent``, ``tests/faults/test_kill.py``
_PLACE = re.compile(r"`((?:[a-z_0-9]+/)+[\w.-]*)`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_what_a_document_points_at_is_there(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    lost = [
        link for link in _LINK.findall(text) if not (ROOT / document).parent.joinpath(link).exists()
    ]
    lost += [place for place in _PLACE.findall(text) if not _is_there(place)]
    assert not lost


def _is_there(place):
    step = place.partition("/")[0]
    if not any((first / step).is_dir() for first in (ROOT, PACKAGE)):
        return True  # a folder of an installation or of a file that travels
    names = place.rstrip("/").split(".")
    for first in (ROOT, PACKAGE):
        for end in range(len(names), 0, -1):
            path, inside = ".".join(names[:end]), names[end:]
            for module in (first / path, first / f"{path}.py", first / path / "__init__.py"):
                if module.is_file() and _has(module, inside):
                    return True
            if not inside and (first / path).is_dir():
                return True
    return False


def _has(module, names):
    text = module.read_text(encoding="utf-8") if names else ""
    return all(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
