"""The code on a card: honest COSE, checked with nothing but the office's key, hard to forge."""

import datetime as dt

import base45
import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycose.headers import Algorithm
from pycose.keys import OKPKey
from pycose.keys.curves import Ed25519
from pycose.messages import Sign1Message

from jamsos_desktop.printing.card_code import (
    MAX_TEXT,
    PREFIX,
    CodeFields,
    short_event,
    sign_code,
    verify_code,
)
from tests.printing.factories import (
    OFFICE_KEY,
    OTHER_OFFICE_KEY,
    STATION,
    STATION_KEY,
    STATION_SECRET,
    make_certificate,
    make_code,
    make_fields,
)

LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def test_any_station_that_knows_the_office_reads_the_card() -> None:
    check = verify_code(make_code(), [OTHER_OFFICE_KEY, OFFICE_KEY])
    assert check.outcome == "valid"
    assert check.fields == make_fields()
    assert check.certificate == make_certificate()


def test_another_library_verifies_the_same_message() -> None:
    message = Sign1Message.decode(base45.b45decode(make_code().removeprefix(PREFIX)))
    message.key = OKPKey(crv=Ed25519, x=bytes.fromhex(STATION_KEY))
    assert message.phdr[Algorithm].fullname == "EDDSA"
    assert message.verify_signature()
    assert cbor2.loads(message.payload)[1] == "MJK1-000001-7"


def test_a_message_of_another_library_is_read() -> None:
    payload = base45.b45decode(make_code().removeprefix(PREFIX))
    message = Sign1Message(
        phdr=Sign1Message.decode(payload).phdr, payload=Sign1Message.decode(payload).payload
    )
    message.key = OKPKey(crv=Ed25519, x=bytes.fromhex(STATION_KEY), d=bytes.fromhex(STATION_SECRET))
    text = PREFIX + base45.b45encode(message.encode()).decode()
    assert text == make_code()


def test_an_office_that_did_not_certify_the_station_is_unknown() -> None:
    assert verify_code(make_code(), [OTHER_OFFICE_KEY]).outcome == "unknown_office"
    assert verify_code(make_code(), []).outcome == "unknown_office"


@given(st.data())
def test_no_changed_letter_is_accepted(data: st.DataObject) -> None:
    text = make_code()
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from(LETTERS).filter(lambda other: other != text[place]))
    changed = text[:place] + letter + text[place + 1 :]
    assert verify_code(changed, [OFFICE_KEY]).outcome != "valid"


def test_a_practice_card_cannot_be_turned_into_a_real_one() -> None:
    raw = cbor2.loads(base45.b45decode(make_code(practice=True).removeprefix(PREFIX)))
    protected, unprotected, payload, signature = raw.value
    content = cbor2.loads(payload)
    assert content[4][3] is True
    content[4][3] = False
    altered = cbor2.dumps(content)

    def text(sign: bytes) -> str:
        message = cbor2.CBORTag(18, [protected, unprotected, altered, sign])
        return PREFIX + base45.b45encode(cbor2.dumps(message)).decode()

    assert verify_code(text(signature), [OFFICE_KEY]).outcome == "bad_signature"
    # Not even by the station itself: only the office says what is practice.
    signed_again = STATION.sign(cbor2.dumps(["Signature1", protected, b"", altered]))
    assert verify_code(text(signed_again), [OFFICE_KEY]).outcome == "unknown_office"


def test_practice_is_told() -> None:
    certificate = verify_code(make_code(practice=True), [OFFICE_KEY]).certificate
    assert certificate is not None
    assert certificate.practice


@pytest.mark.parametrize("text", ["", "https://example.org", "JS1:", "JS2:" + "A" * 9, "JS1:a"])
def test_other_codes_are_not_ours(text: str) -> None:
    assert verify_code(text, [OFFICE_KEY]).outcome == "not_ours"


@given(st.binary(max_size=270))
def test_strangers_bytes_never_break_the_reader(raw: bytes) -> None:
    text = PREFIX + base45.b45encode(raw).decode()
    assert verify_code(text, [OFFICE_KEY]).outcome == "not_ours"


CBOR = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.binary(max_size=8), st.text(max_size=4)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.dictionaries(st.integers(0, 5), inner, max_size=5),
        st.builds(cbor2.CBORTag, st.integers(0, 40), inner),
    ),
    max_leaves=8,
)


@given(CBOR, CBOR, st.binary(min_size=64, max_size=64))
def test_strangers_structures_never_break_the_reader(
    content: object, unprotected: object, signature: bytes
) -> None:
    payload = cbor2.dumps(content)
    message = cbor2.CBORTag(18, [bytes.fromhex("a10127"), unprotected, payload, signature])
    text = PREFIX + base45.b45encode(cbor2.dumps(message)).decode()
    assert verify_code(text, [OFFICE_KEY]).outcome == "not_ours"


def test_a_code_tells_neither_name_nor_nik() -> None:
    raw = base45.b45decode(make_code().removeprefix(PREFIX))
    assert b"Siti" not in raw
    assert b"3576" not in raw


def test_what_does_not_fit_the_card_is_refused() -> None:
    assert len(make_code()) <= 366  # QR version 11
    with pytest.raises(ValueError, match=str(MAX_TEXT)):
        sign_code(make_fields("X" * 80), STATION_SECRET, make_certificate())


@given(st.dates(dt.date(1970, 1, 1)), st.text(max_size=20), st.text(max_size=8))
def test_fields_come_back_as_they_were(date: dt.date, number: str, event: str) -> None:
    fields = CodeFields(number=number, event=event, date=date)
    try:
        text = sign_code(fields, STATION_SECRET, make_certificate())
    except ValueError:
        assert len((number + event).encode()) > 40  # only far beyond our numbers
        return
    assert verify_code(text, [OFFICE_KEY]).fields == fields


def test_the_short_event_is_the_random_end_of_its_id() -> None:
    assert short_event("0198c1d2e3f4a5b6c7d8e9f001122334") == "01122334"
