"""What can go wrong at work: planning, enrolling, printing, the queue."""

from jamsos_desktop.i18n import N_
from jamsos_desktop.messages.explanation import NOTHING_CHANGED, Explanation

ERRORS: dict[str, Explanation] = {
    "tariff_missing": Explanation(
        N_("Belum ada tarif iuran untuk bulan {month}."),
        N_("Iuran tidak dihitung dan tidak ada data yang berubah."),
        N_("Minta berkas tarif terbaru ke kantor, atau pilih bulan lain."),
    ),
    "officer_unknown": Explanation(
        N_("Petugas itu tidak dikenal di sini."),
        NOTHING_CHANGED,
        N_("Pilih petugas dari daftar, atau minta paket baru ke kantor."),
    ),
    "own_role": Explanation(
        N_("Tugas Anda sendiri tidak bisa Anda ubah."),
        NOTHING_CHANGED,
        N_("Minta admin lain mengubahnya."),
    ),
    "own_sign_in": Explanation(
        N_("Izin masuk Anda sendiri tidak bisa Anda cabut."),
        NOTHING_CHANGED,
        N_("Minta koordinator atau admin lain mencabutnya."),
    ),
    "programme_unknown": Explanation(
        N_("Program itu tidak dikenal di sini."),
        NOTHING_CHANGED,
        N_("Pilih program dari daftar di halaman Program & kegiatan."),
    ),
    "registered_too_many": Explanation(
        N_("Daftar yang sudah terdaftar akan berisi lebih dari {most} NIK."),
        NOTHING_CHANGED,
        N_("Kosongkan dulu daftar lama, atau masukkan hanya daftar daerah Anda."),
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
    "participant_unknown": Explanation(
        N_("Peserta itu tidak ditemukan di sini."),
        NOTHING_CHANGED,
        N_("Cari lagi dengan nama atau nomor pendaftarannya."),
    ),
    "candidate_registered": Explanation(
        N_("Calon peserta ini sudah terdaftar."),
        NOTHING_CHANGED,
        N_("Cari orang itu di halaman Peserta."),
    ),
    "candidate_unknown": Explanation(
        N_("Calon peserta itu tidak ditemukan di sini."),
        NOTHING_CHANGED,
        N_("Cari lagi dengan nama atau NIK-nya di daftar calon peserta."),
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
    "cards_left_out": Explanation(
        N_("Untuk semua yang dipilih ({count} orang) tidak ada kartu."),
        NOTHING_CHANGED,
        N_("Mereka dibatalkan, dicabut, ganda, atau ditolak kantor. Pilih orang lain."),
    ),
    "refused_after_saving": Explanation(
        N_("Data orang ini sudah tersimpan, jadi penolakannya dicatat sebagai pencabutan."),
        NOTHING_CHANGED,
        N_("Buka orangnya di halaman Peserta, lalu pilih Cabut persetujuan."),
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
    "void_not_yours": Explanation(
        N_("Pendaftaran ini bukan buatan Anda hari ini."),
        NOTHING_CHANGED,
        N_("Minta koordinator atau admin membatalkannya."),
    ),
    "not_voided": Explanation(
        N_("Pendaftaran ini tidak sedang dibatalkan."),
        NOTHING_CHANGED,
        N_("Tidak ada yang perlu dilakukan."),
    ),
    "kept_missing": Explanation(
        N_("Belum dipilih pendaftaran mana yang dipakai."),
        NOTHING_CHANGED,
        N_("Sebutkan nomor pendaftaran lain yang tetap dipakai untuk orang itu."),
    ),
    "choice_missing": Explanation(
        N_("Masih ada {count} isian yang belum dipilih."),
        NOTHING_CHANGED,
        N_("Pilih untuk setiap isian nilai yang benar, atau ketik yang lain, lalu simpan."),
    ),
    "record_changed": Explanation(
        N_("Pendaftaran ini berubah sesudah Anda melihatnya."),
        NOTHING_CHANGED,
        N_("Lihat lagi isinya yang sekarang, lalu putuskan."),
    ),
    "not_decided": Explanation(
        N_("Belum ada keputusan yang bisa dibatalkan untuk pendaftaran ini."),
        NOTHING_CHANGED,
        N_("Periksa nomornya; keputusan yang berlaku terlihat di halaman orangnya."),
    ),
    "answer_not_recorded": Explanation(
        N_("Tidak ada jawaban BPJS yang bisa dibatalkan."),
        NOTHING_CHANGED,
        N_("Mungkin sudah dibatalkan tadi; lihat keadaannya di halaman orangnya."),
    ),
    "answers_unknown": Explanation(
        N_("Berkas jawaban itu tidak tercatat di sini."),
        NOTHING_CHANGED,
        N_("Pilih dari daftar berkas jawaban yang sudah dicatat."),
    ),
    "nobody_to_send": Explanation(
        N_("Belum ada yang bisa dikirim ke BPJS; {held} orang masih tertahan."),
        N_("Tidak ada berkas yang dibuat dan tidak ada data yang berubah."),
        N_("Lihat alasannya di daftar yang tertahan, selesaikan, lalu coba lagi."),
    ),
    "results_headings": Explanation(
        N_("Judul kolom hasil BPJS tidak ditemukan. Yang dicari: {missing}."),
        NOTHING_CHANGED,
        N_("Pastikan ini berkas hasil dari BPJS, atau sesuaikan mappings/hasil-bpjs.toml."),
    ),
    "no_cards": Explanation(
        N_("Tidak ada kartu yang dipilih."),
        NOTHING_CHANGED,
        N_("Pilih peserta dulu, lalu cetak."),
    ),
    "draft_gone": Explanation(
        N_("Formulir dengan nomor {number} sudah disimpan atau sudah dibuang."),
        N_("Tidak ada yang didaftarkan dua kali."),
        N_("Cari nomor itu di daftar peserta, atau mulai formulir baru."),
    ),
    "cancelled_gone": Explanation(
        N_("Formulir yang dibatalkan itu sudah tidak ada."),
        N_("Formulir yang dibatalkan disimpan sehari, lalu dihapus. Data lain tetap aman."),
        N_("Mulai formulir baru."),
    ),
    "form_incomplete": Explanation(
        N_("Ada {count} hal yang harus dibetulkan atau diberi alasan."),
        N_("Formulirnya tetap ada, belum tersimpan sebagai pendaftaran."),
        N_("Betulkan yang ditandai, lalu simpan lagi."),
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
    "camera_not_installed": Explanation(
        N_("Bagian kamera di program ini tidak terpasang atau rusak."),
        N_("Foto sebelumnya dan isian lain tidak berubah."),
        N_("Fotolah dengan HP lalu pilih berkasnya, atau lanjutkan tanpa foto."),
    ),
    "camera_none": Explanation(
        N_("Tidak ada kamera yang bisa dibuka."),
        N_("Foto sebelumnya dan isian lain tidak berubah."),
        N_("Pasang kamera, tutup program lain yang memakainya, atau pilih berkas foto."),
    ),
    "camera_failed": Explanation(
        N_("Kamera berhenti mengirim gambar."),
        N_("Foto sebelumnya dan isian lain tidak berubah."),
        N_("Cabut lalu pasang lagi kameranya dan coba sekali lagi, atau pilih berkas foto."),
    ),
    "hand_over_unknown": Explanation(
        N_("Nomor ini tidak ada di data laptop ini."),
        N_("Penyerahan belum dicatat."),
        N_("Periksa nomornya, atau cari namanya di halaman Peserta. Simpan dulu kartunya."),
    ),
    "hand_over_voided": Explanation(
        N_("Pendaftaran {number} dibatalkan."),
        N_("Penyerahan tidak dicatat; data tidak berubah."),
        N_("Jangan serahkan kartunya. Berikan kepada koordinator."),
    ),
    "hand_over_withdrawn": Explanation(
        N_("Pemilik nomor {number} mencabut persetujuannya."),
        N_("Penyerahan tidak dicatat; data tidak berubah."),
        N_("Jangan serahkan kartunya. Berikan kepada koordinator."),
    ),
    "hand_over_revoked": Explanation(
        N_("Kartu nomor {number} tidak berlaku lagi."),
        N_("Penyerahan tidak dicatat; data tidak berubah."),
        N_("Jangan serahkan kartunya. Tekan F8 untuk melihat sebabnya, lalu tanyakan ke kantor."),
    ),
    "key_revoked_already": Explanation(
        N_("Laptop pos itu sudah tercatat hilang."),
        NOTHING_CHANGED,
        N_("Tidak perlu dicatat lagi."),
    ),
    "key_not_revoked": Explanation(
        N_("Laptop pos itu tidak tercatat hilang."),
        NOTHING_CHANGED,
        N_("Periksa nama posnya."),
    ),
    "receiver_missing": Explanation(
        N_("Nama yang menerima kartu belum ditulis."),
        N_("Penyerahan belum dicatat."),
        N_("Tulis nama keluarga atau wakilnya, lalu tekan Enter."),
    ),
    "card_not_genuine": Explanation(
        N_("Ini bukan kode dari kartu JAMSOS yang asli, atau ada huruf yang hilang."),
        N_("Penyerahan tidak dicatat; data tidak berubah."),
        N_("Pindai sekali lagi. Kalau tetap begini, jangan serahkan kartunya."),
    ),
    "card_other_office": Explanation(
        N_("Kartu ini dikeluarkan kantor lain."),
        N_("Penyerahan tidak dicatat; data tidak berubah."),
        N_("Kembalikan kartunya kepada kantor yang menerbitkannya."),
    ),
    "paper_empty": Explanation(
        N_("Tidak ada orang untuk daftar ini."),
        NOTHING_CHANGED,
        N_("Pilih kegiatan atau tempat lain, atau cetak kartunya dulu."),
    ),
    "signature_empty": Explanation(
        N_("Belum ada tanda tangan yang terbaca di kotak itu."),
        N_("Tanda tangan belum tersimpan; isian lain tidak berubah."),
        N_("Minta orangnya menandatangani lagi di dalam kotak, atau pilih cara lain."),
    ),
}
