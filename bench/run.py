"""Runs every measurement once and writes what was found; `make bench`, or smaller through the options."""

import argparse
import tempfile
from datetime import date
from pathlib import Path

from bench.deliveries import write_deliveries
from bench.intake import intake_ratios
from bench.many import MANY
from bench.publish import publish_many, publish_ratios
from bench.ratio import Ratio
from bench.report import machine, table, write_results, write_table
from settings import Settings

_HERE = Path(__file__).resolve().parent
_TODAY = date(2026, 11, 1)


def main(arguments: list[str] | None = None) -> None:
    """Measure, print the table, and write it."""
    options = _options().parse_args(arguments)
    where = machine()
    names = ("rows", "partners", "times", "many")
    sizes: dict[str, object] = {name: getattr(options, name) for name in names}
    with tempfile.TemporaryDirectory(prefix="bench-", dir=options.work) as folder:
        ratios = measured(Path(folder), options.rows, options.partners, options.times)
        ratios.append(publish_many(_settings(Path(folder) / "many"), tuple(options.many)))
    print(table(ratios))
    options.output.mkdir(parents=True, exist_ok=True)
    write_results(options.output / "results.json", ratios, sizes, where)
    if options.output == _HERE:
        write_table(_HERE / "README.md", ratios, sizes, where)


def measured(folder: Path, rows: int, partners: int, times: int) -> list[Ratio]:
    """Every ratio, from data that is made up in the folder."""
    plan, records = write_deliveries(folder, rows, partners)
    settings = _settings(folder / "home")
    taken_in = intake_ratios(folder, settings, plan, records, times)
    return [*taken_in.ratios, *publish_ratios(settings, taken_in.base_seconds, times)]


def _settings(home: Path) -> Settings:
    return Settings(home=home, today=_TODAY, key_file=home.with_name("client.key"))


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many trajecten")
    parser.add_argument("--partners", type=int, default=30, help="of how many partners")
    parser.add_argument(
        "--many", type=int, nargs=4, default=MANY, help="partners, indicators, quarters and splits of cijfers"
    )
    parser.add_argument("--times", type=int, default=3, help="how often each is measured; the best counts")
    parser.add_argument("--work", type=Path, default=None, help="where the data is made; a disk, not memory")
    parser.add_argument("--output", type=Path, default=_HERE, help="where results.json goes")
    return parser


if __name__ == "__main__":
    main()
