"""What the interface says when it cannot answer: one sentence in Dutch, the same in English."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """One sentence about what is wrong and how to mend it, in both languages."""

    dutch: str
    english: str


class Refused(Exception):
    """A request that gets no figures: the status of the answer, and the sentence that says why."""

    def __init__(self, status: int, sentence: Sentence) -> None:
        super().__init__(sentence.dutch)
        self.status = status
        self.sentence = sentence


class UnusableQuestion(Refused):
    """A parameter, or the value of one, that the interface does not know."""

    def __init__(self, dutch: str, english: str) -> None:
        super().__init__(400, Sentence(dutch, english))


NO_TOKEN = Sentence(
    "Stuur een geldige sleutel mee, in de kop Authorization: Bearer, gevolgd door een spatie en de sleutel.",
    "Send a valid token in the header Authorization: Bearer, followed by a space and the token.",
)
NO_SUCH_PAGE = Sentence(
    "Dit adres bestaat niet in de koppeling. Op /api/v1/openapi.json staat wat er wel is.",
    "This address does not exist in the interface. /api/v1/openapi.json says what does.",
)
READ_ONLY = Sentence(
    "Met de koppeling kunt u alleen cijfers opvragen. Gebruik GET.",
    "The interface only answers questions. Use GET.",
)
NOTHING_PUBLISHED = Sentence(
    "Er zijn nog geen cijfers gepubliceerd. Probeer het later opnieuw.",
    "No figures have been published yet. Try again later.",
)
NOTHING_FOR_READER = Sentence(
    "Voor deze sleutel staan er geen cijfers in de laatste publicatie. Vraag de gegevensbeheerder waarom.",
    "The latest publication has no figures for this token. Ask the data officer why.",
)
OUT_OF_ORDER = Sentence(
    "De gegevens zijn nu niet te lezen. Probeer het later opnieuw.",
    "The data cannot be read at the moment. Try again later.",
)


def unexpected(reference: str) -> Sentence:
    """What a reader gets to see of a mistake of ours; the log has the rest under the same number."""
    return Sentence(
        f"Er ging iets mis. Probeer het later opnieuw, of noem de beheerder dit nummer: {reference}.",
        f"Something went wrong. Try again later, or give the administrator this number: {reference}.",
    )


def shown(text: str) -> str:
    """What somebody sent, short and on one line, so that a sentence about it stays one."""
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return printable if len(printable) <= 40 else f"{printable[:39]}…"
