"""Kills a process at an exact step of its work, as a power cut would."""

import os
import subprocess
import sys
from pathlib import Path

from tests.installation import PROJECT

_DYING = """
import importlib, os, signal, sys
module, name, when = sys.argv[1].split(":")
step = getattr(importlib.import_module(module), name)
def dying(*given, **named):
    if when == "after":
        step(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(sys.modules[module], name, dying)
"""


def killed(moment: str, code: str, *arguments: object) -> None:
    """Run the code, which finds its arguments from sys.argv[2] on, until 'module:function:before|after'."""
    answer = subprocess.run(
        [sys.executable, "-c", _DYING + code, moment, *map(str, arguments)],
        cwd=PROJECT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode < 0, answer.stdout + answer.stderr  # it got there, and was killed


def files_in(folder: Path) -> set[str]:
    """Every file below the folder, hidden ones too."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
