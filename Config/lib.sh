# Shared by Config/run, Config/test and Config/bench; sourced, never run. Everything for a person goes to standard error.

ROOT="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
CACHE="${DIALBACK_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/dialback/test}"

say() { printf '==> %s\n' "$*" >&2; }

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

. "$ROOT/Config/packages.sh"
. "$ROOT/Config/build.sh"
