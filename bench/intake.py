"""How long importing and checking take, against DuckDB's own read_csv of the same file."""

from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from bench.deliveries import write_wrong
from bench.ratio import Cost, Ratio, cost
from data.importing.intake import check_deliveries, import_deliveries
from data.importing.outcome import State
from data.store import create_database, literal, open_workspace
from settings import Settings

_IMPORT_LIMIT = 5.0
_CHECK_LIMIT = 2.0
_IN_FILE, _IN_MEMORY = "read_csv into a table of a file", "read_csv into a table in memory"


@dataclass(frozen=True, slots=True)
class Measured:
    """The ratios, and what other ratios are divided by: read_csv into a table of a file."""

    ratios: list[Ratio]
    base_seconds: float


def intake_ratios(folder: Path, settings: Settings, plan: Path, records: Path, times: int) -> Measured:
    """Measure in turns, the best of so many times; afterwards the records stand in the intake."""
    wrong = write_wrong(records, folder / "wrong.csv")
    found: dict[str, list[Cost]] = {"file": [], "memory": [], "import": [], "check": []}
    for _ in range(times):
        found["file"].append(cost(_read_into_file, records, folder / "base.duckdb"))
        found["memory"].append(cost(_read_into_memory, records, folder))
        rmtree(settings.home, ignore_errors=True)
        cost(_take_in, settings, plan)
        found["import"].append(cost(_take_in, settings, records))
        found["check"].append(cost(_refuse, settings, wrong))
    best = {name: min(costs, key=lambda each: each.seconds) for name, costs in found.items()}
    return Measured(_ratios(best), best["file"].seconds)


def _ratios(best: dict[str, Cost]) -> list[Ratio]:
    taken_in, checked = best["import"], best["check"]
    file, memory = best["file"].seconds, best["memory"].seconds
    importing, checking = "import, all checks included", "check with every tenth row wrong"
    return [
        Ratio("import", importing, taken_in.seconds, _IN_FILE, file, _IMPORT_LIMIT, taken_in.peak_mb),
        Ratio("import_memory", importing, taken_in.seconds, _IN_MEMORY, memory, None, taken_in.peak_mb),
        Ratio(
            "check_wrong",
            checking,
            checked.seconds,
            "import of the same rows without faults",
            taken_in.seconds,
            _CHECK_LIMIT,
            checked.peak_mb,
        ),
        Ratio("check_wrong_read", checking, checked.seconds, _IN_FILE, file, None, checked.peak_mb),
    ]


# DuckDB draws a progress bar in a process without a file of its own, as a spawned one is.
_QUIET = "SET enable_progress_bar = false"


def _read_into_file(records: Path, database: Path) -> None:
    database.unlink(missing_ok=True)
    with create_database(database) as connection:
        connection.execute(_QUIET)
        connection.execute(f"CREATE TABLE record AS FROM read_csv({literal(str(records))})")
        connection.execute("CHECKPOINT")


def _read_into_memory(records: Path, folder: Path) -> None:
    with open_workspace(folder) as connection:
        connection.execute(_QUIET)
        connection.execute(f"CREATE TABLE record AS FROM read_csv({literal(str(records))})")


def _take_in(settings: Settings, delivery: Path) -> None:
    outcomes = import_deliveries(settings, [delivery])
    if [outcome.state for outcome in outcomes] != [State.ACCEPTED]:
        raise AssertionError(outcomes)


def _refuse(settings: Settings, delivery: Path) -> None:
    outcomes = check_deliveries(settings, [delivery])
    if [outcome.state for outcome in outcomes] != [State.REFUSED]:
        raise AssertionError(outcomes)
