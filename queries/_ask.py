"""Puts a question to a published version: the statement in `<question>.sql` with named parameters."""

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from data.published import Published

Answer = TypeVar("Answer")


def ask(published: Published, question: str, answer: type[Answer], **asked: Any) -> list[Answer]:
    """One `answer` per row; the columns of the statement are the fields of the answer."""
    return [answer(**row) for row in published.execute(_statement(question), asked)]


@cache
def _statement(question: str) -> str:
    return Path(__file__).with_name(f"{question}.sql").read_text("utf-8")
