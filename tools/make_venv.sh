#!/bin/sh
# Makes the virtual environment $1 with the first Python that is new enough.
set -eu
venv=$1

new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

works() {
    "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

python=
for each in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if new_enough "$each"; then
        python=$each
        break
    fi
done
if [ -z "$python" ]; then
    echo "Ajar needs Python 3.11 or newer. Please install it from python.org, then run this again." >&2
    exit 1
fi

"$python" -m venv "$venv" >/dev/null 2>&1 && works && exit 0
"$python" -m virtualenv --quiet --clear "$venv" >/dev/null 2>&1 && works && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing python3-venv, which this system's Python comes without."
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends python3-venv >/dev/null &&
        "$python" -m venv --clear "$venv" && works && exit 0
fi
echo "Python cannot make a virtual environment here. Please install python3-venv" \
    "(Debian, Ubuntu: sudo apt install python3-venv), then run this again." >&2
exit 1
