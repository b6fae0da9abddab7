"""What happens on the page "Cetak"."""

import pytest

from jamsos_desktop.domain.activities import CardPrinted
from jamsos_desktop.domain.calibration import Calibration
from jamsos_desktop.domain.reprint import Reprint
from jamsos_desktop.errors import UserError
from jamsos_desktop.gui.cards.presenter import CardsPresenter
from jamsos_desktop.gui.people import People
from jamsos_desktop.services import card_look, find, print_cards
from tests.fakes import InlineJobs
from tests.gui.desk import form, open_desk
from tests.gui.printing.sheets import FakePrinter, SheetsView
from tests.printing.pages import page_count

PEOPLE = 12


@pytest.fixture
def office(data_dir):
    desk, ids = open_desk(data_dir, *(form(place, f"Warga {place}") for place in range(PEOPLE)))
    yield desk, ids
    desk.close()


@pytest.fixture
def page(office):
    desk, _ids = office
    view, told = SheetsView(), []
    presenter = CardsPresenter(view, InlineJobs(), desk, told.append)
    presenter.told = told
    presenter.refresh()
    return presenter, view


def prints(desk, record_id):
    history = find.look_at(desk, record_id).history
    return [line.body.to for line in history if isinstance(line.body, CardPrinted)]


def test_todays_event_is_chosen_with_the_cards_that_nobody_has(office, page):
    desk, ids = office
    presenter, view = page
    assert view.state.events[0].name == "Kegiatan latihan"
    assert view.state.count_words() == "12 kartu, 2 lembar"
    print_cards.journal_prints(desk, ids[:3], "printer")
    presenter.refresh()
    assert view.state.cards == 9
    presenter.choose_people(People(only_new=False))
    assert view.state.cards == 12


def test_only_the_sheet_that_is_looked_at_is_drawn(page):
    presenter, view = page
    assert view.image is None  # nobody said yet how large
    presenter.looking.show_at(50)
    first = view.image
    assert first.width == pytest.approx(50 * 210 / 25.4, abs=1)
    presenter.looking.go_to_page(1)
    assert view.state.page == 1
    assert view.image.rgbx != first.rgbx
    presenter.looking.go_to_page(7)  # there is no such sheet
    assert view.state.page == 1
    presenter.looking.go_to_page(-1)
    assert view.image.rgbx == first.rgbx


def test_people_from_the_other_page_are_taken_over_and_let_go(office, page):
    _desk, ids = office
    presenter, view = page
    presenter.take_over(ids[4:5])
    assert (view.state.people.part, view.state.cards) == ("handed", 1)
    presenter.choose_people(People())
    assert view.state.cards == 12


def test_saving_writes_a_pdf_and_marks_the_cards(office, page, tmp_path):
    desk, ids = office
    presenter, view = page
    presenter.save(tmp_path / "kartu")
    assert page_count(tmp_path / "kartu.pdf") == 2
    assert presenter.told == ["12 kartu disimpan di kartu.pdf"]
    assert prints(desk, ids[0]) == ["file"]
    assert view.state.progress is None
    assert view.state.cards == 0
    assert view.state.why_not() == "Semua kartu kegiatan ini sudah dicetak"


def test_saving_never_replaces_a_file(page, tmp_path):
    presenter, _view = page
    taken = tmp_path / "kartu.pdf"
    taken.write_bytes(b"something else")
    presenter.save(taken)
    assert taken.read_bytes() == b"something else"
    assert presenter.told == ["12 kartu disimpan di kartu (2).pdf"]


def test_a_folder_that_is_gone_is_explained_and_nothing_is_marked(office, page, tmp_path):
    desk, ids = office
    presenter, view = page
    presenter.save(tmp_path / "gone" / "kartu.pdf")
    assert view.state.error.what == "Tempat tujuan tidak ada atau flashdisk tercabut."
    assert (view.state.progress, view.state.cards) == (None, 12)
    assert prints(desk, ids[0]) == []


