"""The section "Lewat jaringan" of the pages "Kirim & terima" and "Kotak masuk"."""
