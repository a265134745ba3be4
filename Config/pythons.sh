# Virtual environments of the end-to-end tests; sourced by Config/test after lib.sh.

# Prints "VERSION PATH" of every Python 3 found (pyenv's versions, then the PATH), the newest first.
list_pythons() {
  local candidate version
  {
    ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python3 2>/dev/null || true
    compgen -c python3 | grep -E '^python3(\.[0-9]+)?$' | sort -u | while read -r candidate; do command -v "$candidate"; done
  } | while read -r candidate; do
    version="$("$candidate" -c 'import sys, venv; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" || continue
    echo "$version $candidate"
  done | sort -s -t. -k1,1nr -k2,2nr
}

# Prints the Python of version $1, else the newest.
find_python() {
  local all found
  all="$(list_pythons)"
  found="$(grep -m1 "^$1 " <<<"$all" || head -n1 <<<"$all")"
  [ -n "$found" ] || die "no Python 3 with the venv module; install python3-venv, or one by pyenv, and run this again"
  echo "${found#* }"
}

# Makes the environment $1 with Python $2 and the requirements $3, unless it is there already. The C extensions of
# the Python sides are optional to them, so a failed compilation is not our concern.
make_environment() {
  local folder="$CACHE/pythons/$1" python log
  local -a requirements
  read -r -a requirements <<<"$3"
  python="$(find_python "$2")"
  if [ "$(cat "$folder/ready" 2>/dev/null)" = "$3 $python" ]; then
    return 0
  fi
  say "making $1: $3 on $("$python" --version 2>&1)"
  rm -rf "$folder"
  mkdir -p "$CACHE/pythons"
  log="$CACHE/pythons/$1.log"
  "$python" -m venv "$folder" >"$log" 2>&1 || { cat "$log" >&2; die "$python could not make a virtual environment"; }
  "$folder/bin/python" -m pip install --disable-pip-version-check --no-input "${requirements[@]}" >"$log" 2>&1 ||
    { tail -n 20 "$log" >&2; die "pip could not install $3 (the whole log: $log)"; }
  echo "$3 $python" >"$folder/ready"
}

# Makes every environment of Config/debuggees.txt.
make_environments() {
  local name version requirement
  while read -r name version requirement; do
    case "$name" in '' | '#'*) continue ;; esac
    make_environment "$name" "$version" "$requirement" </dev/null
  done <"$ROOT/Config/debuggees.txt"
}
