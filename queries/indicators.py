"""What is measured: names, definitions and how a value is to be read."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask

_ANSWERED = ("tevredenheid", "problemen_verminderd", "cijfers")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator in the reader's language; `sentence` has {waarde} where the figure stands."""

    code: str
    name: str
    definition: str
    sentence: str | None
    counted: str | None
    unit: str
    decimals: int
    direction: str
    outcome_criterion: str
    computation: str
    level: str
    domain: str | None
    question: str
    scale: str | None
    cut_off: float | None
    window_months: int | None
    definition_version: int

    @property
    def is_population(self) -> bool:
        """Whether it is about all inhabitants instead of the clients of partners."""
        return self.level == "bevolking"

    @property
    def is_reason(self) -> bool:
        """Whether it is one of the reasons of ending, which are shown together."""
        return self.computation.startswith("reden")

    @property
    def is_answered(self) -> bool:
        """Whether somebody answers for it: what is only counted, such as waiting, has no informant."""
        return self.computation.startswith(_ANSWERED)


def indicators(published: Published, *, language: str, code: str | None = None) -> list[Indicator]:
    """All indicators by name, or the one with this code; none when the plan has no such code."""
    return ask(published, "indicators", Indicator, language=language, code=code)
