"""Finding something by words: small letters, without accents, every word of the question somewhere in it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Something with a name and a place of its own; `more` says in other words what it is."""

    name: str
    place: str
    more: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """The first of the other words."""
        return next((text for text in self.more if text), "")


def folded(text: str) -> str:
    """The text as it is compared: 'Één' and 'een' are the same."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def find(asked: str, known: Iterable[Found]) -> list[Found]:
    """Whatever holds every word, names before other words, then by name; nothing for no words."""
    words = folded(asked).split()
    if not words:
        return []
    ranked = [(rank, folded(one.name), one) for one in known if (rank := _rank(words, one)) is not None]
    return [one for _, _, one in sorted(ranked, key=lambda each: each[:2])]


def _rank(words: list[str], one: Found) -> int | None:
    name, all_words = folded(one.name), folded(" ".join((one.name, *one.more)))
    if not all(_is_in(word, all_words) for word in words):
        return None
    if not all(_is_in(word, name) for word in words):
        return 2
    return 0 if name.startswith(words[0]) else 1


def _is_in(word: str, text: str) -> bool:
    """A number only as a number of its own: '2' is not found in '2026'."""
    if word.isdecimal():
        return re.search(rf"(?<!\d){word}(?!\d)", text) is not None
    return word in text
