#!/bin/sh
# Everything from one place; needs Python 3.11 or newer with pip and venv, and nothing else.
#   ./do run            set up, then run the monitor (any monitor command works: ./do replay samples, ./do check …)
#   ./do test           set up, then pass the whole test suite
#   ./do lint           formatter, linter, types, import contract
set -eu
cd "$(dirname "$0")"

setup() {
    stamp=".venv/.ready-$1"
    if [ -f "$stamp" ] && [ "$stamp" -nt pyproject.toml ]; then return; fi
    for python in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        [ -n "$python" ] && command -v "$python" >/dev/null 2>&1 || continue
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$python; break; fi
    done
    if [ -z "${found:-}" ]; then
        echo "do: Python 3.11 or newer is needed, and none was found. Name one: PYTHON=/path/to/python3 ./do $command" >&2
        exit 1
    fi
    echo "Setting up .venv with $("$found" --version) (once; about a minute) …" >&2
    [ -x .venv/bin/python ] || "$found" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".$2"
    touch "$stamp"
}

command=${1:-help}
case "$command" in
    test) shift; setup dev "[dev]"; exec .venv/bin/python -m pytest "$@" ;;
    lint)
        setup dev "[dev]"
        .venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy && .venv/bin/lint-imports ;;
    help|-h|--help) sed -n '2,5s/^# \{0,1\}//p' "$0" ;;
    *) setup run ""; exec .venv/bin/monitor "$@" ;;
esac
