"""The two small forms of the page: a programme and an event."""

import datetime as dt
from collections.abc import Sequence

import msgspec
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget

from jamsos_desktop.domain.dates import add_months, first_day, short_date
from jamsos_desktop.domain.planning import EventForm, ProgrammeForm, parse_event_date
from jamsos_desktop.domain.region import full_name
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.enrolment.wording import month_words
from jamsos_desktop.gui.planning.lines import KINDS, PAYERS, BookLine, EventLine, ProgrammeLine
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.chooser import Chooser, finder
from jamsos_desktop.gui.widgets.editor import TextEdit, set_expected_length
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.region_picker import Region, RegionPicker
from jamsos_desktop.gui.widgets.suggestions import Option
from jamsos_desktop.gui.widgets.words import words
from jamsos_desktop.i18n import _
from jamsos_desktop.services.reference import regions

_MONTHS_BACK, _MONTHS_ON = 3, 15
_REGIONS = 20  # offered at once


class EventDateEdit(TextEdit):
    """A day to come: 12/11/26 becomes 12-11-2026 when the field is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("tgl-bln-tahun"))
        set_expected_length(self, 12)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        day = parse_event_date(self.text())
        if day is not None:
            self.setText(short_date(day))
        super().focusOutEvent(event)


class ProgrammePage(Form):
    """Who pays what for whom."""

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        """``today`` decides which months are offered."""
        super().__init__(parent)
        first = add_months(f"{today:%Y-%m}", -_MONTHS_BACK)
        months = [add_months(first, n) for n in range(_MONTHS_BACK + _MONTHS_ON)]
        self._months = tuple(Option(month, month_words(month)) for month in months)
        self._this_month = f"{today:%Y-%m}"
        self._books: tuple[Option, ...] = ()
        self.title, self.lead = _heading(self)
        self._add_payment()
        self._add_cover()
        self.back = self.add_button(_("Kembali"))
        self.save = self.set_primary(_("Simpan program"), "save")
        keys.bind("leave", self, self.back.click)

    def _add_payment(self) -> None:
        self.add_field(
            Field("name", _("Nama program"), TextEdit(), _("misalnya: Pekerja rentan DBHCHT 2026"))
        )
        payers = [(key, _(text)) for key, text in PAYERS.items()]
        self.add_field(Field("payer", _("Yang membayar iuran"), Choice(payers)))
        self.add_field(
            Field("fund", _("Sumber dana"), TextEdit(), _("DBHCHT, APBD, CSR …; boleh kosong"))
        )
        self.add_field(
            Field("group_number", _("NPW wadah"), TextEdit(), _("dari BPJS; boleh kosong"))
        )
        self.add_field(
            Field("branch", _("Kantor cabang BPJS Ketenagakerjaan"), TextEdit(), _("boleh kosong"))
        )

    def _add_cover(self) -> None:
        self.add_group(_("Perlindungan"))
        month = Chooser(finder(self._months), self._month)
        month.setPlaceholderText(_("Ketik nama bulan"))
        set_expected_length(month, 20)
        months = _short(TextEdit())
        self.add_row(
            [
                Field("coverage_start", _("Mulai bulan"), month),
                Field("coverage_months", _("Lama (bulan)"), months),
            ]
        )
        rules = Chooser(self._find_rules, self._lookup_rules)
        rules.setPlaceholderText(_("Ketik nama kota, atau tekan panah bawah"))
        hint = _("siapa yang boleh didaftarkan dan apa yang wajib diisi")
        self.add_field(Field("rules", _("Aturan"), rules, hint))
        self.add_group(_("Data dan dasar hukum"))
        hint = _("misalnya: Perwal nomor dan tahunnya; boleh kosong")
        self.add_field(Field("legal_basis", _("Dasar hukum"), TextEdit(), hint))
        hint = _("disebut dalam teks persetujuan; kosong: belum ditetapkan")
        self.add_field(Field("retention", _("Berapa lama data disimpan"), TextEdit(), hint))

    def offer(self, books: Sequence[BookLine]) -> None:
        """The rule books that may be chosen."""
        self._books = tuple(Option(*book) for book in books)

    def _find_rules(self, text: str) -> Sequence[Option]:
        return finder(self._books)(text)

    def _lookup_rules(self, key: str) -> Option | None:
        return next((option for option in self._books if option.key == key), None)

    def begin(self, known: ProgrammeForm | None = None) -> None:
        """An empty form with what is usual, or what is ``known`` of a programme to be changed."""
        if known is None:
            self.title.setText(_("Program baru"))
            self.lead.setText(_("Siapa membayar iuran, untuk siapa, dan berapa lama."))
        else:
            self.title.setText(_("Ubah program"))
            self.lead.setText(_changes())
        usual = ProgrammeForm(coverage_start=self._this_month)
        self.set_values(msgspec.structs.asdict(known or usual))

    def given(self) -> ProgrammeForm:
        """What was typed."""
        return ProgrammeForm(**self.values())

    def _month(self, key: str) -> Option | None:
        if first_day(key) is None:
            return None
        return next((o for o in self._months if o.key == key), Option(key, month_words(key)))


class EventPage(Form):
    """One day at one place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._programmes: tuple[Option, ...] = ()
        self.title, self.lead = _heading(self)
        self.add_field(
            Field("name", _("Nama kegiatan"), TextEdit(), _("misalnya: Jamsos Kranggan"))
        )
        self.add_field(Field("place", _("Tempat"), TextEdit(), _("misalnya: Balai RW 03")))
        self.add_row(
            [
                Field("date", _("Tanggal"), EventDateEdit()),
                Field("target", _("Sasaran (orang)"), _short(TextEdit()), _("boleh kosong")),
            ]
        )
        programme = Chooser(self._find, self._lookup)
        programme.setPlaceholderText(_("Ketik nama program, atau tekan panah bawah"))
        self.add_field(Field("programme_id", _("Program"), programme))
        self.region = RegionPicker(_find_regions, _lookup_region)
        self.region.setPlaceholderText(_("Ketik nama kota, kecamatan, atau kelurahan"))
        hint = _("pos hanya menawarkan alamat di wilayah ini")
        self.add_field(Field("region", _("Wilayah"), self.region, hint))
        kinds = [(key, _(text)) for key, text in KINDS.items()]
        self.add_field(Field("kind", _("Cara mendaftarkan"), Choice(kinds)))
        self.back = self.add_button(_("Kembali"))
        self.save = self.set_primary(_("Simpan kegiatan"), "save")
        keys.bind("leave", self, self.back.click)

    def offer(self, programmes: Sequence[ProgrammeLine], events: Sequence[EventLine]) -> None:
        """The programmes that may be chosen; the regions of earlier events come first."""
        self._programmes = tuple(Option(p.id, p.name, p.cover) for p in programmes)
        codes = dict.fromkeys(event.region_code for event in events)
        known = [region for region in map(_lookup_region, codes) if region]
        self.region.set_recent([Option(*region) for region in known])

    def begin(self, known: EventForm | None = None) -> None:
        """An empty form, or what is ``known`` of an event to be changed.

        The programme is chosen already where there is only one.
        """
        if known is None:
            self.title.setText(_("Kegiatan baru"))
            self.lead.setText(_("Satu hari di satu tempat, untuk satu program."))
        else:
            self.title.setText(_("Ubah kegiatan"))
            self.lead.setText(_changes())
        only = self._programmes[0].key if len(self._programmes) == 1 else ""
        self.set_values(msgspec.structs.asdict(known or EventForm(programme_id=only)))

    def given(self) -> EventForm:
        """What was typed."""
        return EventForm(**self.values())

    def _find(self, text: str) -> Sequence[Option]:
        return finder(self._programmes)(text)

    def _lookup(self, key: str) -> Option | None:
        return next((option for option in self._programmes if option.key == key), None)


def _heading(form: Form) -> tuple[QLabel, QLabel]:
    """A title and what the form is for, which say whether something is new or changed."""
    title, lead = words("", "heading", form), words("", "lead", form)
    form.add_widget(title)
    form.add_widget(lead)
    return title, lead


def _changes() -> str:
    return _(
        "Berlaku untuk pendaftaran berikutnya di kantor ini. Laptop pos yang sudah punya paket"
        " tahu perubahannya dari balasan berikutnya."
    )


def _short(edit: TextEdit) -> TextEdit:
    set_expected_length(edit, 6)
    return edit


def _find_regions(text: str) -> list[Region]:
    found = regions().find(text, limit=_REGIONS)
    return [_named(region.code) for region in found if region.level != "provinsi"]


def _lookup_region(code: str) -> Region | None:
    return _named(code) if regions().get(code) else None


def _named(code: str) -> Region:
    own, _comma, around = full_name(regions().path(code)).partition(", ")
    return code, own, around
