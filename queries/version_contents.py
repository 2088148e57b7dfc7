"""What a version holds, in numbers: goals, indicators, partners, figures and how many are hidden."""

from dataclasses import dataclass

from data.published import Published
from queries._ask import ask


@dataclass(frozen=True, slots=True)
class VersionContents:
    """The counts of one version, and its first and last period; both None where it has no figures."""

    goals: int
    indicators: int
    partners: int
    figures: int
    hidden: int
    provisional: int
    first_period: str | None
    last_period: str | None


def version_contents(published: Published) -> VersionContents:
    """The contents of this version, as this audience has it."""
    return ask(published, "version_contents", VersionContents)[0]
