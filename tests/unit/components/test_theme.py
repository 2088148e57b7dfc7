"""Colours: one set in figures, style sheet and script, readable in light and dark."""

import re
from pathlib import Path

import pytest

from components.theme import COLOURS

ASSETS = Path(__file__).resolve().parents[3] / "assets"


def tokens(theme: str) -> dict[str, str]:
    """The colours of the style sheet; dark ones where the dark theme changes them."""
    light, dark = re.split(r"@media screen and \(prefers-color-scheme: dark\)", css(), maxsplit=1)
    found = dict(re.findall(r"(--[a-z0-9-]+): (#[0-9a-f]{6});", light))
    if theme == "dark":
        found |= dict(re.findall(r"(--[a-z0-9-]+): (#[0-9a-f]{6});", dark.split("}\n}", 1)[0]))
    return found


def css() -> str:
    return (ASSETS / "theme.css").read_text("utf-8")


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_figures_use_the_light_colours_of_the_style_sheet() -> None:
    assert {name: tokens("light")[name] for name in COLOURS} == COLOURS


def test_the_script_knows_the_token_of_every_colour_in_a_figure() -> None:
    script = (ASSETS / "theme.js").read_text("utf-8")
    twins = {name: colour for colour, name in re.findall(r'"(#[0-9a-f]{6})": "(--[a-z0-9-]+)"', script)}
    assert twins == COLOURS


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_readable_on_paper_and_on_wash(theme: str) -> None:
    colours = tokens(theme)
    for name in ("--ink", "--ink-2", "--ink-3", "--accent"):
        assert contrast(colours[name], colours["--paper"]) >= 4.5
        assert contrast(colours[name], colours["--wash"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_signs_and_lines_that_carry_meaning_stand_out(theme: str) -> None:
    colours = tokens(theme)
    for name in ("--better", "--worse", "--neutral", "--series", "--interval", "--faint", "--control"):
        assert contrast(colours[name], colours["--paper"]) >= 3.0


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in ASSETS.glob("*.*"):
        if path.suffix in (".css", ".js"):
            assert not re.search(r"(https?:)?//[a-z]+\.[a-z]", path.read_text("utf-8")), path.name


def test_no_script_needs_what_a_strict_policy_forbids() -> None:
    for path in ASSETS.glob("*.js"):
        assert not re.search(r"\beval\(|new Function|setAttribute\(.style", path.read_text("utf-8")), (
            path.name
        )
