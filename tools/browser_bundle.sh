#!/usr/bin/env bash
# Puts the small Plotly bundle in assets/vendor; without npm Dash serves its own, larger one.
#   tools/browser_bundle.sh          once per version; a failed attempt is not repeated
#   tools/browser_bundle.sh --again  try after an earlier failure
set -euo pipefail
cd "$(dirname "$0")/.."

vendor=assets/vendor
stamp=.venv/.browser_bundle.stamp
download=$(mktemp -d)
trap 'rm -rf "$download"' EXIT

skip() {
    echo "Overgeslagen: $1 De pagina's werken, maar laden een grotere grafiekbibliotheek (later alsnog: make bundle)."
    rm -rf "$vendor"
    exit 0
}

[ "${1:-}" = "--again" ] && rm -f "$stamp"
if cmp -s package.json "$stamp"; then
    exit 0
fi
command -v npm >/dev/null || skip "npm is er niet."
cp package.json "$stamp"

cp package.json "$download"
npm install --prefix "$download" --no-package-lock --ignore-scripts --no-audit --no-fund --omit=dev \
    --fetch-retries=1 --fetch-timeout=30000 --loglevel=error </dev/null >&2 || skip "npm kon het pakket niet ophalen."

package="$download/node_modules/plotly.js-basic-dist-min"
mkdir -p "$vendor"
cp "$package/LICENSE" "$vendor/plotly-LICENSE.txt"
# Moved as the last step, so that a half-copied library is never served.
cp "$package/plotly-basic.min.js" "$vendor/.plotly-basic.partial"
mv "$vendor/.plotly-basic.partial" "$vendor/plotly-basic.min.js"
