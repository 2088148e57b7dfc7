"""The tables that the intake keeps for itself: what came, what is final, and what is left of purged records.

Of purged records only sums remain, per partner and month, in total or for one value of one split. No number
of a client or trajectory is among them.
"""

from sqlalchemy import BigInteger, Column, DateTime, Double, Integer, MetaData, String, Table

_administration = MetaData()

delivery = Table(
    "delivery",
    _administration,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),  # plan, trajecten, cijfers or statline
    Column("partner", String),
    Column("period", String),
    Column("file_name", String, nullable=False),  # as the sender called it
    Column("stored_as", String, nullable=False),  # under deliveries/; deliveries of one file share it
    Column("sha256", String, nullable=False),
    Column("received_at", DateTime, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("state", String, nullable=False),  # accepted, replaced or purged
)

final_period = Table(
    "final_period",
    _administration,
    Column("partner", String),  # null: for every partner
    Column("period", String, nullable=False),
    Column("marked_on", DateTime, nullable=False),
)

intake_meta = Table(
    "intake_meta",
    _administration,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

purge_log = Table(
    "purge_log",
    _administration,
    Column("purged_at", DateTime, nullable=False),
    Column("last_period", String, nullable=False),  # the half-year up to which records were removed
    Column("retention_months", Integer, nullable=False),
    Column("records", BigInteger, nullable=False),
    Column("files", BigInteger, nullable=False),
)


def _kept(*more: Column[str]) -> tuple[Column[str], ...]:
    """What tells one kept number from another; a code of a split is only read with its domain."""
    return (
        Column("indicator", String, nullable=False),
        Column("partner", String),
        *more,
        Column("split", String),
        Column("split_domain", String),
        Column("split_value", String),
    )


kept_sum = Table(
    "kept_sum",
    _administration,
    *_kept(),
    Column("month", Integer, nullable=False),  # months since year 0
    Column("numerator", Double),
    Column("denominator", Double),
    Column("records", BigInteger, nullable=False),
    Column("total", Double),
    Column("squares", Double),
    Column("eligible", BigInteger, nullable=False),
)

kept_value = Table(
    "kept_value",
    _administration,
    *_kept(),
    Column("month", Integer, nullable=False),
    Column("value", Double, nullable=False),  # of a median, which no sum can give
    Column("times", BigInteger, nullable=False),
)

kept_surplus = Table(
    "kept_surplus",
    _administration,
    *_kept(Column("period", String, nullable=False)),  # without partner: of all partners together
    Column("records", BigInteger, nullable=False),  # how many records more than clients
)

KEPT_TABLES = (kept_sum, kept_value, kept_surplus)
ADMINISTRATION_TABLES = tuple(_administration.tables.values())
