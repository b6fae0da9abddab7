"""One table of keys, no two the same, all of them explained."""

from PySide6.QtGui import QKeySequence

from jamsos_desktop.gui import keys


def test_no_two_keys_are_the_same():
    sequences = [s for key in keys.KEYS.values() for s in key.sequences]
    portable = [QKeySequence(s).toString() for s in sequences]
    assert all(portable)
    assert len(set(portable)) == len(portable)


def test_the_help_page_names_every_key():
    shown = "\n".join(key for key, _does in keys.table())
    for name in keys.KEYS:
        if not name.startswith("page_"):
            assert keys.shown(name) in shown.split("\n")
    assert "Alt+1 … Alt+9" in shown


def test_a_button_shows_its_key_and_its_ampersand():
    assert keys.label("Simpan & berikutnya", "save_next") == "Simpan && berikutnya   Ctrl+Enter"
