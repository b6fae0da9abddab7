"""What the page "BPJS" says of people and of answers, in words."""

from jamsos_desktop.domain.activities import BpjsAnswered
from jamsos_desktop.gui.bpjs.state import (
    AnswersState,
    SendState,
    answer_line,
    held_lines,
)
from jamsos_desktop.services.bpjs_check import Held
from jamsos_desktop.services.bpjs_results import AnswerRow

YES = BpjsAnswered(accepted=True, number="123")


def row(line, outcome, **fields):
    return AnswerRow(line, outcome, "Ani", "3576 •••• •••• 0001", **fields)


def test_those_about_whom_something_is_to_be_done_come_first():
    held = [Held("a", "1", "Ani", "aktif"), Held("b", "2", "", "not_accepted")]
    lines = held_lines([*held, Held("c", "3", "Cici", "incomplete")])
    assert [line.record_id for line in lines] == ["c", "b", "a"]
    assert lines[1].name == "(tanpa nama)"
    state = SendState(held=lines)
    assert [state.count(tone) for tone in ("warning", "info", "neutral")] == [1, 1, 1]


def test_every_refusal_says_why():
    ready = SendState(loaded=True, may_decide=True, ready=1)
    assert ready.why_not_export() == ""
    assert SendState(loaded=True, ready=1).why_not_export().startswith("Hanya koordinator")
    waiting = SendState(loaded=True, may_decide=True, waiting=2)
    assert waiting.why_not_export() == "Terima dulu pendaftaran yang lengkap."
    assert waiting.why_not_accept() == ""
    assert ready.why_not_accept() == "Tidak ada yang menunggu keputusan."
    assert ready.why_not_save() == "Daftarnya kosong."
    assert SendState().why_not_save() == "Tunggu sampai ini selesai."


def test_an_answer_says_what_is_to_be_weighed():
    no = BpjsAnswered(accepted=False, reason="NIK salah")
    changed = answer_line(row(2, "changed", answer=YES, before=no))
    assert (changed.more, changed.choosable) == ("Dulu: ditolak: NIK salah", True)
    other = answer_line(row(3, "name_differs", answer=YES, known_name="Siti"))
    assert other.more == "Di sini: Siti"
    assert "BPJS" in answer_line(row(4, "contradicts", answer=YES)).more
    assert not answer_line(row(5, "new", answer=YES)).choosable


def test_only_new_and_chosen_answers_are_recorded():
    rows = (row(2, "new", answer=YES), row(3, "changed", answer=YES), row(4, "unknown"))
    state = AnswersState(lines=tuple(map(answer_line, rows)), may_decide=True)
    assert (state.coming, [state.recorded(line) for line in state.lines]) == (
        1,
        ["ya", "tidak", "tidak"],
    )
    assert state.choosable == {3}
    nothing = AnswersState(lines=state.lines[2:], may_decide=True)
    assert nothing.why_not_take() == "Tidak ada jawaban baru yang bisa dicatat."
