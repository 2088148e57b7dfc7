"""What is written for people is whole or not there, also when the program is killed halfway."""

from pathlib import Path

import pytest

from data.importing.recognition import Kind
from data.importing.templates import write_template
from data.starting import start
from data.summarising.writing import write_figures
from settings import Settings
from tests.installation import TODAY
from tests.integration.killing import files_in, killed

_WRITERS = {
    "template": "write_template(Kind.PLAN, Path(sys.argv[2]))",
    "workbook": "write_template(Kind.CIJFERS, Path(sys.argv[2]))",
    "municipality": "start(Path(sys.argv[2]), Settings(Path(sys.argv[2]), date(2026, 11, 1), Path('key')))",
    "figures": "write_figures([('uitval', None)], Path(sys.argv[2]))",
}
_CODE = """
from datetime import date
from pathlib import Path
from data.importing.recognition import Kind
from data.importing.templates import write_template
from data.starting import start
from data.summarising.writing import write_figures
from settings import Settings
"""


@pytest.mark.parametrize(
    ("writer", "moment", "name"),
    [
        ("template", "data.importing.templates:_write_headers:after", "plan"),
        ("workbook", "data.importing.template_workbook:_write_guide:after", "cijfers.xlsx"),
        ("municipality", "data.starting:write_template:after", "gemeente"),
        ("figures", "data.summarising.writing:_cell:after", "cijfers.csv"),
    ],
)
def test_what_a_killed_command_wrote_is_not_there_and_can_be_written_again(
    tmp_path: Path, writer: str, moment: str, name: str
) -> None:
    target, other = tmp_path / "in" / name, tmp_path / "in" / f"{name}.half"
    killed(moment, _CODE + _WRITERS[writer], target)
    assert not target.exists()
    assert other.exists()
    _write(writer, target)
    assert target.exists()
    assert not other.exists()


def _write(writer: str, target: Path) -> None:
    match writer:
        case "municipality":
            start(target, Settings(target, TODAY, target.parent / "key"))
        case "figures":
            write_figures([("uitval", None)], target)
        case _:
            write_template(Kind.PLAN if writer == "template" else Kind.CIJFERS, target)


def test_an_empty_folder_that_is_there_is_filled_as_it_is(tmp_path: Path) -> None:
    place = tmp_path.stat().st_ino
    start(tmp_path, Settings(tmp_path, TODAY, tmp_path.parent / "key"))
    assert tmp_path.stat().st_ino == place
    assert "EERSTE-KWARTAAL.md" in files_in(tmp_path)
