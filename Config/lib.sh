# Shared by Config/run, Config/test and Config/bench; sourced, never run. Everything for a person goes to standard error.

ROOT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
CACHE="${DIALBACK_TEST_CACHE:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/dialback/test}"
case "$CACHE" in /*) ;; *) CACHE="$ROOT/$CACHE" ;; esac

say() { printf '==> %s\n' "$*" | text_only >&2; }

die() {
  printf '%s: %s\n' "${0##*/}" "$*" | text_only >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

. "$ROOT/Config/packages.sh"
. "$ROOT/Config/build.sh"
