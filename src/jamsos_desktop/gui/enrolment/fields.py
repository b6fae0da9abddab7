"""The form of the enrolment page, field by field: what is required first, the rest below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from jamsos_desktop.domain.enrolment_form import INTERESTS, QUESTIONS
from jamsos_desktop.domain.field_labels import ANSWERS
from jamsos_desktop.gui import keys
from jamsos_desktop.gui.enrolment.candidate_panel import CandidatePanel
from jamsos_desktop.gui.enrolment.consent_panel import (
    METHODS,
    AnswerChoice,
    ConsentTerms,
    Refusal,
    SignatureEdit,
)
from jamsos_desktop.gui.enrolment.cover_panel import CoverPanel
from jamsos_desktop.gui.enrolment.income_edit import IncomeEdit
from jamsos_desktop.gui.enrolment.likely_panel import LikelyPanel
from jamsos_desktop.gui.enrolment.offers import Offers
from jamsos_desktop.gui.enrolment.wording import LABELS
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.chooser import Chooser
from jamsos_desktop.gui.widgets.date_edit import DateEdit
from jamsos_desktop.gui.widgets.editor import TextEdit, set_expected_length
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import COLUMN, Form
from jamsos_desktop.gui.widgets.nik_edit import NikEdit
from jamsos_desktop.gui.widgets.phone_edit import PhoneEdit
from jamsos_desktop.gui.widgets.photo_edit import PhotoEdit
from jamsos_desktop.gui.widgets.region_picker import RegionPicker
from jamsos_desktop.i18n import N_, _

#: What stands beside a label, in plain words.
HINTS = {
    "nik": N_("16 angka di KTP"),
    "name": N_("sesuai KTP"),
    "address": N_("jalan atau gang dan nomor rumah; boleh kosong"),
    "occupation": N_("ketik sebagian namanya"),
    "occupation_text": N_("dengan kata-kata orangnya sendiri"),
    "kk": N_("16 angka, di bagian atas Kartu Keluarga"),
    "pkh": N_("tanyakan kepada orangnya"),
    "civil_servant": N_("tanyakan kepada orangnya"),
    "already_insured": N_("tanyakan kepada orangnya"),
    "correction": N_("mengapa data ini diubah"),
    "phone": N_("diawali 08"),
    "income": N_("jumlah, atau golongan dengan panah bawah; golongannya buatan program ini"),
    "consent": N_("tanyakan langsung, lalu tekan S atau M"),
    "consent_witness": N_("orang lain yang mendengar"),
}


_GAP = 16  # px between the columns of a row


class EnrolmentFields(Form):
    """All fields of the form, in the order in which Enter goes through them."""

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = offers
        self.cover = CoverPanel(self)
        self.terms = ConsentTerms(self)
        self.answer = AnswerChoice(self)
        self.refusal = Refusal(self)
        self.signature = SignatureEdit(self)
        self._add_person()
        self._add_address()
        self._add_work()
        self._add_cover()
        self._add_consent()
        self._add_optional()
        self._add_family()
        self.reading: QLabel = self.fields["nik"].add_note()
        self.path: QLabel = self.fields["village"].add_note()

    def _add_person(self) -> None:
        self.add_group(_("Orang"))
        self.add_field(self._field("nik", NikEdit()))
        name = self.add_field(self._field("name", TextEdit()))
        self.expected = CandidatePanel(name.widget, self)
        self.add_widget(self.expected)
        sex = Choice([("L", _("Laki-laki")), ("P", _("Perempuan"))])
        row = [self._field("birth_date", DateEdit(self._offers.today)), self._field("sex", sex)]
        self._add_columns(row)
        self.likely = LikelyPanel(sex, self)
        self.add_widget(self.likely)

    def _add_address(self) -> None:
        self.add_group(_("Alamat"))
        picker = RegionPicker(self._offers.villages, self._offers.village)
        self.add_field(self._field("village", picker))
        narrow = (("rt", 3), ("rw", 3))
        self._add_columns([self._field(name, _short(width)) for name, width in narrow])
        self.add_field(self._field("address", TextEdit()))
        self.elsewhere = self._link(_("Alamat di KTP berbeda"), "elsewhere")
        picker = RegionPicker(self._offers.villages, self._offers.village)
        self.add_field(self._field("ktp_village", picker))

    def _add_work(self) -> None:
        self.add_group(_("Pekerjaan"))
        chooser = Chooser(self._offers.occupations, self._offers.occupation)
        chooser.setPlaceholderText(_("misalnya: bakso, ojek, tani"))
        self.add_field(self._field("occupation", chooser))
        self.add_field(self._field("occupation_text", TextEdit()))
        for question in QUESTIONS:
            answers = Choice([(key, _(words)) for key, words in ANSWERS.items()])
            self.add_field(self._field(question, answers))

    def _add_cover(self) -> None:
        self.add_group(_("Perlindungan"))
        month = Chooser(self._offers.months, self._offers.month)
        set_expected_length(month, 18)
        self.add_widget(self.cover)
        months = self._field("coverage_months", _short(3))
        self._add_columns([self._field("coverage_start", month), months])

    def _add_consent(self) -> None:
        self.add_group(_("Penjelasan & persetujuan"))
        self.add_widget(self.terms)
        self.add_gap()
        self.add_field(self._field("consent", self.answer))
        self.add_widget(self.refusal, (self.refusal.back, self.refusal.confirm))
        ways = Choice([(key, _(words)) for key, words in METHODS.items()])
        self.add_field(self._field("consent_method", ways))
        self.add_field(self._field("consent_witness", TextEdit()))
        self.add_field(self._field("consent_signature", self.signature))
        self._follow(self.signature.choose)

    def _add_optional(self) -> None:
        self.add_heading(
            _("Boleh dilengkapi"),
            _(
                "Tidak wajib. Tekan {key} kapan saja bila yang di atas sudah terisi.",
                key=keys.shown("save_next"),
            ),
        )
        self.add_group(_("Foto"))
        self.photo = PhotoEdit(self)
        self.add_widget(self.photo, self.photo.stops())
        self.add_group(_("Data orang lainnya"))
        self.add_field(self._field("birth_place", TextEdit()))
        self.add_field(self._field("mother_name", TextEdit()))
        self.add_field(self._field("kk", NikEdit()))
        self.add_field(self._field("postcode", _short(6)))
        self.add_group(_("Kontak"))
        self.add_field(self._field("phone", PhoneEdit()))
        self.add_field(self._field("email", TextEdit()))
        self.add_group(_("Pekerjaan lebih rinci"))
        self.add_field(self._field("second_occupation", TextEdit()))
        self.add_field(self._field("workplace", TextEdit()))
        self._add_columns([self._field(n, _time()) for n in ("work_starts", "work_ends")])
        self.add_field(self._field("income", IncomeEdit(self._offers)))

    def _add_family(self) -> None:
        self.add_group(_("Ahli waris & anak"))
        self.add_field(self._field("heir_name", TextEdit()))
        relation = Chooser(self._offers.relations, self._offers.relation)
        set_expected_length(relation, 18)
        self.add_field(self._field("heir_relation", relation))
        for child in ("child1", "child2"):
            self.add_field(self._field(f"{child}_name", TextEdit()))
            self.add_field(self._field(f"{child}_birth_date", DateEdit(self._offers.today)))
        text = _("Simpan, lalu orang berikutnya dari KK yang sama")
        self.family = self._link(text, "save_family")
        self.add_group(_("Minat program lain"))
        yes_no = [(key, _(ANSWERS[key])) for key in ("ya", "tidak")]
        self._add_columns([self._field(name, Choice(yes_no)) for name in INTERESTS])
        self.add_group(_("Catatan"))
        self.add_field(self._field("note", TextEdit()))
        self.add_field(self._field("correction", TextEdit()))

    def _link(self, text: str, key: str) -> QPushButton:
        button = QPushButton(keys.label(text, key), self)
        button.setObjectName("link")
        button.setAccessibleName(text)
        self.add_widget(button, (button,))
        self._column.setAlignment(button, Qt.AlignmentFlag.AlignLeft)
        return button

    def _add_columns(self, fields: list[Field]) -> None:
        """Short fields of one width, so that none moves when a hint beside a label changes."""
        for field in fields:
            field.setMinimumWidth((COLUMN - _GAP * (len(fields) - 1)) // len(fields))
        self.add_row(fields)

    def _field(self, name: str, editor: QWidget) -> Field:
        return Field(name, _(LABELS[name]), editor, hint_of(name))


def hint_of(name: str) -> str:
    """What stands beside a field's label as a rule."""
    return _(HINTS[name]) if name in HINTS else ""


def _short(characters: int) -> TextEdit:
    edit = TextEdit()
    set_expected_length(edit, characters)
    return edit


def _time() -> TextEdit:
    edit = _short(6)
    edit.setPlaceholderText("07.00")
    return edit
