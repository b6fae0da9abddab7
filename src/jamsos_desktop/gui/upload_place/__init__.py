"""The form "Tempat unggah", which stands on the page "Pengaturan"."""
