"""Whether a version may be served: made by this release of the program, under policies that hide enough."""

from collections.abc import Mapping

from data.least_group import least_group
from data.pointers import folder_of
from data.schema import SCHEMA_VERSION
from data.store import Connection, DatabaseError, StoreUnavailable, connect_readonly
from domain.disclosure import Policy, is_looser, policies
from settings import Settings

_SCHEMA = "SELECT schema_version FROM publication"
_POLICIES = """
    SELECT audience, min_denominator, min_part, zero_is_small, rounding_base, is_proved FROM policy
"""


class OtherSchema(StoreUnavailable):
    """The version was published by another release of the program, which wrote other tables."""


class NewerSchema(OtherSchema):
    """The version was published by a later release, which publishing again here would not mend."""


class LooserPolicy(StoreUnavailable):
    """The version shows what is hidden by now; it is not served until it is remade."""


def demanded_of(settings: Settings) -> dict[str, Policy]:
    """The policies that whatever is served must have been made under."""
    return policies(least_group(settings), is_proved=settings.asks_for_proof)


def is_looser_version(settings: Settings, name: str) -> bool:
    """Whether the version shows what the policies in force hide; not of another release's version."""
    path = folder_of(settings, name) / "steering.duckdb"
    if not path.exists():
        return False
    file = connect_readonly(path)
    try:
        return is_of_this_release(file) and shows_more(file, demanded_of(settings))
    finally:
        file.close()


def open_servable(settings: Settings, name: str) -> Connection:
    """The steering group's file of this version; OtherSchema or LooserPolicy when it may not be served."""
    steering = connect_readonly(folder_of(settings, name) / "steering.duckdb")
    return servable(steering, demanded_of(settings))


def servable(connection: Connection, demanded: Mapping[str, Policy]) -> Connection:
    """The same connection; OtherSchema or LooserPolicy, and closed, when its file may not be served."""
    _of_this_release(connection)
    if shows_more(connection, demanded):
        connection.close()
        raise LooserPolicy(
            "Deze versie is gemaakt toen er meer te zien was dan nu mag."
            " Maak haar opnieuw met: python manage.py republish"
        )
    return connection


def shows_more(connection: Connection, demanded: Mapping[str, Policy]) -> bool:
    """Whether the file was made under policies that show what is hidden by now."""
    try:
        recorded = connection.execute(_POLICIES).fetchall()
    except DatabaseError:
        return True
    made = {
        str(audience): Policy(audience, least, part, zero, base, proved)
        for audience, least, part, zero, base, proved in recorded
    }
    return any(name not in made or is_looser(made[name], one) for name, one in demanded.items())


def _of_this_release(connection: Connection) -> Connection:
    """The same connection; OtherSchema, and closed, when its file has other tables than we ask for."""
    if is_of_this_release(connection):
        return connection
    found = connection.execute(_SCHEMA).fetchone()
    connection.close()
    if found is not None and found[0] > SCHEMA_VERSION:
        raise NewerSchema("De cijfers zijn van een nieuwer programma. Werk dit programma bij.")
    raise OtherSchema(
        "Deze versie is door een andere uitgave van het programma gepubliceerd en hier niet te lezen."
        " Publiceer opnieuw met: python manage.py publish"
    )


def is_of_this_release(connection: Connection) -> bool:
    """Whether the file has the tables that we ask for."""
    return connection.execute(_SCHEMA).fetchone() == (SCHEMA_VERSION,)
