"""How a person's page groups the fields of a participant, and what it says is missing. No Qt."""

from collections.abc import Mapping, Sequence

from jamsos_desktop.domain.completeness import missing_fields
from jamsos_desktop.domain.field_labels import label
from jamsos_desktop.domain.records import Participant
from jamsos_desktop.i18n import N_, _
from jamsos_desktop.services.value_words import found_words, value_words

#: The page's groups; NIK and KK stand above them, because they can be uncovered.
GROUPS: Sequence[tuple[str, Sequence[str]]] = (
    (
        N_("Identitas"),
        ("birth_place", "birth_date", "sex", "mother_name"),
    ),
    (
        N_("Alamat dan kontak"),
        ("address", "rt", "rw", "village", "ktp_village", "postcode", "phone", "email"),
    ),
    (
        N_("Pekerjaan"),
        (
            *("occupation", "occupation_text", "second_occupation", "sector"),
            *("workplace", "work_starts", "work_ends", "income", "income_band"),
        ),
    ),
    (
        N_("Perlindungan"),
        (
            *("programme_id", "payer", "coverage_start", "coverage_months"),
            *("contribution", "rules", "event_id"),
        ),
    ),
    (N_("Keluarga"), ("heir_name", "heir_relation", "children")),
    (N_("Ditanyakan"), ("pkh", "civil_servant", "already_insured")),
    (N_("Minat program lain"), ("training", "mentoring", "micro_finance")),
    (N_("Catatan"), ("note", "unknown", "correction", "duplicates")),
    (N_("Penjelasan dan persetujuan"), ("explained", "consent")),
)


def missing_lines(person: Participant) -> tuple[tuple[str, str], ...]:
    """What is still to be filled and what a coordinator has to decide; nothing where complete."""
    empty = ", ".join(label(name) for name in missing_fields(person))
    waits = ", ".join(found_words(code) for code in person.pending)
    lines = ((_("Belum diisi"), empty), (_("Keputusan koordinator"), waits))
    return tuple(line for line in lines if line[1])


def groups_of(
    person: Participant, names: Mapping[str, str]
) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The groups of the page with label and value. The person's own words for work only if any."""
    made = []
    for title, fields in GROUPS:
        shown = [f for f in fields if f != "occupation_text" or person.occupation_text]
        lines = tuple((label(f), value_words(f, getattr(person, f), names)) for f in shown)
        made.append((_(title), lines))
    return tuple(made)
