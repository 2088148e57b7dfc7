"""Explains the rules in force: their settings and worked examples, and how often chance alone speaks.

The examples need the statistics libraries, which a web worker never loads; so they are published.
"""

from data.publishing.judging.kept import keep
from data.publishing.policies import policy_of
from data.store import Connection
from domain.disclosure import POLICIES
from domain.false_signals import false_signal_table
from domain.worked_examples import examples

_VALUE = {
    "rule": "VARCHAR",
    "place": "INTEGER",
    "name": "VARCHAR",
    "amount": "DOUBLE",
    "decimals": "INTEGER",
    "is_share": "BOOLEAN",
}
_SIGNAL = {"criterion": "DOUBLE", "size": "INTEGER", "naive": "DOUBLE", "ours": "DOUBLE"}


def explain(connection: Connection) -> None:
    """Make the tables `explained` and `signalled`, which are the same for every audience."""
    policies = {audience: policy_of(connection, audience) for audience in POLICIES}
    values = [
        (one.rule, place, one.name, one.amount, one.decimals, one.is_share)
        for place, one in enumerate(examples(policies))
    ]
    keep(connection, "explained", _VALUE, values)
    signals = [(one.criterion, one.size, one.naive, one.ours) for one in false_signal_table()]
    keep(connection, "signalled", _SIGNAL, signals)