class StoppedJobs(InlineJobs):
    """Somebody presses "stop" at the first sign of progress."""

    presenter = None

    def start_long(self, work, on_done, on_error, on_progress):
        def report(done, total):
            on_progress(done, total)
            if self.presenter is not None:
                self.presenter.out.stop()

        return super().start_long(work, on_done, on_error, report)


def test_a_stopped_save_leaves_no_file_and_marks_nothing(office, tmp_path):
    desk, ids = office
    view, jobs = SheetsView(), StoppedJobs()
    presenter = CardsPresenter(view, jobs, desk, lambda _said: None)
    presenter.refresh()
    jobs.presenter = presenter
    target = tmp_path / "pdf"
    target.mkdir()
    presenter.save(target / "kartu.pdf")
    assert list(target.iterdir()) == []
    assert view.state.warning == "Dihentikan. Tidak ada berkas yang ditulis."
    assert prints(desk, ids[0]) == []


def test_printed_cards_count_only_after_a_yes(office, page):
    desk, ids = office
    presenter, view = page
    printer = FakePrinter()
    presenter.print_on(printer)
    assert len(printer.sizes) == 2
    assert printer.sizes[0] == pytest.approx((2480, 3508), abs=1)  # A4 at 300 dpi
    assert printer.ended == "finished"
    assert view.state.asked == 12
    assert prints(desk, ids[0]) == []
    presenter.out.answer(True)
    assert prints(desk, ids[0]) == ["printer"]
    assert presenter.told == ["12 kartu tercetak"]
    assert (view.state.asked, view.state.cards) == (0, 0)


def test_cards_that_came_out_badly_are_printed_again_or_not_counted(office, page):
    desk, ids = office
    presenter, view = page
    presenter.print_on(FakePrinter())
    again = FakePrinter()
    presenter.print_on(again)
    assert len(again.sizes) == 2
    assert view.state.asked == 12
    presenter.out.answer(False)
    assert view.state.warning == "Tidak ada kartu yang ditandai tercetak."
    assert prints(desk, ids[0]) == []
    assert view.state.cards == 12


def test_of_a_jam_only_the_sheets_that_came_out_are_counted(office, page):
    desk, ids = office
    presenter, view = page
    presenter.print_on(FakePrinter())
    for unclear in ("", "3", "0", "satu"):
        presenter.out.answer_some(unclear)
        assert view.state.error.what == "Lembar mana yang baik tidak jelas; yang dikirim 2 lembar."
        assert view.state.asked == 12
    presenter.out.answer_some("2")
    assert [len(prints(desk, one)) for one in ids] == [0] * 10 + [1] * 2
    assert presenter.told == ["2 kartu tercetak"]
    assert (view.state.asked, view.state.cards) == (0, 10)


def test_a_second_card_is_printed_only_with_a_reason(office, page, tmp_path):
    desk, ids = office
    presenter, view = page
    print_cards.journal_prints(desk, ids[:1], "printer")
    presenter.choose_people(People(only_new=False))
    assert view.state.reprints == 1
    assert view.state.why_not() == "Pilih dulu alasan cetak ulang."
    presenter.save(tmp_path / "kartu.pdf")
    presenter.print_on(FakePrinter())
    assert not list(tmp_path.glob("*.pdf"))
    assert view.state.asked == 0
    presenter.tell_reason(Reprint("rusak", "terlipat"))
    presenter.print_on(FakePrinter())
    presenter.out.answer(True)
    last = find.look_at(desk, ids[0]).history[-1].body
    assert last == CardPrinted(to="printer", copy=2, reason="rusak", note="terlipat")
    assert view.state.reprint == Reprint()  # the next ones have reasons of their own


