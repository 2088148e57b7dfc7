"""new, purge, backup and restore: an installation from its first day on."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from commands.dutch import add
from data.safekeeping.archive import UnusableBackup
from data.safekeeping.backup import CannotBackUp, back_up
from data.safekeeping.restore import CannotRestore, restore
from data.starting import CHECKLIST, FolderInUse, start
from data.store import is_disk_full
from settings import Settings, load_settings

_screen = Console(markup=False, highlight=False, soft_wrap=True)
_errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    add(app, "new", start_municipality)
    add(app, "purge", remove_old_records)
    add(app, "backup", make_backup)
    add(app, "restore", put_back)


def start_municipality(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Een nieuwe of lege map.")],
) -> None:
    """Begin met een lege gemeente: een plan om in te vullen en wat er dan komt."""
    try:
        start(folder, load_settings())
    except (FolderInUse, OSError) as error:
        _errors.print(str(error) if isinstance(error, FolderInUse) else f"{folder} is niet te schrijven.")
        raise typer.Exit(1) from error
    _screen.print(f"{folder} is klaar. Lees nu {folder / CHECKLIST}: daar staat wat u eerst doet.")


def remove_old_records(
    only_say: Annotated[bool, typer.Option("--proef", help="Zeg alleen wat er zou worden gewist.")] = False,
) -> None:
    """Wis trajecten waarvan de bewaartermijn voorbij is; de cijfers die eruit volgen blijven."""
    from data.purging.purge import Purge, purge  # heavy, and only needed here

    settings = load_settings()
    found = Purge(None)
    with Progress(console=_errors, transient=True) as progress:
        task = progress.add_task("Wissen", total=None)
        found = purge(
            settings,
            lambda what, done, of: progress.update(task, description=what, completed=done, total=of),
            only_say=only_say,
        )
    if found.records or found.files:
        word = "Te wissen" if only_say else "Gewist"
        _screen.print(
            f"{word}: {found.records} trajecten tot en met {found.last_period}, "
            f"en {found.files} bewaarde bestanden."
        )
        if not only_say:
            _screen.print("De cijfers blijven zoals ze waren. Oude reservekopieën bevatten de trajecten nog.")
    else:
        _screen.print(
            f"Er is niets te wissen. Trajecten blijven {settings.retention_months} maanden nadat hun "
            "halfjaar definitief werd, en zolang een indicator de cliënt nog volgt."
        )
    for each in found.blocked_by:
        _screen.print(
            f"{each.partner} {each.period.code} is niet definitief; daarom blijft alles vanaf dat halfjaar. "
            f"Is het dat wel? python manage.py definitief {each.period.code} --partner {each.partner}"
        )


def make_backup(
    target: Annotated[Path, typer.Argument(metavar="BESTAND", help="Een nieuw bestand, buiten de map zelf.")],
    with_key: Annotated[
        bool,
        typer.Option("--met-sleutel", help="Neem ook de sleutel mee. Bewaar het bestand dan in een kluis."),
    ] = False,
) -> None:
    """Maak een reservekopie van alles: leveringen, gegevens, versies, register en instellingen."""
    settings = load_settings()
    try:
        kept = back_up(settings, target, with_key=with_key)
    except (CannotBackUp, OSError) as error:
        _errors.print(str(error) if isinstance(error, CannotBackUp) else _unwritable(target, error))
        raise typer.Exit(1) from error
    if kept.removed is not None:
        _screen.print(f"Een eerdere reservekopie werd niet af. Wat ervan over was, is weg: {kept.removed}.")
    _screen.print(f"{target} is gemaakt: {kept.files} bestanden, {round(kept.size / 1e6)} MB.")
    if kept.with_key:
        _screen.print(
            "De sleutel zit erin. Wie dit bestand heeft, kan cliënten volgen: bewaar het in een kluis."
        )
    else:
        _screen.print(_about_key(settings))


def put_back(
    source: Annotated[Path, typer.Argument(metavar="BESTAND", help="De reservekopie.")],
) -> None:
    """Zet een reservekopie terug in een lege map; alles of niets."""
    settings = load_settings()
    try:
        put = restore(settings, source)
    except (CannotRestore, UnusableBackup, OSError) as error:
        known = isinstance(error, CannotRestore | UnusableBackup)
        _errors.print(str(error) if known else f"{source} is niet terug te zetten in {settings.home}.")
        raise typer.Exit(1) from error
    _screen.print(f"{put.files} bestanden staan weer in {settings.home}.")
    if not put.has_key:
        _screen.print(
            f"De sleutel is er nog niet. Zet hem terug in {settings.key_file} voor u trajecten inleest."
        )


def _unwritable(target: Path, error: OSError) -> str:
    if is_disk_full(error):
        return "De schijf is vol; er is geen reservekopie gemaakt. Kies een andere schijf, of maak ruimte."
    return f"{target} is niet te schrijven. Mag u in die map schrijven?"


def _about_key(settings: Settings) -> str:
    if not settings.key_file.exists():
        return "Er is nog geen sleutel; die komt er bij de eerste trajecten."
    return (
        f"De sleutel zit er niet in. Hij staat in {settings.key_file}. Bewaar hem apart: zonder de sleutel "
        "zijn cliënten in nieuwe leveringen niet te herkennen."
    )
