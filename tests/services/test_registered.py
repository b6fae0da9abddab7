"""Registered elsewhere: the office's lists reach the station's desk, and neither NIK nor name."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jamsos_desktop.bundle.open import open_bundle
from jamsos_desktop.domain.registered import unpack
from jamsos_desktop.errors import Cancelled
from jamsos_desktop.services import consent, enrol, kits, registered, set_up, void
from jamsos_desktop.services.progress import CancelToken
from jamsos_desktop.services.reference import rules_of
from jamsos_desktop.storage import vault
from tests.factories import CHEAP, FixedClock, event_of, make_form

NIK, OTHER = "3576035708900001", "3576025708900002"
GONE, VOIDED = "3576015708900003", "3576015708900004"
CODE = registered.CODE


def write_list(folder, *niks, name="bpjs-2025.csv", title=""):
    path = folder / name
    rows = [title, "No;N.I.K.;Nama Lengkap"] if title else ["No;NIK;Nama Lengkap"]
    rows += [f"{n};{number};Paijo Rahasia" for n, number in enumerate(niks)]
    path.write_text("\n".join(rows).replace("N.I.K.", "Nomor KTP") + "\n", "utf-8")
    return path


def found(desk, number, record_id="", **fields):
    rules = rules_of(desk, event_of(desk))
    checked = enrol.check_form(desk, make_form(nik=number, **fields), rules, record_id=record_id)
    return [finding for finding in checked.findings if finding.code == CODE]


def enrol_one(desk, number, **fields):
    """Enrol this woman at the desk's event; she has the birth date of her NIK."""
    rules = rules_of(desk, event_of(desk))
    form = make_form(nik=number, **fields)
    return enrol.enrol(desk, enrol.start_draft(desk, rules.event_id, form), rules)


@pytest.fixture
def new_station(office, tmp_path, monkeypatch):
    """Issue a kit and set up the station that it is for."""
    made = []

    def build(name):
        monkeypatch.setattr(vault, "KDF", CHEAP)
        issued = kits.export_kit(office, name, [event_of(office)], tmp_path / f"{name}.jamsos")
        kit = kits.read_kit(issued.path, issued.activation_code)
        officer_id = next(iter(kit.officers))
        desk = set_up.init_station(
            tmp_path / name, kit, officer_id, "kata sandi panjang", FixedClock()
        )
        made.append(desk)
        return desk, issued, kit

    yield build
    for desk in made:
        desk.close()


def test_the_column_of_a_list_is_found_by_its_heading_below_a_title(office, tmp_path):
    path = write_list(tmp_path, NIK, OTHER, "", "'3576035708900001", title="Peserta 2025")
    taken = registered.take_registered(office, path)
    assert (taken.file, taken.added, taken.known, taken.unread) == ("bpjs-2025.csv", 2, 0, 1)
    again = registered.take_registered(office, write_list(tmp_path, NIK, name="kota.csv"))
    assert (again.added, again.known) == (0, 1)
    count, lists = registered.registered_lists(office)
    assert count == 2
    assert [one.file for one in lists] == ["bpjs-2025.csv", "kota.csv"]


def test_a_list_without_niks_is_refused_and_one_that_is_stopped_leaves_nothing(
    office, tmp_path, refused
):
    path = tmp_path / "lain.csv"
    path.write_text("Nama;Alamat\nSiti;Jalan\n", "utf-8")
    assert refused("csv_headers", registered.take_registered, office, path) == {"missing": "NIK"}
    stopped = CancelToken()
    stopped.cancel()
    with pytest.raises(Cancelled):
        registered.take_registered(office, write_list(tmp_path, NIK), cancel=stopped)
    assert registered.registered_lists(office) == (0, ())


def test_more_people_than_a_kit_may_carry_are_refused(office, tmp_path, refused, monkeypatch):
    monkeypatch.setattr(registered, "MOST", 1)
    path = write_list(tmp_path, NIK, OTHER)
    refused("registered_too_many", registered.take_registered, office, path)
    assert registered.registered_lists(office) == (0, ())


def test_lists_are_the_offices(station, tmp_path, refused):
    refused("office_only", registered.take_registered, station, write_list(tmp_path, NIK))
    refused("office_only", registered.forget_registered, station)


