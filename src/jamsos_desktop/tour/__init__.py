"""The guided tour: the whole journey with invented people, in fresh folders, without questions.

Office, kits, two stations, enrolment, cards, bundles, import, and a picture of every page. Every
installation is one for practice, so all that it prints and exports is marked LATIHAN.
"""

from collections.abc import Callable
from pathlib import Path

from jamsos_desktop.i18n import _
from jamsos_desktop.tour.journey import Journey, go

Say = Callable[[str], None]


def run_tour(out: Path, people: int, say: Say) -> Journey:
    """Go on the journey, take the pictures, and say what was done with counts that balance.

    Raises ``tour_folder`` when ``out`` exists and is not empty.
    """
    from jamsos_desktop.tour.screens import photograph

    journey = go(out, people, say)
    pictures = photograph(journey, out / "screens")
    say(_("{count} gambar layar: {folder}", count=len(pictures), folder=out / "screens"))
    _say_balance(journey, say)
    return journey


def _say_balance(journey: Journey, say: Say) -> None:
    say("")
    say(_("Neraca"))
    for post in journey.posts:
        text = _("  {name}: terdaftar {made}, kartu {cards}, diekspor {sent}, diterima {got}")
        say(
            text.format(
                name=post.name,
                made=post.enrolled,
                cards=post.cards,
                sent=post.exported,
                got=post.arrived,
            )
        )
    total = sum(post.enrolled for post in journey.posts)
    say(
        _("  Di kantor: {office} peserta dari {total}").format(
            office=journey.at_office, total=total
        )
    )
    say(_("  Impor kedua kali menambah {count} catatan", count=journey.added_again))
    say(_("  Sidik keadaan: {state}", state=journey.state_hash))
    say(_("Semua cocok.") if journey.balances else _("TIDAK COCOK: laporkan kepada pengembang."))
    say(_("Hasilnya di {folder}", folder=journey.out))
