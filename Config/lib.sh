# Shared by Config/run and Config/test; sourced, never run. Everything a person should read goes to standard error.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
CACHE="${DIALBACK_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/dialback/test}"

say() { printf '==> %s\n' "$*" >&2; }

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    die "this needs root and there is no sudo; run it yourself: $*"
  fi
}

have_swift() {
  have swift || die "Swift 6.2 or newer is not installed; get it from https://www.swift.org/install/ and run this again"
}

have_ncurses() { printf '#include <ncursesw/curses.h>\n' | cc -E -x c - >/dev/null 2>&1; }

# Prints the Debian package of each thing of "$@" (ncurses or the name of a program) that is missing.
missing_packages() {
  local thing
  for thing in "$@"; do
    case "$thing" in
      ncurses) have_ncurses || echo libncurses-dev ;;
      cc) have cc || echo build-essential ;;
      python3) have python3 || echo python3 python3-venv ;;
      *) have "$thing" || echo "$thing" ;;
    esac
  done
}

# Installs what of "$@" is missing; says so, and how to do it by hand where apt is not the way.
need() {
  local packages
  packages="$(missing_packages "$@" | tr '\n' ' ')"
  [ -n "${packages// /}" ] || return 0
  have apt-get || die "please install these (Debian's names) and run this again: $packages"
  say "installing $packages"
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >&2 ||
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends $packages; } >&2 ||
    die "apt could not install $packages; install them yourself and run this again"
}

# Prints the path of `dialback`, release, as SwiftPM names its folder.
release_binary() { echo "$ROOT/.build/release/dialback"; }

# Builds the release binary if a source is newer than the last build; silent when there is nothing to do.
build_release() {
  local stamp="$ROOT/.build/release-build.stamp"
  if [ -x "$(release_binary)" ] && [ -f "$stamp" ] &&
    [ -z "$(find "$ROOT/Sources" "$ROOT/Package.swift" "$ROOT/Config/lib.sh" -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  say "building dialback (the first time takes some minutes)"
  mkdir -p "$ROOT/.build"
  touch "$stamp.new"
  # With Swift's libraries in the program it starts sooner, and a third of its memory is saved.
  swift build --package-path "$ROOT" -c release --static-swift-stdlib --product dialback >&2 ||
    die "the build failed; its output is above"
  mv "$stamp.new" "$stamp"
}

# Builds what measures the decoding of messages, beside Dialback. Nothing else builds it.
build_decoder() {
  say "building the benchmark of the decoder"
  DIALBACK_BENCHMARKS=1 swift build --package-path "$ROOT" -c release --static-swift-stdlib --product DecodingBenchmark >&2 ||
    die "the build failed; its output is above"
}
