"""The commands around an installation speak Dutch, end with the right number and never show a traceback."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from manage import app
from tests.installation import PROJECT, installation

SAMPLES = PROJECT / "data" / "samples"


def run(home: Path, *arguments: str | Path) -> tuple[int, str]:
    environment = installation(home) | {"SMARTDASH_KEY_FILE": str(home.parent / "client.key")}
    answer = CliRunner().invoke(app, [str(argument) for argument in arguments], env=environment)
    assert answer.exception is None or isinstance(answer.exception, SystemExit), answer.exception
    return answer.exit_code, answer.output


def test_a_new_municipality_gets_a_plan_settings_and_what_comes_next(tmp_path: Path) -> None:
    home = tmp_path / "gemeente"
    code, said = run(home, "new", home)
    assert (code, "EERSTE-KWARTAAL.md" in said) == (0, True)
    checklist = (home / "EERSTE-KWARTAAL.md").read_text("utf-8")
    assert {str(home), str(PROJECT)} <= set(checklist.split('"'))
    assert str(tmp_path / "client.key") in checklist
    assert {path.name for path in (home / "plan").iterdir()} == {
        path.name for path in (SAMPLES / "plan").iterdir()
    }
    assert run(home, "new", home)[0] == 1


def test_every_command_of_the_checklist_exists(tmp_path: Path) -> None:
    checklist = (PROJECT / "data" / "starting" / "eerste-kwartaal.md").read_text("utf-8")
    named = {part.split()[0].strip("`.") for part in checklist.split("python manage.py ")[1:]}
    assert named >= {"check", "import", "publish", "backup", "purge", "samenvatten"}
    for name in sorted(named):
        assert run(tmp_path / "home", name, "--help")[0] == 0


def test_the_settings_of_a_new_municipality_can_be_switched_on(tmp_path: Path) -> None:
    home = tmp_path / "gemeente"
    run(home, "new", home)
    settings = home / "settings.toml"
    settings.write_text(settings.read_text("utf-8").replace("# retention", "retention"), "utf-8")
    assert run(home, "versions")[0] == 0


def test_without_deliveries_there_is_nothing_to_purge(tmp_path: Path) -> None:
    code, said = run(tmp_path / "home", "purge")
    assert (code, "niets te wissen" in said) == (0, True)


def test_a_backup_says_where_the_key_is(tmp_path: Path) -> None:
    home, target = tmp_path / "home", tmp_path / "kopie.zip"
    run(home, "import", SAMPLES / "plan", SAMPLES / "trajecten" / "2025-H1-P12.csv")
    code, said = run(home, "backup", target)
    assert code == 0
    assert str(tmp_path / "client.key") in said
    assert run(home, "backup", target)[0] == 1
    assert run(home, "restore", target)[0] == 1
    code, said = run(tmp_path / "anders", "restore", target)
    assert (code, "staan weer" in said) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["restore", "bestaat-niet.zip"], 1),
        (["backup", "kopie.zip"], 1),
        (["restore"], 2),
        (["samenvatten", "bestaat-niet.csv", "-o", "cijfers.csv"], 2),
        (["purge", "--onbekend"], 2),
    ],
)
def test_wrong_use_is_told_apart_from_refusal(arguments: list[str], expected: int, tmp_path: Path) -> None:
    code, _ = run(tmp_path / "home", *arguments)
    assert code == expected


def test_a_partner_computes_at_home_from_the_command_line(tmp_path: Path) -> None:
    output = tmp_path / "cijfers.csv"
    records = SAMPLES / "trajecten" / "2025-H1-P12.csv"
    code, said = run(tmp_path / "home", "samenvatten", records, "--plan", SAMPLES / "plan", "-o", output)
    assert (code, "P12" in said, output.exists()) == (0, True, True)
    assert run(tmp_path / "home", "samenvatten", records, "-o", output)[0] == 1
