"""What other tools get to see of the published figures, and how they ask for it."""

import json
from pathlib import Path

import duckdb
import pytest

from tests.builders import observation, others
from tests.integration.api.conftest import Interface, publish_rows, said, serving

FIELDS = [
    "indicator",
    "partner",
    "period",
    "period_kind",
    "period_start",
    "period_end",
    "split",
    "split_value",
    "numerator",
    "denominator",
    "clients",
    "value",
    "n",
    "sd",
    "suppressed",
    "provisional",
    "definition_version",
    "lower",
    "upper",
    "status",
    "strong",
    "svd",
    "path",
    "movement",
    "small",
    "hidden_since",
]
MANY_ROWS = """
    INSERT INTO observation BY NAME
    SELECT
        'uitval' AS indicator, '2025' AS period, 'year' AS period_kind, DATE '2025-01-01' AS period_start,
        DATE '2025-12-31' AS period_end, 'gemeente' AS split, format('GM{:04d}', i) AS split_value,
        false AS suppressed, false AS provisional, 1 AS definition_version
    FROM range(2001) AS numbers (i)
"""


def test_a_figure_has_the_promised_fields_in_the_promised_order(interface: Interface) -> None:
    rows = interface.rows("/api/v1/observations?indicator=uitval&partner=P01")
    assert list(rows[0]) == FIELDS
    assert rows == [
        {
            "indicator": "uitval",
            "partner": "P01",
            "period": "2026-H1",
            "period_kind": "half_year",
            "period_start": "2026-01-01",
            "period_end": "2026-06-30",
            "split": None,
            "split_value": None,
            "numerator": 6.0,
            "denominator": 48.0,
            "clients": 48,
            "value": 0.125,
            "n": None,
            "sd": None,
            "suppressed": False,
            "provisional": True,
            "definition_version": 1,
            "lower": 0.0586,
            "upper": 0.2471,
            "status": "undecided",
            "strong": False,
            "svd": 0.312,
            "path": "undecided",
            "movement": "no_change",
            "small": False,
            "hidden_since": None,
        }
    ]


def test_an_answer_names_the_publication_and_says_that_nothing_follows(interface: Interface) -> None:
    answer = said(interface.ask("/api/v1/observations"))
    assert list(answer) == ["version", "published_at", "rows", "next"]
    assert answer["version"] == "000001"
    assert answer["published_at"].startswith("2026-10-30T09:00:00")
    assert answer["next"] is None


def test_a_hidden_figure_has_a_row_without_any_number(interface: Interface) -> None:
    row = interface.rows("/api/v1/observations?partner=P02")[0]
    assert row["suppressed"] is True
    counts = ("numerator", "denominator", "clients", "value", "n", "sd")
    numbers = (*counts, "lower", "upper", "strong", "svd", "small")
    assert {row[name] for name in numbers} == {None}
    assert {row[name] for name in ("status", "path", "movement")} == {"suppressed"}


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("", 6),
        ("indicator=tevredenheid", 1),
        ("partner=P01", 1),
        ("partner=null", 4),
        ("period=2025", 3),
        ("period=2026-H1&partner=null", 1),
        ("period_kind=year", 3),
        ("period_kind=month", 0),
        ("split=hulpvorm", 1),
        ("split=null", 5),
        ("split_value=02", 1),
        ("split=gemeente&split_value=02", 0),
        ("period=1999-Q4", 0),
        ("page=2", 0),
    ],
)
def test_each_choice_narrows_the_figures(interface: Interface, question: str, found: int) -> None:
    assert len(interface.rows(f"/api/v1/observations?{question}")) == found


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("indicator=onbekend", "indicator"),
        ("indicator=", "indicator"),
        ("indicator=null", "indicator"),
        ("indicator=uitval&indicator=uitval", "indicator"),
        ("partner=P99", "partner"),
        ("period=2025-13", "2025-13"),
        ("period=2025H1", "2025H1"),
        ("period=2026/2023", "2026/2023"),
        ("period=0000", "0000"),
        ("period=٢٠٢٥", "٢٠٢٥"),
        ("period_kind=week", "week"),
        ("split=kleur", "kleur"),
        ("split_value=zz", "zz"),
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=twee", "page"),
        ("page=1.0", "page"),
        ("page=99999999999999999999999", "page"),
        ("format=xml", "xml"),
        ("kleur=rood", "kleur"),
        ("INDICATOR=uitval", "INDICATOR"),
        ("indicator=uitval'; DROP TABLE observation; --", "indicator"),
        ("indicator=%00", "indicator"),
        ("indicator=%ff%fe", "indicator"),
    ],
)
def test_what_is_unknown_is_refused_in_one_sentence_that_names_it(
    interface: Interface, question: str, named: str
) -> None:
    answer = interface.ask(f"/api/v1/observations?{question}")
    assert answer.status_code == 400
    assert list(said(answer)) == ["error", "error_en"]
    assert named in said(answer)["error"]
    assert "\n" not in said(answer)["error"]


