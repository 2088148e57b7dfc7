"""Words: both languages say the same, every key is used, and every key that is used exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.text import Language, UnknownText, placeholders, say, texts

PROJECT = Path(__file__).resolve().parents[3]
SPEAKERS = ("components", "pages", "access", "api", "exports")


def test_both_languages_have_the_same_keys() -> None:
    assert texts("nl").keys() == texts("en").keys()


def test_both_languages_have_the_same_placeholders() -> None:
    different = [
        key for key in texts("nl") if placeholders(texts("nl")[key]) != placeholders(texts("en")[key])
    ]
    assert not different


def test_no_text_is_empty() -> None:
    assert all(text.strip() for language in Language for text in texts(language).values())


def test_no_figure_of_a_rule_is_typed_into_its_text() -> None:
    """What is in force comes in with the values; a formula has its squares, its halves and its hundreds."""
    in_formulas = {"0", "1", "2", "4", "100"}
    rules = re.compile(r"page_method\.\w+_(lede|rule|formula|example)")
    for language in Language:
        for key, text in texts(language).items():
            if rules.fullmatch(key):
                assert set(re.findall(r"[0-9]+", re.sub(r"\{\w+\}", "", text))) <= in_formulas, key


def test_an_unknown_key_is_an_error_and_not_a_blank() -> None:
    with pytest.raises(UnknownText):
        say("frame.nonsense", "nl")


def test_every_text_is_used() -> None:
    exact, prefixes = _mentioned()
    unused = [
        key
        for key in texts("nl")
        if key not in exact and not any(key.startswith(prefix) for prefix in prefixes)
    ]
    assert not unused


def _mentioned() -> tuple[set[str], set[str]]:
    """The literals that look like a key, and the fixed beginnings of keys that are put together."""
    exact: set[str] = set()
    prefixes: set[str] = set()
    for node in _nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            exact.add(node.value)
        elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            start = str(node.values[0].value)
            if "." in start:
                prefixes.add(start)
    return exact, prefixes


def _nodes() -> Iterator[ast.AST]:
    files = [path for folder in SPEAKERS for path in (PROJECT / folder).rglob("*.py")]
    for path in [*files, PROJECT / "app.py"]:
        if path.exists():
            yield from ast.walk(ast.parse(path.read_text("utf-8")))
