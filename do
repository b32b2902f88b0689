#!/bin/sh
# Everything from one place; needs Python 3.11 or newer with pip and venv, and nothing else.
#   ./do run            set up, then run the monitor (any monitor command works: ./do replay samples, ./do check …)
#   ./do test           set up, then pass the whole test suite
#   ./do lint           formatter, linter, types, import contract
#
# Called from another folder, a monitor command runs there, as `monitor` itself does: paths, .env, data and rules are that folder's.
set -eu
caller=$PWD
CDPATH='' cd -- "$(dirname -- "$0")"
home=$(pwd -P)

# .venv is filled again when pyproject.toml changes, and made anew where its Python is gone or the checkout was moved.
ready() {
    for stamp in ".venv/.ready-$1" .venv/.ready-dev; do
        if [ "$stamp" -nt pyproject.toml ] && in_place && .venv/bin/python -c '' 2>/dev/null; then return; fi
    done
    return 1
}

in_place() { [ ! -f .venv/.home ] || [ "$(cat .venv/.home)" = "$home" ]; }

setup() {
    if ready "$1"; then return; fi
    for python in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        [ -n "$python" ] && command -v "$python" >/dev/null 2>&1 || continue
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$python; break; fi
    done
    if [ -z "${found:-}" ]; then
        echo "do: Python 3.11 or newer is needed, and none was found. Name one: PYTHON=/path/to/python3 ./do $command" >&2
        exit 1
    fi
    if ! in_place || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        echo "Setting up .venv with $("$found" --version) (once; about a minute) …" >&2
        "$found" -m venv --clear .venv
    else
        echo "Bringing .venv up to date …" >&2
    fi
    echo "$home" >.venv/.home
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".$2"
    touch ".venv/.ready-$1"
}

command=${1:-help}
[ $# -eq 0 ] || shift
case "$command" in
    test) setup dev "[dev]"; exec .venv/bin/python -m pytest "$@" ;;
    lint)
        setup dev "[dev]"
        .venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy && .venv/bin/lint-imports ;;
    help | -h | --help) sed -n '2,5s/^# \{0,1\}//p' do ;;
    *)
        setup run ""
        cd -- "$caller"
        exec "$home/.venv/bin/monitor" "$command" "$@" ;;
esac
