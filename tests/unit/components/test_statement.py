"""The accessibility statement claims only what a test proves."""

import ast

import pytest

from components.text import texts
from tests.installation import PROJECT

PROOF = {
    "axe": ("tests/browser/test_every_page.py", "test_no_page_in_any_dress_has_barriers"),
    "keyboard": ("tests/browser/test_journeys.py", "test_the_same_way_can_be_gone_by_keyboard_alone"),
    "skip": (
        "tests/browser/test_journeys.py",
        "test_the_first_stop_of_the_keyboard_skips_to_the_content",
    ),
    "phone": ("tests/browser/test_every_page.py", "test_a_phone_never_scrolls_sideways"),
    "language": (
        "tests/browser/test_every_page.py",
        "test_a_page_speaks_one_language_also_in_its_title",
    ),
    "alternative": (
        "tests/integration/pages/test_indicator_page.py",
        "test_the_chart_has_words_a_table_and_a_file",
    ),
    "contrast": (
        "tests/unit/components/test_theme.py",
        "test_signs_and_lines_that_carry_meaning_stand_out",
    ),
}


def named_in_page(name: str) -> tuple[str, ...]:
    """A list of the statement, read without starting an app."""
    tree = ast.parse((PROJECT / "components/statement.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name:
            return tuple(ast.literal_eval(node.value))
    raise AssertionError(name)


def test_every_claim_has_a_test_behind_it() -> None:
    assert set(named_in_page("CLAIMS")) == PROOF.keys()


@pytest.mark.parametrize("claim", PROOF)
def test_the_test_behind_a_claim_exists(claim: str) -> None:
    path, name = PROOF[claim]
    tree = ast.parse((PROJECT / path).read_text("utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_shortcoming_says_why_what_to_do_meanwhile_and_what_is_planned(language: str) -> None:
    known = texts(language)
    for one in named_in_page("SHORTCOMINGS"):
        for part in ("what", "why", "instead", "plan"):
            assert known[f"page_access.{one}_{part}"]
