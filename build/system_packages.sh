#!/usr/bin/env bash
# Makes the system's packages available: `qt` what Qt's libraries load, `tests` the tools that tests call.
# Says nothing where all is there. On Debian and Ubuntu it installs as root what is missing; anybody
# else is told the one command. Qt's are needed (exit 1 without them), tools are not: tests skip.
set -euo pipefail
[[ $(uname -s) == Linux ]] || exit 0
export PATH="$PATH:/usr/sbin:/sbin" # Debian keeps ldconfig out of a user's PATH

# What `ldd` names for QtGui, QtWidgets, QtNetwork and the xcb platform plugin of PySide6 6.11.
QT="libEGL.so.1=libegl1 libGL.so.1=libgl1 libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1
    libfreetype.so.6=libfreetype6 libglib-2.0.so.0=libglib2.0-0 libgssapi_krb5.so.2=libgssapi-krb5-2
    libX11-xcb.so.1=libx11-xcb1 libxkbcommon.so.0=libxkbcommon0 libxkbcommon-x11.so.0=libxkbcommon-x11-0
    libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0
    libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0 libxcb-render.so.0=libxcb-render0
    libxcb-render-util.so.0=libxcb-render-util0 libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0
    libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0
    libxcb-xkb.so.1=libxcb-xkb1"
TOOLS="pdftoppm=poppler-utils age=age zstd=zstd qpdf=qpdf openssl=openssl Xvfb=xvfb xauth=xauth cupsd=cups-daemon
    sshd=openssh-server"

missing=()
case ${1:-} in
qt)
    known=$(ldconfig -p 2>/dev/null || true)
    [[ -n $known ]] || exit 0 # a system that keeps its libraries in another way: Qt itself will say
    for pair in $QT; do [[ $known == *"${pair%=*} "* ]] || missing+=("${pair#*=}"); done
    ;;
tests)
    for pair in $TOOLS; do command -v "${pair%=*}" >/dev/null || missing+=("${pair#*=}"); done
    ;;
*)
    echo "usage: $0 qt|tests" >&2
    exit 2
    ;;
esac
[[ ${#missing[@]} -gt 0 ]] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "These packages (by their Debian names) are missing; install what your system calls them:"
    echo "    ${missing[*]}"
elif [[ $EUID -eq 0 ]]; then
    echo "Installing ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    exit 0
else
    echo "Some system packages are missing. This installs them:"
    echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
fi
[[ $1 == tests ]] || exit 1
echo "Tests that need them are SKIPPED until then."
