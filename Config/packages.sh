# The Debian packages that building and testing need; sourced by lib.sh.

# Reports whether the compiler of language $1 (c or c++) builds the program $2 with the linker's flags that follow. The
# toolchain's own clang decides where it runs, as it compiles for SwiftPM; else the system's compiler.
compiles() {
  local language="$1" text="$2" compiler=cc
  [ "$language" = c ] || compiler=c++
  shift 2
  if clang --version >/dev/null 2>&1 && [ "$(dirname "$(command -v clang)")" = "$(dirname "$(command -v swift)")" ]; then
    compiler="clang"
    [ "$language" = c ] || compiler="clang++"
  fi
  printf '%s\n' "$text" | "$compiler" -x "$language" - -o /dev/null "$@" >/dev/null 2>&1
}

# Reports whether the C library $1 can be loaded.
loads() {
  local all
  all="$(/sbin/ldconfig -p 2>/dev/null || ldconfig -p 2>/dev/null)" || true
  grep -q "^[[:space:]]*$1 " <<<"$all"
}

# Prints the Debian packages of the thing $1 where it is missing: `swift` (the toolchain's libraries), `c++`, `ncurses`,
# `pip` (a python3 that installs packages), `venv` (one that makes environments), `qt` (what PyQt5's wheel loads), or the name
# of a program.
missing() {
  case "$1" in
    swift) swift build --version >/dev/null 2>&1 ||
      echo libcurl4 libedit2 libncurses6 libsqlite3-0 libstdc++6 libuuid1 libxml2 tzdata zlib1g ;;
    c++) compiles c++ $'#include <cassert>\n#include <string>\nint main() { return std::string().size(); }' || echo g++ ;;
    ncurses) compiles c $'#include <ncursesw/curses.h>\nint main(void) { return 0; }' -lncursesw -ltinfo || echo libncurses-dev ;;
    pip) python3 -c 'import pip' >/dev/null 2>&1 || missing venv ;;
    venv) python3 -c 'import ensurepip, venv' >/dev/null 2>&1 || echo python3 python3-venv ;;
    qt) loads libgthread-2.0.so.0 || echo libglib2.0-0 ;;
    ip) have ip || echo iproute2 ;;
    *) have "$1" || echo "$1" ;;
  esac
}

# Installs those of the things "$@" that are missing, all at once and before anything is built; where that takes a
# password or another system, prints the one line to run.
need() {
  local thing packages absent=""
  case " $* " in
    *" swift "*) have swift || die "Swift 6.2 or newer is not installed; get it from https://www.swift.org/install/ and run this again" ;;
  esac
  packages="$(for thing in "$@"; do missing "$thing"; done | tr ' ' '\n' | sort -u)"
  # A package that is installed is not what is wrong.
  for thing in $packages; do is_installed "$thing" || absent="$absent $thing"; done
  [ -z "$absent" ] || install "${absent# }"
  case " $* " in *" swift "*) check_swift ;; esac
  [ -n "$packages" ] || return 0
  for thing in "$@"; do [ -z "$(missing "$thing")" ] || die "$(unfit "$thing")"; done
}

# Reports whether the Debian package $1 is installed.
is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# Prints why the thing $1 is of no use though its packages are installed.
unfit() {
  case "$1" in
    pip | venv) echo "the python3 that comes first in PATH, $(command -v python3), has no working pip or venv, though Debian's packages are installed; repair it, or put another before it" ;;
    c++ | ncurses) echo "a test program for $1 does not compile, though its packages are installed; \`$(command -v clang++ || command -v c++) -v\` may say why" ;;
    *) echo "$1 does not work here, though its packages are installed; reinstall them" ;;
  esac
}

# Installs the Debian packages $1, names apart by spaces.
install() {
  local update="apt-get update" install="apt-get install -y --no-install-recommends $1"
  have apt-get || die "these are missing (Debian's names); install them and run this again: $1"
  if [ "$(id -u)" = 0 ]; then
    say "installing $1"
    as_root() { "$@"; }
  elif have sudo; then
    say "installing $1 (with sudo)"
    as_root() { sudo "$@"; }
  else
    die "some packages are missing, and there is no sudo to install them with. Run this as root, then run $0 again:"$'\n\n'"  $update && $install"$'\n'
  fi
  { as_root $update -qq && as_root env DEBIAN_FRONTEND=noninteractive $install -qq; } >&2 ||
    die "the packages could not be installed; see above. Run this as root, then run $0 again:"$'\n\n'"  $update && $install"$'\n'
}

# Stops where the toolchain cannot build, with its own words, or is too old.
check_swift() {
  local words version
  words="$(swift build --version 2>&1)" ||
    die "the Swift toolchain at $(command -v swift) does not run; fix that and run this again. It says:"$'\n'"$words"
  version="$(sed -nE 's/.*Swift (version )?([0-9]+\.[0-9]+).*/\2/p' <<<"$words" | head -n 1)"
  [ -n "$version" ] || die "the version of the Swift toolchain at $(command -v swift) can't be told from its words: $words"
  [ "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" = 6.2 ] ||
    die "Swift $version is too old; get 6.2 or newer from https://www.swift.org/install/ and run this again"
}

# Prints the address of the Debian mirror that apt is set to use: of all sources the first that is called so.
debian_mirror() {
  { cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null || true; } | awk '
    /^URIs:/ { all = all " " $2 }
    /^deb / { for (i = 2; i <= NF; i++) if ($i ~ /:\/\//) all = all " " $i }
    END {
      count = split(all, found, " "); best = found[1]
      for (i = count; i > 0; i--) if (found[i] ~ /\/debian\/?$/) best = found[i]
      print best
    }'
}
