#!/usr/bin/env bash
# cmake/install-packages.sh GROUP...
# Installs those packages of cmake/packages.txt in the groups (build, test, develop) that are missing.
# Quick and silent when none is. A failure ends with one sentence on stderr that says what to do.
set -euo pipefail

list=$(dirname -- "${BASH_SOURCE[0]}")/packages.txt
log=

fail() {
    printf 'error: %s\n' "$1" >&2
    if [[ -s $log ]]; then tail -n 3 -- "$log" | sed 's/^/    /' >&2; fi
    exit 1
}

# The names in the list that belong to one of the groups.
wanted() {
    awk -v groups=" $* " '{ sub(/#.*/, "") } NF && index(groups, " " $2 " ") { print $1 }' "$list"
}

# Those of the names that dpkg does not know as installed.
missing_of() {
    local installed
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' -- "$@" 2>/dev/null || true)
    local name
    for name in "$@"; do
        grep -qxF -- "$name installed" <<<"$installed" || printf '%s\n' "$name"
    done
}

# Sets `as_root` to what must stand before apt-get.
find_root() {
    as_root=(env)
    if ((EUID == 0)); then return; fi
    command -v sudo >/dev/null ||
        fail "$missing_text, and installing needs root or sudo: ask whoever administers this machine."
    as_root=(sudo -n env)
    if sudo -n true 2>/dev/null; then return; fi
    [[ -t 0 ]] || fail "$missing_text, and sudo wants a password: run this once in a terminal."
    as_root=(sudo env)
    sudo -v || fail "$missing_text, and sudo refused."
}

apt() {
    "${as_root[@]}" DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q -y -o DPkg::Lock::Timeout=300 \
        -o Acquire::Retries=2 -o Acquire::http::Timeout=30 "$@" </dev/null >>"$log" 2>&1
}

# Says in one sentence why apt-get could not install. Without a network the packages are unknown too: asked first.
explain_failure() {
    local unreachable='Temporary failure resolving|(Could not|Unable to|Cannot initiate the) connect|Failed to fetch'
    local unknown
    unknown=$(sed -nE -e 's/^E: Unable to locate package (.*)/\1/p' \
        -e "s/^E: Package '(.*)' has no installation candidate/\1/p" "$log" | sort -u | paste -sd ' ')
    if grep -qE "$unreachable" "$log"; then
        fail "the packages could not be installed: their sources cannot be reached; check the network and try again."
    elif [[ -n $unknown ]]; then
        fail "the packages could not be installed: this system's sources do not have $unknown; Debian 12 has."
    fi
    fail "the packages could not be installed; apt-get says:"
}

mapfile -t packages < <(wanted "$@")
((${#packages[@]})) || fail "$list names no package for: $*"
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    fail "this is not a Debian system; please install what these Debian packages hold: ${packages[*]}"
fi

mapfile -t missing < <(missing_of "${packages[@]}")
((${#missing[@]})) || exit 0
missing_text="these packages are missing: ${missing[*]}"

find_root
log=$(mktemp)
trap 'rm -f -- "$log"' EXIT
printf 'Installing %d packages: %s\n' "${#missing[@]}" "${missing[*]}" >&2
apt update || true  # a source that fails may not be the one that is needed
apt install --no-install-recommends -- "${missing[@]}" || explain_failure

mapfile -t missing < <(missing_of "${packages[@]}")
((${#missing[@]} == 0)) || fail "apt-get ended well, but these packages are still missing: ${missing[*]}"
