#!/usr/bin/env bash
# Writes requirements.txt and requirements-dev.txt: every package, also the indirect ones, at one version.
set -euo pipefail
cd "$(dirname "$0")/.."

for name in requirements requirements-dev; do
    .venv/bin/uv pip compile "$name.in" --output-file "$name.txt" --quiet --universal --python-version 3.11 \
        --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" "$@"
done
