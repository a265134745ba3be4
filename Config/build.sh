# Builds with progress; sourced by lib.sh.

# Prints the path of `dialback`, release, as SwiftPM names its folder.
release_binary() { echo "$ROOT/.build/release/dialback"; }

# Reports whether the release binary is as new as its sources.
is_built() {
  local stamp="$ROOT/.build/release-build.stamp"
  [ -x "$(release_binary)" ] && [ -f "$stamp" ] &&
    [ -z "$(find -L "$ROOT/Sources" "$ROOT/Package.swift" "$ROOT/Config/build.sh" -newer "$stamp" -print -quit)" ]
}

# Builds the release binary where it is not as new as its sources.
build_release() {
  local stamp="$ROOT/.build/release-build.stamp"
  if is_built; then return 0; fi
  say "building dialback (the first time takes some minutes)"
  mkdir -p "$ROOT/.build"
  touch "$stamp.new"
  # With Swift's libraries in the program it starts sooner, and a third of its memory is saved.
  swift_build -c release --static-swift-stdlib --product dialback
  mv "$stamp.new" "$stamp"
}

# Builds the benchmark of the decoder, beside Dialback. Nothing else builds it.
build_decoder() {
  say "building the benchmark of the decoder"
  DIALBACK_BENCHMARKS=1 swift_build -c release --static-swift-stdlib --product DecodingBenchmark
}

# Runs `swift build` with "$@"; prints a line for each of its phases, and all that it says where it fails.
swift_build() {
  local temporary="$ROOT/.build/tmp" log status=0
  # SwiftPM leaves empty folders in the temporary one.
  mkdir -p "$temporary"
  log="$(mktemp "$temporary/build.XXXXXX")"
  TMPDIR="$temporary" swift build --package-path "$ROOT" "$@" 2>&1 </dev/null | tee "$log" | build_progress || status=1
  if [ "$status" != 0 ]; then { grep -v '^\[[0-9]*/[0-9]*\] ' "$log" || true; } | text_only >&2; fi
  rm -rf "$log" "$temporary"/TemporaryDirectory.*
  [ "$status" = 0 ] || die "the build failed; its output is above"
}

# Reads SwiftPM's output and prints where it is: each new phase at once, else a line in ten seconds.
build_progress() {
  local line="" piece="" phase="" now="resolving packages" last=0 wait
  SECONDS=0
  while true; do
    wait=0
    IFS= read -r -t 1 piece || wait=$?
    # A line that was not whole when the time was over goes on with the next piece.
    line="$line$piece"
    if [ "$wait" = 0 ]; then
      case "$line" in
        '[0/'*) ;;
        '['*/*'] Linking '* | '['*/*'] Write Objects.LinkFileList'*) now="linking" ;;
        '['*/*'] '*) now="${line%%]*}" && now="compiling ${now#[} " && now="${now/\// of }" && now="${now% }" ;;
      esac
      line=""
    elif [ "$wait" -le 128 ]; then
      return 0
    fi
    if [ "${now%% *}" != "$phase" ] || [ $((SECONDS - last)) -ge 10 ]; then
      say "  $now ($SECONDS s)"
      phase="${now%% *}" last=$SECONDS
    fi
  done
}

# Passes text on without anything that a terminal would act on: control characters, and bytes that are not UTF-8.
text_only() {
  LC_ALL=C sed -u -E -e 's/\x1b/^[/g' -e 's/[\x00-\x08\x0b-\x1f\x7f]/?/g' \
    -e 's/(\xc2[\xa0-\xbf]|[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})|[\x80-\xff]/\1\x01/g' \
    -e 's/([\x80-\xbf])\x01/\1/g' -e 's/\x01/?/g'
}
