"""Asks the package index whether a pinned package has a known weakness; says so when it cannot be asked.

A check without a network must not fail, and one with a network must not let a known weakness pass.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
PINNED = "requirements.txt"
"""What readers meet; the tools of developers never stand on a network."""
PATIENCE = 5
LONGEST = 60


def main() -> int:
    """1 when a package has a known weakness, with which version mends it."""
    found = audited()
    if found is None:
        print("check-packages: skipped, the service that knows of weak packages does not answer here")
        return 0
    weak = [one for one in found if one.get("vulns")]
    for one in weak:
        for each in one["vulns"]:
            mended = ", ".join(each.get("fix_versions") or ()) or "no version yet"
            print(f"{one['name']} {one['version']}: {each['id']}, mended in {mended}")
    unknown = sum("vulns" not in one for one in found)
    if unknown:
        print(f"check-packages: the service knows nothing of {unknown} of {len(found)} packages")
    return 1 if weak else 0


def audited() -> list[dict[str, Any]] | None:
    """Every pinned package with its known weaknesses; None when the service gave up."""
    command = [
        sys.executable, "-m", "pip_audit", "--requirement", PINNED, "--no-deps", "--disable-pip",
        "--format", "json", "--progress-spinner", "off", "--timeout", str(PATIENCE),
    ]  # fmt: skip
    try:
        answer = subprocess.run(
            command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=LONGEST
        )
        found: list[dict[str, Any]] = json.loads(answer.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return None
    return found


if __name__ == "__main__":
    sys.exit(main())