def test_a_range_a_place_and_the_ceremony_are_parts_of_the_event(office, page):
    _desk, _ids = office
    presenter, view = page
    presenter.choose_people(People("range"))
    assert view.state.cards == 0
    assert view.state.why_not() == "Pilih dulu kartu siapa"
    presenter.choose_people(People("range", first="00002", last="00004"))
    assert view.state.cards == 3
    presenter.choose_people(People("range", first="a b c"))
    assert view.state.error is not None
    assert view.state.cards == 0
    place = view.state.places[0]
    presenter.choose_people(People("place", village=place.village, rw=place.rw, rt=place.rt))
    assert view.state.cards == place.people
    assert view.state.error is None
    presenter.choose_people(People("ceremony"))
    assert view.state.why_not() == "Tidak ada kartu untuk penyerahan simbolis"
    presenter.choose_people(People(active=True))
    assert view.state.why_not() == "Tidak ada kartu aktif yang menunggu"


def test_a_choice_made_while_the_question_stands_changes_nothing(office, page):
    _desk, ids = office
    presenter, view = page
    presenter.print_on(FakePrinter())
    presenter.take_over(ids[:1])
    presenter.refresh()
    assert (view.state.asked, view.state.cards) == (12, 12)


def test_a_printer_that_fails_is_explained_and_nothing_is_asked(office, page):
    desk, ids = office
    presenter, view = page

    def jam():
        raise UserError("printer_failed")

    printer = FakePrinter(jam)
    presenter.print_on(printer)
    assert printer.ended == "aborted"
    assert view.state.error.what == "Printer tidak menerima cetakan ini."
    assert view.state.asked == 0
    assert prints(desk, ids[0]) == []


def test_stopping_the_printer_throws_the_rest_away(page):
    presenter, view = page
    printer = FakePrinter(presenter.out.stop)
    presenter.print_on(printer)
    assert printer.ended == "aborted"
    assert len(printer.sizes) == 1
    assert view.state.warning == (
        "Dihentikan. Buang lembar yang sudah keluar. Tidak ada kartu yang ditandai tercetak."
    )
    assert view.state.asked == 0


def test_a_desk_without_people_says_what_to_do(data_dir):
    desk, _ids = open_desk(data_dir)
    view = SheetsView()
    CardsPresenter(view, InlineJobs(), desk, lambda _said: None).refresh()
    assert view.state.empty_words()[0] == "Belum ada peserta di kegiatan ini"
    assert view.image is None
    desk.close()


def test_another_design_is_drawn_front_and_back(page):
    presenter, view = page
    presenter.looking.show_at(50)
    presenter.choose_design("card-duasisi")
    assert (view.state.look.sides, view.state.sheets, view.state.pages) == (2, 2, 4)
    front = view.image
    presenter.looking.go_to_page(1)
    assert view.state.place_words() == "Lembar 1 dari 2, belakang"
    assert view.image.rgbx != front.rgbx


def test_card_printers_get_one_card_a_page(page):
    presenter, view = page
    presenter.looking.show_at(50)
    presenter.choose_sheet("cr80")
    assert view.state.sheets == 12
    assert view.image.width == pytest.approx(50 * 85.6 / 25.4, abs=1)
    printer = FakePrinter()
    presenter.print_on(printer)
    assert len(printer.sizes) == 12


def test_both_sides_go_to_the_printer_put_right_for_it(office, page):
    desk, _ids = office
    card_look.calibrate(desk, "Printer uji", Calibration(left=31))
    presenter, _view = page
    presenter.choose_design("card-duasisi")
    printer = FakePrinter()
    presenter.print_on(printer)
    assert len(printer.sizes) == 4


def test_a_choice_of_look_is_kept(office, page):
    desk, _ids = office
    presenter, view = page
    presenter.choose_photo(False)
    assert view.state.look.photo is False
    assert card_look.print_settings(desk).photo is False


def test_the_look_stays_while_cards_are_asked_about(page):
    presenter, view = page
    presenter.print_on(FakePrinter())
    presenter.choose_sheet("cr80")
    assert view.state.look.sheet == "a4_long"
