"""Workbooks of candidates for the tests of the pages."""

import xlsxwriter

HEADINGS = ("No", "NIK", "Nama", "Tempat, Tgl Lahir", "Kelurahan", "RT/RW")
GOOD = (1, "3576035708900101", "Eni", "Mojokerto, 17 Agustus 1990", "Kranggan", "1/2")
SHORT = (2, "35760357089", "Fifi", "Mojokerto, 17 Agustus 1990", "Kranggan", "1/2")


def workbook(path, *rows, headings=HEADINGS, other=()):
    """A workbook whose sheet "Daftar" has these rows, and a sheet "Lain" with others."""
    book = xlsxwriter.Workbook(path)
    for name, cells in (("Daftar", (headings, *rows)), ("Lain", other)):
        sheet = book.add_worksheet(name)
        for line, row in enumerate(cells):
            for column, value in enumerate(row):
                sheet.write(line, column, value)
    book.close()
    return path
