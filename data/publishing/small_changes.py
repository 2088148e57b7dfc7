"""Lists the counts that changed by a few between two versions: who compares both learns of so few clients.

That is accepted for readers with lawful access (docs/decisions/small-groups.md), and said to who publishes.
The list with its numbers stands in the file that nobody reads.
"""

from data.publishing.aggregation import Progress
from data.publishing.files import Edition, written
from data.publishing.hidden_since import Earlier, seen_before
from data.publishing.policies import policy_of
from data.publishing.release import EXACT
from data.publishing.statements import run
from data.store import Connection, rows
from domain.audience import STEERING

_NAMED = 20
"""So many figures are named on the screen."""

_FIGURES = """
    SELECT DISTINCT
        concat_ws(' ', c.indicator, coalesce(c.partner, 'alle partners'), c.period, c.split, c.split_value)
    FROM small_change AS c
    ORDER BY ALL
"""


def list_small_changes(
    connection: Connection, edition: Edition, earlier: Earlier | None, tell: Progress
) -> None:
    """Keep them in the exact file and name the figures; nothing without an earlier version."""
    with seen_before(connection, earlier, STEERING) as is_there:
        if not is_there:
            return
        least = policy_of(connection, STEERING.file).min_denominator
        run(connection, "audiences/small_change", least=max(least, 1))
    with written(connection, edition.folder / f"{EXACT.name}.duckdb") as target:
        connection.execute(f"CREATE TABLE {target}.kept.small_change AS SELECT * FROM small_change")
    found = [str(figure) for (figure,) in rows(connection, _FIGURES)]
    tell(f"Met 1 tot {max(least, 1) - 1} veranderd sinds de vorige versie: {len(found)} cijfers", 1, 1)
    for figure in found[:_NAMED]:
        tell(f"  {figure}", 1, 1)
