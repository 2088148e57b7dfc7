"""The policies under which a version is made, kept in the workspace so that every step asks the same ones."""

from collections.abc import Mapping

from data.publishing.statements import load
from data.store import Connection, rows
from domain.disclosure import Policy

_TYPES = {
    "audience": "VARCHAR",
    "min_denominator": "INTEGER",
    "min_part": "INTEGER",
    "zero_is_small": "BOOLEAN",
    "rounding_base": "INTEGER",
    "is_proved": "BOOLEAN",
}
_NAMED = """
    SELECT p.min_denominator, p.min_part, p.zero_is_small, p.rounding_base, p.is_proved
    FROM policy_in_force AS p WHERE p.audience = $audience
"""


def load_policies(connection: Connection, policies: Mapping[str, Policy]) -> None:
    """Make the table `policy_in_force`."""
    found = [
        (name, one.min_denominator, one.min_part, one.zero_is_small, one.rounding_base, one.is_proved)
        for name, one in policies.items()
    ]
    load(connection, "policy_in_force", _TYPES, found)


def policy_of(connection: Connection, audience: str) -> Policy:
    """The policy of one audience in this workspace."""
    (found,) = rows(connection, _NAMED, {"audience": audience})
    least, part, zero, base, proved = found
    return Policy(
        audience,
        int(str(least)),
        int(str(part)),
        zero_is_small=bool(zero),
        rounding_base=None if base is None else int(str(base)),
        is_proved=bool(proved),
    )
