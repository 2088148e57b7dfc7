"""What is possible but unlikely about a delivery, seen beside earlier ones: told, never refused."""

from data.importing.findings import Finding, Level


def warning(what: str, mend: str, column: str | None = None, values: tuple[str, ...] = ()) -> Finding:
    """A finding that lets the delivery in."""
    return Finding(what, mend, column=column, values=values, level=Level.WARNING)


def shown_number(number: object) -> str:
    """The number with a decimal comma, and no more decimals than it has."""
    return f"{float(str(number)):.10g}".replace(".", ",")
