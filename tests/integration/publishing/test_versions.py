"""Versions are whole, readers move between them in one step, and no accident leaves anything in between."""

import fcntl
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.least_group import decide_least_group, least_group
from data.pointers import POINTERS, NothingPublished, current_version, version_names
from data.published import PublishedFiles
from data.publishing import publish
from data.store import NothingTakenIn, StoreUnavailable, open_intake
from data.versions import UnknownVersion, rollback, versions
from register.audit import entries
from register.store import Register
from settings import Settings
from tests.installation import PROJECT, installation
from tests.integration.publishing.intake import indicator, partner, record, settings_in, taken_in

AUDIENCES = ("steering", "partner-P01", "partner-P02", "partner-P03")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation with a few records, nothing published."""
    made = settings_in(tmp_path)
    taken_in(
        made,
        [
            *(indicator("uitval"), indicator("doorlooptijd", unit="dagen")),
            *(partner(f"P0{number}") for number in (1, 2, 3)),
            *(record(f"T{number}", partner=f"P0{number % 3 + 1}") for number in range(60)),
        ],
    )
    return made


def manage(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env={**os.environ, **installation(settings.home)},
        capture_output=True,
        text=True,
        check=False,
    )


def assert_whole(settings: Settings, version: str) -> None:
    """Every audience of the version can be read, and every file says it belongs to it."""
    folder = settings.published / version
    assert {path.stem for path in folder.iterdir()} == {*AUDIENCES, "exact"}
    for audience in AUDIENCES:
        reader = PublishedFiles(settings).open(audience)
        (made,) = reader.execute(
            "SELECT version, audience, (SELECT count(*) FROM observation) AS figures FROM publication"
        )
        assert (made["version"], made["audience"]) == (reader.version, audience)
        assert made["figures"] > 0


def test_each_publication_is_a_new_version_and_the_old_ones_stay(settings: Settings) -> None:
    names = [publish(settings) for _ in range(3)]
    assert names == version_names(settings) == ["000001", "000002", "000003"]
    assert [version.pointers for version in versions(settings)] == [(), (), ("partners", "current")]


def test_readers_never_move_without_an_entry_in_the_record(settings: Settings) -> None:
    for _ in range(2):
        publish(settings)
    assert manage(settings, "rollback", "1").returncode == 0
    assert [entry.event for entry in entries(Register(settings))] == ["rolled_back"]
    (settings.home / "register.sqlite").write_bytes(b"damaged" * 1000)
    for command in (("rollback", "2"), ("publish",)):
        answer = manage(settings, *command)
        assert answer.returncode == 1
        assert "register" in answer.stderr
        assert {current_version(settings, pointer) for pointer in POINTERS} == {"000001"}


def test_going_back_to_what_is_not_there_leaves_no_entry(settings: Settings) -> None:
    publish(settings)
    assert manage(settings, "rollback", "9").returncode == 1
    assert entries(Register(settings)) == []


def test_readers_go_back_to_an_earlier_version(settings: Settings) -> None:
    for _ in range(2):
        publish(settings)
    assert rollback(settings, "1") == "000001"
    for audience in AUDIENCES:
        assert PublishedFiles(settings).open(audience).version == "000001"
    assert publish(settings) == "000003"


def test_a_version_that_is_not_there_moves_nothing(settings: Settings) -> None:
    publish(settings)
    for unknown in ("7", "", "../000001", "exact", ".building"):
        with pytest.raises(UnknownVersion):
            rollback(settings, unknown)
    assert current_version(settings) == "000001"


def test_before_the_first_publication_readers_are_told_what_to_do(settings: Settings) -> None:
    assert versions(settings) == []
    with pytest.raises(NothingPublished, match="publish"):
        PublishedFiles(settings).open("steering")


def test_without_deliveries_nothing_is_published(tmp_path: Path) -> None:
    with pytest.raises(NothingTakenIn, match="import"):
        publish(settings_in(tmp_path))
    with open_intake(settings_in(tmp_path / "empty")):
        pass
    with pytest.raises(NothingTakenIn, match="plan"):
        publish(settings_in(tmp_path / "empty"))
    assert version_names(settings_in(tmp_path / "empty")) == []


def test_two_publications_at_once_do_not_mix(settings: Settings) -> None:
    publish(settings)
    with (settings.published / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(StoreUnavailable, match="al gepubliceerd"):
            publish(settings)
    assert version_names(settings) == ["000001"]


def test_a_request_keeps_its_version_while_a_new_one_is_published(settings: Settings) -> None:
    publish(settings)
    files = PublishedFiles(settings)
    before = files.open("steering")
    publish(settings)
    assert before.execute("SELECT version FROM publication") == [{"version": "000001"}]
    assert files.open("steering").execute("SELECT version FROM publication") == [{"version": "000002"}]


def test_a_file_that_is_let_go_stays_readable_for_who_still_uses_it(settings: Settings) -> None:
    publish(settings)
    files = PublishedFiles(settings, keep_open=1)
    readers = [files.open(audience) for audience in AUDIENCES]
    for audience, reader in zip(AUDIENCES, readers, strict=True):
        assert reader.execute("SELECT audience FROM publication") == [{"audience": audience}]


def test_readers_keep_answering_while_versions_are_published_and_rolled_back(settings: Settings) -> None:
    publish(settings)
    files = PublishedFiles(settings, keep_open=2)
    over = threading.Event()

    def read(audience: str) -> int:
        answers = 0
        while not over.is_set():
            reader = files.open(audience)
            (made,) = reader.execute("SELECT version, audience FROM publication")
            assert made == {"version": reader.version, "audience": audience}
            answers += 1
        return answers

    with ThreadPoolExecutor(4) as threads:
        reading = [threads.submit(read, audience) for audience in AUDIENCES]
        try:
            for _ in range(2):
                assert manage(settings, "publish").returncode == 0
                rollback(settings, "1")
        finally:
            over.set()
        assert all(reader.result() > 10 for reader in reading)


def test_two_who_choose_a_version_at_once_leave_readers_on_one_of_them(settings: Settings) -> None:
    names = [publish(settings) for _ in range(2)]
    with ThreadPoolExecutor(4) as several:
        for _ in range(20):
            chosen = [several.submit(rollback, settings, name) for name in names * 2]
            assert sorted(one.result() for one in chosen) == sorted(names * 2)
            assert current_version(settings, "partners") == current_version(settings, "current")
    assert not list(settings.published.glob(".current.*")) + list(settings.published.glob(".partners.*"))


def test_two_who_decide_the_smallest_group_at_once_leave_one_of_both_decisions(settings: Settings) -> None:
    with ThreadPoolExecutor(4) as several:
        for _ in range(20):
            decided = [several.submit(decide_least_group, settings, least) for least in (12, 15, 12, 15)]
            assert [one.result() for one in decided] == [None] * 4
            assert least_group(settings) in (12, 15)


def test_killed_at_any_moment_the_last_version_stays_served(settings: Settings) -> None:
    publish(settings)
    kept = settings.intake_file.read_bytes()
    with _Publisher(settings) as publisher:
        duration, killed = _duration(publisher), 0
        while killed < 12:
            before = current_version(settings)
            outcome = _ask(publisher, duration * random.random())
            assert outcome != "failed"
            if outcome == "killed":
                killed += 1
            else:
                duration *= 0.8
            for pointer in ("partners", "current"):
                served = current_version(settings, pointer)
                assert served >= before
                assert_whole(settings, served)
            for name in version_names(settings):
                assert (settings.published / name / "exact.duckdb").exists()
    assert settings.intake_file.read_bytes() == kept
    newest = publish(settings)
    assert_whole(settings, newest)
    hidden = {path.name for path in settings.published.iterdir() if path.name.startswith(".")}
    assert hidden == {".lock", ".pointers"}


def test_the_killed_command_itself_leaves_the_last_version_served(settings: Settings) -> None:
    publish(settings)
    for delay in (0.5, 1.5, 2.5):
        process = subprocess.Popen(
            [sys.executable, "manage.py", "publish"],
            cwd=PROJECT,
            env={**os.environ, **installation(settings.home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert_whole(settings, current_version(settings))


def test_the_commands_say_what_they_did(settings: Settings) -> None:
    nothing = manage(settings, "versions")
    assert nothing.returncode == 0
    assert "nog niets gepubliceerd" in nothing.stdout
    assert "Versie 000001 is gepubliceerd." in manage(settings, "publish").stdout
    assert manage(settings, "publish").returncode == 0
    assert "versie 000001" in manage(settings, "rollback", "1").stdout
    listed = manage(settings, "versions").stdout
    assert [line for line in listed.splitlines() if "000001" in line and "partners" in line]
    refused = manage(settings, "rollback", "9")
    assert refused.returncode == 1
    assert "Versie 9 is er niet" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert manage(settings, "rollback").returncode == 2


def test_a_damaged_pointer_is_said_in_words(settings: Settings) -> None:
    publish(settings)
    (settings.published / "current").write_text("../secret")
    with pytest.raises(StoreUnavailable, match="rollback"):
        PublishedFiles(settings).open("steering")


class _Publisher:
    """The process that publishes and is killed; closing it ends it."""

    def __init__(self, settings: Settings) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.integration.publishing.killed_publisher", str(settings.home)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "_Publisher":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()


def _ask(publisher: _Publisher, seconds: float) -> str:
    assert publisher.process.stdin is not None
    assert publisher.process.stdout is not None
    publisher.process.stdin.write(f"{seconds}\n")
    publisher.process.stdin.flush()
    return publisher.process.stdout.readline().strip()


def _duration(publisher: _Publisher) -> float:
    """About how long a publication takes here: the first of growing times in which it gets done."""
    seconds = 0.25
    while (outcome := _ask(publisher, seconds)) == "killed":
        seconds *= 2
    assert outcome == "done"
    return seconds
