"""The rows of the care paths and the joint trajectories as a file; what is hidden has no number."""

from api.figure_rows import Cell, yes
from data.published import Published
from queries.care_paths import care_paths
from queries.joint_care import joint_care
from queries.publication import Publication

_PATHS: tuple[str, ...] = (
    "domein", "hulpvorm", "hulpvorm_naam", "daarna", "daarna_naam", "partner", "periode", "aantal_keer",
    "clienten", "volgens_plan", "voortijdig", "loopt_nog", "niet_bekend", "dagen_ertussen_mediaan",
    "dagen_mediaan", "dagen_kwartiel1", "dagen_kwartiel3", "uren_mediaan", "uren_kwartiel1", "uren_kwartiel3",
    "verborgen", "klein_aantal", "publicatie", "fictief",
)  # fmt: skip
_JOINT: tuple[str, ...] = (
    "partner", "periode", "hulppakketten", "clienten", "evalueert_zelf", "verborgen", "klein_aantal",
    "publicatie", "fictief",
)  # fmt: skip


def path_rows(
    published: Published, made: Publication, *, period: str, partner: str | None, language: str
) -> list[tuple[Cell, ...]]:
    """The care paths of a year or the horizon; without name it is a sum of several hidden ones."""
    found = care_paths(published, period=period, language=language, partner=partner)
    rows: list[tuple[Cell, ...]] = [
        (one.domain, one.care_form, one.start, one.next_form, one.end, partner, period, one.paths,
         one.clients, one.planned, one.early, one.running, one.unknown, one.days_between, one.days,
         one.days_q1, one.days_q3, one.hours, one.hours_q1, one.hours_q3, yes(one.suppressed),
         yes(bool(one.small)), made.version, yes(made.fictional))
        for one in found
    ]  # fmt: skip
    return [_PATHS, *rows]


def joint_rows(published: Published, made: Publication) -> list[tuple[Cell, ...]]:
    """The joint trajectories; without partner each counts once."""
    rows: list[tuple[Cell, ...]] = [
        (one.partner, one.period, one.packages, one.clients, one.evaluated, yes(one.suppressed),
         yes(bool(one.small)), made.version, yes(made.fictional))
        for one in joint_care(published)
    ]  # fmt: skip
    return [_JOINT, *rows]
