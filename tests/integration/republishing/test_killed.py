"""Killed while a version is made again: nothing hidden is served, and the next run mends it."""

import random
import subprocess
import sys
from dataclasses import replace

from data.pointers import version_names
from data.published import PublishedFiles
from data.publishing import publish, republish
from data.servable import LooserPolicy
from settings import Settings
from tests.installation import PROJECT

TRIALS = 6
_SMALL = "SELECT count(*) AS n FROM observation WHERE clients < $least"


def served(settings: Settings, audience: str) -> int | None:
    """How many figures a reader gets that are too small; None where nothing is served."""
    try:
        reader = PublishedFiles(settings).open(audience)
    except LooserPolicy:
        return None
    return int(reader.execute(_SMALL, {"least": settings.min_clients})[0]["n"])


def test_killed_at_any_moment_nothing_hidden_is_served_and_the_next_run_mends_it(settings: Settings) -> None:
    for _ in range(2):
        publish(settings)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.republishing.killed_republisher", str(settings.home)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        duration, killed, threshold = 3.0, 0, 10
        while killed < TRIALS:
            threshold += 1
            process.stdin.write(f"{threshold} {duration * random.random()}\n")
            process.stdin.flush()
            outcome = process.stdout.readline().strip()
            assert outcome in {"killed", "done"}
            killed += outcome == "killed"
            duration *= 1 if outcome == "killed" else 0.7
            stricter = replace(settings, min_clients=threshold)
            assert served(stricter, "steering") in {None, 0}
            assert version_names(settings) == ["000001", "000002"]
        process.stdin.close()
    stricter = replace(settings, min_clients=threshold + 1)
    assert [one.version for one in republish(stricter)] == ["000001", "000002"]
    assert served(stricter, "steering") == 0
    folders = {path.name.partition("~")[0] for path in settings.published.iterdir() if path.is_dir()}
    assert folders == {"000001", "000002"}
    assert len([path for path in settings.published.iterdir() if path.is_dir()]) == 2
