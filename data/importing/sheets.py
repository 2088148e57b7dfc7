"""Which sheets of a workbook are the delivery; a text file is one sheet without a name."""

from collections.abc import Iterator
from pathlib import Path

from data.importing.carriers import Carrier, Head
from data.importing.findings import Finding, Level, UnreadableDelivery, errors, sentence_of
from data.importing.headers import normalised
from data.importing.recognition import Kind, Recognised, recognised

GUIDE_SHEET, CODES_SHEET = "Toelichting", "Codes"
_NOT_DELIVERED = {normalised(GUIDE_SHEET), normalised(CODES_SHEET)}
Known = tuple[Head, Recognised]


def delivered_sheets(carrier: Carrier, path: Path) -> tuple[list[Known], list[Finding]]:
    """The sheets to take in and what is wrong with the others; UnreadableDelivery when there are none."""
    heads = [head for head in carrier.heads if normalised(head.sheet or "") not in _NOT_DELIVERED]
    known: list[Known] = []
    failed: list[Finding] = []
    for head in heads:
        try:
            known.append((head, recognised(head, head.sheet or path.stem)))
        except UnreadableDelivery as error:
            failed += errors(carrier.obstacles(head)) or [
                each.located("", head.sheet) for each in error.findings
            ]
    if not known:
        raise UnreadableDelivery(*failed[:1] or [_nothing()])
    in_plan = [each for each in known if each[1].kind is Kind.PLAN]
    chosen = in_plan or _one_table(known)
    left = [head for head in heads if head not in [each for each, _ in chosen]]
    unread = failed if in_plan else []
    found = [*unread, *_left(left, failed, in_plan=bool(in_plan))]
    return chosen, [*found, *(each for head, _ in chosen for each in carrier.obstacles(head))]


def _nothing() -> Finding:
    return Finding("de werkmap is leeg", "Lever een blad met kolomkoppen en rijen.")


def _one_table(known: list[Known]) -> list[Known]:
    """The one sheet of records or figures: the one named after its kind, else the only one there is."""
    named = [each for each in known if normalised(each[0].sheet or "") == each[1].kind]
    chosen = named or known
    if len(chosen) > 1:
        names = sentence_of(str(head.sheet) for head, _ in chosen)
        raise UnreadableDelivery(
            Finding(
                f"op meer dan één blad staat een levering: {names}",
                "Lever elk blad in een eigen werkmap, of zet alle rijen op één blad.",
            )
        )
    return chosen


def _left(heads: list[Head], failed: list[Finding], *, in_plan: bool) -> Iterator[Finding]:
    """Sheets that are not taken in: in a plan each must be a table, beside a delivery they may be notes."""
    explained = {finding.sheet for finding in failed} if in_plan else set()
    for head in heads:
        if head.sheet not in explained:
            yield Finding(
                "hoort niet bij het plan" if in_plan else "is niet ingelezen",
                "Lever dit blad in een eigen werkmap." if in_plan else "Klopt dit? Anders: lever het apart.",
                sheet=head.sheet,
                level=Level.ERROR if in_plan else Level.WARNING,
            )
