#!/usr/bin/env bash
# Makes the virtual environment with exactly the pinned packages; does nothing when it already has them.
#   tools/set_up.sh requirements.txt
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=$1
environment=.venv
stamp="$environment/.$(basename "$requirements" .txt).stamp"

stop() {
    printf '\n' >&2
    printf '%s\n' "$@" >&2
    exit 1
}

# The first Python that is new enough; PYTHON names another one.
find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    stop "Smart Dashboard heeft Python 3.11 of nieuwer nodig; gevonden: $(${PYTHON:-python3} --version 2>&1 | head -n 1)." \
        "Installeer Python, op Debian en Ubuntu met: apt-get install python3 python3-venv" \
        "Staat er al een nieuwere Python? Noem die dan: make run PYTHON=python3.12"
}

make_environment() {
    local python
    python=$(find_python)
    if command -v uv >/dev/null && uv venv --quiet --clear --python "$python" "$environment"; then
        return
    fi
    "$python" -c 'import ensurepip, venv' 2>/dev/null || stop \
        "Deze Python kan geen eigen omgeving (venv) maken." \
        "Installeer eerst, op Debian en Ubuntu: apt-get install python3-venv"
    "$python" -m venv --clear "$environment"
}

# uv is faster, pip is everywhere; where uv cannot reach its packages, pip tries again.
install_packages() {
    if command -v uv >/dev/null && uv pip install --quiet --python "$environment/bin/python" -r "$requirements"; then
        return
    fi
    "$environment/bin/python" -m pip --version >/dev/null 2>&1 || "$environment/bin/python" -m ensurepip >/dev/null
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check -r "$requirements" || stop \
        "De pakketten uit $requirements zijn niet geïnstalleerd; hierboven staat waarom." \
        "Controleer de internetverbinding of de proxy en probeer het opnieuw."
}

# Two commands started together wait for each other instead of installing into one another.
if command -v flock >/dev/null; then
    exec 9>.set-up.lock
    flock 9
fi

works() { "$environment/bin/python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if works && cmp -s "$requirements" "$stamp"; then
    exit 0
fi
echo "Eenmalig klaarzetten van $environment met $requirements; dit duurt een paar minuten."
works || make_environment
install_packages
cp "$requirements" "$stamp"
