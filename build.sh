#!/usr/bin/env bash
# ./build.sh        builds the program and the site into public/ (arguments go to `versus build`)
# ./build.sh test   everything that must hold; what CI runs
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }

need() {
  command -v "$1" >/dev/null 2>&1 || { say "missing: $1. $2"; exit 2; }
}

# package COMMAND PACKAGE: Debian's package, installed when we may; otherwise a line that says what to install.
package() {
  command -v "$1" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing $2"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null
  fi
  need "$1" "Install the package $2."
}

# step WHAT COMMAND...: one line when it holds, with the counts of its tests and what this machine did not allow;
# everything it said when it does not.
step() {
  local what=$1 start=$SECONDS
  shift
  if "$@" >"$log" 2>&1; then
    say "ok      $what ($((SECONDS - start)) s)"
    grep -E '^(test result: ok|skipped: |[0-9]+ passed, [0-9]+ failed$)' "$log" || true
  else
    cat "$log" >&2
    say "failed  $what"
    exit 1
  fi
}

# Tests in a folder of their own, with the tools that its package-lock.json names.
npm_test() {
  (cd "tests/$1" && npm ci --silent --no-audit --no-fund && node run.mjs)
}

need cargo "Install Rust from https://rustup.rs."

case "${1:-}" in
  test)
    command -v google-chrome >/dev/null 2>&1 || package chromium chromium
    package java default-jre-headless
    package node nodejs
    package shellcheck shellcheck
    package xmllint libxml2-utils
    need npm "Install Node.js with npm."
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    step "scripts: shellcheck" shellcheck build.sh .ci/run
    step "program: format" cargo fmt --check
    step "program: clippy" cargo clippy --release --locked --all-targets --all-features -- -D warnings
    # One program for everything, the one that can also draw pictures: compiling it takes longest of all.
    export VERSUS_FEATURES=cards
    step "program: tests" cargo test --release --locked --features "$VERSUS_FEATURES"
    step "content: versus check" cargo run --release --locked --features "$VERSUS_FEATURES" -- check
    step "content: pictures are up to date" cargo run --release --locked --features "$VERSUS_FEATURES" -- cards --check
    step "editors: schemas by other tools" npm_test tools
    step "site: validators and crawler" npm_test site
    step "site: browser" npm_test browser
    say "All tests passed."
    ;;
  *)
    cargo build --release --locked
    cargo run --release --locked --quiet -- build "$@"
    ;;
esac
