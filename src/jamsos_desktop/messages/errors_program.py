"""What can go wrong with the program itself: its folder, its keys, who signs in."""

from jamsos_desktop.i18n import N_
from jamsos_desktop.messages.explanation import NOTHING_CHANGED, Explanation

ERRORS: dict[str, Explanation] = {
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
    "disk_full": Explanation(
        N_("Penyimpanan penuh."),
        N_("Data yang sudah disimpan tetap aman; yang terakhir belum tersimpan."),
        N_("Kosongkan ruang di laptop ini, lalu simpan sekali lagi."),
    ),
    "settings_not_saved": Explanation(
        N_("Pengaturan tidak bisa disimpan di {file}."),
        N_("Data peserta tetap utuh. Huruf dan warna pilihan Anda berlaku sampai program ditutup."),
        N_("Sisakan ruang di laptop ini atau buka izin tulis folder itu, lalu pilih sekali lagi."),
    ),
}
