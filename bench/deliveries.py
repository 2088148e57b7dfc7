"""The deliveries that are measured: made up from a seed, so that every run measures the same."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from data.demo.writing import write_demo

SEED = 20261101
_CLIENTS_PER_ROW = 0.36
_FAULTS = (
    # column, what is wrong there; every tenth row has one of these in turn
    ("hulpvorm", "99"),
    ("client", "123456782"),
    ("einddatum", "2024-02-31"),
    ("begindatum", "2031-01-01"),
    ("tevredenheid", "acht"),
)
_EVERY = 10


def write_deliveries(folder: Path, rows: int, partners: int) -> tuple[Path, Path]:
    """A plan, and one CSV file with exactly so many trajecten of so many partners."""
    made = folder / "made"
    write_demo(made, partners=partners, clients=max(int(rows * _CLIENTS_PER_ROW), 40), seed=SEED)
    records = folder / "trajecten.csv"
    with records.open("w", encoding="utf-8", newline="") as file:
        for number, line in enumerate(_lines(made / "trajecten")):
            if number > rows:  # the first line is the header
                break
            file.write(line)
    rmtree(made / "trajecten")
    return made / "plan", records


def write_wrong(records: Path, target: Path) -> Path:
    """The same file with every tenth row wrong, each in one of five ways."""
    with records.open(encoding="utf-8", newline="") as source, target.open("w", encoding="utf-8") as file:
        header = next(source)
        positions = [header.strip().split(";").index(column) for column, _ in _FAULTS]
        file.write(header)
        for number, line in enumerate(source):
            fault = number // _EVERY % len(_FAULTS)
            file.write(_spoiled(line, positions[fault], fault) if number % _EVERY == 0 else line)
    return target


def _spoiled(line: str, position: int, fault: int) -> str:
    cells = line.rstrip("\n").split(";")
    cells[position] = _FAULTS[fault][1]
    return ";".join(cells) + "\n"


def _lines(folder: Path) -> Iterator[str]:
    """The lines of all files, with the header of the first."""
    for number, path in enumerate(sorted(folder.glob("*.csv"))):
        with path.open(encoding="utf-8", newline="") as file:
            header = next(file)
            if number == 0:
                yield header
            yield from file
