"""Codes become words: the one place that says an error or a finding to a person.

An error has three parts: what happened, what it means for the data, what to do now.
"""

from typing import NamedTuple

from jamsos_desktop.domain.finding import Finding
from jamsos_desktop.errors import UserError
from jamsos_desktop.i18n import N_, _


class Explanation(NamedTuple):
    """An error in words."""

    what: str
    data: str
    todo: str

    def __str__(self) -> str:
        return f"{self.what} {self.data} {self.todo}"


NOTHING_CHANGED = N_("Tidak ada data yang berubah.")

#: code -> what happened, what it means for the data, what to do now
ERRORS: dict[str, Explanation] = {
    "tariff_missing": Explanation(
        N_("Belum ada tarif iuran untuk bulan {month}."),
        N_("Iuran tidak dihitung dan tidak ada data yang berubah."),
        N_("Minta berkas tarif terbaru ke kantor, atau pilih bulan lain."),
    ),
    "reference_invalid": Explanation(
        N_("Berkas acuan {file} tidak bisa dipakai: {reason}"),
        NOTHING_CHANGED,
        N_("Pasang ulang program ini, atau minta paket baru ke kantor."),
    ),
    "data_read_only": Explanation(
        N_("Folder data tidak boleh ditulisi."),
        N_("Yang sudah tersimpan tetap ada; yang terakhir belum tersimpan."),
        N_("Minta petugas komputer membuka izin tulis folder itu, lalu simpan sekali lagi."),
    ),
    "data_cannot_open": Explanation(
        N_("Folder data tidak bisa dibuka."),
        NOTHING_CHANGED,
        N_("Pastikan diskanya terpasang dan folder itu milik Anda, lalu buka program lagi."),
    ),
    "data_missing": Explanation(
        N_("Berkas data {file} tidak ada atau kosong."),
        N_("Tidak ada data baru yang dibuat di tempatnya."),
        N_("Cari berkas itu atau cadangannya, kembalikan ke tempatnya, atau hubungi kantor."),
    ),
    "data_damaged": Explanation(
        N_("Data di laptop ini rusak atau bukan data JAMSOS."),
        N_("Program tidak mengubah apa pun supaya tidak bertambah rusak."),
        N_("Jangan hapus foldernya. Salin folder data ke flashdisk dan hubungi kantor."),
    ),
    "data_busy": Explanation(
        N_("Data sedang dipakai pekerjaan lain terlalu lama."),
        N_("Yang sudah tersimpan tetap ada; yang terakhir belum tersimpan."),
        N_("Tunggu sebentar, lalu simpan sekali lagi."),
    ),
    "data_disk_error": Explanation(
        N_("Diska laptop tidak mau membaca atau menulis."),
        N_("Yang sudah tersimpan tetap ada; yang terakhir belum tersimpan."),
        N_("Ekspor data ke flashdisk sekarang juga, lalu periksakan diskanya."),
    ),
    "data_too_new": Explanation(
        N_("Data ini dibuat program yang lebih baru (bentuk {found}, di sini sampai {known})."),
        N_("Data tidak dibuka dan tidak berubah."),
        N_("Perbarui program di laptop ini, lalu buka lagi."),
    ),
    "data_in_use": Explanation(
        N_("Program ini sudah terbuka untuk data yang sama."),
        N_("Data aman di program yang sudah terbuka; yang ini berhenti."),
        N_("Pakai jendela yang sudah terbuka, atau tutup dulu jendela itu."),
    ),
    "keyring_damaged": Explanation(
        N_("Berkas kunci {file} rusak."),
        N_("Data masih utuh tetapi belum bisa dibuka."),
        N_("Jangan hapus apa pun. Kembalikan berkas itu dari cadangan atau hubungi kantor."),
    ),
    "keyring_missing": Explanation(
        N_("Ada data di sini, tetapi berkas kunci {file} tidak ada."),
        N_("Data tidak disentuh, dan tanpa berkas itu tidak ada yang bisa membukanya."),
        N_("Jangan hapus apa pun. Kembalikan berkas itu dari cadangan atau hubungi kantor."),
    ),
    "password_short": Explanation(
        N_("Kata sandi terlalu pendek."),
        NOTHING_CHANGED,
        N_("Pakai paling sedikit {minimum} huruf atau angka."),
    ),
    "password_file": Explanation(
        N_("Berkas {file} tidak bisa dibaca."),
        NOTHING_CHANGED,
        N_("Periksa nama berkasnya, lalu coba lagi."),
    ),
    "password_wrong": Explanation(
        N_("Nama pengguna atau kata sandi salah."),
        NOTHING_CHANGED,
        N_("Periksa huruf besar dan kecil, lalu coba lagi."),
    ),
    "too_many_tries": Explanation(
        N_("Kata sandi salah beberapa kali."),
        NOTHING_CHANGED,
        N_("Tunggu {wait} detik, lalu coba lagi."),
    ),
    "recovery_wrong": Explanation(
        N_("Kunci pemulihan ini bukan untuk data di laptop ini."),
        NOTHING_CHANGED,
        N_("Periksa huruf demi huruf, atau cari lembar pemulihan kantor yang benar."),
    ),
    "not_set_up": Explanation(
        N_("Belum ada data JAMSOS di folder {folder}."),
        NOTHING_CHANGED,
        N_("Siapkan dulu sebagai kantor, atau sebagai pos dengan paket dari kantor."),
    ),
    "already_set_up": Explanation(
        N_("Folder {folder} sudah berisi data JAMSOS."),
        N_("Data yang ada tidak disentuh."),
        N_("Masuk dengan nama pengguna Anda, atau pilih folder lain."),
    ),
    "office_name_empty": Explanation(
        N_("Nama kantor belum diisi."),
        NOTHING_CHANGED,
        N_("Ketik nama kantor, misalnya Kota Mojokerto."),
    ),
    "login_empty": Explanation(
        N_("Nama pengguna atau nama petugas belum diisi."),
        NOTHING_CHANGED,
        N_("Isi keduanya, lalu lanjutkan."),
    ),
    "login_taken": Explanation(
        N_("Nama pengguna {login} sudah dipakai petugas lain."),
        NOTHING_CHANGED,
        N_("Pilih nama pengguna lain."),
    ),
    "officer_unknown": Explanation(
        N_("Petugas itu tidak dikenal di sini."),
        NOTHING_CHANGED,
        N_("Pilih petugas dari daftar, atau minta paket baru ke kantor."),
    ),
    "programme_unknown": Explanation(
        N_("Program itu tidak dikenal di sini."),
        NOTHING_CHANGED,
        N_("Pilih program dari daftar di halaman Program & kegiatan."),
    ),
    "event_unknown": Explanation(
        N_("Kegiatan itu tidak ditemukan, atau kodenya cocok dengan lebih dari satu."),
        NOTHING_CHANGED,
        N_("Ketik kode kegiatan lebih lengkap, atau pilih dari daftar kegiatan."),
    ),
    "office_only": Explanation(
        N_("Ini hanya bisa dilakukan di kantor."),
        NOTHING_CHANGED,
        N_("Kirim bundel ke kantor; kantor yang melakukannya."),
    ),
    "station_exists": Explanation(
        N_("Pos bernama {name} sudah punya paket, atau namanya kosong."),
        NOTHING_CHANGED,
        N_("Beri nama lain, misalnya dengan nomor di belakangnya."),
    ),
    "kit_wrong_kind": Explanation(
        N_("Berkas ini bukan paket pos."),
        NOTHING_CHANGED,
        N_("Pilih berkas paket yang namanya diawali KIT."),
    ),
    "nothing_to_export": Explanation(
        N_("Belum ada yang bisa diekspor."),
        NOTHING_CHANGED,
        N_("Daftarkan dulu peserta, lalu ekspor."),
    ),
    "bundle_practice": Explanation(
        N_("Bundel ini LATIHAN: isinya orang rekaan."),
        NOTHING_CHANGED,
        N_("Bukalah di kantor latihan, bukan di sini."),
    ),
    "bundle_not_practice": Explanation(
        N_("Bundel ini berisi data sungguhan, sedangkan ini kantor latihan."),
        NOTHING_CHANGED,
        N_("Bukalah di kantor yang sebenarnya."),
    ),
    "bundle_unknown_sender": Explanation(
        N_("Pengirim {name} bukan pos kantor ini."),
        NOTHING_CHANGED,
        N_("Tanyakan dari mana berkas ini. Pos kantor ini selalu dibuat dari paket kantor ini."),
    ),
    "bundle_wrong_kind": Explanation(
        N_("Berkas ini bukan bundel dari pos."),
        NOTHING_CHANGED,
        N_("Pilih berkas yang namanya diawali KIRIM."),
    ),
    "bundle_chain_broken": Explanation(
        N_("Urutan catatan di dalam bundel ini tidak cocok mulai nomor {seq}."),
        N_("Tidak satu pun isinya dimasukkan."),
        N_("Simpan berkas ini dan minta pos mengekspor lagi."),
    ),
    "participant_unknown": Explanation(
        N_("Peserta itu tidak ditemukan di sini."),
        NOTHING_CHANGED,
        N_("Cari lagi dengan nama atau nomor pendaftarannya."),
    ),
    "no_printer": Explanation(
        N_("Belum ada printer yang terpasang di laptop ini."),
        N_("Tidak ada kartu yang ditandai tercetak."),
        N_("Pasang printer, atau simpan PDF lalu cetak di laptop lain."),
    ),
    "printer_failed": Explanation(
        N_("Printer tidak menerima cetakan ini."),
        N_("Tidak ada kartu yang ditandai tercetak."),
        N_("Periksa kabel, kertas, dan tintanya, lalu cetak lagi."),
    ),
    "no_cards": Explanation(
        N_("Tidak ada kartu yang dipilih."),
        NOTHING_CHANGED,
        N_("Pilih peserta dulu, lalu cetak."),
    ),
    "tour_folder": Explanation(
        N_("Folder {folder} sudah berisi sesuatu."),
        NOTHING_CHANGED,
        N_("Pilih folder baru atau kosong."),
    ),
    "practice_only": Explanation(
        N_("Ini hanya ada di tempat latihan."),
        NOTHING_CHANGED,
        N_("Buka latihan dari layar pertama program."),
    ),
    "draft_gone": Explanation(
        N_("Isian dengan nomor {number} sudah disimpan atau sudah dibuang."),
        N_("Tidak ada yang didaftarkan dua kali."),
        N_("Cari nomor itu di daftar peserta, atau mulai isian baru."),
    ),
    "form_incomplete": Explanation(
        N_("Ada {count} hal yang harus dibetulkan atau diberi alasan."),
        N_("Isian tetap ada, belum tersimpan sebagai pendaftaran."),
        N_("Betulkan yang ditandai, lalu simpan lagi."),
    ),
    "csv_unreadable": Explanation(
        N_("Berkas {file} tidak bisa dibaca."),
        NOTHING_CHANGED,
        N_("Pastikan berkas itu ada dan tidak sedang dibuka program lain."),
    ),
    "csv_encoding": Explanation(
        N_("Huruf di berkas {file} tidak bisa dibaca (bukan UTF-8)."),
        NOTHING_CHANGED,
        N_("Di Excel pilih Simpan sebagai, lalu CSV UTF-8, dan coba lagi."),
    ),
    "csv_headers": Explanation(
        N_("Kolom ini tidak ada di baris pertama: {missing}."),
        NOTHING_CHANGED,
        N_("Betulkan judul kolom di baris pertama, lalu coba lagi."),
    ),
    "csv_too_large": Explanation(
        N_("Berkas lebih besar dari {most} MB."),
        NOTHING_CHANGED,
        N_("Bagi menjadi beberapa berkas."),
    ),
    "csv_broken": Explanation(
        N_("Baris {line} tidak bisa dibaca sebagai CSV."),
        N_("Baris sebelum itu sudah diperiksa; yang baik sudah tersimpan."),
        N_("Betulkan baris itu, lalu jalankan lagi; yang tersimpan tidak didaftarkan dua kali."),
    ),
    "disk_full": Explanation(
        N_("Penyimpanan penuh."),
        N_("Data yang sudah disimpan tetap aman; yang terakhir belum tersimpan."),
        N_("Kosongkan ruang di laptop ini, lalu simpan sekali lagi."),
    ),
    "target_full": Explanation(
        N_("Tempat tujuan penuh."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Kosongkan ruang di sana atau pakai flashdisk lain, lalu ulangi."),
    ),
    "target_too_small": Explanation(
        N_("Ruang di tempat tujuan tidak cukup: perlu {need} MB, tersisa {free} MB."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Kosongkan ruang di sana atau pakai flashdisk lain, lalu ulangi."),
    ),
    "target_read_only": Explanation(
        N_("Tempat tujuan tidak boleh ditulisi."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Geser kunci pengaman flashdisk bila ada, atau pilih tempat lain, lalu ulangi."),
    ),
    "target_gone": Explanation(
        N_("Tempat tujuan tidak ada atau flashdisk tercabut."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Pasang lagi flashdisk atau pilih tempat lain, lalu ulangi."),
    ),
    "write_damaged": Explanation(
        N_("Berkas yang baru ditulis tidak sama waktu dibaca kembali."),
        N_("Berkas itu sudah dihapus; data di laptop ini tetap aman."),
        N_("Flashdisk ini mungkin rusak. Pakai flashdisk lain, lalu ulangi."),
    ),
    "bundle_unreadable": Explanation(
        N_("Berkas {file} tidak bisa dibaca."),
        NOTHING_CHANGED,
        N_("Pastikan flashdisk masih terpasang, lalu pilih berkas itu lagi."),
    ),
    "bundle_not_jamsos": Explanation(
        N_("Ini bukan berkas JAMSOS."),
        NOTHING_CHANGED,
        N_("Pilih berkas yang namanya berakhiran .jamsos dari pos atau kantor Anda."),
    ),
    "bundle_wrong_key": Explanation(
        N_("Berkas ini tidak disegel untuk Anda, jadi tidak bisa dibuka di sini."),
        NOTHING_CHANGED,
        N_("Periksa berkas ini untuk siapa; bila memang untuk Anda, minta dibuatkan lagi."),
    ),
    "bundle_other_office": Explanation(
        N_("Berkas ini untuk {office}, bukan untuk {here}."),
        NOTHING_CHANGED,
        N_("Serahkan berkas ini ke {office}, lalu pilih berkas yang benar."),
    ),
    "bundle_needs_passphrase": Explanation(
        N_("Berkas ini dibuka dengan kata sandi."),
        NOTHING_CHANGED,
        N_("Ketik kata sandi yang diberikan kantor bersama berkas ini."),
    ),
    "bundle_bad_passphrase": Explanation(
        N_("Kata sandi untuk berkas ini salah."),
        NOTHING_CHANGED,
        N_("Periksa huruf demi huruf pada lembar dari kantor, lalu ketik lagi."),
    ),
    "bundle_truncated": Explanation(
        N_("Berkas ini tidak utuh: terpotong waktu disalin, atau rusak di bagian akhirnya."),
        NOTHING_CHANGED,
        N_("Salin lagi dari pengirim; keluarkan flashdisk dengan aman sebelum dicabut."),
    ),
    "bundle_damaged": Explanation(
        N_("Isi berkas ini rusak atau sudah berubah."),
        NOTHING_CHANGED,
        N_("Salin lagi dari pengirim; bila tetap rusak, minta pengirim membuatnya lagi."),
    ),
    "bundle_bad_signature": Explanation(
        N_("Tanda tangan berkas ini tidak cocok dengan isinya."),
        NOTHING_CHANGED,
        N_("Jangan pakai berkas ini. Tanyakan kepada pengirim apakah benar ia yang membuatnya."),
    ),
    "bundle_bad_name": Explanation(
        N_("Di dalam berkas ini ada nama isi yang tidak wajar."),
        NOTHING_CHANGED,
        N_("Jangan pakai berkas ini. Tanyakan kepada pengirim apakah benar ia yang membuatnya."),
    ),
    "bundle_too_large": Explanation(
        N_("Isi berkas ini jauh lebih besar daripada yang wajar."),
        NOTHING_CHANGED,
        N_("Jangan pakai berkas ini. Tanyakan kepada pengirim apakah benar ia yang membuatnya."),
    ),
    "bundle_too_new": Explanation(
        N_("Berkas ini dibuat program yang lebih baru (bentuk {found}, di sini sampai {known})."),
        NOTHING_CHANGED,
        N_("Perbarui program di sini, lalu pilih berkas itu lagi."),
    ),
}

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
    "income_format": N_("Penghasilan berupa angka rupiah. Kosongkan bila tidak tahu."),
    "child_birth_date_unreadable": N_("Tanggal lahir anak tidak terbaca. Contoh: 17-08-2015."),
    "child_name_empty": N_("Nama anak belum diisi."),
    "nik_already_enrolled": N_(
        "NIK ini sudah terdaftar dengan nomor {number}. "
        "Boleh lanjut bila memang orang lain: tulis alasannya."
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
    "nik_prefix_old": N_("NIK diawali {prefix}, kode lama untuk {area}. Cocokkan dengan KTP."),
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
    # age and contribution
    "birth_date_future": N_("Tanggal lahir {date} belum terjadi."),
    "birth_date_too_old": N_("Tanggal lahir {date} sebelum tahun 1900. Periksa tahunnya."),
    "age_over": N_(
        "Umurnya {age} tahun saat perlindungan mulai pada {start}. "
        "Yang boleh didaftarkan belum berumur {limit} tahun."
    ),
    "age_near_limit": N_(
        "Umurnya genap {limit} tahun pada {birthday}, kurang dari enam bulan setelah "
        "perlindungan mulai. Pastikan tanggal lahirnya sama dengan KTP."
    ),
    "age_under": N_(
        "Umurnya baru {age} tahun saat perlindungan mulai pada {start}; "
        "paling muda {minimum} tahun. "
        "Boleh lanjut bila ada izin koordinator: tulis alasannya."
    ),
    "coverage_start_invalid": N_("Bulan mulai perlindungan belum benar. Contoh: 2025-11."),
    "coverage_months_invalid": N_("Lama perlindungan harus 1 sampai {longest} bulan."),
    "tariff_missing": N_(
        "Belum ada tarif iuran untuk {month}. Minta berkas tarif terbaru ke kantor."
    ),
    # what the office plans
    "age_limit_format": N_("Umur berupa angka, misalnya 18."),
    "age_limits_crossed": N_("Batas umur harus lebih tinggi daripada umur paling muda."),
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
    "phone_format": N_("Nomor HP biasanya 10–13 angka dan diawali 08. Periksa lagi nomornya."),
}

LEVELS = {"error": N_("Salah"), "warning": N_("Periksa"), "info": N_("Tahu")}


def explain(error: UserError) -> Explanation:
    """The error in the chosen language."""
    parts = ERRORS[error.code]
    return Explanation(*(_(part, **error.values) for part in parts))


def finding_text(finding: Finding) -> str:
    """The finding's sentence in the chosen language, without its level."""
    return _(FINDINGS[finding.code], **finding.values)
