"""Tables for a spreadsheet, in which nothing computes."""

from jamsos_desktop.services.csv_files import csv_bytes, save_csv


def test_a_table_is_saved_beside_an_older_one_and_has_its_mark(tmp_path):
    first = save_csv(tmp_path / "daftar", ("Nama",), [("=1+1",)])
    second = save_csv(tmp_path / "daftar.csv", ("Nama",), [("Siti",)])
    assert first.read_bytes() == csv_bytes([("Nama",), ("=1+1",)])
    assert first.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "'=1+1" in first.read_text("utf-8-sig")
    assert (first.name, second.name) == ("daftar.csv", "daftar (2).csv")
