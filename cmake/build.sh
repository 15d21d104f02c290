#!/usr/bin/env bash
# cmake/build.sh PRESET
# Configures and builds a preset. On a terminal the progress is one line; elsewhere only failures are printed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

log=build/$1.configure.log
mkdir -p build

# A folder that was moved or copied carries paths that no longer hold: begin afresh then.
if ! cmake --preset "$1" >"$log" 2>&1 && ! cmake --fresh --preset "$1" >"$log" 2>&1; then
    tail -n 30 -- "$log" >&2
    printf 'error: the build could not be configured (all of it: %s/%s)\n' "$PWD" "$log" >&2
    exit 1
fi

quietly=(--quiet)
if [[ -t 2 ]]; then quietly=(); else printf 'Building the preset %s ...\n' "$1" >&2; fi
cmake --build --preset "$1" -- "${quietly[@]}" >&2
