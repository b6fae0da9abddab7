"""What can be wrong with a template, a picture or a printer's measures."""

from jamsos_desktop.i18n import N_
from jamsos_desktop.messages.explanation import NOTHING_CHANGED, Explanation

_NOTHING_PRINTED = N_("Tidak ada yang dicetak dengan templat ini; data tidak berubah.")

ERRORS: dict[str, Explanation] = {
    "template_invalid": Explanation(
        N_("Berkas templat {file} tidak sesuai bentuknya: {reason}."),
        _NOTHING_PRINTED,
        N_("Betulkan baris itu menurut docs/templates.md, lalu muat lagi."),
    ),
    "template_other": Explanation(
        N_("Templat {template} bukan untuk dokumen {kind}, atau tidak punya judul dan halaman."),
        _NOTHING_PRINTED,
        N_("Isi document = “{kind}”, judul, dan sedikitnya satu halaman."),
    ),
    "template_twice": Explanation(
        N_("Di templat {template} ada dua kotak bernama “{box}”."),
        _NOTHING_PRINTED,
        N_("Beri nama lain kepada salah satunya."),
    ),
    "template_unknown": Explanation(
        N_("Kotak “{box}” di templat {template} memakai nama yang tidak dikenal: {name}."),
        _NOTHING_PRINTED,
        N_("Pakai salah satu nama ini: {known}."),
    ),
    "template_overflow": Explanation(
        N_("Tulisan “{text}” tidak muat di kotak “{box}” pada templat {template}."),
        _NOTHING_PRINTED,
        N_("Perbesar kotaknya, tambah barisnya, atau perkecil hurufnya (paling kecil 6 pt)."),
    ),
    "template_margin": Explanation(
        N_("Kotak “{box}” di templat {template} masuk ke tepi aman {margin} mm."),
        _NOTHING_PRINTED,
        N_("Geser atau perkecil kotak itu sampai di luar tepi aman."),
    ),
    "template_contrast": Explanation(
        N_(
            "Warna {colour} di atas {behind} pada kotak “{box}” (templat {template}) sulit dibaca:"
            " kontrasnya {ratio} banding 1."
        ),
        _NOTHING_PRINTED,
        N_("Pilih warna yang lebih gelap atau lebih terang sampai kontrasnya {least} banding 1."),
    ),
    "template_overlap": Explanation(
        N_("Kotak “{box}” dan “{other}” di templat {template} saling menimpa."),
        _NOTHING_PRINTED,
        N_("Geser atau perkecil salah satunya."),
    ),
    "template_qr_small": Explanation(
        N_("Kotak kode QR “{box}” di templat {template} hanya {size} mm."),
        _NOTHING_PRINTED,
        N_("Beri sedikitnya {needed} mm, supaya setiap titiknya 0,4 mm dan terbaca pemindai."),
    ),
    "template_missing": Explanation(
        N_("Templat {template} tidak menampilkan “{field}”, padahal wajib."),
        _NOTHING_PRINTED,
        N_("Tambahkan kotak yang menampilkannya di semua keadaan."),
    ),
    "template_weight": Explanation(
        N_("Templat {template} menulis judul dan “bukan kartu resmi” dengan bentuk berbeda."),
        _NOTHING_PRINTED,
        N_("Samakan huruf, ukuran, dan warna kedua kotak itu."),
    ),
    "design_unknown": Explanation(
        N_("Tidak ada desain kartu bernama {design}."),
        NOTHING_CHANGED,
        N_("Pilih salah satu: {known}."),
    ),
    "colour_unknown": Explanation(
        N_("“{colour}” bukan warna."),
        NOTHING_CHANGED,
        N_("Tulis warna seperti #1F1853: tanda pagar dan enam angka atau huruf a sampai f."),
    ),
    "template_unreadable": Explanation(
        N_("Berkas {file} tidak bisa dibaca sebagai templat."),
        NOTHING_CHANGED,
        N_("Pilih berkas .toml yang Anda ubah dari contoh templat; paling besar 256 kB."),
    ),
    "template_name": Explanation(
        N_("Templat {template} bukan untuk kartu atau surat di program ini."),
        NOTHING_CHANGED,
        N_("Mulai dari contoh templat dan jangan ubah namanya. Yang dikenal: {known}."),
    ),
    "template_size": Explanation(
        N_("Ukuran templat {template} lain dari kertasnya."),
        NOTHING_CHANGED,
        N_("Pakai ukuran {size} mm, seperti contoh templat."),
    ),
    "sheets_unclear": Explanation(
        N_("Lembar mana yang baik tidak jelas; yang dikirim {count} lembar."),
        N_("Belum ada yang ditandai tercetak."),
        N_("Tulis nomor lembarnya menurut urutan keluar, misalnya 1-3, 5."),
    ),
    "reprint_reason_missing": Explanation(
        N_("Sebagian kartu ini sudah pernah dicetak."),
        N_("Tidak ada kartu yang dicetak atau dicatat."),
        N_("Pilih alasan cetak ulang: rusak, hilang, datanya diperbaiki, atau tulis alasan lain."),
    ),
    "calibration_range": Explanation(
        N_("Ukuran itu terlalu jauh dari yang seharusnya."),
        NOTHING_CHANGED,
        N_("Ukur lagi dalam milimeter pada lembar ukur yang dicetak 100 % di kertas A4."),
    ),
    "logo_unreadable": Explanation(
        N_("Gambar {file} tidak bisa dibaca."),
        NOTHING_CHANGED,
        N_("Pakai berkas SVG, PNG, atau JPEG yang utuh."),
    ),
    "logo_letters": Explanation(
        N_("Di gambar {file} ada huruf, dan fontnya tidak ikut di berkas itu."),
        NOTHING_CHANGED,
        N_("Ubah hurufnya menjadi garis (convert to path) lalu simpan lagi, atau pakai PNG."),
    ),
    "logo_pixels": Explanation(
        N_("Di gambar {file} ada foto atau gambar titik."),
        NOTHING_CHANGED,
        N_("Pakai SVG yang isinya garis saja, atau simpan seluruhnya sebagai PNG."),
    ),
    "logo_too_large": Explanation(
        N_("Gambar {file} terlalu besar."),
        NOTHING_CHANGED,
        N_("Perkecil sampai {limit} MB dan 16 juta titik, lalu pilih lagi."),
    ),
    "paper_too_small": Explanation(
        N_("Kertas di printer {paper}, sedangkan dokumennya {document}."),
        N_("Tidak ada yang dicetak; data tidak berubah."),
        N_("Pilih kertas sebesar itu di jendela printer, atau simpan PDF, atau pakai tempelan A4."),
    ),
    "papers_nobody": Explanation(
        N_("Belum ada peserta yang dipilih."),
        NOTHING_CHANGED,
        N_("Pilih peserta dulu, lalu cetak."),
    ),
    "papers_left_out": Explanation(
        N_("Untuk semua yang dipilih ({count} orang) tidak ada yang dicetak."),
        NOTHING_CHANGED,
        N_("Pendaftarannya dibatalkan atau persetujuannya dicabut. Pilih orang lain."),
    ),
    "range_unclear": Explanation(
        N_("Nomor dari dan sampai itu tidak bisa dipakai bersama, atau bukan nomor."),
        NOTHING_CHANGED,
        N_("Isi keduanya dengan nomor antrean (7 atau MJK1-007) atau nomor pendaftaran satu pos."),
    ),
    "leaflet_language": Explanation(
        N_("Selebaran dalam bahasa “{language}” tidak ada."),
        NOTHING_CHANGED,
        N_("Pilih salah satu: {known}."),
    ),
}
