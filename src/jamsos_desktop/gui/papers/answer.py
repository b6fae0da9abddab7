"""What handing a card over says, in words with a colour. No Qt."""

from jamsos_desktop.domain.hand_over import receiver_words
from jamsos_desktop.domain.moment import moment_words
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import _
from jamsos_desktop.messages import explain
from jamsos_desktop.services.card_verdict import Verdict
from jamsos_desktop.services.hand_over import HandedOver


def answer_of(given: HandedOver) -> Verdict:
    """Green where it was journalled now, amber where somebody should look twice."""
    receiver = receiver_words(given.to, given.name)
    who = _("{name}, nomor {number}.", name=given.person, number=given.number)
    if given.already:
        when = _(
            "Tanggal {at}, kepada: {receiver}. Jangan serahkan kartu kedua tanpa koordinator.",
            at=moment_words(given.at),
            receiver=receiver,
        )
        return Verdict("warning", _("Sudah diserahkan"), f"{who} {when}")
    if not given.printed:
        look = _("Cetaknya belum tercatat di laptop ini: periksa nama di kartunya.")
        return Verdict("warning", _("Diserahkan, periksa"), f"{who} {receiver}. {look}")
    return Verdict("success", _("Diserahkan"), f"{who} {receiver}.")


def refusal_of(error: UserError) -> Verdict:
    """Red: the card stays where it is."""
    said = explain(error)
    return Verdict("error", _("Jangan diserahkan"), f"{said.what} {said.todo}")
