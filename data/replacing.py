"""Replaces a small text file in one step: a reader sees the old text or the new, also after a power cut."""

import os
import secrets
from pathlib import Path


def replace_text(file: Path, text: str) -> None:
    """Let the file hold this text; OSError, and the old text, when the disk does not take it.

    What is written first has a name of its own each time: two who do this at once must not share it.
    """
    passing = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    try:
        with passing.open("w", encoding="utf-8") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        passing.replace(file)
    finally:
        passing.unlink(missing_ok=True)
    make_durable(file.parent)


def make_durable(folder: Path) -> None:
    """Have the disk remember which names the folder holds."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
