"""The joint attack on published files: all indicators that count a part of what one of them counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import LEAST, NEAR, Key, Row, key, layers
from tests.integration.protection.joint_attack import AtMost, Counts, JointAttack, links, parts_of

_KEPT = "SELECT *, FALSE AS suppressed FROM kept.exact_observation"


def read_exact(settings: Settings) -> dict[Key, Row]:
    """Every figure there is, released or not, and whether it is in the figure of all (`is_in_all`)."""
    return {key(row): row for row in cells(file_of(settings, "exact"), _KEPT)}


def read(settings: Settings, audience: str, exact: Mapping[Key, Row]) -> list[Row]:
    """The figures in the file of an audience, and what that does not say: which are beside that of all."""
    rows = cells(file_of(settings, audience))
    return [row | {"is_in_all": exact[key(row)]["is_in_all"]} for row in rows]


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
    linked = list(links(rows, whole, _makers(exact, counts)))
    # How many could have answered is told beside a part, and is the whole.
    told = {of_whole for part, of_whole in linked if rows[part]["eligible"] is not None}
    known = {at for at, row in enumerate(rows) if not row["suppressed"] or key(row) in mine}
    missing = [
        sum(_share(shares, rows[of_whole])) - sum(_share(shares, rows[part])) for part, of_whole in linked
    ]
    at_most = [
        AtMost([part], of_whole, max(more, 0.0))
        for (part, of_whole), more in zip(linked, missing, strict=True)
    ]
    attack = JointAttack(rows, truth, known, [*at_most, *_of_partners(exact, counts, rows, own)])
    attack.knows_at_least({at: shares[key(row)] for at, row in enumerate(rows) if key(row) in shares})
    asked = _asked(exact, counts, rows, own)
    shown = {at for at in asked if not rows[at]["suppressed"] and key(rows[at]) not in mine}
    return [key(rows[at]) for at in {*attack.found(asked), *(told - known), *shown}]


def _share(shares: Mapping[Key, Counts], row: Row) -> Counts:
    return shares.get(key(row), (0.0, 0.0))


def _of_partners(
    exact: Mapping[Key, Row], counts: Mapping[Key, Counts], rows: Sequence[Row], own: set[Key]
) -> Iterator[AtMost]:
    """Partners in a file, and what somebody has itself that is in none, are no more than all together."""
    at, parts = {key(row): place for place, row in enumerate(rows)}, defaultdict(list)
    for one, place in at.items():
        if one[1] and exact[one]["is_in_all"]:
            parts[_of_all(one)].append(place)
    unread = {_of_all(one): counts[one] for one in own - at.keys() if exact[one]["is_in_all"]}
    for one in at.keys() & (parts.keys() | unread.keys()):
        for view, missing in enumerate(unread.get(one, (0.0, 0.0))):
            yield AtMost(parts[one], at[one], missing, view)


def _asked(
    exact: Mapping[Key, Row], counts: Mapping[Key, Counts], rows: Sequence[Row], own: set[Key]
) -> dict[int, float]:
    """How many a row must be able to be: the threshold, of others than who knows its own in it.

    Others are counted in clients where that own is in no file; else in what adds up, as clients do not.
    """
    own_in = {_of_all(one): one for one in own if exact[one]["is_in_all"]}
    keys = [key(row) for row in rows]
    in_file, asked = set(keys), dict[int, float]()
    for at, one in enumerate(keys):
        mine = own_in.get(one)
        if exact[one]["least_clients"] < LEAST:
            asked[at] = float(LEAST)
        elif mine is not None:
            others = sum(counts[one]) - sum(counts[mine])
            if mine not in in_file:
                others = exact[one]["least_clients"] - exact[mine]["least_clients"]
            if 0 < others < LEAST:
                asked[at] = LEAST + sum(counts[mine])
    return asked


def _shares(exact: Mapping[Key, Row], counts: Mapping[Key, Counts], own: set[Key]) -> dict[Key, Counts]:
    """How much of each figure of all partners is somebody's own, of those that are counted."""
    shares = {_of_all(one): counts[one] for one in own if exact[one]["is_in_all"]}
    found = {one: share for one, share in shares.items() if any(counts[one])}
    assert all(sum(share) <= sum(counts[one]) + NEAR for one, share in found.items())
    return found


def _makers(exact: Mapping[Key, Row], counts: Mapping[Key, Counts]) -> dict[Key, set[str]]:
    """Who is in each figure of all partners: nobody whose own stands beside it."""
    makers = defaultdict(set)
    for one, row in exact.items():
        if row["partner"] and any(counts[one]) and row["is_in_all"]:
            makers[_of_all(one)].add(row["partner"])
    return makers


def _of_all(one: Key) -> Key:
    """The same figure of all partners together."""
    return one[0], None, *one[2:]
