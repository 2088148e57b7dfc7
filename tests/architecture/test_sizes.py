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
    product = [path for path in python_files() if path.parts[0] not in {"tests", "bench"}]
    lengths = {
        f"{path}:{function.name}": code_lines(function) for path in product for function in functions(path)
    }
    assert {name: count for name, count in lengths.items() if count > FUNCTION_LINES} == {}


def test_no_file_weighs_more_than_a_clone_should_carry() -> None:
    weights = {path: (PROJECT / path).stat().st_size for path in kept_files()}
    assert {path: weight for path, weight in weights.items() if weight > FILE_BYTES} == {}


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def code_lines(function: Function) -> int:
    """The lines of a function without its docstring."""
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring
