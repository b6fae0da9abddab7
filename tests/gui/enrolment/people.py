"""People who do not exist, as a cadre would type them: real places, serials nobody was given."""

SITI_NIK = "3576035708909001"  # Kec. Kranggan, Kota Mojokerto; 17-08-1990; a woman
SITI = {
    "nik": SITI_NIK,
    "name": "Siti Aminah",
    "birth_date": "17-08-1990",
    "sex": "P",
    "village": "35.76.03.1001",
    "rt": "2",
    "rw": "5",
    "occupation": "pedagang_pasar",
}


def type_siti(keyboard):
    """The whole of a typical registration, from the NIK to the occupation."""
    keyboard.enter(SITI_NIK)
    keyboard.enter("Siti Aminah")
    keyboard.enter()  # the birth date that the NIK proposes
    keyboard.enter()  # and the sex
    keyboard.enter("kran")  # the only kelurahan with these letters: chosen, and on to the next
    keyboard.enter("2")
    keyboard.enter("5")
    keyboard.enter()  # no postcode
    keyboard.enter("Jl Melati 4")
    keyboard.enter("kecil")  # "Pedagang kecil atau pedagang pasar"
