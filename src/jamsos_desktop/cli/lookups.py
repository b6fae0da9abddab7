"""Looking something up: a NIK, a region. Needs no installation and no password."""

import datetime as dt
from typing import Annotated, Any

import typer

from jamsos_desktop.cli.session import REFUSED, say, say_json
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import LEVELS, finding_text


def nik(
    numbers: Annotated[list[str], typer.Argument(metavar="NIK...", help="Satu NIK atau lebih.")],
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Uraikan NIK: tanggal lahir, jenis kelamin, wilayah, dan yang perlu diperiksa."""
    looked_at = [_look_at(number) for number in numbers]
    if as_json:
        say_json(looked_at)
    else:
        for one in looked_at:
            _say(one)
    if any(f["level"] == "error" for one in looked_at for f in one["findings"]):
        raise typer.Exit(REFUSED)


def region(
    text: Annotated[str, typer.Argument(metavar="TEXT|CODE", help="Nama atau kode.")] = "",
    count: Annotated[bool, typer.Option("--count", help="Jumlah tiap tingkat.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Hasil sebagai JSON.")] = False,
) -> None:
    """Cari wilayah menurut nama atau kode Kemendagri."""
    from jamsos_desktop.domain.region import full_name
    from jamsos_desktop.services.reference import regions

    if count:
        totals = {str(level): number for level, number in regions().counts().items()}
        if as_json:
            say_json(totals)
        for level, number in () if as_json else totals.items():
            say(f"{level:12} {number:>6}")
        return
    if not text:
        raise typer.BadParameter(_("Ketik nama atau kode wilayah."))
    found = [
        {
            "code": place.code,
            "name": place.name,
            "level": place.level,
            "full_name": full_name(regions().path(place.code)),
        }
        for place in regions().find(text)
    ]
    if as_json:
        say_json(found)
    for place in () if as_json else found:
        say(f"{place['code']:14} {place['full_name']}")
    if not found:
        say("" if as_json else _("Tidak ada wilayah bernama atau berkode {text}.", text=text))
        raise typer.Exit(REFUSED)


def _look_at(number: str) -> dict[str, Any]:
    from jamsos_desktop.domain import nik as rules
    from jamsos_desktop.services.reference import regions

    today = dt.datetime.now().astimezone().date()
    normal = rules.normalise(number)
    reading = rules.decode(normal, regions(), today)
    findings = rules.check_nik(
        normal, birth_date=None, sex=None, village="", known=regions(), today=today
    )
    return {
        "nik": normal,
        "birth_date": reading.birth_date.isoformat() if reading.birth_date else None,
        "birth_dates": [date.isoformat() for date in reading.birth_dates],
        "sex": reading.sex,
        "region": {
            "province": reading.province,
            "regency": reading.regency,
            "district": reading.district,
            "old_region": reading.old_region,
        },
        "findings": [
            {"level": f.level, "code": f.code, "message": finding_text(f)} for f in findings
        ],
    }


def _say(one: dict[str, Any]) -> None:
    place = one["region"]
    names = [place["district"] or place["old_region"], place["regency"], place["province"]]
    sexes = {"L": _("laki-laki"), "P": _("perempuan"), None: "-"}
    dates = " / ".join(one["birth_dates"]) or "-"
    where = ", ".join(name for name in names if name) or "-"
    say(f"{one['nik']}  {dates}  {sexes[one['sex']]}  {where}")
    for finding in one["findings"]:
        say(f"  {_(LEVELS[finding['level']])}: {finding['message']}")
