"""Pages, functions and files stay small enough to be read at one sitting."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.repository import kept_files, python_files, tree
from tests.installation import PROJECT

PAGE_LINES = 150
FUNCTION_LINES = 30
FILE_BYTES = 1_500_000

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_a_page_fits_in_150_lines() -> None:
    lines = {path: len((PROJECT / path).read_text("utf-8").splitlines()) for path in python_files("pages")}
    assert {path: count for path, count in lines.items() if count > PAGE_LINES} == {}


def test_a_function_fits_on_one_screen() -> None:
    lengths = {
        f"{path}:{function.name}": code_lines(function, (PROJECT / path).read_text("utf-8").splitlines())
        for path in python_files()
        if path.parts[0] != "tests"
        for function in functions(path)
    }
    assert {name: count for name, count in lengths.items() if count > FUNCTION_LINES} == {}


def test_no_file_weighs_more_than_a_clone_should_carry() -> None:
    weights = {path: (PROJECT / path).stat().st_size for path in kept_files()}
    assert {path: weight for path, weight in weights.items() if weight > FILE_BYTES} == {}


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def code_lines(function: Function, source: list[str]) -> int:
    """The lines that say something: no docstring, comment, blank line or lone closing bracket."""
    first = function.body[0]
    start = (first.end_lineno or 0) if ast.get_docstring(function) is not None else function.lineno
    lines = (line.strip() for line in source[start : function.end_lineno])
    return sum(1 for line in lines if line.strip("()[]{},: ") and not line.startswith("#"))
