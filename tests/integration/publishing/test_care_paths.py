"""Care paths and joint trajectories: counted as they are told, and nothing hidden can be computed back."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from data.publishing.publication import publish
from data.store import connect_readonly
from domain.columns import Mask
from domain.disclosure import CLOSED
from domain.disclosure_attack import bounds
from domain.disclosure_table import NOBODY, Relation, Table
from settings import Settings
from tests.integration.publishing import generated
from tests.integration.publishing.intake import (
    Given,
    ambition,
    delivery,
    indicator,
    partner,
    record,
    settings_in,
    taken_in,
)

HORIZON = "2023/2026"
THRESHOLD = CLOSED.min_denominator
DELIVERED_ONLY = indicator("steunfiguur", computation="cijfers")
"""No figure comes from the records, so that only their paths are published."""

Row = dict[str, Any]


def path(client: str, year: int, first: str = "14", then: str = "02", **given: Any) -> list[Given]:
    """Help of one client that ended in March, with the help that followed it a week later."""
    ended = date(year, 3, 20)
    shared = {"client": client, "end_reason": "01", **given}
    return [
        record(f"{client}-{first}-{year}", care_form=first, started_on=ended - timedelta(200), ended_on=ended,
               **{**shared, "end_reason": "01"}),
        record(f"{client}-{then}-{year}b", care_form=then, started_on=ended + timedelta(7),
               ended_on=ended + timedelta(107), **shared),
    ]  # fmt: skip


def paths(count: int, name: str, year: int, *forms: str, **given: Any) -> list[Given]:
    return [row for number in range(count) for row in path(f"{name}{number}", year, *forms, **given)]


def reach(code: str, domain: str = "jeugd") -> Given:
    """A running record, by which the partner delivered until the middle of 2026."""
    return record(f"late {code}", partner=code, domain=domain, delivery_period="2026-H1",
                  started_on=date(2026, 1, 5), ended_on=None, end_reason=None, code_list=None)  # fmt: skip


SHARING = (partner("P01", shared_pseudonyms=True), partner("P02", shared_pseudonyms=True))
OTHERS = (partner("P03"), partner("P04"), partner("P05", named=False), partner("P06"), partner("P07"))
THREE_HIDDEN = (("02", 6), ("04", 7))


def moved(number: int, code: str, next_partner: str) -> list[Given]:
    """A client who left one partner, and found other help at another; as the intake keys their numbers."""
    client, same = f"moved {code} {number}", next_partner == "P02"
    return [
        record(f"f{code}{number}", client=client, partner=code, care_form="11", ended_on=date(2023, 3, 1),
               started_on=date(2022, 3, 1)),
        record(f"g{code}{number}", client=client if same else f"other {client}", care_form="03",
               partner=next_partner, started_on=date(2023, 3, 5), ended_on=date(2023, 8, 1)),
    ]  # fmt: skip


def population() -> list[Given]:
    """Clients of seven partners, each telling one thing about care paths."""
    apart = [
        record("x1", client="x", partner="P07", care_form="14", started_on=date(2023, 1, 1),
               ended_on=date(2024, 1, 10)),
        record("x2", client="x", partner="P07", care_form="02", started_on=date(2024, 7, 11),
               ended_on=date(2024, 9, 1)),
        record("y1", client="y", partner="P07", care_form="14", started_on=date(2023, 1, 1),
               ended_on=date(2024, 1, 10)),
        record("y2", client="y", partner="P07", domain="wmo", code_list="iwmo", end_reason="19",
               care_form="01", started_on=date(2024, 2, 1), ended_on=date(2024, 9, 1)),
    ]  # fmt: skip
    joint = [
        record(f"j{number}-{code}", client=f"j{number}", partner=code, care_package=f"HP{number}",
               evaluator="P01", ended_on=None, end_reason=None, code_list=None)
        for number in range(12)
        for code in ("P01", "P02")
    ]  # fmt: skip
    return [
        *paths(12, "a", 2024, hours_delivered=40.0),
        *paths(4, "b", 2024, end_reason="03", partner="P02"),
        *(row for form, count in THREE_HIDDEN for row in paths(count, form, 2024, "13", form, partner="P03")),
        *paths(5, "c", 2024, "12", partner="P03"),
        *paths(12, "d", 2025, "01", partner="P04"),
        *paths(12, "e", 2026, "01", partner="P04"),
        *paths(14, "u", 2023, "04", partner="P05"),
        *(row for number in range(12) for row in moved(number, "P01", "P02")),
        *(row for number in range(12) for row in moved(number, "P06", "P07")),
        *apart,
        *joint,
        record("single", client="s", care_package="HP99"),
    ]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    made = settings_in(tmp_path_factory.mktemp("home"))
    known = [*SHARING, *OTHERS]
    late = [reach(str(one.values["code"])) for one in known]
    taken_in(made, [ambition(), DELIVERED_ONLY, *known, *late, *population()])
    publish(made)
    return made


def asked(settings: Settings, audience: str, table: str) -> list[Row]:
    path = settings.published / "000001" / f"{audience}.duckdb"
    with connect_readonly(path) as connection:
        answer = connection.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def told(settings: Settings, audience: str = "steering", **which: Any) -> list[Row]:
    found = asked(settings, audience, "care_path")
    return [row for row in found if all(row[name] == value for name, value in which.items())]


def test_a_path_says_how_many_how_long_how_much_and_what_it_led_to(settings: Settings) -> None:
    (row,) = told(settings, period="2024", care_form="14", partner=None)
    assert (row["next_form"], row["paths"], row["clients"]) == ("02", 16, 16)
    assert (row["planned"], row["early"], row["running"], row["unknown"]) == (12, 4, 0, 0)
    assert (row["days_between"], row["days"], row["hours"]) == (7, 100, 40)
    assert row["small"]


def test_help_after_the_window_or_in_another_domain_does_not_follow(settings: Settings) -> None:
    assert told(settings, "partner-P07", partner="P07") == []


def test_a_year_counts_only_when_everything_after_it_could_be_followed(settings: Settings) -> None:
    assert {row["period"] for row in told(settings, "partner-P04", partner="P04")} == {"2025", HORIZON}


def test_help_of_another_partner_follows_only_where_pseudonyms_are_shared(settings: Settings) -> None:
    followed = told(settings, care_form="11", period_kind="horizon")
    assert {(row["partner"], row["paths"]) for row in followed} == {(None, 12), ("P01", 12)}
    scopes = {row["partner"]: row for row in asked(settings, "steering", "care_path_scope")}
    assert (scopes["P01"]["within"], scopes["P04"]["within"]) == (0, 1)


def test_a_partner_gets_its_own_paths_in_full_and_no_other_partner(settings: Settings) -> None:
    found = told(settings, "partner-P02")
    assert {row["partner"] for row in found} == {None, "P02"}
    assert {row["paths"] for row in found if row["partner"]} == {4}


def test_few_clients_of_others_are_hidden_from_a_partner_that_could_subtract(settings: Settings) -> None:
    which: dict[str, Any] = {"care_form": "14", "partner": None}
    assert {row["paths"] for row in told(settings, **which)} == {16}
    assert {row["paths"] for row in told(settings, "partner-P02", **which)} == {16}
    assert {row["paths"] for row in told(settings, "partner-P01", **which)} == {None}


def test_hidden_paths_are_told_together_when_they_are_several_and_ten_or_more(settings: Settings) -> None:
    residual = told(settings, partner=None, next_form=None)
    told_as = {(row["care_form"], row["paths"], row["clients"]) for row in residual}
    assert told_as == {("13", 13, None), (None, 5 + 14, None)}


def test_an_unnamed_partner_has_no_paths_of_its_own_in_the_steering_file(settings: Settings) -> None:
    assert told(settings, partner="P05") == []
    assert told(settings, "partner-P05", partner="P05") != []


def test_a_joint_trajectory_counts_once_for_all_and_at_each_partner(settings: Settings) -> None:
    def counted(audience: str) -> dict[str | None, tuple[int, int]]:
        rows = asked(settings, audience, "joint_care")
        return {
            row["partner"]: (row["packages"], row["evaluated"]) for row in rows if row["period"] == HORIZON
        }

    assert counted("steering") == {None: (12, 12), "P01": (12, 12), "P02": (12, 0)}
    assert counted("partner-P02") == {None: (12, 12), "P02": (12, 0)}


def test_what_came_in_is_listed_per_partner_without_the_name_of_a_file(tmp_path: Path) -> None:
    made = settings_in(tmp_path)
    given = [delivery(1, "trajecten", partner="P01", period="2025-H1", state="replaced"),
             delivery(2, "trajecten", partner="P01", period="2025-H1"),
             delivery(3, "trajecten", partner="P02", period="2025-H1")]  # fmt: skip
    taken_in(made, [ambition(), DELIVERED_ONLY, *SHARING, *given, record()])
    publish(made)
    states = [row["state"] for row in asked(made, "partner-P01", "delivery_log")]
    assert states == ["replaced", "accepted"]
    assert b"trajecten.csv" not in (made.published / "000001" / "steering.duckdb").read_bytes()


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Random records of partners that share pseudonyms, about small numbers."""
    made = settings_in(tmp_path_factory.mktemp("busy"))
    known = [partner(code, shared_pseudonyms=True) for code in generated.PARTNERS]
    generated.take_in(made, generated.records(3, 1200), [ambition(), DELIVERED_ONLY, *known])
    publish(made)
    return made


