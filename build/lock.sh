#!/usr/bin/env bash
# Writes the four lock files from pyproject.toml, for Python 3.11 to 3.13 on Linux, Windows and macOS.
#   requirements.lock          what the program and its own installation need
#   requirements-test.lock     that, and what the checks and tests need
#   requirements-package.lock  that, and PyInstaller
#   requirements-bench.lock    what tests need, and what the benchmarks compare with
# No file names an index: each machine installs from the one it is set up for, and the hashes decide.
# Needs uv, from PATH or from pip. `build/lock.sh --upgrade` takes the newest versions that fit.
set -euo pipefail
cd "$(dirname "$0")/.."

if command -v uv >/dev/null; then
    uv=uv
else
    python3 -m venv .work/lock
    .work/lock/bin/pip install --quiet 'uv>=0.5'
    uv=.work/lock/bin/uv
fi

compile_lock() { # file, then what uv is to be told
    local file=$1
    shift
    "$uv" pip compile pyproject.toml "$@" --output-file "$file" --quiet \
        --universal --python-version 3.11 --generate-hashes --no-header
}

compile_lock requirements.lock --group build "$@"
# The larger ones follow the first, so that one environment can hold them all.
compile_lock requirements-test.lock --group build --group test -c requirements.lock "$@"
compile_lock requirements-package.lock --group build --group package -c requirements.lock "$@"
compile_lock requirements-bench.lock --group build --group test --group bench \
    -c requirements.lock -c requirements-test.lock "$@"
