"""The light colours and sizes of a figure; assets/theme.js swaps each colour for its dark twin."""

from typing import Any

PAPER = "#ffffff"
WASH = "#f7f6f3"
INK = "#16191d"
INK_2 = "#4a4f57"
INK_3 = "#63666b"
RULE = "#cfcdc6"
GRID = "#e6e4de"
ACCENT = "#6d2160"
BETTER = "#0072b2"
WORSE = "#c2510a"
NEUTRAL = "#6b6b6b"
SERIES = "#2b3a55"
INTERVAL = "#8793a8"
BAND_95 = "#eceef2"
BAND_80 = "#d9dee7"
FAINT = "#8c929c"

COLOURS = {
    "--paper": PAPER,
    "--wash": WASH,
    "--ink": INK,
    "--ink-2": INK_2,
    "--ink-3": INK_3,
    "--rule": RULE,
    "--grid": GRID,
    "--accent": ACCENT,
    "--better": BETTER,
    "--worse": WORSE,
    "--neutral": NEUTRAL,
    "--series": SERIES,
    "--interval": INTERVAL,
    "--band-95": BAND_95,
    "--band-80": BAND_80,
    "--faint": FAINT,
}
"""Every colour a figure may use, by the name of its token in assets/theme.css."""

FONT = (
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", '
    "Arial, sans-serif"
)
TEXT_SIZE = 13
CHARACTER_WIDTH = 0.56  # of the size; the average of the system fonts, with some room
NARROW = 560  # below this width a figure uses what it carries in layout.meta.narrow


def figure_layout(*, height: float, margin: dict[str, int], **parts: Any) -> dict[str, Any]:
    """The layout every figure starts from; `parts` are added to it."""
    return {
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "separators": ",.",
        "margin": margin,
        "height": height,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": INK_3,
            "align": "left",
            "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        },
        **parts,
    }


def x_axis(**parts: Any) -> dict[str, Any]:
    """A horizontal axis: a line, no grid."""
    return {**_AXIS, "showgrid": False, "showline": True, "linecolor": INK_3, "linewidth": 1, **parts}


def y_axis(**parts: Any) -> dict[str, Any]:
    """A vertical axis: a grid, no line."""
    return {**_AXIS, "showgrid": True, "gridcolor": GRID, "gridwidth": 1, "showline": False, **parts}


_AXIS: dict[str, Any] = {
    "zeroline": False,
    "ticks": "",
    "tickfont": {"color": INK_2, "size": TEXT_SIZE},
    "fixedrange": True,
    "automargin": False,
}
