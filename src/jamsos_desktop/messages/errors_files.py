"""What can go wrong with files that travel: bundles, kits, lists, and where they are written."""

from jamsos_desktop.i18n import N_
from jamsos_desktop.messages.explanation import NOTHING_CHANGED, Explanation

ERRORS: dict[str, Explanation] = {
    "kit_wrong_kind": Explanation(
        N_("Berkas ini bukan paket pos."),
        NOTHING_CHANGED,
        N_("Pilih berkas paket yang namanya diawali PAKET."),
    ),
    "kit_not_here": Explanation(
        N_("Paket {made} ini untuk memasang pos baru, sedangkan laptop ini sudah terpasang."),
        N_("Data di laptop ini tidak disentuh, juga bila paketnya lebih baru."),
        N_("Minta balasan ke kantor: kegiatan, calon, dan petugas yang baru ada di situ."),
    ),
    "nothing_to_export": Explanation(
        N_("Belum ada yang bisa diekspor."),
        NOTHING_CHANGED,
        N_("Daftarkan dulu peserta, lalu ekspor."),
    ),
    "export_same_place": Explanation(
        N_("Kedua tempat itu folder yang sama."),
        N_("Berkas belum tertulis; data di laptop ini tetap aman."),
        N_("Pilih flashdisk lain sebagai tempat kedua."),
    ),
    "copy_source_gone": Explanation(
        N_("Berkas yang baru ditulis tidak bisa dibaca lagi dari sana."),
        N_("Berkas di tempat yang satunya utuh; data di laptop ini tetap aman."),
        N_("Pakai flashdisk yang utuh itu, dan jangan pakai flashdisk yang tidak terbaca."),
    ),
    "answer_never": Explanation(
        N_("Belum ada balasan kantor untuk pos ini."),
        NOTHING_CHANGED,
        N_("Di kantor: tulis dulu balasan. Di pos: buka dulu balasan dari kantor."),
    ),
    "station_only": Explanation(
        N_("Balasan kantor hanya bisa dibuka di pos."),
        NOTHING_CHANGED,
        N_("Bawa berkas ini ke laptop pos yang namanya tertulis di nama berkas."),
    ),
    "station_unknown": Explanation(
        N_("Pos itu tidak dikenal di kantor ini, atau belum punya kunci untuk menerima balasan."),
        NOTHING_CHANGED,
        N_("Pilih pos dari daftar, atau buat paket baru untuk pos itu."),
    ),
    "receipt_wrong_kind": Explanation(
        N_("Berkas ini bukan balasan dari kantor, tetapi {kind}."),
        NOTHING_CHANGED,
        N_("Pilih berkas yang namanya diawali BALASAN."),
    ),
    "receipt_other_station": Explanation(
        N_("Balasan ini untuk {station}, sedangkan di sini {here}."),
        NOTHING_CHANGED,
        N_("Bawa berkas ini ke {station}, atau minta balasan untuk {here} ke kantor."),
    ),
    "receipt_other_office": Explanation(
        N_("Balasan ini ditandatangani {office}, bukan kantor pos ini, {here}."),
        NOTHING_CHANGED,
        N_("Jangan dipakai. Minta balasan baru langsung ke {here}."),
    ),
    "exchange_no_key": Explanation(
        N_("Laptop ini belum punya kunci bersama untuk kegiatan ini."),
        N_("Pendaftaran tetap jalan; hanya pendaftaran di laptop lain belum terlihat di sini."),
        N_("Minta balasan baru ke kantor untuk kegiatan ini, lalu buka di laptop ini."),
    ),
    "exchange_other_event": Explanation(
        N_("Berkas ini dari kegiatan lain atau kantor lain; di sini kegiatan {here}."),
        NOTHING_CHANGED,
        N_("Pakai folder yang hanya dipakai laptop-laptop di kegiatan ini."),
    ),
    "exchange_wrong_kind": Explanation(
        N_("Berkas ini bukan berkas antarpos."),
        NOTHING_CHANGED,
        N_("Pilih berkas yang namanya diawali TUKAR."),
    ),
    "exchange_own_file": Explanation(
        N_("Berkas ini ditulis oleh laptop ini sendiri."),
        NOTHING_CHANGED,
        N_("Pilih berkas dari laptop lain."),
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
    "bundle_braked": Explanation(
        N_("Berkas dari {name} berhenti untuk ditanyakan: {why}"),
        N_("Tidak satu pun isinya dimasukkan."),
        N_("Tanyakan dulu kepada petugas pos itu. Bila memang benar, masukkan dengan alasan."),
    ),
    "folder_without_bundles": Explanation(
        N_("Di folder itu tidak ada berkas dari pos."),
        NOTHING_CHANGED,
        N_("Pilih folder lain. Berkas dari pos namanya diawali KIRIM."),
    ),
    "brake_range": Explanation(
        N_("Batas itu tidak bisa dipakai."),
        NOTHING_CHANGED,
        N_("Isi persen antara 0 dan 100, dan paling sedikit 1 orang."),
    ),
    "bundle_chain_broken": Explanation(
        N_("Urutan catatan di dalam bundel ini tidak cocok mulai nomor {seq}."),
        N_("Tidak satu pun isinya dimasukkan."),
        N_("Simpan berkas ini dan minta pos mengekspor lagi."),
    ),
    "bundle_other_branch": Explanation(
        N_(
            "Berkas ini utuh, tetapi melanjutkan catatan nomor {seq} yang lain dari yang ada di"
            " kantor. Biasanya data lama dikembalikan di laptop pos itu."
        ),
        N_("Tidak satu pun isinya dimasukkan, dan tidak ada yang hilang di laptop pos."),
        N_(
            "Tulis balasan baru untuk pos itu di Pos & petugas. Setelah dibuka di laptop pos, minta"
            " pos mengekspor lagi: berkas itu memuat semuanya sejak catatan itu."
        ),
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
    "list_broken": Explanation(
        N_("Baris {line} tidak bisa dibaca sebagai CSV."),
        NOTHING_CHANGED,
        N_("Betulkan baris itu, lalu coba lagi."),
    ),
    "list_empty": Explanation(
        N_("Tidak ada daftar yang terbaca di {file}."),
        NOTHING_CHANGED,
        N_("Pilih lembar lain, atau periksa apakah judul kolomnya ada di baris paling atas."),
    ),
    "list_changed": Explanation(
        N_("Judul kolom di {file} sudah berubah sejak dibuka."),
        NOTHING_CHANGED,
        N_("Buka berkas itu sekali lagi."),
    ),
    "list_columns": Explanation(
        N_("Kolom untuk nama belum dipilih, atau satu isian dipilih untuk dua kolom."),
        NOTHING_CHANGED,
        N_("Pilih satu kolom untuk nama, dan setiap isian paling banyak sekali."),
    ),
    "list_lost_digits": Explanation(
        N_(
            "Semua NIK di daftar ini berakhir dengan angka 0. Itu terjadi bila Excel menyimpan NIK"
            " sebagai bilangan: angka ke-16 hilang."
        ),
        NOTHING_CHANGED,
        N_("Minta daftar aslinya dengan kolom NIK berformat Teks."),
    ),
    "sheet_damaged": Explanation(
        N_("Berkas {file} tidak bisa dibaca sebagai lembar kerja."),
        NOTHING_CHANGED,
        N_("Buka di Excel, simpan sebagai .xlsx tanpa kata sandi, lalu coba lagi."),
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
    "picture_broken": Explanation(
        N_("Gambar ini tidak bisa dibaca: rusak, atau bukan foto JPEG, PNG, atau WebP."),
        N_("Foto sebelumnya dan isian lain tidak berubah."),
        N_("Pilih gambar lain atau ambil foto lagi. Tanpa foto pun pendaftaran bisa disimpan."),
    ),
    "picture_heic": Explanation(
        N_("Ini foto iPhone berbentuk HEIC, yang tidak bisa dibaca di sini."),
        N_("Foto sebelumnya dan isian lain tidak berubah."),
        N_("Di iPhone pilih Pengaturan, Kamera, Format, Paling Kompatibel, lalu foto lagi."),
    ),
    "picture_too_large": Explanation(
        N_("Gambar ini terlalu besar."),
        N_("Foto sebelumnya dan isian lain tidak berubah."),
        N_("Pilih gambar yang lebih kecil, paling besar 30 MB dan 50 megapiksel."),
    ),
    "picture_unreadable": Explanation(
        N_("Berkas {file} tidak bisa dibaca."),
        N_("Foto sebelumnya dan isian lain tidak berubah."),
        N_("Pastikan flashdisk atau HP masih tersambung, lalu pilih berkas itu lagi."),
    ),
}