def test_a_very_long_value_is_not_echoed_in_full(interface: Interface) -> None:
    answer = interface.ask("/api/v1/observations?indicator=" + "x" * 5000)
    assert answer.status_code == 400
    assert len(said(answer)["error"]) < 200


def test_pages_of_a_thousand_rows_together_hold_every_row_once(tmp_path: Path) -> None:
    publish_rows(tmp_path, "000001", steering=())
    with duckdb.connect(tmp_path / "published" / "000001" / "steering.duckdb") as file:
        file.execute(MANY_ROWS)
    interface = serving(tmp_path)
    address = "/api/v1/observations?split=gemeente&period=2025"
    sizes: list[int] = []
    codes: list[str] = []
    while address:
        answer = interface.ask(address)
        rows = said(answer)["rows"]
        sizes.append(len(rows))
        codes.extend(row["split_value"] for row in rows)
        address = said(answer)["next"]
        assert answer.headers.get("Link") == (f'<{address}>; rel="next"' if address else None)
    assert sizes == [1000, 1000, 1]
    assert codes == [f"GM{code:04d}" for code in range(2001)]


def test_the_figures_as_csv_open_in_a_dutch_spreadsheet(interface: Interface) -> None:
    answer = interface.ask("/api/v1/observations?period=2025&split=null&format=csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="observations-000001-1.csv"'
    assert answer.get_data().startswith(b"\xef\xbb\xbf")
    lines = answer.get_data().decode("utf-8-sig").split("\r\n")
    assert lines[0] == ";".join(FIELDS)
    whole_year = "2025;year;2025-01-01;2025-12-31"
    assert lines[2] == f"tevredenheid;;{whole_year};;;;;48;7,25;48;1,5;false;false;1;;;;;;;;;"
    assert lines[1] == f"uitval;;{whole_year};;;40;200;200;0,2;;;false;false;1;;;;;;;;;"


def test_a_text_that_a_spreadsheet_would_run_is_made_harmless(tmp_path: Path) -> None:
    codes = ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", " =1", 'a";b')
    rows = tuple(observation("2025", split="gemeente", split_value=code, value=-0.5) for code in codes)
    publish_rows(tmp_path, "000001", steering=rows)
    written = serving(tmp_path).ask("/api/v1/observations?format=csv").get_data().decode("utf-8-sig")
    for code in ("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "' =1", '"a"";b"'):
        assert f";{code};" in written
    assert ";-0,5;" in written


def test_goals_indicators_and_partners_come_with_their_texts(interface: Interface) -> None:
    goals = interface.rows("/api/v1/goals")
    assert [(row["code"], row["indicator"], row["baseline"], row["target"]) for row in goals] == [
        ("D1", "uitval", 0.24, 0.12)
    ]
    indicators = interface.rows("/api/v1/indicators")
    assert [(row["code"], row["unit"]) for row in indicators] == [
        ("tevredenheid", "cijfer"),
        ("uitval", "procent"),
    ]
    assert [row["code"] for row in interface.rows("/api/v1/partners")] == ["P01", "P02"]


def test_a_partner_that_may_not_be_named_is_known_by_its_code_only(interface: Interface) -> None:
    answer = interface.ask("/api/v1/partners")
    assert [row["name"] for row in said(answer)["rows"]] == ["Acacia Jeugdhulp", None]
    assert "Beuk" not in json.dumps(said(answer))
    assert "crisisopvang" not in json.dumps(said(answer))


@pytest.mark.parametrize("name", ["goals", "indicators", "partners", "other-partners", "version"])
def test_every_list_refuses_what_it_does_not_know(interface: Interface, name: str) -> None:
    assert interface.ask(f"/api/v1/{name}?indicator=uitval").status_code == 400


def test_the_other_partners_are_a_list_of_their_own(tmp_path: Path) -> None:
    rows = (others("2025", partners=4, numerator=8, denominator=20),)
    publish_rows(tmp_path, "000001", steering=rows)
    (row,) = serving(tmp_path).rows("/api/v1/other-partners")
    assert (row["indicator"], row["period"], row["partners"], row["value"]) == ("uitval", "2025", 4, 0.4)
    assert "clients" not in row
