"""What buttons and keys of the page ask of the presenter, beside typing."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from jamsos_desktop.gui import dialogs, keys
from jamsos_desktop.gui.enrolment.fields import EnrolmentFields
from jamsos_desktop.gui.enrolment.orders import Orders
from jamsos_desktop.gui.enrolment.presenter import EnrolmentPresenter
from jamsos_desktop.gui.enrolment.state import Said
from jamsos_desktop.gui.enrolment.strip import Strip
from jamsos_desktop.gui.widgets.chooser import Chooser
from jamsos_desktop.i18n import _


class Commands(QObject):
    """A key and a button that do the same come to the same place."""

    def __init__(
        self,
        page: QWidget,
        form: EnrolmentFields,
        strip: Strip,
        orders: Orders,
        presenter: Callable[[], EnrolmentPresenter],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._form = form
        self._strip = strip
        self._presenter = presenter
        form.submitted.connect(self._save_next)
        orders.save.ordered.connect(self._save)
        orders.save_incomplete.ordered.connect(self._save_incomplete)
        orders.cancel.ordered.connect(self._cancel)
        for order in (orders.save, orders.cancel):
            order.refused.connect(self._refuse)
        orders.family.ordered.connect(self._save_family)
        form.family.clicked.connect(self._save_family)
        form.elsewhere.clicked.connect(self._ask_elsewhere)
        strip.candidate_wanted.connect(self._invent)
        strip.event_chosen.connect(self._choose_event)
        strip.cancelled_chosen.connect(self._take_up)
        keys.bind("save_incomplete", page, self._save_incomplete)
        keys.bind("save_family", page, self._save_family)
        keys.bind("clear_carried", page, self._clear_carried)
        keys.bind("elsewhere", page, self._ask_elsewhere)
        keys.bind("unknown", page, self._tell_unknown)
        keys.bind("cancelled", page, self._list_cancelled)

    def _save(self) -> None:
        self._settle()
        self._presenter().saving.save(then_next=False)

    def _save_next(self) -> None:
        self._settle()
        self._presenter().saving.save(then_next=True)

    def _save_family(self) -> None:
        self._settle()
        self._presenter().saving.save_family()

    def _save_incomplete(self) -> None:
        self._settle()
        self._presenter().saving.save_incomplete()

    def _settle(self) -> None:
        """A name typed in full is chosen, though its field was not left."""
        chooser = self._page.focusWidget()
        if isinstance(chooser, Chooser):
            chooser.settle()

    def _refuse(self, reason: str) -> None:
        self._presenter().page.show(said=Said("info", reason))

    def _cancel(self) -> None:
        correcting = self._presenter().state.correcting
        dialogs.ask(
            self._page,
            _("Batalkan perbaikan ini?") if correcting else _("Batalkan pendaftaran ini?"),
            _(
                "Formulir ini disimpan sehari dan dapat dilanjutkan lagi dengan {key}. "
                "Sesudah itu dihapus.",
                key=keys.shown("cancelled"),
            ),
            yes=_("Batalkan perbaikan") if correcting else _("Batalkan pendaftaran"),
            no=_("Lanjut mengisi"),
            on_yes=self._presenter().giving_up.cancel,
        )

    def _list_cancelled(self) -> None:
        if self._presenter().state.cancelled:
            self._strip.list_cancelled()
        else:
            self._refuse(_("Tidak ada formulir yang dibatalkan dalam sehari ini."))

    def _take_up(self, draft_id: str) -> None:
        self._presenter().giving_up.take_up(draft_id)

    def _tell_unknown(self) -> None:
        name = self._form.current()
        if self._presenter().typing.tell_unknown(name):
            self._form.go_on(name)

    def _ask_elsewhere(self) -> None:
        self._presenter().typing.ask_elsewhere()

    def _clear_carried(self) -> None:
        self._settle()
        self._presenter().filling.clear()

    def _invent(self) -> None:
        self._presenter().filling.invent()

    def _choose_event(self, event_id: str) -> None:
        self._presenter().turns.choose_event(event_id)
