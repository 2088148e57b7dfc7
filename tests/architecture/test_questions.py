"""A question is a pair of files, and a statement is one statement."""

import re
from pathlib import Path

from tests.architecture.repository import kept_files, python_files
from tests.installation import PROJECT

NOT_CODE = re.compile(r"--[^\n]*|'(?:[^']|'')*'")


def statements() -> list[Path]:
    return [path for path in kept_files() if path.suffix == ".sql"]


def test_every_question_has_one_statement_and_one_module() -> None:
    modules = {path.stem for path in python_files("queries") if not path.stem.startswith("_")}
    questions = {path.stem for path in statements() if path.parts[0] == "queries"}
    assert modules == questions


def test_an_sql_file_holds_one_statement() -> None:
    several = [path for path in statements() if ";" in bare(path).rstrip().removesuffix(";")]
    assert several == []


def test_no_statement_is_put_together_from_a_template() -> None:
    assert [path for path in statements() if re.search(r"\{\{|\{%|%\(\w+\)s|\$\{", bare(path))] == []


def bare(path: Path) -> str:
    """The statement without its comments and its quoted text."""
    return NOT_CODE.sub("", (PROJECT / path).read_text("utf-8"))