@pytest.mark.parametrize("audience", ["steering", "partner-P01", "partner-P04"])
def test_no_hidden_path_follows_from_what_is_told(busy: Settings, audience: str) -> None:
    """By whole-number programming over all paths, for someone who knows every path of an own partner."""
    reader = audience.removeprefix("partner-") if audience != "steering" else None
    table, hidden, open_to_attack = attacked(told(busy, "exact"), told(busy, audience), reader)
    assert open_to_attack
    for cell in open_to_attack:
        found = bounds(table, hidden, cell)
        assert not found.is_exact
        assert found.high is None or found.high - found.low >= THRESHOLD - 1


@pytest.mark.parametrize("audience", ["steering", "partner-P01", "partner-P04"])
def test_no_hidden_path_must_be_small_because_the_others_are_at_least_one(
    busy: Settings, audience: str
) -> None:
    reader = audience.removeprefix("partner-") if audience != "steering" else None
    table, hidden, _ = attacked(told(busy, "exact"), told(busy, audience), reader)
    tried = 0
    for relation in table.relations:
        unseen = [part for part in relation.parts if hidden[part] and table.sizes[part]]
        if unseen and not hidden[relation.total]:
            assert table.sizes[unseen].sum() - (len(unseen) - 1) >= THRESHOLD
            tried += 1
    assert tried


