"""The folder of a municipality that starts: an empty plan, settings, and what to do in the first quarter."""

from pathlib import Path

from data.importing.recognition import Kind
from data.importing.templates import write_template
from data.whole import whole
from settings import Settings

CHECKLIST = "EERSTE-KWARTAAL.md"
_CHECKLIST = Path(__file__).parent / "eerste-kwartaal.md"
_PROGRAM = Path(__file__).parents[2]
_SETTINGS = """\
# Instellingen van deze installatie. Haal het # weg om er een te veranderen.

# Hoe lang trajecten blijven nadat hun halfjaar definitief werd, in maanden.
# retention_months = 24

# Waar de sleutel staat waarmee cliënten onherkenbaar worden gemaakt; nooit in deze map.
# key_file = "/veilige/plaats/client.key"

# Of andere programma's zonder wachtwoord de openbare cijfers mogen opvragen: ja of nee.
# public = "nee"
"""


class FolderInUse(ValueError):
    """The folder is not empty; the message says what to do."""


def start(folder: Path, settings: Settings) -> None:
    """Fill a new or empty folder with what a municipality starts with."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderInUse(f"{folder} is niet leeg. Noem een nieuwe of lege map.")
    text = _CHECKLIST.read_text("utf-8").format(
        program=_PROGRAM,
        home=folder.resolve(),
        key_file=settings.key_file,
        retention_months=settings.retention_months,
    )
    with whole(folder) as half:
        write_template(Kind.PLAN, half / "plan")
        for kind in (Kind.TRAJECTEN, Kind.CIJFERS):
            write_template(kind, half / "sjablonen" / f"{kind}.csv")
        (half / "settings.toml").write_text(_SETTINGS, "utf-8")
        (half / CHECKLIST).write_text(text, "utf-8")
