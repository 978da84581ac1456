#!/bin/sh
# Writes the pins in requirements/ anew from pyproject.toml: names, versions and hashes for every
# platform, and no address of where they came from. `--upgrade` moves the pins to the newest versions.
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

if grep -n '://' requirements/*.txt; then
    echo "requirements/ must name no address." >&2
    exit 1
fi
