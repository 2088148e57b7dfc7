"""What stands in the repository: its files, and its Python modules as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.installation import PROJECT


@cache
def kept_files() -> tuple[Path, ...]:
    """Every file git keeps or would keep, relative to the project; a deleted one does not count."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    names = filter(None, listed.stdout.decode().split("\0"))
    return tuple(Path(name) for name in sorted(set(names)) if (PROJECT / name).is_file())


def python_files(*folders: str) -> list[Path]:
    """The Python files below these folders; all of them without a folder."""
    kept = [path for path in kept_files() if path.suffix == ".py"]
    return [path for path in kept if not folders or path.parts[0] in folders]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one module."""
    return ast.parse((PROJECT / path).read_text("utf-8"), filename=str(path))


def imported_modules(path: Path) -> Iterator[str]:
    """The full names of what a module imports, wherever in the module it does so; also `pages.x.name`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_packages(path: Path) -> set[str]:
    """The first part of every name a module imports."""
    return {name.partition(".")[0] for name in imported_modules(path)}
