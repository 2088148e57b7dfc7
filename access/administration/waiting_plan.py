"""A plan that was sent and waits for a word: its files and what it would change, together under one name.

Each sending has a folder of its own, so that nobody takes in what somebody else sent a moment later.
"""

import json
import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.replacing import replace_text

_CURRENT, _DIFFERENCE, _FILES = "wacht", "verschil.json", "plan"
_ABANDONED = 3600  # seconds after which a sending without a difference was broken off


@dataclass(frozen=True)
class WaitingPlan:
    """The place in the home where a plan waits."""

    folder: Path

    def begun(self) -> str:
        """The name of a new sending, with an empty folder for its files."""
        name = secrets.token_hex(16)
        self.files_of(name).mkdir(mode=0o700, parents=True)
        return name

    def files_of(self, name: str) -> Path:
        """Where the files of a sending stand."""
        return self.folder / name / _FILES

    def wait(self, name: str, difference: dict[str, Any]) -> None:
        """Let this sending be the one that waits; those before it are forgotten."""
        (self.folder / name / _DIFFERENCE).write_text(json.dumps(difference), "utf-8")
        replace_text(self.folder / _CURRENT, name)
        self._clear(but=name)

    def difference(self) -> dict[str, Any] | None:
        """What the plan that waits would change, with its name as `sending`; None when none waits."""
        try:
            name = (self.folder / _CURRENT).read_text("utf-8")
            found: dict[str, Any] = json.loads((self.folder / name / _DIFFERENCE).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return {**found, "sending": name}

    def forget(self, name: str) -> None:
        """Put this sending away, and nothing that came in after it."""
        shutil.rmtree(self.folder / name, ignore_errors=True)
        if self.folder.is_dir() and not any(one.is_dir() for one in self.folder.iterdir()):
            shutil.rmtree(self.folder, ignore_errors=True)

    def _clear(self, *, but: str) -> None:
        """Remove the other sendings that are complete, and those that were broken off."""
        for sending in self.folder.iterdir():
            is_over = (sending / _DIFFERENCE).exists() or _is_abandoned(sending)
            if sending.is_dir() and sending.name != but and is_over:
                shutil.rmtree(sending, ignore_errors=True)


def _is_abandoned(sending: Path) -> bool:
    try:
        return time.time() - sending.stat().st_mtime > _ABANDONED
    except FileNotFoundError:
        return False
