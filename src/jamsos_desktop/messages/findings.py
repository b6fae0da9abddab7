"""What the rules have to say about a field, as the sentence below it."""

from jamsos_desktop.i18n import N_

#: code -> the sentence below the field
FINDINGS: dict[str, str] = {
    # NIK and family card
    "required": N_("Ini belum diisi."),
    "passwords_differ": N_("Kedua kata sandi tidak sama. Ketik sekali lagi."),
    "sex_empty": N_("Jenis kelamin belum dipilih."),
    "birth_date_empty": N_("Tanggal lahir belum diisi."),
    "birth_date_unreadable": N_("Tanggal lahir tidak terbaca. Contoh: 17-08-1990."),
    "village_empty": N_("Kelurahan atau desa belum dipilih."),
    "village_unknown": N_("Kelurahan atau desa itu tidak ada di daftar. Pilih dari daftar."),
    "rt_empty": N_("RT belum diisi."),
    "rt_format": N_("RT berupa angka, paling banyak tiga angka."),
    "rw_empty": N_("RW belum diisi."),
    "rw_format": N_("RW berupa angka, paling banyak tiga angka."),
    "postcode_format": N_("Kode pos lima angka. Kosongkan bila tidak tahu."),
    "email_format": N_("Alamat e-mail tampaknya belum lengkap. Kosongkan bila tidak ada."),
    "occupation_empty": N_("Pekerjaan belum dipilih."),
    "occupation_unknown": N_("Pekerjaan itu tidak ada di daftar. Pilih Lainnya lalu tuliskan."),
    "occupation_text_empty": N_("Tuliskan pekerjaannya."),
    "work_time_format": N_("Jam tidak terbaca. Contoh: 07:30."),
    "income_format": N_("Penghasilan berupa angka rupiah atau salah satu golongan."),
    "unknown_is_no_answer": N_("Isian ini harus dijawab; tidak tahu bukan jawaban di sini."),
    "child_birth_date_unreadable": N_("Tanggal lahir anak tidak terbaca. Contoh: 17-08-2015."),
    "child_name_empty": N_("Nama anak belum diisi."),
    "nik_already_enrolled": N_(
        "NIK ini sudah terdaftar dengan nomor {number}. "
        "Boleh lanjut bila memang orang lain: tulis alasannya."
    ),
    "nik_registered_elsewhere": N_(
        "Menurut daftar kantor, NIK ini sudah terdaftar di tempat lain atau tahun lalu. "
        "Tanyakan kepada orangnya. Boleh lanjut bila memang perlu: tulis alasannya."
    ),
    "nik_heard": N_(
        "NIK ini sudah terdaftar di {station}, jam {time}, dengan nomor {number}. "
        "Tanyakan kepada orangnya. Boleh lanjut bila memang orang lain: tulis alasannya."
    ),
    "likely_enrolled": N_(
        "Mungkin orang yang sama dengan pendaftaran {number} ({score} %). Baris ini ditahan: "
        "periksa orangnya, atau terima dengan --accept-likely dan kantor yang memutuskan."
    ),
    "nik_twice_in_list": N_("NIK ini sudah ada di baris {line} daftar yang sama."),
    "nik_empty": N_("NIK belum diisi."),
    "nik_not_digits": N_("NIK hanya terdiri dari angka. Periksa lagi di KTP."),
    "nik_length": N_("NIK harus 16 angka, yang diketik {count}."),
    "nik_province_unknown": N_("NIK diawali {prefix}: tidak ada provinsi dengan kode itu."),
    "nik_day": N_(
        "Angka ke-7 dan ke-8 adalah tanggal lahir: laki-laki 01–31, perempuan 41–71. "
        "Yang diketik {day}."
    ),
    "nik_month": N_("Angka ke-9 dan ke-10 adalah bulan lahir, 01–12. Yang diketik {month}."),
    "nik_date": N_("Tanggal {date} di NIK tidak ada di kalender. Periksa lagi di KTP."),
    "nik_serial_zero": N_(
        "Empat angka terakhir NIK 0000, padahal nomor urut mulai dari 0001. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "nik_prefix_old": N_("NIK diawali {prefix}, kode lama untuk {region}. Cocokkan dengan KTP."),
    "nik_prefix_unknown": N_(
        "NIK diawali {prefix}: kecamatan itu tidak ada di daftar sekarang. "
        "Bisa jadi kode lama; cocokkan dengan KTP."
    ),
    "nik_pattern": N_("Angka NIK ini tampak asal ketik. Cocokkan sekali lagi dengan KTP."),
    "nik_birth_date_differs": N_(
        "Tanggal lahir di NIK {nik}, yang diketik {typed}. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "nik_sex_differs": N_(
        "Menurut NIK jenis kelaminnya {nik}, yang dipilih {typed}. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "nik_century": N_(
        "Tahun lahir di NIK bisa berarti {old} atau {young}. Tanyakan tanggal lahirnya."
    ),
    "nik_area_differs": N_(
        "NIK ini pertama kali dicatat di {nik}; alamat sekarang di {typed}. "
        "Wajar bila pernah pindah."
    ),
    "kk_not_digits": N_("Nomor KK hanya terdiri dari angka. Cocokkan dengan kartunya."),
    "kk_length": N_("Nomor KK biasanya 16 angka, yang diketik {count}. Cocokkan dengan kartunya."),
    "kk_is_nik": N_("Nomor KK sama dengan NIK. Nomor KK ada di bagian atas Kartu Keluarga."),
    "kk_date": N_(
        "Angka ke-7 sampai ke-12 pada nomor KK bukan tanggal yang ada. Cocokkan dengan kartunya."
    ),
    "kk_prefix_unknown": N_(
        "Nomor KK diawali {prefix}: kecamatan itu tidak ada di daftar sekarang. "
        "Cocokkan dengan kartunya."
    ),
    # the office's list of candidates
    "nik_lost_digits": N_(
        "NIK ini tersimpan sebagai bilangan, sehingga angka terakhirnya sudah hilang. "
        "Ketik ulang NIK-nya dari sumbernya, dengan kolom berformat Teks."
    ),
    "kk_lost_digits": N_(
        "Nomor KK ini tersimpan sebagai bilangan, sehingga angka terakhirnya sudah hilang. "
        "Ketik ulang dari sumbernya, dengan kolom berformat Teks."
    ),
    "phone_lost_digits": N_(
        "Nomor HP ini tersimpan sebagai bilangan yang dipendekkan. Nomornya dikosongkan."
    ),
    "candidate_without_nik": N_("Tanpa NIK: orang ini hanya bisa dicari dengan namanya."),
    "sex_unreadable": N_("Jenis kelamin tidak terbaca. Tulis L atau P."),
    "rt_rw_format": N_("RT dan RW tidak terbaca. Contoh: 003/002."),
    "village_not_here": N_("Kelurahan atau desa itu tidak ada di wilayah yang dipilih."),
    "village_several": N_(
        "Ada lebih dari satu kelurahan atau desa dengan nama itu. Tambahkan kolom kecamatan."
    ),
    "list_birth_date_differs": N_(
        "Tanggal lahir di NIK {nik}, di daftar {typed}. Cocokkan dengan KTP."
    ),
    "list_sex_differs": N_("Menurut NIK jenis kelaminnya {nik}, di daftar {typed}."),
    "list_serial_zero": N_(
        "Empat angka terakhir NIK 0000, padahal nomor urut mulai dari 0001. Cocokkan dengan KTP."
    ),
    "list_name_long": N_("Nama {count} huruf, paling panjang 60."),
    "candidate_twice": N_(
        "Nama, tanggal lahir, dan kelurahannya sama dengan baris {line}, dan salah satunya tanpa "
        "NIK. Bila memang dua orang, isi NIK keduanya."
    ),
    "candidate_other_name": N_(
        "NIK ini sudah milik calon lain dengan nama yang sama sekali berbeda. Periksa NIK-nya."
    ),
    "candidate_several": N_(
        "Lebih dari satu calon di daftar kantor cocok dengan baris ini. Isi NIK-nya."
    ),
    "candidate_registered": N_("Orang dengan NIK ini sudah terdaftar di program ini."),
    # age and contribution
    "birth_date_future": N_("Tanggal lahir {date} belum terjadi."),
    "birth_date_too_old": N_("Tanggal lahir {date} sebelum tahun 1900. Periksa tahunnya."),
    "coverage_start_invalid": N_("Bulan mulai perlindungan belum benar. Contoh: 2025-11."),
    "coverage_months_invalid": N_("Lama perlindungan harus 1 sampai {longest} bulan."),
    "tariff_missing": N_(
        "Belum ada tarif iuran untuk {month}. Minta berkas tarif terbaru ke kantor."
    ),
    # what rules ask
    "answer_unknown": N_("Jawabannya ya, tidak, atau tidak tahu."),
    "correction_empty": N_("Tulis mengapa data ini diubah."),
    # consent
    "consent_missing": N_("Persetujuan belum dicatat. Tanyakan kepada orangnya."),
    "consent_date_unreadable": N_("Tanggal persetujuan tidak terbaca, atau belum terjadi."),
    "consent_method_missing": N_("Cara menyatakan setuju belum jelas: lisan, atau di kertas."),
    "consent_signature_missing": N_("Gambar tanda tangan atau cap jempol belum ada."),
    "consent_witness_missing": N_("Nama saksi yang mendengar belum diisi."),
    "consent_witness_officer": N_("Saksi harus orang lain, bukan petugas yang mengisi."),
    # what the office plans
    "rules_unknown": N_("Aturan itu tidak ada di daftar. Pilih dari daftar."),
    "event_date_unreadable": N_("Tanggal tidak terbaca. Contoh: 12-11-2026."),
    "event_programme_unknown": N_("Program itu tidak ada di daftar. Pilih dari daftar."),
    "event_region_unknown": N_("Wilayah itu tidak ada di daftar. Pilih dari daftar."),
    "event_target_format": N_("Sasaran berupa angka. Kosongkan bila belum tahu."),
    "event_not_chosen": N_("Centang paling sedikit satu kegiatan."),
    # what a person is called and how to reach them
    "name_empty": N_("Nama belum diisi."),
    "name_long": N_(
        "Nama {count} huruf, paling panjang 60. "
        "Boleh lanjut bila KTP memang begitu: tulis alasannya."
    ),
    "name_characters": N_(
        "Ada tanda yang jarang dipakai dalam nama: {characters} Cocokkan dengan KTP."
    ),
    # possible, and seldom right
    "occupation_age": N_(
        "Umurnya {age} tahun, jarang untuk {occupation}. Pastikan pekerjaan dan tanggal lahirnya. "
        "Ini kehati-hatian program ini, bukan peraturan."
    ),
    "phone_pattern": N_("Nomor HP ini tampak asal ketik. Tanyakan sekali lagi."),
    "phone_already_used": N_(
        "Nomor HP ini juga ada di pendaftaran {number}. "
        "Wajar bila milik keluarga atau tetangga; pastikan bukan orang yang sama."
    ),
    "income_unusual": N_(
        "Penghasilan {income} sebulan lebih dari yang biasa dalam program ini ({usual}). "
        "Pastikan angkanya."
    ),
    "work_hours_none": N_("Jam mulai dan jam selesai kerja sama. Pastikan jamnya."),
    "work_hours_long": N_("Menurut jam ini ia bekerja {hours} jam sehari. Pastikan jamnya."),
    "child_before_parent": N_("Anak ini lahir sebelum orang tuanya. Periksa kedua tanggal lahir."),
    "child_not_born": N_("Tanggal lahir anak ini belum terjadi. Periksa tahunnya."),
    "child_too_old": N_(
        "Anak ini sudah {age} tahun. Beasiswa berakhir pada umur {ends} tahun, jadi mungkin ada "
        "anak lain yang lebih muda."
    ),
    "heir_is_self": N_(
        "Ahli warisnya orang itu sendiri. Tulis orang lain yang akan menerima santunan."
    ),
    "phone_format": N_("Nomor HP biasanya 10–13 angka dan diawali 08. Periksa lagi nomornya."),
}
