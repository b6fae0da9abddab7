"""The rules of a programme at a station: what is counted, what waits, and what is kept of it."""

import dataclasses

import msgspec
import pytest

from jamsos_desktop.domain.activities import NikRevealed
from jamsos_desktop.domain.eligibility_rules import OnePerKk, Quota, RuleBook, Text
from jamsos_desktop.services.enrol import (
    NotEnrolledError,
    check_form,
    correct,
    enrol,
    enrol_at_once,
    find_draft,
    keep_draft,
    start_correction,
    start_draft,
)
from jamsos_desktop.services.enrol_list import enrol_list
from jamsos_desktop.services.find import find_participants, look_at
from jamsos_desktop.services.keep_journal import rebuild_projections
from jamsos_desktop.services.practice import invented_form
from jamsos_desktop.services.reference import rules_of, shipped
from tests.factories import event_of, make_form

KK = "3576030101150007"
YOUNG = {"nik": "3576030101120001", "birth_date": "01-01-2012", "sex": "L"}


@pytest.fixture
def rules(station):
    """The usual rules for a cadre."""
    rules = rules_of(station, event_of(station))
    assert not rules.may_decide
    return rules


def with_book(rules, *more):
    said = {"text": Text(id="Penuh."), "source": Text(id="Uji")}
    made = tuple(kind(id=name, level="block", **said, **values) for kind, name, values in more)
    title = Text(id="Uji")
    book = RuleBook(version=1, name=title, note=title, required=("rt",), rules=made)
    return msgspec.structs.replace(rules, book=book)


def begin(desk, rules, **changes):
    return start_draft(desk, rules.event_id, make_form(**changes))


def standing(desk, form, rules, **named):
    return [f.code for f in check_form(desk, form, rules, **named).standing_in_the_way]


def test_one_for_each_family_card(station, rules):
    strict = with_book(rules, (OnePerKk, "same_kk", {}))
    form = make_form(kk=KK)
    first = enrol(station, begin(station, strict, kk=KK), strict)
    other = invented_form(1, strict)
    other = msgspec.structs.replace(other, kk="3576 0301 0115 0007")
    (finding,) = check_form(station, other, strict).standing_in_the_way
    assert (finding.code, finding.values) == ("same_kk", {"number": first.number})
    assert standing(station, other, rules) == []  # the usual rules do not count
    assert standing(station, form, strict, record_id=first.record_id) == []
    nobody = msgspec.structs.replace(other, kk="0000000000000000")
    assert "same_kk" not in standing(station, nobody, strict)


@pytest.mark.parametrize("per", ["event", "programme"])
def test_a_quota_is_counted_from_what_is_there(station, rules, per):
    full = with_book(rules, (Quota, "quota_full", {"per": per, "people": 2}))
    forms = [invented_form(number, full) for number in range(3)]
    first, _second = enrol_at_once(station, forms[:2], full)
    assert standing(station, forms[2], full) == ["quota_full"]
    assert standing(station, forms[0], full, record_id=first.record_id) == []


def test_a_list_is_counted_row_by_row(station, rules, tmp_path):
    full = with_book(rules, (Quota, "quota_full", {"per": "event", "people": 2}))
    forms = [invented_form(number, full) for number in range(4)]
    fields = ("nik", "name", "birth_date", "sex", "village", "rt", "rw", "occupation")
    rows = [",".join([*(getattr(f, name) for name in fields), "ya", "kertas"]) for f in forms]
    path = tmp_path / "daftar.csv"
    path.write_text(
        "\n".join([",".join([*fields, "Persetujuan", "Cara persetujuan"]), *rows]), "utf-8"
    )
    report = enrol_list(station, path, full)
    assert [bool(row.number) for row in report.rows] == [True, True, False, False]
    assert [f.code for f in report.rows[2].findings] == ["quota_full"]


def test_a_list_needs_the_columns_that_the_rules_demand(station, rules, tmp_path, refused):
    strict = msgspec.structs.replace(rules, book=shipped().rule_book("pekalongan-2022"))
    path = tmp_path / "daftar.csv"
    path.write_text("nik,name,birth_date,sex,village,rt,rw,occupation\n", "utf-8")
    values = refused("csv_headers", enrol_list, station, path, strict)
    assert values["missing"] == "kk, pkh, civil_servant, already_insured"
    heads = "nik,name,birth_date,sex,village,rt,rw,occupation,No. KK,Penerima PKH,Pegawai"
    row = f"3375015708909001,Siti,17-08-1990,P,33.75.01.1002,1,2,tukang_becak,{KK},tidak,"
    path.write_text(
        f"{heads},Sudah peserta,Persetujuan,Cara persetujuan\n{row}tidak,Tidak tahu,ya,kertas\n",
        "utf-8",
    )
    assert enrol_list(station, path, strict).enrolled == 1
    (found,) = find_participants(station)
    body = look_at(station, found.record_id).body
    assert (body.pkh, body.civil_servant, body.already_insured) == ("tidak", "tidak", "tidak_tahu")


def test_an_answer_that_is_none_is_named(station, rules):
    assert standing(station, make_form(pkh="mungkin"), rules) == ["answer_unknown"]


# --- a coordinator's decision ---------------------------------------------------------------------


