# The fault suite, the fuzz targets and the sanitizers; sourced by Config/test after lib.sh.

# Runs the fault suite on the program $1, `short` or `full`, with the groups of rows that follow ("peers", "peers=deep").
run_faults() {
  local binary="$1" length="$2"
  shift 2
  python3 -B "$ROOT/Tests/Faults/suite.py" "$binary" "$length" "$@" -- \
    "$CACHE/pythons/pydevd-3.5.0/bin/python" "$CACHE/pythons/pycharm-263/bin/python"
}

# Config/test faults [short] [GROUP...]
faults() {
  local length=full
  if [ "${1:-}" = short ]; then length=short && shift; fi
  make_environments
  build_release
  say "running the fault suite ($length)"
  run_faults "$(release_binary)" "$length" "$@"
}

# The archive with libFuzzer that has no main of its own.
fuzzer_runtime() {
  local compiler found
  compiler="$(dirname "$(readlink -f "$(command -v swiftc)")")/clang"
  found="$(ls "$("$compiler" -print-resource-dir)"/lib/*/libclang_rt.fuzzer_no_main*"$(uname -m)"*.a 2>/dev/null | head -n 1)"
  [ -n "$found" ] || die "the Swift toolchain has no libFuzzer; fuzzing needs that of https://www.swift.org/install/"
  echo "$found"
}

# Config/test fuzz [TARGET...] [SECONDS]: what is found new is kept, and is where the next run begins.
fuzz() {
  local seconds=60 targets=() findings word target folder log longest status=0 known
  known="$(sed -n 's/^  case \([a-z, ]*\)$/\1/p' Tests/Faults/Fuzzing/Targets/FuzzTarget.swift | tr -d ',' | xargs)"
  for word in "$@"; do
    case "$word" in
      *[!0-9]*)
        grep -qw -- "$word" <<<"$known" || die "there is no target '$word'; the targets are $known"
        targets+=("$word")
        ;;
      *) seconds="$word" ;;
    esac
  done
  say "building the fuzzer"
  DIALBACK_FUZZ=1 swift_build -c release --scratch-path .build-fuzz --product Fuzz -Xlinker "$(fuzzer_runtime)"
  python3 -B Tests/Faults/seeds.py "$CACHE/fuzz/seeds"
  for target in ${targets[@]:-$known}; do
    folder="$CACHE/fuzz/$target" log="$temporary/fuzz-$target" longest=4096
    # Each byte of it is a step of a session.
    if [ "$target" = screen ]; then longest=600; fi
    mkdir -p "$folder" "$CACHE/fuzz/found/$target"
    findings=()
    [ ! -d "Tests/Faults/Fuzzing/Findings/$target" ] || findings=("Tests/Faults/Fuzzing/Findings/$target")
    say "fuzzing $target for $seconds s"
    TMPDIR="$temporary" SWIFT_BACKTRACE=enable=no nice .build-fuzz/release/Fuzz "$target" -max_total_time="$seconds" -timeout=10 \
      -rss_limit_mb=2000 -max_len="$longest" -print_final_stats=1 -artifact_prefix="$CACHE/fuzz/found/$target/" \
      "$folder" "$CACHE/fuzz/seeds/$target" ${findings[@]+"${findings[@]}"} >"$log" 2>&1 || status=1
    grep -a -E '^stat::(number_of_executed_units|average_exec_per_sec)|Test unit written|Fatal error' "$log" | text_only
    say "$target: $(ls "$folder" | wc -l) inputs kept in $folder"
  done
  [ "$status" = 0 ] || die "found: $(ls -d "$CACHE"/fuzz/found/*/* | xargs); put what is minimized into Tests/Faults/Fuzzing/Findings"
}

# Config/test tsan|asan: the unit tests, and real sessions, under the sanitizer $1 (thread, address).
sanitized() {
  local short="${1:0:1}san" reports="$temporary/reports" options status=0
  options="exitcode=66:log_path=$reports/report:handle_segv=0:detect_leaks=0"
  [ "$1" != thread ] || options="$options:suppressions=$ROOT/Tests/Faults/thread-sanitizer.txt"
  export TSAN_OPTIONS="$options" ASAN_OPTIONS="$options"
  mkdir "$reports"
  # One test at a time: under a sanitizer everything takes ten times as long, and they have limits of time.
  say "running the unit tests under the $1 sanitizer"
  TMPDIR="$temporary" swift test --sanitize="$1" --scratch-path ".build-$short" --no-parallel \
    --skip 'EndToEndTests|PydevdHelpersTests' 2>&1 | text_only || status=1
  make_environments
  say "running sessions under it, in batch mode and on a terminal"
  run_faults "$ROOT/.build-$short/debug/dialback" short peers kills sizes soak || status=1
  say "running sessions under it and tmux"
  DIALBACK_TEST_CELLS=' ' DIALBACK_BINARY="$ROOT/.build-$short/debug/dialback" DIALBACK_TEST_CACHE="$CACHE" \
    TMPDIR="$temporary" swift test --skip-build --ignore-lock --sanitize="$1" --scratch-path ".build-$short" \
    --filter 'EndToEnd/(StoryTests|ThreadTests|BatchTests|ProcessTests)/' 2>&1 | text_only || status=1
  if [ -n "$(ls "$reports")" ]; then
    cat "$reports"/* | text_only
    die "$(ls "$reports" | wc -l) reports of the $1 sanitizer are above"
  fi
  return "$status"
}

# Config/test slow: what is too long for every change.
slow() {
  faults
  run_faults "$(release_binary)" full soak
  sanitized thread
  sanitized address
  fuzz 300
}
