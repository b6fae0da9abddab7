#!/usr/bin/env bash
# Makes the virtual environment $1 with a Python from 3.11 to 3.13: $PYTHON if that is set, otherwise
# the first that fits on this machine. On Debian and Ubuntu, root gets python3-venv where it lacks.
set -euo pipefail

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

python=${PYTHON:-}
if [[ -z $python ]]; then
    for candidate in python3 python3.13 python3.12 python3.11; do
        if fits "$candidate"; then
            python=$candidate
            break
        fi
    done
fi
if [[ -z $python ]] || ! fits "$python"; then
    echo "Python 3.11, 3.12 or 3.13 is needed, and ${python:-what PATH has} is not." >&2
    echo "Install one, or name it: make install PYTHON=/path/to/python3.13" >&2
    exit 1
fi

# Debian splits ensurepip off into a package of its own.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; then
        echo "Installing $package"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        echo "This Python cannot make environments yet. This helps:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y $package" >&2
        exit 1
    fi
fi
"$python" -m venv --clear "$1"
