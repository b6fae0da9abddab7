"""A form: Enter goes on, findings move nothing, and one sees where one types."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.gui.widgets.choice import Choice
from jamsos_desktop.gui.widgets.editor import TextEdit
from jamsos_desktop.gui.widgets.field import Field
from jamsos_desktop.gui.widgets.form import Form
from jamsos_desktop.gui.widgets.nik_edit import NikEdit

EMPTY = Finding(level="error", code="required", field="name")
PATTERN = Finding(level="warning", code="nik_pattern", field="nik")
SERIAL = Finding(level="error", code="nik_serial_zero", field="nik", overridable=True)

NAMES = ["nik", "name", "sex", "address", "rt", "rw", "work", "heir"]


@pytest.fixture
def form(shown, qtbot):
    form = Form()
    form.add_heading("Pendaftaran")
    form.add_group("Identitas")
    form.add_field(Field("nik", "NIK", NikEdit(), "16 angka di KTP"))
    form.add_field(Field("name", "Nama lengkap", TextEdit()))
    sex = Choice([("L", "Laki-laki"), ("P", "Perempuan")])
    form.add_field(Field("sex", "Jenis kelamin", sex))
    form.add_group("Alamat")
    form.add_field(Field("address", "Alamat", TextEdit()))
    form.add_row([Field("rt", "RT", TextEdit()), Field("rw", "RW", TextEdit())])
    form.add_field(Field("work", "Pekerjaan", TextEdit()))
    form.add_field(Field("heir", "Ahli waris", TextEdit()))
    form.add_button("Simpan", "save")
    form.set_primary("Simpan & berikutnya", "save_next")
    shown(form)
    form.go_to("nik")
    qtbot.waitUntil(lambda: form.current() == "nik")
    return form


def place(form, name):
    return form.fields[name].widget.mapTo(form, QPoint(0, 0))


def press(qtbot, form, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(form.fields[form.current()].widget, key, modifier)


def test_enter_goes_through_the_fields_in_reading_order(form, qtbot):
    seen = [form.current()]
    for _ in NAMES[1:]:
        press(qtbot, form, Qt.Key.Key_Return)
        seen.append(form.current())
    assert seen == NAMES


def test_shift_enter_goes_back(form, qtbot):
    form.go_to("rw")
    press(qtbot, form, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert form.current() == "rt"


def test_tab_goes_the_same_way_as_enter(form, qtbot):
    seen = [form.current()]
    for _ in NAMES[1:]:
        press(qtbot, form, Qt.Key.Key_Tab)
        seen.append(form.current())
    assert seen == NAMES


def test_enter_in_the_last_field_goes_to_the_button_and_enter_presses_it(form, qtbot):
    form.go_to("heir")
    with qtbot.waitSignal(form.finished):
        press(qtbot, form, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    button = next(b for b in form.findChildren(QPushButton) if b.hasFocus())
    assert button.text() == "Simpan && berikutnya   Ctrl+Enter"
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_ctrl_enter_submits_from_any_field(form, qtbot):
    form.go_to("address")
    with qtbot.waitSignal(form.submitted):
        press(qtbot, form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_field_with_the_cursor_is_always_in_sight_with_its_label_and_findings(form, qtbot):
    form.fields["heir"].show_findings([EMPTY])
    for name in [*NAMES, *reversed(NAMES)]:
        form.go_to(name)
        field = form.fields[name]
        viewport = form._scroll.viewport()
        top = field.mapTo(viewport, QPoint(0, 0)).y()
        assert top >= 0
        assert top + field.height() <= viewport.height()


def test_a_finding_appears_below_and_moves_no_field(form, qtbot):
    before = {name: place(form, name) for name in NAMES}
    form.fields["nik"].show_findings([PATTERN])
    form.fields["name"].show_findings([EMPTY])
    qtbot.waitUntil(lambda: form.fields["name"].findings()[0].height() > 0)
    form.layout().activate()
    assert {name: place(form, name) for name in NAMES} == before
    form.fields["nik"].show_findings([])
    assert {name: place(form, name) for name in NAMES} == before


def test_many_findings_above_do_not_move_the_field_under_the_hand(form, qtbot):
    form.go_to("address")
    qtbot.waitUntil(lambda: form.current() == "address")
    before = place(form, "address")
    tall = form.fields["nik"].height()
    form.fields["nik"].show_findings([PATTERN, SERIAL, EMPTY])
    qtbot.waitUntil(lambda: form.fields["nik"].height() > tall)
    qtbot.waitUntil(lambda: place(form, "address") == before)


def test_a_finding_is_said_with_sign_word_and_sentence(form):
    form.fields["nik"].show_findings([PATTERN, SERIAL])
    first, second = form.fields["nik"].findings()
    assert first.text().startswith("Salah: ")
    assert second.text() == (
        "Periksa: Angka NIK ini tampak asal ketik. Cocokkan sekali lagi dengan KTP."
    )
    assert "Salah" in form.fields["nik"].widget.accessibleDescription()
    assert form.fields["nik"].widget.property("tone") == "error"
    form.fields["nik"].show_findings([])
    assert form.fields["nik"].widget.property("tone") == ""


def test_a_warning_takes_a_reason_and_an_error_only_where_it_may_be_set_aside(form, qtbot):
    assert not Field("x", "X", TextEdit()).ask_reason()
    field = form.fields["nik"]
    field.show_findings([PATTERN])
    assert field.ask_reason()
    edit = field.findings()[0].reason_edit()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "sesuai KTP asli")
    with qtbot.waitSignal(form.reason_given) as given:
        qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert given.args == ["nik", "nik_pattern", "sesuai KTP asli"]
    assert not field.ask_reason()
    form.fields["name"].show_findings([EMPTY])
    assert not form.fields["name"].ask_reason()


def test_enter_behind_a_reason_goes_to_the_next_field(form, qtbot):
    field = form.fields["nik"]
    field.show_findings([PATTERN])
    field.ask_reason()
    edit = field.findings()[0].reason_edit()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "sesuai KTP")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert form.current() == "name"


def test_leaving_a_field_is_told_once_and_editing_each_time(form, qtbot):
    edited, left = [], []
    form.edited.connect(edited.append)
    form.left.connect(left.append)
    form.go_to("name")
    qtbot.waitUntil(lambda: left == ["nik"])
    qtbot.keyClicks(form.fields["name"].widget, "Si")
    assert edited == ["name", "name"]


def test_findings_lead_to_the_first_field_that_is_wrong(form, qtbot):
    form.show_findings([PATTERN, EMPTY])
    qtbot.waitUntil(lambda: form.current() == "name")
    assert form.fields["nik"].findings()


def test_values_are_kept_and_come_back(form):
    form.set_values({"nik": "357802", "name": "Siti", "sex": "P"})
    values = form.values()
    assert (values["nik"], values["name"], values["sex"]) == ("357802", "Siti", "P")


def test_while_something_is_done_nothing_can_be_typed_or_pressed(form):
    form.set_busy("Menyimpan…")
    assert not form.fields["nik"].widget.isEnabled()
    assert not any(b.isEnabled() for b in form._footer.findChildren(QPushButton))
    form.set_busy("")
    assert form.fields["nik"].widget.isEnabled()


def test_everything_that_takes_the_cursor_says_its_name(form):
    form.fields["nik"].show_findings([PATTERN])
    for widget in form.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and isinstance(widget, (QLineEdit, Choice)):
            assert widget.accessibleName(), widget
        if isinstance(widget, QPushButton):
            assert widget.accessibleName() or widget.text(), widget


def test_fields_are_forty_four_pixels_tall(form):
    for name in NAMES:
        assert form.fields[name].widget.height() == 44


def test_enter_on_the_small_button_asks_for_the_reason(form, qtbot):
    field = form.fields["nik"]
    field.show_findings([PATTERN])
    qtbot.waitUntil(field.findings()[0].isVisible)
    press(qtbot, form, Qt.Key.Key_Tab)
    button = next(b for b in field.findChildren(QPushButton) if b.hasFocus())
    assert button.text() == "Tulis alasan"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(field.findings()[0].reason_edit().hasFocus)


def test_a_long_finding_in_a_narrow_field_is_not_cut(shown):
    form = Form()
    fields = [Field("a", "Tanggal lahir", TextEdit()), Field("b", "Jenis kelamin", TextEdit())]
    for field in fields:
        field.setMinimumWidth(332)
    form.add_row(fields)
    shown(form)
    said = {"id": "Umurnya baru 14 tahun saat perlindungan mulai. " * 3}
    source = {"id": "Kebiasaan daerah; batas nasional tidak ditemukan"}
    finding = Finding(level="error", code="rule", field="a", texts=said, source=source)
    fields[0].show_findings([finding])
    QApplication.processEvents()
    (row,) = fields[0].findings()
    assert row.height() >= row.heightForWidth(row.width())
