"""The joint attack on published files: all indicators that count a part of what one of them counts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import LEAST, NEAR, Key, Row, key, layers
from tests.integration.protection.joint_attack import Counts, JointAttack, links, parts_of

_CELLS = """
    SELECT
        o.indicator, o.partner, o.period, o.period_kind, o.period_start, o.period_end, o.split, o.split_value,
        o.numerator, o.denominator, o.n, o.records, o.eligible, o.clients, o.value, o.scale, o.suppressed
    FROM observation AS o
"""


def read(settings: Settings, audience: str) -> dict[Key, Row]:
    """The figures in the file of an audience."""
    return {key(row): row for row in cells(file_of(settings, audience), _CELLS)}


def counts_of(exact: Mapping[Key, Row]) -> dict[Key, Counts]:
    """How many have it and how many have not, where that is counted in records; else how many there are."""
    others = {
        row["indicator"]
        for row in exact.values()
        if row["records"] is not None and row["records"] != row["denominator"] and not row["scale"]
    }
    found = {}
    for one, row in exact.items():
        is_counted_so = one[0] not in others and (row["denominator"] is not None or row["n"] is not None)
        found[one] = layers(row) if is_counted_so else (float(row["records"] or row["n"] or 0), 0.0)
    return found


def own_of(exact: Mapping[Key, Row], counts: Mapping[Key, Counts], partner: str | None) -> set[Key]:
    """A partner knows all of itself, more than it is shown."""
    return {one for one, row in exact.items() if partner and row["partner"] == partner and any(counts[one])}


def stars(
    exact: Mapping[Key, Row], counts: Mapping[Key, Counts], seen: Sequence[Row]
) -> dict[str, list[Row]]:
    """The rows of each whole and of its parts; of those that show and hide the very same counts, of one."""
    rows = defaultdict(list)
    for row in seen:
        if any(counts[key(row)]):
            rows[row["indicator"]].append(row)
    faces = {
        one: tuple((key(row)[1:], sum(counts[key(row)]), row["suppressed"]) for row in of_one)
        for one, of_one in rows.items()
    }
    found: dict[object, tuple[str, list[Row]]] = {}
    for whole, parts in parts_of(list(exact.values())).items():
        alike = {faces[one]: one for one in [*sorted(parts), whole]}
        found[faces[whole]] = whole, [row for one in alike.values() for row in rows[one]]
    return dict(found.values())


def followed(
    exact: Mapping[Key, Row],
    counts: Mapping[Key, Counts],
    rows: Sequence[Row],
    whole: str,
    own: set[Key],
) -> list[Key]:
    """What follows of these rows for who knows its own besides."""
    truth = [counts[key(row)] for row in rows]
    shares = _shares(exact, counts, own)
    mine = own | {of_all for of_all, share in shares.items() if share == counts[of_all]}
    known = {at for at, row in enumerate(rows) if not row["suppressed"] or key(row) in mine}
    attack = JointAttack(rows, truth, known, list(links(rows, whole, _makers(exact, counts))))
    attack.knows_at_least({at: shares[key(row)] for at, row in enumerate(rows) if key(row) in shares})
    clients = [exact[key(row)]["clients"] for row in rows]
    return [
        key(rows[at]) for at in attack.found({at for at, many in enumerate(clients) if many in range(LEAST)})
    ]


def _shares(exact: Mapping[Key, Row], counts: Mapping[Key, Counts], own: set[Key]) -> dict[Key, Counts]:
    """How much of each figure of all partners is somebody's own, of those that are counted."""
    shares = {(one[0], None, *one[2:]): counts[one] for one in own if not _is_median(exact[one])}
    found = {one: share for one, share in shares.items() if any(counts[one])}
    assert all(sum(share) <= sum(counts[one]) + NEAR for one, share in found.items())
    return found


def _is_median(row: Row) -> bool:
    """One that was delivered, which stands beside the figure of all partners and not in it."""
    return row["eligible"] is None and row["denominator"] is None and not row["scale"]


def _makers(exact: Mapping[Key, Row], counts: Mapping[Key, Counts]) -> dict[Key, set[str]]:
    """Who is in each figure of all partners: nobody who delivered a median itself."""
    makers = defaultdict(set)
    for one, row in exact.items():
        if row["partner"] and any(counts[one]) and not _is_median(row):
            makers[one[0], None, *one[2:]].add(row["partner"])
    return makers
