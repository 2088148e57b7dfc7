"""The tables of a published version: what one audience may see, and nothing else."""

from sqlalchemy import BigInteger, Boolean, Column, Date, DateTime, Double, Integer, MetaData, String, Table

from data.contract import fields
from data.schema_plan import PLAN_TABLES

published_metadata = MetaData()

SCHEMA_VERSION = 9
"""Raised when files of an older version can no longer be read by the queries, or show what is hidden now."""


def _comparison() -> tuple[Column[str], Column[str]]:
    """What tells one comparison of partners from another."""
    return Column("indicator", String, nullable=False), Column("period", String, nullable=False)


def _figure() -> tuple[Column[str], Column[str], Column[str]]:
    """What tells one line in time from another; without partner it is of all partners together."""
    return (
        Column("indicator", String, nullable=False),
        Column("partner", String),
        Column("period_kind", String, nullable=False),
    )


def _series() -> tuple[Column[str], ...]:
    """What tells one series from another, whatever its periods."""
    return (
        Column("indicator", String, nullable=False),
        Column("partner", String),
        Column("split", String),
        Column("split_value", String),
    )


publication = Table(
    "publication",
    published_metadata,
    Column("version", String, nullable=False),
    Column("published_at", DateTime, nullable=False),
    Column("today", Date, nullable=False),
    Column("audience", String, nullable=False),  # steering, partner-<code> or exact
    Column("fictional", Boolean, nullable=False),
    Column("schema_version", Integer, nullable=False),
    Column("min_clients", Integer, nullable=False),  # the threshold this file was made with
    Column("remade_at", DateTime),  # made again then, under a stricter policy
)

policy = Table(
    "policy",
    published_metadata,
    Column("audience", String, nullable=False),  # steering, partner_own, partner_other or public
    Column("min_denominator", Integer, nullable=False),  # unique clients
    Column("min_part", Integer, nullable=False),  # of numerator, and of what is left of the denominator
    Column("zero_is_small", Boolean, nullable=False),
    Column("rounding_base", Integer),  # null: counts are exact
    Column("is_proved", Boolean, nullable=False),  # hidden besides, with a proof
)
"""What held for each audience when the version was made; under a stricter one it is not served any more."""

