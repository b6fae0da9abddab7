"""The data outlives this program: the ordinary tools open and verify a bundle."""

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from jamsos_desktop.bundle import keys
from jamsos_desktop.bundle.open import open_bundle
from tests.bundle.factories import (
    JOURNAL,
    OFFICE,
    OFFICE_IDENTITY,
    PHOTO,
    SIGNING_KEY,
    entries_of,
    seal_bundle,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "envelope.md"


def need(*tools: str) -> None:
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed, so the format was not tried with them: {', '.join(missing)}")


def commands(heading: str) -> str:
    """The shell commands below a heading of docs/envelope.md, as they stand there."""
    section = DOCUMENT.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1]
    return section.split("```sh\n")[1].split("```")[0]


def run(script: str, folder: Path) -> str:
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | {"OFFICE": OFFICE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == "" or "verified" in done.stderr.lower(), done.stderr
    return done.stdout


def test_age_zstd_tar_and_openssl_open_and_verify_a_bundle(tmp_path: Path) -> None:
    need("bash", "age", "zstd", "tar", "openssl", "basenc", "sha256sum")
    written = seal_bundle(tmp_path, name="file.jamsos")
    (tmp_path / "key.txt").write_text(OFFICE_IDENTITY + "\n", encoding="ascii")
    (tmp_path / "out").mkdir()

    run(commands("Opening"), tmp_path)
    said = run(commands("Verifying the signature"), tmp_path / "out")
    run(commands("Verifying the parts"), tmp_path / "out")

    assert "Signature Verified Successfully" in said
    assert (tmp_path / "out" / "journal.ndjson").read_bytes() == JOURNAL
    assert (tmp_path / "out" / "media" / "foto.jpg").read_bytes() == PHOTO
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert manifest["sender"]["public_key"] == keys.public_key_of(SIGNING_KEY)
    assert manifest["parts"][0]["sha256"] == hashlib.sha256(JOURNAL).hexdigest()
    assert written.path.name == "file.jamsos"

    (tmp_path / "out" / "manifest.json").write_text("{}", encoding="ascii")
    with pytest.raises(AssertionError):
        run(commands("Verifying the signature"), tmp_path / "out")


def test_a_bundle_made_with_the_ordinary_tools_opens_here(tmp_path: Path) -> None:
    need("bash", "age", "zstd", "tar", "openssl")
    work = tmp_path / "work"
    work.mkdir()
    for entry, content in entries_of(seal_bundle(tmp_path).path):
        path = work / str(entry)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (tmp_path / "sender.pem").write_bytes(private_pem())
    (work / "manifest.sig").unlink()

    run(commands("Making one"), work)

    opened = open_bundle(work / "file.jamsos", [OFFICE_IDENTITY])
    assert b"".join(opened.read("journal.ndjson")) == JOURNAL


def private_pem() -> bytes:
    """The sender's secret key as ``openssl`` wants it."""
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(SIGNING_KEY))
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
