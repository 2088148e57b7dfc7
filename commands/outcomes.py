"""Says what became of one delivery, and everything found in it."""

from rich.console import Console

from data.importing.findings import Level, printable
from data.importing.outcome import Outcome, State

_STATES = {
    State.ACCEPTED: "ingelezen",
    State.FINE: "in orde",
    State.KNOWN: "al ingelezen",
    State.REFUSED: "geweigerd; er is niets van opgeslagen",
}


def print_outcome(screen: Console, outcome: Outcome) -> None:
    """One line for the delivery and one for each finding."""
    rows = f", {outcome.rows} {'rij' if outcome.rows == 1 else 'rijen'}" if outcome.rows else ""
    kind = f" ({outcome.kind})" if outcome.kind else ""
    screen.print(f"{printable(outcome.name)}{kind}{rows}: {_STATES[outcome.state]}.")
    for finding in outcome.findings:
        warns = "let op, " if finding.level is Level.WARNING else ""
        place = f"{printable(finding.file)}, " if finding.file != outcome.name else ""
        screen.print(f"  - {warns}{place}{finding.sentence}")
