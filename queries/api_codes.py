"""The codes that a question to the interface may name, because the publication knows them."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class KnownCode:
    """One code that may be the value of a parameter."""

    parameter: str
    code: str


def api_codes(published: Published) -> dict[str, tuple[str, ...]]:
    """The known codes per parameter, in alphabetical order."""
    known: dict[str, list[str]] = {}
    for row in ask(published, "api_codes", KnownCode):
        known.setdefault(row.parameter, []).append(row.code)
    return {parameter: tuple(codes) for parameter, codes in known.items()}
