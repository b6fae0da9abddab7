"""What holds for every test: no screen, no real home, cheap passwords, nothing left open."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from jamsos_desktop.i18n import set_language
from jamsos_desktop.storage import vault
from tests import figures

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Whoever asks for a home gets an empty one, and no test may put a file of ours there.
_HOME = Path(tempfile.mkdtemp(prefix="jamsos-home-"))
_FOLDERS = (
    "HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
)
os.environ.update(dict.fromkeys(_FOLDERS, str(_HOME)))

# Two workers share two cores with whatever else runs: how long one example takes says nothing.
settings.register_profile("jamsos", deadline=None, max_examples=60)
settings.load_profile("jamsos")


def pytest_sessionstart():
    """Figures are of one run, also where several workers add to them."""
    figures.begin_run()


def pytest_terminal_summary(terminalreporter, config):
    """What the campaigns of this run tried and found, for whoever reads the end of it."""
    if hasattr(config, "workerinput"):
        return
    for campaign, numbers in figures.of_this_run():
        told = ", ".join(f"{name} {value:,}" for name, value in numbers.items())
        terminalreporter.write_line(f"{campaign}: {told}")


@pytest.fixture
def data_dir(tmp_path):
    """The folder of one installation, not there yet."""
    return tmp_path / "data"


@pytest.fixture
def qtbot(qapp, request):
    """The hands of a test, with patience."""
    from tests.patience import PatientBot

    return PatientBot(request)


@pytest.fixture(autouse=True)
def indonesian():
    """A test that changes the language changes it for itself."""
    set_language("id")
    yield
    set_language("id")


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch):
    """Stretching a password takes 1 ms here; what it costs in earnest is tested with the vault."""
    monkeypatch.setattr(vault, "KDF", vault.KdfCost(time=1, memory_kib=8, lanes=1))


@pytest.fixture(autouse=True)
def no_file_in_the_home():
    """The program writes where it is told, or where the person's data lie: never here."""
    yield
    ours = [path for path in _HOME.rglob("*") if "jamsos" in path.name.lower()]
    assert not ours, f"written into the home: {ours}"


@pytest.fixture(autouse=True)
def no_window_left_open(request):
    """A window that a test leaves open would take the focus from the next one."""
    yield
    if "qapp" not in request.fixturenames:
        return
    from PySide6.QtWidgets import QApplication

    left = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in left:
        window.close()
    assert not left, f"windows left open: {left}"
