"""What is explained at an event, with who pays and for how long."""

from jamsos_desktop.domain.records import CommunityEvent, Programme
from jamsos_desktop.services import plan
from jamsos_desktop.services.explain import explanations
from tests.factories import OFFICE_NAME, TODAY, event_of


def test_todays_programme_fills_the_first_page(station):
    texts = explanations(station)
    assert texts.keys() == {"id", "jv", "en"}
    first = dict(texts["id"].pages[0].lines)
    assert first["Selama"].endswith("bulan")
    assert first["Yang membayar iuran"].startswith("pemerintah")


def test_another_event_has_its_own_programme(office):
    programme_id = plan.add_programme(
        office,
        Programme(name="Donatur", payer="mandiri", coverage_start="2027-02", coverage_months=6),
    )
    event = CommunityEvent(
        name="Lain", place="Balai RW", date=TODAY, programme_id=programme_id, region="35.76"
    )
    first = dict(explanations(office, plan.add_event(office, event))["en"].pages[0].lines)
    assert first["From"] == "February 2027"
    assert first["For"] == "6 months"
    assert "donor" in first["Who pays the contribution"]


def test_an_event_that_is_not_here_leaves_it_to_the_officer(office):
    first = dict(explanations(office, "nothing")["id"].pages[0].lines)
    assert first["Mulai"] == "tanyakan ke petugas"


def test_the_consent_comes_last_and_names_the_office(office):
    texts = explanations(office, event_of(office))
    for text in texts.values():
        said = "\n".join(page.say for page in text.pages[-3:])
        assert OFFICE_NAME in said
        assert "27/2022" in said
    assert ("Disimpan", "belum ditetapkan kota") in texts["id"].pages[-3].lines
    assert ("Dasar hukum", "belum ditetapkan kota") in texts["id"].pages[-3].lines
    assert ("Disimpen", "dereng ditetepaken kota") in texts["jv"].pages[-3].lines