def attacked(exact: list[Row], shown: list[Row], reader: str | None) -> tuple[Table, Mask, list[int]]:
    """All paths as cells without the reader's own, which are hidden, and the hidden ones of all partners."""
    own = {_flow(row): row["paths"] for row in exact if reader and row["partner"] == reader}
    known = {(_flow(row), row["partner"]) for row in shown if not row["suppressed"]}
    cells = [row for row in exact if row["partner"] is None or row["partner"] != reader]
    counts = [row["paths"] - (0 if row["partner"] else own.get(_flow(row), 0)) for row in cells]
    hidden = [(_flow(row), row["partner"]) not in known for row in cells]
    relations = _sums(cells)
    for row in shown:
        if row["next_form"] is None:
            parts = tuple(_residual(cells, hidden, row, shown))
            relations.append(Relation(len(counts), parts))
            counts.append(sum(counts[part] for part in parts))
            hidden.append(False)
    size = len(counts)
    table = Table(np.asarray([counts]), tuple(relations), np.full(size, NOBODY), np.ones(size))
    totals = [
        place for place, row in enumerate(cells) if hidden[place] and not row["partner"] and counts[place]
    ]
    return table, np.asarray(hidden), totals


def _flow(row: Row) -> tuple[str, ...]:
    return row["domain"], row["care_form"], row["next_form"], row["period"]


def _sums(cells: list[Row]) -> list[Relation]:
    """Partners add up to all together in each period, and the years of the horizon to the horizon."""
    parts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, row in enumerate(cells):
        if row["partner"]:
            parts[(*_flow(row), "partners")].append(place)
        elif "2023" <= row["period"] <= "2026" and row["period_kind"] == "year":
            parts[(*_flow(row)[:3], HORIZON, "years")].append(place)
    whole = {_flow(row): place for place, row in enumerate(cells) if not row["partner"]}
    return [Relation(whole[key[:4]], tuple(places)) for key, places in parts.items()]


def _residual(cells: list[Row], hidden: list[bool], told_as: Row, shown: list[Row]) -> list[int]:
    """The hidden paths that one residual is the sum of."""
    apart = {
        (row["domain"], row["care_form"]) for row in shown if row["next_form"] is None and row["care_form"]
    }
    return [
        place
        for place, row in enumerate(cells)
        if hidden[place] and not row["partner"] and row["period"] == HORIZON
        and row["domain"] == told_as["domain"] and (row["care_form"] == told_as["care_form"]
             or (told_as["care_form"] is None and (row["domain"], row["care_form"]) not in apart))
    ]  # fmt: skip