def test_a_cadre_cannot_set_aside_what_is_the_coordinators(station, rules):
    young = begin(station, rules, **YOUNG, reasons={"age_under": "kasihan"})
    (finding,) = check_form(station, young.form, rules).standing_in_the_way
    assert finding.waits
    with pytest.raises(NotEnrolledError):
        enrol(station, young, rules)


def test_it_waits_and_is_decided_later_with_name_and_reason(station, rules):
    young = begin(station, rules, **YOUNG)
    waiting = enrol(station, young, rules, incomplete=True)
    (line,) = find_participants(station, incomplete=True)
    assert line.record_id == waiting.record_id
    assert look_at(station, waiting.record_id).body.pending == ("age_under",)

    coordinator = dataclasses.replace(station, officer_id="koordinator-1")
    decides = msgspec.structs.replace(rules, may_decide=True, officer_id="koordinator-1")
    form = make_form(**YOUNG, reasons={"age_under": "surat camat"})
    correct(coordinator, waiting.record_id, form, decides)
    body = look_at(station, waiting.record_id).body
    assert body.pending == ()
    assert body.reasons == {"age_under": "surat camat"}
    assert body.reason_by == {"age_under": "koordinator-1"}
    assert find_participants(station, incomplete=True) == []

    # A cadre may mend something else later: the decision stays, and stays the coordinator's.
    again = start_correction(station, waiting.record_id)
    mended = msgspec.structs.replace(again.form, rt="009")
    correct(station, waiting.record_id, mended, rules)
    assert look_at(station, waiting.record_id).body.reason_by == {"age_under": "koordinator-1"}


# --- incomplete, and completed later --------------------------------------------------------------


def test_an_incomplete_record_says_what_is_missing_and_is_finished_later(station, rules):
    unfinished = begin(station, rules, rt="", occupation="")
    with pytest.raises(NotEnrolledError):
        enrol(station, unfinished, rules)
    saved = enrol(station, unfinished, rules, incomplete=True)
    assert [line.incomplete for line in find_participants(station)] == [True]

    begun = start_correction(station, saved.record_id)
    assert (begun.number, begun.form.correction) == (saved.number, "")
    assert find_draft(station, begun.event_id).record_id == saved.record_id
    form = msgspec.structs.replace(
        begun.form, rt="3", occupation="petani", correction="dilengkapi di rumahnya"
    )
    done = enrol(station, msgspec.structs.replace(begun, form=form), rules)
    assert done == type(done)(saved.record_id, saved.number, saved.name)
    assert find_draft(station, begun.event_id) is None
    assert [line.incomplete for line in find_participants(station)] == [False]
    changes = {
        c.field: (c.old, c.new) for c in look_at(station, saved.record_id).history[-1].changes
    }
    assert changes == {
        "rt": ("", "003"),
        "occupation": ("", "petani"),
        "correction": ("", "dilengkapi di rumahnya"),
    }


@pytest.mark.parametrize("changes", [{"nik": ""}, {"name": ""}, {"rt": "satu"}])
def test_without_a_name_or_with_something_wrong_nothing_is_saved(station, rules, changes):
    with pytest.raises(NotEnrolledError):
        enrol(station, begin(station, rules, **changes), rules, incomplete=True)


def test_opening_a_record_in_the_form_is_a_look_at_its_nik(station, rules, refused):
    saved = enrol(station, begin(station, rules), rules)
    start_correction(station, saved.record_id)
    assert isinstance(look_at(station, saved.record_id).history[-1].body, NikRevealed)
    refused("participant_unknown", start_correction, station, "gone")


def test_a_correction_that_was_left_is_taken_up_again(station, rules):
    saved = enrol(station, begin(station, rules), rules)
    begun = start_correction(station, saved.record_id)
    typed = msgspec.structs.replace(begun, form=msgspec.structs.replace(begun.form, rt="9"))
    keep_draft(station, typed)
    assert start_correction(station, saved.record_id) == typed
    enrol(station, typed, rules)
    assert find_draft(station, begun.event_id) is None


def test_what_somebody_mended_meanwhile_is_not_overwritten(station, rules):
    saved = enrol(station, begin(station, rules), rules)
    begun = start_correction(station, saved.record_id)
    correct(station, saved.record_id, make_form(phone="081234567890"), rules)
    mended = msgspec.structs.replace(begun.form, address="Jl. Kenanga 7")
    enrol(station, msgspec.structs.replace(begun, form=mended), rules)
    person = look_at(station, saved.record_id)
    assert (person.body.phone, person.body.address) == ("081234567890", "Jl. Kenanga 7")
    assert person.conflicts == {}


def test_a_correction_of_the_window_wants_a_reason(station, rules):
    saved = enrol(station, begin(station, rules), rules)
    asks = msgspec.structs.replace(rules, correcting=True)
    assert standing(station, make_form(rt="9"), asks, record_id=saved.record_id) == [
        "correction_empty"
    ]


def test_what_is_missing_is_rebuilt_from_the_journal(station, rules):
    enrol(station, begin(station, rules, rt=""), rules, incomplete=True)
    rebuild_projections(station)
    assert len(find_participants(station, incomplete=True)) == 1
