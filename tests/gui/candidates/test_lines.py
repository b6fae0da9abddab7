"""The list of candidates in words."""

from jamsos_desktop.domain.records import Programme
from jamsos_desktop.gui.candidates.lines import find_lines, narrowed, read_overview
from jamsos_desktop.services import plan
from jamsos_desktop.storage.candidates import Filter
from tests.factories import expect, make_candidate


def test_a_line_says_who_it_is_where_they_live_and_how_it_stands(desk, people):
    ani, budi, *_others = find_lines(desk, Filter(), 50, 0)
    assert (ani.name, ani.state, ani.tone) == ("Ani", "sudah terdaftar", "success")
    assert (budi.state, budi.place) == ("belum terdaftar", "Kel. Kranggan, RT 001/RW 002")
    assert (budi.masked_nik, budi.born) == ("3576••••••••0002", "17-08-1990")


def test_what_is_not_known_is_a_dash(desk):
    expect(desk, make_candidate(nik="", birth_date=None, village="", rt="", rw=""))
    (line,) = find_lines(desk, Filter(), 50, 0)
    assert (line.masked_nik, line.born, line.place) == ("–", "–", "–")


def test_the_places_of_a_programme_can_be_chosen_with_who_is_left_there(desk, people, programme_id):
    overview = read_overview(desk, "")
    assert (overview.programme_id, overview.total, overview.registered) == (programme_id, 4, 1)
    assert [(place.title, place.subtitle) for place in overview.places] == [
        ("Kel. Kranggan, Kec. Kranggan", "3 belum terdaftar"),
        ("Kel. Kranggan, RT 001/RW 002", "2 belum terdaftar"),
        ("Kel. Kranggan, RT 002/RW 002", "1 belum terdaftar"),
    ]
    keys = [place.key for place in overview.places]
    found = [len(find_lines(desk, narrowed(Filter(programme_id), key), 50, 0)) for key in keys]
    assert found == [4, 3, 1]
    assert narrowed(Filter(programme_id), "") == Filter(programme_id)


def test_another_programme_has_a_list_of_its_own(desk, people):
    other = plan.add_programme(desk, Programme(name="Mandiri", fund="CSR"))
    overview = read_overview(desk, other)
    assert (overview.programme_id, overview.total, overview.places) == (other, 0, ())
    assert ("Mandiri", "CSR") in [(one.title, one.subtitle) for one in overview.programmes]
