#!/usr/bin/env bash
# ./build.sh        builds the program and the site into public/ (arguments go to `versus build`)
# ./build.sh test   everything that must hold; what CI runs
set -euo pipefail
cd "$(dirname "$0")"

say() { printf '%s\n' "$*" >&2; }

need() {
  command -v "$1" >/dev/null 2>&1 || { say "missing: $1. $2"; exit 2; }
}

# Debian's package, installed when we may; otherwise a line that says what to install.
package() {
  command -v "$1" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing $2"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null
  fi
  need "$1" "Install the package $2."
}

need cargo "Install Rust from https://rustup.rs."

case "${1:-}" in
  test)
    cargo fmt --check
    cargo clippy --release --locked --all-targets -- -D warnings
    cargo test --release --locked
    cargo build --release --locked
    cargo run --release --locked --quiet -- check
    package chromium chromium
    package node nodejs
    need npm "Install Node.js with npm."
    (cd tests/tools && npm ci --silent --no-audit --no-fund && node run.mjs)
    (cd tests/browser && npm ci --silent --no-audit --no-fund && node run.mjs)
    say "All tests passed."
    ;;
  *)
    cargo build --release --locked
    cargo run --release --locked --quiet -- build "$@"
    ;;
esac
