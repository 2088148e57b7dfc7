"""Names and states for assistive technology, which Dash takes only as keys with a hyphen."""

from typing import Any


def aria(**attributes: str) -> dict[str, Any]:
    """The attributes with `aria-` before them, to spread into an html element: **aria(label='...')."""
    return {f"aria-{name}": text for name, text in attributes.items()}