def test_the_desk_is_told_and_may_go_on_with_a_reason(office, tmp_path):
    assert found(office, NIK) == []
    registered.take_registered(office, write_list(tmp_path, NIK))
    (finding,) = found(office, "3576 0357 0890 0001")
    assert (finding.level, finding.field, finding.overridable) == ("warning", "nik", True)
    assert found(office, OTHER) == []
    rules = rules_of(office, event_of(office))
    form = make_form(nik=NIK)
    draft = enrol.start_draft(office, rules.event_id, form)
    with pytest.raises(enrol.NotEnrolledError):
        enrol.enrol(office, draft, rules)
    reason = msgspec.structs.replace(form, reasons={CODE: "pindah dari Surabaya"})
    enrol.enrol(office, msgspec.structs.replace(draft, form=reason), rules)


def test_who_is_corrected_is_asked_only_where_the_record_says_why_already(office, tmp_path):
    one = enrol_one(office, NIK)
    registered.take_registered(office, write_list(tmp_path, NIK, OTHER))
    assert found(office, NIK, one.record_id) == []
    assert found(office, OTHER, one.record_id) != []
    assert found(office, NIK, one.record_id, reasons={CODE: "pindah"}) != []


def test_a_placeholder_is_on_no_list(office, tmp_path):
    placeholders = ("0" * 16, "9" * 16, "1234567890123456")
    taken = registered.take_registered(office, write_list(tmp_path, NIK, *placeholders))
    assert (taken.added, taken.unread) == (1, 3)
    assert not any(found(office, number) for number in placeholders)


def test_the_kit_brings_the_list_and_the_offices_own_people_to_the_station(
    office, tmp_path, new_station
):
    registered.take_registered(office, write_list(tmp_path, NIK))
    enrol_one(office, OTHER)
    gone = enrol_one(office, GONE, name="Rukmini Wati")
    consent.withdraw(office, gone.record_id, "tidak jadi")
    mistaken = enrol_one(office, VOIDED, name="Karsinah")
    void.void(office, mistaken.record_id, "salah orang")
    desk, _issued, kit = new_station("Pos Baru")
    assert kit.registered.people == 2
    assert registered.registered_lists(desk)[0] == 2
    assert found(desk, NIK)
    assert found(desk, OTHER)
    assert not found(desk, GONE)
    assert not found(desk, VOIDED)
    assert not found(desk, "3576015708900009")


def test_lists_that_were_forgotten_are_in_no_kit(office, tmp_path, new_station):
    registered.take_registered(office, write_list(tmp_path, NIK, OTHER))
    assert registered.forget_registered(office) == 2
    desk, _issued, kit = new_station("Pos Baru")
    assert kit.registered is None
    assert registered.registered_lists(desk) == (0, ())
    assert not found(desk, NIK)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sets(st.integers(1, 9999), min_size=1, max_size=20))
def test_neither_a_nik_nor_a_name_of_the_list_travels_or_stays(office, tmp_path, serials):
    """In the clear bytes of the kit's parts, in the office's tables, and in the station's."""
    niks = [f"357603570890{serial:04d}" for serial in serials]
    registered.forget_registered(office)
    registered.take_registered(office, write_list(tmp_path, *niks))
    with office.database.reading() as connection:
        listed = registered.list_for_station(connection)
        kept = b"\n".join(
            repr(tuple(row)).encode()
            for table in ("registered", "fact", "entry", "participant", "record")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
        )
    for clear in (kept, listed.key + listed.digests):
        assert b"Paijo" not in clear
        assert not any(number.encode() in clear for number in niks)
        assert not any(int(number).to_bytes(8, "big") in clear for number in niks)


def test_the_parts_of_a_kit_hold_hashes_only(office, tmp_path, new_station):
    registered.take_registered(office, write_list(tmp_path, NIK))
    desk, issued, _kit = new_station("Pos Baru")
    code = kits.normalise_code(issued.activation_code)
    opened = open_bundle(issued.path, passphrase=code)
    parts = {part.name: b"".join(content) for part, content in opened.walk()}
    clear = b"".join(parts.values())
    assert NIK.encode() not in clear
    assert b"Paijo" not in clear
    assert unpack(parts[kits.REGISTERED_PART]).people == 1
    with desk.database.reading() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        rows = [
            repr(tuple(row))
            for (table,) in tables.all()
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"')
        ]
    assert not any(NIK in row or "Paijo" in row for row in rows)
