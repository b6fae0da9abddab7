"""What the office answered, in words. No Qt."""

from typing import NamedTuple

from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.domain.reference_words import file_words
from jamsos_desktop.gui.standing_words import shown
from jamsos_desktop.i18n import _
from jamsos_desktop.services.receipts import Applied, News

#: So many people are named; the page of participants shows all of them.
MOST_NAMED = 6


class Answered(NamedTuple):
    """A receipt that was taken in: a headline, how far the journal came, and news of people."""

    what: str
    how_far: str
    news: tuple[str, ...] = ()
    more: str = ""
    trouble: str = ""


def answered(applied: Applied) -> Answered:
    """Say what a receipt brought."""
    what = _("Balasan {office} sudah dibuka", office=applied.office_name)
    if not applied.added:
        what = _("Balasan ini sudah pernah dibuka; tidak ada yang baru")
    if applied.newer_at:
        what = _(
            "Balasan ini lebih lama daripada yang sudah dibuka, dari {newer}; yang baru berlaku",
            newer=moment_words(applied.newer_at),
        )
    when = moment_words(applied.issued_at)
    how_far = _("Ditulis {when}. Kantor sudah menerima semua sampai ekspor itu.", when=when)
    if not applied.accepted_seq:
        how_far = _("Ditulis {when}. Kantor belum menerima apa pun dari pos ini.", when=when)
    if applied.reference:
        files = ", ".join(map(file_words, applied.reference))
        how_far = " ".join((how_far, _("Aturan baru: {files}.", files=files)))
    left = len(applied.news) - MOST_NAMED
    more = _("dan {count} orang lagi, lihat halaman Peserta", count=left) if left > 0 else ""
    trouble = ""
    if applied.other_branch:
        how_far = _("Ditulis {when}.", when=when)
        trouble = _(
            "Catatan di laptop ini lain dari yang ada di kantor: datanya dari salinan lama."
            " Tidak ada yang hilang. Ekspor sekali lagi, lalu beri tahu kantor."
        )
    named = tuple(map(_line, applied.news[:MOST_NAMED]))
    return Answered(what, how_far, named, more, trouble)


def _line(news: News) -> str:
    """One person in a line: ``MJK1-00012-K Siti Aminah: perlu perbaikan (NIK), terbalik.``."""
    state = shown(news.standing)
    fields = f" ({', '.join(map(label, news.fields))})" if news.fields else ""
    reason = f", {news.reason.rstrip('.')}" if news.reason else ""
    name = state.name
    if news.kept_number:
        name = _("{state} dari {number}", state=name, number=news.kept_number)
    said = f"{news.number} {news.name}: {name}{fields}{reason}."
    return f"{said} {state.todo}".strip()
