"""Lists of invented people as CSV files, as somebody at a kelurahan would send them."""

import csv
import datetime as dt

from jamsos_desktop.domain.invented import invent
from jamsos_desktop.services.practice import villages_within
from jamsos_desktop.services.reference import shipped

HEADINGS = {
    "NIK": "nik",
    "Nama Lengkap": "name",
    "Tempat Lahir": "birth_place",
    "Tanggal Lahir": "birth_date",
    "Jenis Kelamin": "sex",
    "Nama Ibu Kandung": "mother_name",
    "Alamat": "address",
    "RT": "rt",
    "RW": "rw",
    "Kode Wilayah": "village",
    "No. HP": "phone",
    "Pekerjaan": "occupation",
}
#: What everybody on the list has agreed to, on paper.
AGREED = {"Persetujuan": "ya", "Cara Persetujuan": "kertas"}


def rows_of(first, count):
    """The invented people ``first``, ``first + 1`` ... as rows of a list."""
    villages = villages_within("35.76")
    kinds = [name for name in shipped().occupations if name != "lainnya"]
    today = dt.datetime.now().astimezone().date()
    people = (invent(number, villages, kinds, today) for number in range(first, first + count))
    return [
        {**{title: getattr(p, name) for title, name in HEADINGS.items()}, **AGREED} for p in people
    ]


def write_list(path, rows, encoding="utf-8", headings=(*HEADINGS, *AGREED), delimiter=";"):
    """Write a list and give its path."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, headings, delimiter=delimiter, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path
