# Counts what a test script tries. Source it, call `try` for each test, end with `finish`.
# shellcheck shell=bash
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root" || exit 3
# What the unit, specification and golden tests are built with: `dev`, but all of `./dev test` at once builds only `asan`.
preset=${TEST_PRESET:-dev}
export milepost=${MILEPOST:-$root/build/release/milepost}
passed=0
failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

pass() {
  passed=$((passed + 1))
}

# fail NAME [WHY]
fail() {
  failed=$((failed + 1))
  printf 'FAIL %s%s\n' "$1" "${2:+: $2}"
}

# try NAME COMMAND...: passes if the command succeeds; its output is shown only if it does not.
try() {
  local name=$1
  shift
  if "$@" >"$scratch/try.log" 2>&1; then
    pass
  else
    fail "$name" "$* ended with $?"
    tail -n 40 "$scratch/try.log" | sed 's/^/    /'
  fi
}

# compile PRESET [TARGET...]: configures when needed and builds; the output is shown if it fails.
compile() {
  local preset=$1
  shift
  mkdir -p build
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" >"$scratch/cmake.log" 2>&1 || {
      cat "$scratch/cmake.log"
      return 1
    }
  fi
  local targets=()
  [ $# -gt 0 ] && targets=(--target "$@")
  flock "build/$preset.lock" \
    cmake --build --preset "$preset" -j "${JOBS:-$(nproc)}" "${targets[@]}" >"$scratch/build.log" 2>&1 || {
    grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking)' "$scratch/build.log" | head -n 200
    return 1
  }
}

# compile_meanwhile PRESET [TARGET...]: begins what a later step compiles (and reports on) while this one tests.
compile_meanwhile() {
  (
    scratch=$(mktemp -d)
    compile "$@"
    rm -rf "$scratch"
  ) </dev/null >/dev/null 2>&1 &
}

# run_catch BINARY [ARGUMENT...]: runs a Catch2 binary and adds its test cases to the counts.
run_catch() {
  local status=0 summary
  "$@" >"$scratch/catch.log" 2>&1 || status=$?
  summary=$(tail -n 3 "$scratch/catch.log")
  if [[ $summary =~ in\ ([0-9]+)\ test\ case ]]; then
    passed=$((passed + BASH_REMATCH[1]))
  elif [[ $summary =~ test\ cases:\ ([0-9]+)\ .*\ ([0-9]+)\ failed ]]; then
    passed=$((passed + BASH_REMATCH[1] - BASH_REMATCH[2]))
    failed=$((failed + BASH_REMATCH[2]))
  fi
  if [ "$status" -ne 0 ]; then
    tail -n 200 "$scratch/catch.log"
    [ "$failed" -gt 0 ] || fail "$1" "ended with $status"
  fi
}

finish() {
  printf 'counts: %d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
  exit
}
