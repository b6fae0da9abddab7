#!/usr/bin/env bash
# Starts the program; without a screen the guided tour runs instead, and says where its results lie.
set -euo pipefail
program=$1
if [[ $(uname -s) != Linux || -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
    exec "$program"
fi
out=$PWD/latihan/tur-$(date +%Y%m%d-%H%M%S)
echo "Di sini tidak ada layar, jadi tur terpandu yang dijalankan."
echo "There is no screen here, so the guided tour runs instead."
QT_QPA_PLATFORM=offscreen exec "$program" tour --out "$out"
