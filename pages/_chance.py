"""What chance alone would put in a list of signals, said below it."""

from dash import html
from dash.development.base_component import Component

from components.format import number
from domain.chance import chance_signals
from pages._visit import Visit


def chance_note(visit: Visit, compared: int) -> Component:
    """How many of so many comparisons chance alone would put in a list."""
    expected = number(chance_signals(compared, strong=False), visit.language, 1)
    words = visit.say("page_home.chance", count=number(compared, visit.language), expected=expected)
    return html.P(words, className="note")
