# What the editor tests share: a cache for what they install, the server under test, a copy of the demo corpus.
# Sourced by editors/*/test.sh; everything it leaves outside the cache lies in $WORK and goes when the script ends.
#
#   DATELINE_BIN     the server          (default: target/release/dateline)
#   DATELINE_SEEDS   the corpus          (default: seeds/; copied, never touched)
#   DATELINE_EXPECT  what must be shown  (default: editors/expect.json)
#   DATELINE_CACHE   installed editors   (default: ~/.cache/dateline-ci)
#   VERBOSE=1        print every check, not only the failures; KEEP=1 keeps $WORK
set -euo pipefail

EDITORS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
REPO=$(dirname "$EDITORS")
CACHE=${DATELINE_CACHE:-$HOME/.cache/dateline-ci}
WORK=$(mktemp -d "${TMPDIR:-/tmp}/dateline-editors-XXXXXX")
LOG=$WORK/log
export WORK
mkdir -p "$CACHE" "$WORK/bin" "$WORK/home"

# Editors put what they start into sessions of its own, out of reach of a process group; all of it has our $WORK.
end_all() {
  local environ
  for environ in $(grep -lszxF "WORK=$WORK" /proc/[0-9]*/environ); do
    kill -KILL "$(basename "$(dirname "$environ")")" 2>/dev/null || true
  done
}

clean_up() {
  end_all
  if [ -n "${KEEP:-}" ]; then echo "kept $WORK" >&2; else rm -rf "$WORK" 2>/dev/null || { sleep 1; rm -rf "$WORK"; }; fi
}
trap clean_up EXIT
trap 'exit 130' INT TERM

die() { echo "$*" >&2; exit 1; }

# Run a step of the set-up; its output matters only if it fails.
quiet() { "$@" >"$WORK/step.log" 2>&1 || { cat "$WORK/step.log" >&2; die "failed: $*"; }; }

# need PROGRAM PACKAGE…: install Debian packages unless the program is there.
need() {
  local program=$1; shift
  command -v "$program" >/dev/null && return
  local root=; [ "$(id -u)" = 0 ] || root=sudo
  quiet $root apt-get update
  quiet $root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# once NAME COMMAND…: run a set-up into $CACHE/NAME; one that was interrupted starts again from nothing.
once() {
  local dir=$CACHE/$1; shift
  [ -e "$dir/.done" ] && return
  rm -rf "$dir"; mkdir -p "$dir"
  (cd "$dir" && quiet "$@")
  touch "$dir/.done"
}

# The server comes first on PATH under its own name, so that each editor's default settings are what is tested.
server_and_corpus() {
  DATELINE_BIN=${DATELINE_BIN:-$REPO/target/release/dateline}
  [ -x "$DATELINE_BIN" ] || die "no server at $DATELINE_BIN: run 'cargo build --release' or set DATELINE_BIN"
  ln -s "$(realpath "$DATELINE_BIN")" "$WORK/bin/dateline"
  export PATH=$WORK/bin:$PATH
  export DATELINE_EXPECT=${DATELINE_EXPECT:-$EDITORS/expect.json}
  export DATELINE_CORPUS=$WORK/$1
  cp -r "${DATELINE_SEEDS:-$REPO/seeds}" "$DATELINE_CORPUS"
}

# judged SECONDS COMMAND…: run an editor, end whatever it started, pass on its verdict.
# The command prints "ok …" and "FAIL …" lines, last "N passed, N failed".
judged() {
  local seconds=$1 code=0; shift
  timeout --kill-after=5 "$seconds" "$@" >"$LOG" 2>&1 </dev/null &
  wait $! || code=$?   # a wait can be interrupted, a command in the foreground cannot
  end_all
  local verdict; verdict=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$LOG" | tail -n 1 || true)
  [ -n "$verdict" ] || { code=1; verdict="0 passed, 1 failed"; echo "no verdict (exit or timeout after ${seconds} s)" >>"$LOG"; }
  if [ "$code" != 0 ] || [ -n "${VERBOSE:-}" ]; then grep -vxF "$verdict" "$LOG" || true; fi
  echo "$verdict"
  [ "$code" = 0 ] || exit 1
}
