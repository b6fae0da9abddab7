"""What is explained: gaps filled from the programme, amounts from facts, and mistakes named."""

import msgspec
import pytest

from jamsos_desktop.domain.explanation import Fact, Line, Section, Text, fill, find_mistake
from jamsos_desktop.domain.records import Programme

FACTS = {
    "full": Fact(name="full", rupiah=42_000_000, source="koran", dated="2023-04-26"),
    "first": Fact(name="first", rupiah=10_000_000, source="kantor cabang", dated=""),
    "where": Fact(name="where", source="portal", dated="2020"),
}
PROGRAMME = Programme(
    name="DBHCHT 2026", fund="DBHCHT", branch="Mojokerto", coverage_start="2026-11"
)


def text(say="", lines=(), facts=(), **changes):
    section = Section(
        id="one",
        title="Judul",
        say=say,
        line=tuple(Line(what=w, amount=a) for w, a in lines),
        facts=facts,
    )
    made = Text(
        version=1,
        language="id",
        name="Bahasa Indonesia",
        title="Penjelasan",
        section=(section,),
        payers={"pemerintah": "pemerintah ({fund})", "mandiri": "sendiri"},
        months=tuple(f"bulan-{n}" for n in range(1, 13)),
        unknown="tanyakan",
        branch="kantor cabang",
        undecided="belum ditetapkan kota",
        sources="Sumber: {sources}",
    )
    return msgspec.structs.replace(made, **changes)


def one(*arguments, programme=PROGRAMME, **named):
    (page,) = fill(text(*arguments, **named), FACTS, programme, "Kota Mojokerto")
    return page


def test_who_pays_and_for_how_long_comes_from_the_programme():
    page = one("{payer}, {months} bulan mulai {start}, {programme}, {branch}")
    assert page.say == (
        "pemerintah (DBHCHT), 3 bulan mulai bulan-11 2026, DBHCHT 2026, kantor cabang Mojokerto"
    )


def test_amounts_come_from_the_facts_and_bring_their_sources():
    page = one("", [("Sesudah tiga bulan", "{full}"), ("Sebelumnya", "{first}")], facts=("where",))
    assert page.lines == (("Sesudah tiga bulan", "Rp42.000.000"), ("Sebelumnya", "Rp10.000.000"))
    assert page.sources == "Sumber: koran (2023-04-26); kantor cabang; portal (2020)"


def test_what_the_office_has_not_decided_is_said():
    assert one("{retention}, {basis}").say == "belum ditetapkan kota, belum ditetapkan kota"
    decided = msgspec.structs.replace(PROGRAMME, retention="5 tahun", legal_basis="Perwali 1")
    assert one("{basis}: {retention}", programme=decided).say == "Perwali 1: 5 tahun"


def test_without_a_programme_people_are_sent_to_ask():
    page = one("{payer} {months} {start}", programme=None)
    assert page.say == "tanyakan tanyakan tanyakan"
    assert page.sources == ""


def test_a_programme_without_a_first_month_and_a_payer_without_a_fund():
    plain = Programme(name="Mandiri", payer="mandiri")
    assert (
        one("{payer}, {start}, {branch}", programme=plain).say == "sendiri, tanyakan, kantor cabang"
    )


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        (text("{gratis}"), "gratis"),
        (text("{where}"), "where"),  # a fact without an amount fills nothing
        (text(facts=("rumor",)), "rumor"),
        (text("{payer"), "one:"),
        (text("{start}", months=()), "nama bulan"),
        (text(section=()), "bagian"),
        (text(section=text().section * 2), "bagian"),
    ],
)
def test_a_mistake_is_named(broken, named):
    assert named in find_mistake(broken, FACTS)


def test_a_good_text_has_no_mistake():
    assert find_mistake(text("{full} {payer} {office}", facts=("where",)), FACTS) == ""
