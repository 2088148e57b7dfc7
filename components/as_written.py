"""Words that the plan holds in one language only: in the other one they are marked as Dutch."""

from dash import html

from components.text import Language


def as_written(text: str, language: str) -> str | html.Span:
    """The words as they are; a screen reader of an English page hears them in Dutch."""
    return text if not text or Language(language) is Language.NL else html.Span(text, lang=Language.NL)


def around(sentence: str, text: str, language: str) -> str | list[str | html.Span]:
    """A sentence in the reader's language, with the words of the plan or of a source inside it marked."""
    before, _, after = sentence.partition(text)
    return sentence if Language(language) is Language.NL else [before, as_written(text, language), after]
