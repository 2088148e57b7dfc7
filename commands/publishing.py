"""publish, versions, rollback, republish: what readers see, and older versions of it, made stricter too."""

from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from commands.dutch import add
from commands.recording import moving, record, serving
from data.pointers import version_name
from data.releasing import release, waiting
from data.versions import Version, rollback, versions
from register.audit import Event
from settings import load_settings

_screen = Console(markup=False, highlight=False, soft_wrap=True)
_errors = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
_READERS = {"partners": "partners", "current": "alle anderen"}


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the application."""
    add(app, "publish", make_version)
    add(app, "versions", list_versions)
    add(app, "release", release_version)
    add(app, "rollback", go_back)
    add(app, "republish", make_again)


def make_version() -> None:
    """Bereken de cijfers uit alles wat is ingelezen en toon ze voortaan aan de lezers."""
    from data.publishing import publish  # heavy, and the other commands do without

    settings = load_settings()
    with Progress(console=_errors, transient=True) as progress:
        task = progress.add_task("Publiceren", total=None)

        def tell(what: str, done: int, of: int) -> None:
            progress.update(task, description=what, completed=done, total=of)
            if done == of:
                progress.print(what)

        version = publish(settings, tell, serving(settings))
    _screen.print(f"Versie {version} is gepubliceerd.")


def list_versions() -> None:
    """Toon alle versies, en welke de lezers nu zien."""
    found = versions(load_settings())
    if not found:
        _screen.print("Er is nog niets gepubliceerd. Begin met: python manage.py publish")
        return
    table = Table("versie", "gepubliceerd op", "peildatum", "cijfers", "wordt gelezen door", "bescherming")
    for version in found:
        table.add_row(*_cells(version))
    _screen.print(table)


def release_version(
    now: Annotated[bool, typer.Option("--now", help="Wacht de reactiedagen niet af.")] = False,
) -> None:
    """Laat iedereen zien wat partners al zien, als hun reactiedagen voorbij zijn."""
    settings = load_settings()
    found = waiting(settings)
    if found is None:
        _screen.print("Alle lezers zien al dezelfde versie.")
        return
    if not now and found.due > settings.now:
        _screen.print(
            f"Versie {found.version} wacht op reacties van partners tot {found.due:%d-%m-%Y %H:%M}."
        )
        return
    with moving(settings, Event.RELEASED, found.version):
        release(settings, found)
    _screen.print(f"Alle lezers zien nu versie {found.version}.")


def go_back(
    version: Annotated[str, typer.Argument(metavar="VERSIE", help="Het nummer van een bestaande versie.")],
) -> None:
    """Laat lezers een eerdere versie zien; de nieuwere blijven bewaard."""
    settings = load_settings()
    served = version_name(version)
    with moving(settings, Event.ROLLED_BACK, served):
        rollback(settings, version)
    _screen.print(f"Lezers zien nu versie {served}.")


def make_again() -> None:
    """Maak versies opnieuw die meer tonen dan nu mag, bijvoorbeeld na een hogere min_clients."""
    from data.publishing import republish  # heavy, as above

    settings = load_settings()
    with Progress(console=_errors, transient=True) as progress:
        task = progress.add_task("Opnieuw maken", total=None)
        remade = republish(
            settings,
            lambda what, done, of: progress.update(task, description=what, completed=done, total=of),
        )
    for one in remade:
        record(settings, Event.POLICY_CHANGED, f"versie {one.version} opnieuw gemaakt")
        _screen.print(f"Versie {one.version} is opnieuw gemaakt: {one.hidden} cijfers zijn nu verborgen.")
    left = [version.name for version in versions(settings) if version.is_looser]
    for name in left:
        _screen.print(f"Versie {name} kan niet opnieuw worden gemaakt en wordt aan niemand getoond.")
    if not remade and not left:
        _screen.print("Geen enkele versie toont meer dan nu mag; er is niets veranderd.")


def _cells(version: Version) -> list[str]:
    return [
        version.name,
        f"{version.published_at:%d-%m-%Y %H:%M}",
        f"{version.today:%d-%m-%Y}",
        f"{version.observations:,}".replace(",", "."),
        ", ".join(_READERS[pointer] for pointer in version.pointers),
        _protection(version),
    ]


def _protection(version: Version) -> str:
    """What a stricter policy means for the version."""
    if version.is_looser:
        return "toont meer dan nu mag; wordt niet getoond"
    return f"opnieuw gemaakt op {version.remade_at:%d-%m-%Y}" if version.remade_at else ""
