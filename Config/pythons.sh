# The Pythons of the end-to-end tests and their virtual environments; sourced by Config/test after lib.sh.

# Prints "VERSION PATH" of each Python found (pyenv's, the PATH's, those of Config/sid_pythons.sh), the newest first.
list_pythons() {
  local candidate version
  {
    ls -d "${PYENV_ROOT:-${HOME:-}/.pyenv}"/versions/[23].*/bin/python[23].* 2>/dev/null || true
    compgen -c python | grep -E '^python([23](\.[0-9]+)?)?$' | sort -u | while read -r candidate; do command -v "$candidate"; done
    ls -d "$(sid_folder)"/bin/python3.* 2>/dev/null || true
  } | grep -v /.pyenv/shims/ | grep -E '/python([23](\.[0-9]+)?)?$' | while read -r candidate; do
    version="$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null </dev/null)" || continue
    echo "$version $candidate"
  done | sort -s -t. -k1,1nr -k2,2nr
}

# Prints the Python of exactly the version $1, 2.7 or 3.x; fails where there is none.
exact_python() {
  local found
  found="$(grep -m1 "^$1 " <<<"$PYTHONS")" || return 1
  echo "${found#* }"
}

# Finds the Pythons, prints which there are, and stops where one that DIALBACK_PYTHONS names is missing. Sets PYTHONS.
find_pythons() {
  local version absent=""
  mkdir -p "$CACHE" 2>/dev/null || die "$CACHE can't be made; set DIALBACK_TEST_CACHE to a folder that can be written"
  make_sid_pythons
  PYTHONS="$(list_pythons)" || true
  [ -n "$PYTHONS" ] || die "there is no Python; install python3 and python3-venv and run this again"
  say "Pythons here: $(cut -d' ' -f1 <<<"$PYTHONS" | uniq | tac | tr '\n' ' ')"
  for version in ${DIALBACK_PYTHONS:-}; do
    exact_python "$version" >/dev/null || absent="$absent $version"
  done
  [ -z "$absent" ] || die "DIALBACK_PYTHONS names Python$absent, which is not installed here; install it or leave it out there"
}

# Reports whether the Python $1 makes environments that have pip.
makes_environments() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 </dev/null; }

# Prints "VERSION PATH" of the Python for an environment that wants the version $1: that one, else the newest that makes
# environments and that the pinned requirements were made for.
python_for_environment() {
  local version python
  if python="$(exact_python "$1")" && makes_environments "$python"; then
    echo "$1 $python"
    return 0
  fi
  while read -r version python; do
    case "$version" in 2.* | 3.14 | 3.15) continue ;; esac
    if makes_environments "$python"; then
      echo "$version $python"
      return 0
    fi
  done <<<"$PYTHONS"
  die "no Python here can make virtual environments; install python3-venv, or a Python by pyenv, and run this again"
}

# Makes the environment $1 with Python $2 and the requirements $3, unless it is there already. The C extensions of
# the Python sides are optional to them, so a failed compilation is not our concern.
make_environment() {
  local folder="$CACHE/pythons/$1" version python log
  local -a requirements
  read -r -a requirements <<<"$3"
  read -r version python < <(python_for_environment "$2")
  [ -n "$python" ] || exit 1
  [ "$version" = "$2" ] || say "$1 is tested on Python $version: there is no Python $2 here that makes environments"
  if [ "$(cat "$folder/ready" 2>/dev/null)" = "$3 $version $python" ]; then
    return 0
  fi
  say "making $1: $3 on $("$python" --version 2>&1)"
  rm -rf "$folder"
  mkdir -p "$CACHE/pythons"
  log="$CACHE/pythons/$1.log"
  "$python" -m venv "$folder" >"$log" 2>&1 || { text_only <"$log" >&2; die "$python could not make a virtual environment"; }
  "$folder/bin/python" -m pip install --disable-pip-version-check --no-input "${requirements[@]}" >"$log" 2>&1 ||
    { tail -n 20 "$log" | text_only >&2; die "pip could not install $3 (the whole log: $log)"; }
  echo "$3 $version $python" >"$folder/ready"
}

# Makes every environment of Config/debuggees.txt.
make_environments() {
  local name version requirement
  while read -r name version requirement; do
    case "$name" in '' | '#'*) continue ;; esac
    make_environment "$name" "$version" "$requirement" </dev/null
  done <"$ROOT/Config/debuggees.txt"
}
