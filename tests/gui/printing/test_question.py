"""Whether what went to the printer came out well."""

from PySide6.QtCore import Qt

from jamsos_desktop.gui.printing.question import Question


def test_which_sheets_came_out_is_typed_and_marked(qtbot, shown):
    question = shown(Question(None, partly=True))
    question.ask("20 kartu dikirim ke printer.")
    assert not question.sheets.isVisible()
    question.part.click()
    assert question.sheets.hasFocus()
    qtbot.keyClicks(question.sheets, "1-2")
    with qtbot.waitSignal(question.some) as told:
        qtbot.keyClick(question.sheets, Qt.Key.Key_Return)
    assert told.args == ["1-2"]
    question.ask("")
    question.ask("10 kartu dikirim ke printer.")
    assert (question.sheets.isVisible(), question.sheets.text()) == (False, "")


def test_one_sheet_for_one_person_is_not_asked_in_parts(shown):
    question = shown(Question(None))
    question.ask("Tanda terima dikirim ke printer.")
    assert not question.part.isVisible()


def test_its_buttons_take_a_second_line_where_there_is_little_room(shown):
    question = shown(Question(None, partly=True))
    question.ask("500 kartu dikirim ke printer. Keluar dengan baik?")
    room = 1093 - 225 - 312  # px: the window, less its navigation and the column of choices
    assert question.minimumSizeHint().width() <= room - 16 - 24
