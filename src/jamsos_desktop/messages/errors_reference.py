"""What can go wrong with the files of rules and texts that an office replaces or adds."""

from jamsos_desktop.i18n import N_
from jamsos_desktop.messages.explanation import NOTHING_CHANGED, Explanation

_HOLDS = N_("Belum ada yang diganti. Yang berlaku sekarang tetap berlaku.")

ERRORS: dict[str, Explanation] = {
    "reference_invalid": Explanation(
        N_("Berkas acuan {file} tidak bisa dipakai: {reason}"),
        NOTHING_CHANGED,
        N_("Pasang ulang program ini, atau minta paket baru ke kantor."),
    ),
    "rules_unreadable": Explanation(
        N_("Aturan program {name} tidak dapat dibaca program versi ini."),
        N_("Yang sudah tersimpan tetap ada; di program itu belum bisa didaftarkan siapa pun."),
        N_("Perbarui program ini, atau minta balasan terbaru dari kantor lalu buka di sini."),
    ),
    "reference_refused": Explanation(
        N_("Berkas {file} belum bisa dipakai: {reason}"),
        _HOLDS,
        N_("Betulkan berkasnya di tempat itu, simpan, lalu pilih lagi."),
    ),
    "reference_name": Explanation(
        N_("{name} bukan nama berkas aturan atau teks yang dikenal program ini."),
        _HOLDS,
        N_(
            "Beri nama seperti rules/kota-2026.toml, mappings/bpjs-kota.toml, atau"
            " texts/consent-2.id.toml."
        ),
    ),
    "reference_file_unreadable": Explanation(
        N_("Berkas {file} tidak bisa dibaca, bukan teks UTF-8, atau terlalu besar."),
        _HOLDS,
        N_("Simpan sebagai teks UTF-8, paling besar 256 KB, lalu pilih lagi."),
    ),
    "reference_same": Explanation(
        N_("Isi berkas {file} sama dengan yang berlaku sekarang."),
        _HOLDS,
        N_("Pastikan Anda memilih berkas yang sudah diubah."),
    ),
    "reference_version": Explanation(
        N_("Berkas {file} harus memakai version = {needed} atau lebih; di dalamnya {found}."),
        _HOLDS,
        N_("Naikkan nomor version di berkas itu, simpan, lalu pilih lagi."),
    ),
    "reference_written_once": Explanation(
        N_("Teks {file} sudah ada; kata-katanya tidak boleh berubah lagi."),
        N_("Catatan peserta menyebut versi teks yang dibacakan, jadi isinya tetap disimpan."),
        N_("Simpan sebagai versi berikutnya, misalnya {other}, lalu tambahkan berkas itu."),
    ),
    "reference_in_use": Explanation(
        N_("Aturan {file} masih dipakai program {programmes}."),
        _HOLDS,
        N_("Pilih aturan lain di program itu dulu, lalu coba lagi."),
    ),
    "reference_as_shipped": Explanation(
        N_("Berkas {file} sudah seperti bawaan program."),
        NOTHING_CHANGED,
        N_("Tidak ada yang perlu dilakukan."),
    ),
}
