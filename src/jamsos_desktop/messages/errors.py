"""What stands in the way, in three parts: what happened, what it means for the data, what to do."""

from typing import NamedTuple

from jamsos_desktop.i18n import N_


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
        N_("Pastikan penyimpanannya terpasang dan folder itu milik Anda, lalu buka program lagi."),
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
        N_("Penyimpanan laptop tidak mau membaca atau menulis."),
        N_("Yang sudah tersimpan tetap ada; yang terakhir belum tersimpan."),
        N_("Ekspor data ke flashdisk sekarang juga, lalu minta petugas komputer memeriksanya."),
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
        N_("Pilih berkas paket yang namanya diawali PAKET."),
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
    "bundle_oversteps": Explanation(
        N_("Bundel dari {name} mencoba mengubah data milik kantor (catatan nomor {seq})."),
        N_("Tidak satu pun isinya dimasukkan."),
        N_("Simpan berkas ini dan tanyakan kepada koordinator pos itu apa yang terjadi."),
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
    "cards_withdrawn": Explanation(
        N_("Semua yang dipilih ({count} orang) sudah mencabut persetujuannya."),
        NOTHING_CHANGED,
        N_("Untuk mereka tidak ada kartu. Pilih orang lain."),
    ),
    "reason_missing": Explanation(
        N_("Alasannya belum ditulis."),
        NOTHING_CHANGED,
        N_("Tuliskan alasannya dengan singkat, lalu coba lagi."),
    ),
    "coordinator_only": Explanation(
        N_("Ini hanya boleh dilakukan koordinator atau admin."),
        NOTHING_CHANGED,
        N_("Minta koordinator atau admin masuk dengan namanya sendiri."),
    ),
    "not_withdrawn": Explanation(
        N_("Persetujuan orang ini tidak sedang dicabut."),
        NOTHING_CHANGED,
        N_("Tidak ada yang perlu dilakukan."),
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
        N_("Formulir dengan nomor {number} sudah disimpan atau sudah dibuang."),
        N_("Tidak ada yang didaftarkan dua kali."),
        N_("Cari nomor itu di daftar peserta, atau mulai formulir baru."),
    ),
    "form_incomplete": Explanation(
        N_("Ada {count} hal yang harus dibetulkan atau diberi alasan."),
        N_("Formulirnya tetap ada, belum tersimpan sebagai pendaftaran."),
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
    "settings_not_saved": Explanation(
        N_("Pengaturan tidak bisa disimpan di {file}."),
        N_("Data peserta tetap utuh. Huruf dan warna pilihan Anda berlaku sampai program ditutup."),
        N_("Sisakan ruang di laptop ini atau buka izin tulis folder itu, lalu pilih sekali lagi."),
    ),
    "queue_empty": Explanation(
        N_("Tidak ada yang menunggu di antrean pos ini."),
        NOTHING_CHANGED,
        N_("Beri nomor di halaman Hari ini, atau langsung isi formulir tanpa nomor."),
    ),
    "visitor_unknown": Explanation(
        N_("Nomor atau nama ini tidak ada di data laptop ini."),
        NOTHING_CHANGED,
        N_("Buka lagi halaman Hari ini, lalu pilih dari daftar."),
    ),
    "visitor_enrolled": Explanation(
        N_("Orang ini sudah didaftarkan."),
        NOTHING_CHANGED,
        N_("Cari namanya di halaman Peserta."),
    ),
    "attendee_nameless": Explanation(
        N_("Nama belum ditulis."),
        NOTHING_CHANGED,
        N_("Tulis nama, lalu bila perlu RT/RW dan telepon sesudah koma, kemudian tekan Enter."),
    ),
}
