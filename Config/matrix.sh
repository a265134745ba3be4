# The matrix of releases and Pythons, Config/matrix.txt; sourced by Config/test after pythons.sh.

MATRIX="$ROOT/Config/matrix.txt"

# Prints a command that installs for the Python $1: its own pip, or the newest pip as a file that it runs.
pip_for() {
  local folder="$CACHE/pythons/pip" wheel installer
  if "$1" -m pip --version >/dev/null 2>&1; then
    printf '%q -m pip' "$1"
    return 0
  fi
  wheel="$(ls "$folder"/pip-*.whl 2>/dev/null | tail -n 1)"
  if [ -z "$wheel" ]; then
    installer="$(python_for_environment 3.11)"
    if ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
      rm -rf "$folder"
      "${installer#* }" -m venv "$folder" >&2
    fi
    "$folder/bin/python" -m pip download -q --disable-pip-version-check --no-deps --dest "$folder" pip >&2
    wheel="$(ls "$folder"/pip-*.whl | tail -n 1)"
  fi
  printf 'env PYTHONPATH=%q %q -m pip' "$wheel" "$1"
}

# Makes the cell of release $1 on the Python $3 of version $2: a folder with the release, and a command that puts it before all
# else (Python 2.7 knows no venv).
make_cell() {
  local folder="$CACHE/pythons/${1/==/-}-on-$2" log pip
  [ "$(cat "$folder/ready" 2>/dev/null)" != "$1 $3" ] || return 0
  say "making $1 on Python $2"
  rm -rf "$folder"
  mkdir -p "$folder/bin"
  log="$folder/log"
  pip="$(pip_for "$3")"
  eval "$pip"' install --disable-pip-version-check --no-input --no-deps --target "$folder/site" "$1"' >"$log" 2>&1 </dev/null ||
    { tail -n 20 "$log" | text_only >&2; die "pip could not install $1 for Python $2 (the whole log: $log)"; }
  printf '#!/usr/bin/env bash\nPYTHONPATH=%q exec %q "$@"\n' "$folder/site" "$3" >"$folder/bin/python"
  chmod +x "$folder/bin/python"
  echo "$1 $3" >"$folder/ready"
}

# Prints "RELEASE VERSION" of each cell of the file; $1 is all, or small for those that are marked.
list_cells() {
  awk -v which="$1" '/^[^#-]/ { for (i = 2; i <= NF; i++) {
    if (which == "all" || $i ~ /\*$/) { version = $i; sub(/\*$/, "", version); print $1, version } } }' "$MATRIX"
}

# Makes the cells of $1, all or small, for the Pythons that are installed, says which are not, and sets CELLS to their names.
make_cells() {
  local release version python missing=""
  CELLS=""
  while read -r release version; do
    if python="$(exact_python "$version")"; then
      make_cell "$release" "$version" "$python"
      CELLS="$CELLS ${release/==/-}-on-$version"
    else
      case " $missing " in *" $version "*) ;; *) missing="$missing $version" ;; esac
    fi
  done < <(list_cells "$1")
  [ -z "$missing" ] || say "no Python$missing here: their cells of the matrix are skipped"
  [ -n "$CELLS" ] || say "none of the Pythons of Config/matrix.txt is here: the matrix is skipped"
  say "the matrix:$CELLS"
}

# Prints the table for the README: a row a release, a column a Python, a check mark for a cell of CELLS, a number for a reason.
matrix_table() {
  awk -v cells="$CELLS " '
    BEGIN { count = split("2.7 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14 3.15", versions, " ") }
    /^[^#-]/ { releases[++rows] = $1 }
    /^- / {
      reason = $0; sub(/^[^:]*: */, "", reason); text[++notes] = reason
      for (i = 3; i <= NF; i++) { version = $i; end = sub(/:$/, "", version); note[$2, version] = notes; if (end) break }
    }
    END {
      line = "| release |"; rule = "| --- |"
      for (v = 1; v <= count; v++) { line = line " " versions[v] " |"; rule = rule " --- |" }
      print line; print rule
      for (r = 1; r <= rows; r++) {
        name = releases[r]; sub("==", " ", name); line = "| " name " |"; key = releases[r]; sub("==", "-", key)
        for (v = 1; v <= count; v++) {
          mark = ""
          if (index(cells, " " key "-on-" versions[v] " ")) mark = "✓"
          else if ((releases[r], versions[v]) in note) mark = "[" note[releases[r], versions[v]] "]"
          line = line " " mark " |"
        }
        print line
      }
      print ""
      for (n = 1; n <= notes; n++) print "[" n "] " text[n] "  "
    }' "$MATRIX"
}

# Puts the table between its two marks in the README.
write_matrix() {
  local table
  table="$(mktemp -p "$temporary")"
  matrix_table >"$table"
  awk -v table="$table" '
    /<!-- matrix:begin/ { print; while ((getline line < table) > 0) print line; inside = 1 }
    /<!-- matrix:end/ { inside = 0 }
    !inside || /<!-- matrix:end/ { if (!/<!-- matrix:begin/) print }' "$ROOT/README.md" >"$table.new"
  cat "$table.new" >"$ROOT/README.md"
  rm -f "$table" "$table.new"
}
