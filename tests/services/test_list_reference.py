"""The list says of each file where it comes from, which version holds, and who put it there."""

from jamsos_desktop.services.change_reference import check_file, put_in_force, restore_file
from jamsos_desktop.services.list_reference import list_files, read_file, unreadable_files
from jamsos_desktop.storage.reference import shipped_names, shipped_text
from tests.factories import NOW

BOOK = "rules/blitar-2026.toml"


def line_of(desk, name):
    return next(line for line in list_files(desk) if line.name == name)


def test_every_shipped_file_is_listed(office):
    lines = list_files(office)
    assert [line.name for line in lines] == list(shipped_names())
    assert all(line.version == line.shipped_version and not line.replaced_at for line in lines)
    assert line_of(office, "rules/standar.toml").title == "Standar"
    assert line_of(office, "mappings/bpjs-bpu.toml").title
    assert line_of(office, "mappings/hasil-bpjs.toml").title
    assert unreadable_files(office) == ()


def test_who_replaced_what_and_why(office, tmp_path):
    path = tmp_path / "blitar-2026.toml"
    path.write_text(shipped_text("rules/standar.toml").replace("Standar", "Blitar"), "utf-8")
    put_in_force(office, [check_file(office, path)], "Perwali 7/2026")
    line = line_of(office, BOOK)
    assert (line.added, line.title, line.reason) == (True, "Blitar", "Perwali 7/2026")
    assert (line.replaced_by, line.version) == ("Admin Kantor", 1)
    assert line.replaced_at.startswith(f"{NOW:%Y-%m-%d}")
    assert read_file(office, BOOK) == path.read_text("utf-8")
    restore_file(office, BOOK, "salah berkas")
    assert BOOK not in {line.name for line in list_files(office)}
