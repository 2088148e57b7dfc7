"""The commands for deliveries: what they print, and how they end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installation import PROJECT, installation
from tests.integration.importing.deliveries import record, write_plan, write_rows


def _manage(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, **installation(home), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_refused_file_ends_with_1_and_says_why(tmp_path: Path) -> None:
    write_plan(tmp_path / "in" / "plan")
    write_rows(tmp_path / "in" / "trajecten" / "P01.csv", [record(hulpvorm="99")])
    answer = _manage(tmp_path / "home", "import", tmp_path / "in")
    assert answer.returncode == 1
    assert answer.stdout.splitlines() == [
        "map plan (plan), 8 rijen: ingelezen.",
        "P01.csv (trajecten): geweigerd; er is niets van opgeslagen.",
        (
            "  - rij 2, kolom hulpvorm: is geen bekende code ('99'). "
            "Neem een code van de landelijke lijst, of voeg hem toe aan codelijsten in het plan."
        ),
    ]


def test_a_good_folder_ends_with_0_and_again_is_known(tmp_path: Path) -> None:
    write_plan(tmp_path / "in" / "plan")
    write_rows(tmp_path / "in" / "P01.csv", [record()])
    first = _manage(tmp_path / "home", "import", tmp_path / "in")
    again = _manage(tmp_path / "home", "import", tmp_path / "in")
    assert (first.returncode, again.returncode) == (0, 0)
    assert again.stdout.splitlines() == [
        "map plan (plan): al ingelezen.",
        "P01.csv (trajecten): al ingelezen.",
    ]


def test_what_a_folder_holds_beside_deliveries_is_named(tmp_path: Path) -> None:
    write_plan(tmp_path / "in" / "plan")
    write_rows(tmp_path / "in" / "P01.txt", [record()])
    (tmp_path / "in" / "README.md").write_text("uitleg")
    answer = _manage(tmp_path / "home", "check", tmp_path / "in")
    assert answer.stdout.splitlines()[1:] == [
        (
            f"{tmp_path}/in/P01.txt is overgeslagen: geen .csv en geen werkmap. "
            "Is het een levering? Noem dan het bestand zelf."
        )
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("import",),
        ("import", "/nergens/levering.csv"),
        ("check", "/nergens"),
        ("template", "gedicht"),
        ("onzin",),
    ],
)
def test_wrong_usage_ends_with_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    answer = _manage(tmp_path / "home", *arguments)
    assert answer.returncode == 2
    assert "Traceback" not in answer.stderr


def test_an_intake_in_use_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "intake.duckdb").write_text("geen database")
    write_rows(tmp_path / "P01.csv", [record()])
    answer = _manage(tmp_path / "home", "import", tmp_path / "P01.csv")
    assert answer.returncode == 1
    assert "is niet te openen" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("command", ["import", "check", "template", "definitief", "gegevenswoordenboek"])
def test_help_is_in_dutch(tmp_path: Path, command: str) -> None:
    answer = _manage(tmp_path / "home", command, "--help")
    assert answer.returncode == 0
    assert "Gebruik: manage.py" in answer.stdout
    assert "Toon deze uitleg en stop." in answer.stdout
    assert not {"Usage", "Options", "Arguments", "Show", "<bool>", "<path>"} & set(answer.stdout.split())
    assert "{" not in answer.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("onzin",), "Onbekende opdracht 'onzin'."),
        (("import",), "Er ontbreekt: BESTAND|MAP…."),
        (("import", "--foo"), "Onbekende keuze: --foo."),
        (("import", "/nergens"), "/nergens bestaat niet."),
        (("template", "gedicht", "-o", "x"), "'gedicht' kan niet bij SOORT. Kies uit"),
        (("template", "plan", "-o", "a", "b"), "Te veel opgegeven: b."),
        (("template", "plan", "-o"), "Bij -o ontbreekt de waarde."),
        (("token",), "--audience: Kies voor wie de sleutel is: steering, partner:CODE of public."),
    ],
)
def test_wrong_usage_is_said_in_dutch(tmp_path: Path, arguments: tuple[str, ...], sentence: str) -> None:
    assert sentence in _manage(tmp_path / "home", *arguments).stderr
