"""The same NIK or telephone in another registration."""

import msgspec

from jamsos_desktop.services import enrol, void
from jamsos_desktop.services.known_numbers import known_numbers
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of
from tests.factories import enrol_one, event_of


def said(desk, *forms, record_id=""):
    with desk.database.reading() as connection:
        found = known_numbers(connection, forms, record_id)
    return [[(f.code, f.level, f.values["number"]) for f in one] for one in found]


def forms(desk, *phones):
    rules = rules_of(desk, event_of(desk))
    made = [invented_form(number + 5, rules) for number in range(len(phones))]
    return [
        msgspec.structs.replace(form, phone=phone) for form, phone in zip(made, phones, strict=True)
    ]


def test_a_shared_phone_is_told_with_the_first_number_that_has_it(station):
    first = enrol_one(station, phone="0812 1234 5600")
    enrol_one(station, 1, phone="+6281212345600")
    asked = forms(station, "081212345600", "081212345601", "", "0812")
    found = said(station, *asked)
    assert found == [[("phone_already_used", "info", first.number)], [], [], []]
    rules = rules_of(station, event_of(station))
    checked = enrol.check_form(station, asked[0], rules)
    assert "phone_already_used" in {f.code for f in checked.others}
    assert checked.standing_in_the_way == ()


def test_nobody_shares_a_phone_with_themselves_or_with_who_is_voided(station):
    first = enrol_one(station, phone="081212345600")
    (form,) = forms(station, "081212345600")
    assert said(station, form, record_id=first.record_id) == [[]]
    void.void(station, first.record_id, "salah orang")
    assert said(station, form) == [[]]


def test_a_phone_is_looked_up_in_its_index(station):
    text = (
        "EXPLAIN QUERY PLAN SELECT number FROM participant"
        " WHERE phone IN ('0812', '0813') AND phone != '' AND NOT voided"
    )
    with station.database.reading() as connection:
        (plan,) = connection.exec_driver_sql(text).fetchall()
    assert "ix_participant_phone" in plan[3]


def test_both_numbers_at_once(station):
    first = enrol_one(station, phone="081212345600")
    rules = rules_of(station, event_of(station))
    same = msgspec.structs.replace(invented_form(0, rules), phone="081212345600")
    assert {code for code, _level, number in said(station, same)[0] if number == first.number} == {
        "nik_already_enrolled",
        "phone_already_used",
    }
