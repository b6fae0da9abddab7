"""What can go wrong with the place that files are uploaded to."""

from jamsos_desktop.i18n import N_
from jamsos_desktop.messages.explanation import NOTHING_CHANGED, Explanation

_SAFE = N_("Data aman di laptop ini.")

ERRORS: dict[str, Explanation] = {
    "place_unreachable": Explanation(
        N_("Tidak ada jaringan ke {host}."),
        _SAFE,
        N_("Coba lagi nanti; yang sudah terunggah tidak diulang. Atau pakai flashdisk."),
    ),
    "place_refused": Explanation(
        N_("{place} menolak nama atau kata sandi ini, atau tidak mengizinkan menulis."),
        _SAFE,
        N_("Periksa nama, kata sandi dan izinnya bersama kantor, lalu coba lagi."),
    ),
    "place_no_folder": Explanation(
        N_("Folder {place} tidak ada."),
        _SAFE,
        N_("Minta kantor membuat folder itu, atau betulkan alamatnya."),
    ),
    "place_full": Explanation(
        N_("Tempat di {place} penuh."),
        _SAFE,
        N_("Beri tahu kantor agar tempatnya dikosongkan, lalu coba lagi."),
    ),
    "place_certificate": Explanation(
        N_("{host} tidak bisa membuktikan siapa dirinya: sertifikatnya tidak sah."),
        N_("Data aman di laptop ini. Kata sandi tidak dikirim."),
        N_("Periksa tanggal laptop dan alamatnya. Kalau benar, tanyakan ke kantor."),
    ),
    "place_host_changed": Explanation(
        N_(
            "Kunci {host} lain dari yang dulu: sekarang {found}. Mungkin server lain yang menjawab."
        ),
        N_("Data aman di laptop ini. Kata sandi tidak dikirim."),
        N_("Tanyakan ke kantor. Kalau kuncinya memang diganti, simpan tempat unggah sekali lagi."),
    ),
    "place_not_encrypted": Explanation(
        N_("Alamat {place} tidak diawali https://, jadi kata sandi bisa terbaca di jalan."),
        NOTHING_CHANGED,
        N_("Minta alamat https:// ke kantor."),
    ),
    "place_bad_key": Explanation(
        N_("Kunci pribadi itu tidak bisa dibaca, atau kata sandinya salah."),
        NOTHING_CHANGED,
        N_("Pilih berkas kunci OpenSSH, dan tulis kata sandinya kalau ada."),
    ),
    "place_failed": Explanation(
        N_("{place} menjawab dengan kesalahan."),
        _SAFE,
        N_("Coba lagi nanti. Kalau tetap begini, beri tahu kantor atau pakai flashdisk."),
    ),
    "place_damaged": Explanation(
        N_("{file} yang dibaca ulang dari sana tidak sama dengan yang dikirim."),
        N_("Data aman di laptop ini. Berkas itu tidak dianggap terunggah."),
        N_("Coba lagi. Kalau tetap begini, beri tahu kantor atau pakai flashdisk."),
    ),
    "place_name_taken": Explanation(
        N_("Di sana sudah ada berkas lain bernama {file}."),
        N_("Berkas itu tidak ditimpa. Data aman di laptop ini."),
        N_("Tunggu satu menit lalu unggah lagi; namanya akan lain."),
    ),
    "place_file_gone": Explanation(
        N_("{file} sudah tidak ada di sana."),
        NOTHING_CHANGED,
        N_("Lihat lagi apa yang ada di sana."),
    ),
    "place_not_set": Explanation(
        N_("Tempat unggah belum diatur."),
        NOTHING_CHANGED,
        N_("Atur dulu tempat unggah, atau pakai flashdisk."),
    ),
    "place_incomplete": Explanation(
        N_("Keterangan tempat unggah belum lengkap atau tidak bisa dibaca."),
        NOTHING_CHANGED,
        N_("Isi yang masih kosong atau betulkan alamatnya, lalu coba sambungan."),
    ),
}
