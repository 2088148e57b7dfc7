"""A word means one thing: names that mean anything are not used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.repository import kept_files, python_files, tree

EMPTY_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "misc",
    "manager",
    "df",
    "metric",
    "metrics",
    "kpi",
    "kpis",
}
EMPTY_NAMES = {"common", "data"}


def words(name: str) -> set[str]:
    """The words of a snake_case or CamelCase name, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def is_empty(name: str) -> bool:
    return bool(words(name) & EMPTY_WORDS) or name in EMPTY_NAMES


def given_names(path: Path) -> Iterator[tuple[str, int]]:
    """Every name a module gives to a class, function, argument or variable, with its line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno


def test_no_name_is_given_that_could_mean_anything() -> None:
    found = [
        f"{path}:{line} {name}"
        for path in python_files()
        for name, line in given_names(path)
        if is_empty(name)
    ]
    assert found == []


def test_no_module_or_folder_is_a_box_for_leftovers() -> None:
    found = [
        path
        for path in kept_files()
        if any(is_empty(part) for part in (*path.parts[1:-1], path.stem)) and path.suffix == ".py"
    ]
    assert found == []


@pytest.mark.parametrize("name", ["df", "read_utils", "MetricCard", "KPI", "data", "common", "FileManager"])
def test_the_rule_recognises_an_empty_name(name: str) -> None:
    assert is_empty(name)


@pytest.mark.parametrize(
    "name", ["dataclass", "symmetric", "contextmanager", "data_officer", "common_ground"]
)
def test_the_rule_leaves_a_full_name_alone(name: str) -> None:
    assert not is_empty(name)
