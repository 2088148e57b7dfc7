"""Files and folders for people: whole, or not there at all when the program is stopped halfway."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Where to write a file or folder, which takes its name at the end; what a killed run left goes first.

    An empty folder that is there is filled as it is: it may be a disk of its own, which cannot be renamed.
    """
    if target.is_dir():
        yield target
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.half")
    _remove(half)
    try:
        yield half
        half.replace(target)
    finally:
        _remove(half)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