observation = Table(
    "observation",
    published_metadata,
    Column("indicator", String, nullable=False),
    Column("partner", String),  # null: all partners together, or the population
    Column("period", String, nullable=False),  # notation of domain.period
    Column("period_kind", String, nullable=False),
    Column("period_start", Date, nullable=False),
    Column("period_end", Date, nullable=False),
    Column("split", String),  # null: no split; else one of SPLITS
    Column("split_value", String),
    Column("numerator", Double),
    Column("denominator", Double),
    Column("records", BigInteger),  # records counted; null where only aggregates were delivered
    Column("clients", BigInteger),  # unique clients; null for population figures
    Column("value", Double),  # shares 0-1; otherwise in the unit of the indicator
    Column("n", BigInteger),  # observations behind a mean or median
    Column("sd", Double),
    Column("q1", Double),
    Column("q3", Double),
    Column("eligible", BigInteger),  # could have had a value; of others only where nothing follows from it
    Column("asked", BigInteger),  # clients who were asked; of others only where nothing follows from it
    Column("delivered_by", Integer),  # partners whose figures are in
    Column("expected_from", Integer),  # partners who by agreement deliver this indicator in this period
    Column("suppressed", Boolean, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("definition_version", Integer, nullable=False),
    Column("scale", String),
    Column("informant", String),
    Column("measured_on", Date),
    Column("source", String),
    Column("lower", Double),  # 95 % interval, in the unit of the value; null where there is none
    Column("upper", Double),
    Column("status", String),  # domain.status.Status: against the criterion at the end of the period
    Column("strong", Boolean),  # whether the status holds at 99.8 % as well
    Column("svd", Double),  # smallest visible difference: the nearest truth that would have shown
    Column("path", String),  # domain.status.PathStatus: against the path of the indicator's goal
    Column("movement", String),  # domain.status.Movement; on the latest shown row of each kind of period
    Column("small", Boolean),  # few clients: shown, with the mark 'klein aantal'
    Column("hidden_since", Date),  # shown until then; hidden since the policy became stricter
)

other_partners = Table(
    "other_partners",
    published_metadata,
    *_comparison(),
    Column("period_kind", String, nullable=False),
    Column("period_start", Date, nullable=False),
    Column("period_end", Date, nullable=False),
    Column("partners", Integer, nullable=False),  # whose figures do not stand apart
    Column("numerator", Double),  # of all partners together minus those shown apart, as every count here
    Column("denominator", Double),
    Column("records", BigInteger),
    Column("value", Double, nullable=False),
    Column("n", BigInteger),
    Column("sd", Double),
    Column("provisional", Boolean, nullable=False),
    Column("definition_version", Integer, nullable=False),
    Column("scale", String),
    Column("lower", Double),
    Column("upper", Double),
    Column("status", String),
    Column("strong", Boolean),
    Column("svd", Double),
    Column("path", String),
    Column("small", Boolean),
)
"""What the partners come to together that an audience does not see apart; a median of them does not exist."""

coverage = Table(
    "coverage",
    published_metadata,
    Column("partner", String, nullable=False),
    Column("period", String, nullable=False),  # half-years
    Column("expected", Boolean, nullable=False),  # by the agreements
    Column("delivered", Boolean, nullable=False),
    Column("kind", String),  # trajecten or cijfers
    Column("received_on", Date),
    Column("rows", BigInteger),  # only the partner's own
    Column("final", Boolean, nullable=False),
)

completeness = Table(
    "completeness",
    published_metadata,
    *_comparison(),
    Column("partners", Integer, nullable=False),  # of whom both counts are known
    Column("delivered_by", Integer, nullable=False),  # partners whose figures are in that of all
    Column("known", BigInteger),  # records with a value, of those partners; null in the file of a partner
    Column("eligible", BigInteger),  # theirs that could have had one; unless they are all that delivered
    Column("share", Double, nullable=False),  # known of eligible; rounded to whole percentages there
)
"""Of all partners together: how much is known, of those partners of whom it can be told."""

care_path = Table(
    "care_path",
    published_metadata,
    Column("domain", String, nullable=False),
    Column("partner", String),  # who gave the help that ended; null: all partners together
    Column("period", String, nullable=False),  # in which that help ended: a year, or the horizon
    Column("period_kind", String, nullable=False),
    Column("care_form", String),  # that ended; null: several together
    Column("next_form", String),  # that followed; null: several hidden paths together, or 'overige'
    Column("paths", BigInteger),  # endings with this help after them
    Column("clients", BigInteger),
    *(
        Column(name, BigInteger) for name in ("planned", "early", "running", "unknown")
    ),  # how the next help ended
    Column("days_between", Double),  # median, from the end of the one to the start of the other
    *(
        Column(name, Double) for name in ("days", "days_q1", "days_q3")
    ),  # the next help lasted, where it ended
    Column("days_clients", BigInteger),
    *(Column(name, Double) for name in ("hours", "hours_q1", "hours_q3")),  # delivered in the next help
    Column("hours_clients", BigInteger),
    Column("suppressed", Boolean, nullable=False),
    Column("small", Boolean),
)

care_path_scope = Table(
    "care_path_scope",
    published_metadata,
    Column("domain", String, nullable=False),
    Column("partner", String),
    Column("period", String, nullable=False),
    Column("period_kind", String, nullable=False),
    Column("window_months", Integer, nullable=False),  # within which other help counts as following
    Column("first_year", Integer, nullable=False),  # of the endings that could be followed
    Column("last_year", Integer, nullable=False),
    Column("partners", Integer, nullable=False),
    Column("within", Integer, nullable=False),  # of those: followed within the partner only
    Column("provisional", Boolean, nullable=False),
)

joint_care = Table(
    "joint_care",
    published_metadata,
    Column("partner", String),  # null: each joint trajectory once, whoever takes part
    Column("period", String, nullable=False),  # in which it began: a year, or the horizon
    Column("period_kind", String, nullable=False),
    Column("packages", BigInteger),
    Column("clients", BigInteger),
    Column("evaluated", BigInteger),  # by this partner; of all together: with an evaluator known
    Column("suppressed", Boolean, nullable=False),
    Column("small", Boolean),
)

delivery_log = Table(
    "delivery_log",
    published_metadata,
    Column("partner", String, nullable=False),
    Column("period", String),
    Column("kind", String, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("rows", BigInteger),  # only the partner's own
    Column("state", String, nullable=False),  # accepted, replaced or purged
)

label = Table(
    "label",
    published_metadata,
    Column("list", String, nullable=False),  # hulpvorm, verwijzer, leeftijdsgroep, gemeente, informant
    Column("domain", String),  # null: the code means the same in each domain
    Column("code", String, nullable=False),  # as it stands in observation.split_value
    Column("label", String, nullable=False),
    Column("label_en", String),
)

movement_reason = Table(
    "movement_reason",
    published_metadata,
    *_series(),
    Column("movement", String, nullable=False),
    Column("basis", String, nullable=False),  # chart, or quarters: the last four against the four before
    Column("period_kind", String, nullable=False),  # the grain that was judged
    Column("period", String, nullable=False),  # the latest point of that grain
    Column("points", Integer, nullable=False),
    Column("rules", String),  # rule_side of each signal at the latest point, by comma
    Column("difference", Double),  # basis quarters: later minus earlier, with its 95 % interval
    Column("lower", Double),
    Column("upper", Double),
    Column("sizes_vary", Boolean, nullable=False),  # the largest n is more than twice the smallest
)

control_limit = Table(
    "control_limit",
    published_metadata,
    *_figure(),
    Column("starts_on", Date, nullable=False),  # a stretch between breaks, both days inside it
    Column("ends_on", Date, nullable=False),
    Column("mean", Double, nullable=False),
    Column("lower", Double, nullable=False),
    Column("upper", Double, nullable=False),
)

forecast = Table(
    "forecast",
    published_metadata,
    *_figure(),
    Column("period", String, nullable=False),
    Column("on", Date, nullable=False),  # the middle of the period
    Column("fit", Double, nullable=False),
    *(Column(name, Double, nullable=False) for name in ("lower80", "upper80", "lower95", "upper95")),
)

funnel = Table(
    "funnel",
    published_metadata,
    *_comparison(),
    Column("period_kind", String, nullable=False),
    Column("centre", Double, nullable=False),  # the figure of all partners together
    Column("units", Integer, nullable=False),
    Column("phi", Double),  # how much more partners differ than chance
    Column("tau2", Double),
)

funnel_limit = Table(
    "funnel_limit",
    published_metadata,
    *_comparison(),
    Column("adjusted", Boolean, nullable=False),  # for the variance between partners
    Column("n", Integer, nullable=False),
    *(Column(name, Double, nullable=False) for name in ("lower95", "upper95", "lower998", "upper998")),
)

funnel_unit = Table(
    "funnel_unit",
    published_metadata,
    *_comparison(),
    Column("partner", String),  # null: unnamed; n is rounded to 5 and the value to a whole percentage then
    Column("n", Integer, nullable=False),
    Column("value", Double, nullable=False),
    Column("place", String, nullable=False),  # domain.status.FunnelClass
    Column("adjusted_place", String),
)

action_effect = Table(
    "action_effect",
    published_metadata,
    Column("action", String, nullable=False),
    Column("indicator", String, nullable=False),
    Column("partner", String),
    Column("period_kind", String, nullable=False),
    *(Column(name, Date, nullable=False) for name in ("before_from", "before_to", "after_from", "after_to")),
    Column("before", Double),
    Column("after", Double),
    Column("before_n", Double),
    Column("after_n", Double),
    Column("difference", Double),  # after minus before, with its 95 % interval
    Column("lower", Double),
    Column("upper", Double),
    Column("state", String, nullable=False),  # domain.status.Difference
)

method_value = Table(
    "method_value",
    published_metadata,
    Column("rule", String, nullable=False),  # of domain.worked_examples
    Column("place", Integer, nullable=False),  # the order of the rules
    Column("name", String, nullable=False),
    Column("amount", Double, nullable=False),
    Column("decimals", Integer, nullable=False),
    Column("is_share", Boolean, nullable=False),
)

false_signal = Table(
    "false_signal",
    published_metadata,
    Column("criterion", Double, nullable=False),
    Column("size", Integer, nullable=False),
    Column("naive", Double, nullable=False),  # chance to be called worse while exactly on the criterion
    Column("ours", Double, nullable=False),
)

_COPIED = {table: tuple(fields(table)) for table in PLAN_TABLES}
PLAN_COPIES = tuple(
    Table(
        table.name,
        published_metadata,
        *(Column(name, table.columns[name].type, nullable=table.columns[name].nullable) for name in names),
        *(
            (Column("target", Double), Column("baseline", Double))  # resolved, as value of the indicator
            if table.name == "goal"
            else ()
        ),
    )
    for table, names in _COPIED.items()
)
"""The plan as published: same columns; values of indicators in percent are shares here (15 % is 0.15)."""

PUBLISHED_TABLES = tuple(published_metadata.tables.values())
