"""Takes in one record more and publishes, again and again, until its standard input is closed.

Its argument is the home of an installation. Each line it prints is a version and how many trajectories
ended in 2025 according to it, so that a reader can tell whether an answer belongs to one version.
"""

import sys
from pathlib import Path
from threading import Event, Thread

from data.pointers import folder_of
from data.publishing import publish
from data.store import connect_readonly, open_intake
from settings import Settings
from tests.integration.publishing.intake import insert, record, settings_in

_COUNTED = """
    SELECT max(denominator) FROM observation
    WHERE indicator = 'uitval' AND period = '2025' AND partner IS NULL AND split IS NULL
"""


def main() -> None:
    """Publish until told to stop; the version at hand is finished."""
    settings, over = settings_in(Path(sys.argv[1])), Event()
    Thread(target=_wait_for_end, args=(over,), daemon=True).start()
    number = 1000
    while not over.is_set():
        with open_intake(settings) as intake:
            insert(intake, record(f"T{number}"), number)
        say(settings, publish(settings))
        number += 1


def _wait_for_end(over: Event) -> None:
    sys.stdin.read()
    over.set()


def say(settings: Settings, version: str) -> None:
    """Print the version and what it counts."""
    file = connect_readonly(folder_of(settings, version) / "steering.duckdb")
    counted = file.execute(_COUNTED).fetchall()[0][0]
    file.close()
    sys.stdout.write(f"{version} {int(counted)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
