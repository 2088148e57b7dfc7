"""Accounts: who may come in, and what each does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from domain.audience import UnknownAudience, parse_audience
from domain.role import Role
from register.audit import Event, record_in
from register.locks import MOST_FAILURES, is_locked, locked_until
from register.moments import now
from register.passwords import hashed
from register.store import Register
from register.tables import account, recovery_code, session

_LONGEST_NAME = 80
_HIGHEST_NUMBER = 2**63 - 1
"""SQLite keeps no higher one."""


class UnknownAccount(LookupError):
    """Nobody has this name."""


class UnusableAccount(ValueError):
    """An account cannot be like this; the message says why."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account without its secrets; moments in UTC."""

    id: int
    name: str
    role: Role
    partner: str | None
    signs_in_elsewhere: bool
    has_second_factor: bool
    is_locked: bool
    locked_until: datetime | None
    asks_unlocking: bool
    sign_outs: int
    created_at: datetime
    signed_in_at: datetime | None
    disabled_at: datetime | None


def add_account(
    register: Register,
    name: str,
    role: Role,
    password: str,
    partner: str | None = None,
    *,
    by: int | None = None,
) -> int:
    """The number of a new account; UnusableAccount for a name that is taken or a partner without a code."""
    kept = {"password": hashed(password)}
    with register.writing() as connection:
        return insert_account(connection, name, role, partner, by=by, **kept)


def insert_account(
    connection: Connection,
    name: str,
    role: Role,
    partner: str | None,
    *,
    by: int | None = None,
    **kept: str | None,
) -> int:
    """As add_account, within a transaction; `kept` is what opens the account, `by` who made it."""
    row = {"name": usable_name(name), **_place(role, partner), **kept, "created_at": now()}
    try:
        number = connection.execute(insert(account).values(row)).inserted_primary_key
    except IntegrityError as error:
        raise UnusableAccount(f"De naam '{row['name']}' is al in gebruik.") from error
    assert number is not None  # noqa: S101 - SQLite gives every row a number
    told = f"{number[0]} gemaakt als {_said(role, partner)}"
    record_in(connection, Event.ACCOUNT_CHANGED, told, account=by)
    return int(number[0])


def account_from_elsewhere(
    register: Register, subject: str, name: str, role: Role, partner: str | None
) -> Account | None:
    """The account of whom an OpenID provider knows as `subject`, with the role that its groups give now.

    It is made at a first visit; None when it was closed here.
    """
    with register.writing() as connection:
        row = connection.execute(select(account).where(account.c.subject == subject)).first()
        if row is None:
            number = insert_account(connection, _free(connection, name), role, partner, subject=subject)
        elif row.disabled_at is not None:
            return None
        else:
            number = row.id
            _follow(connection, row, role, partner)
        return account_of(connection.execute(select(account).where(account.c.id == number)).one())


def accounts(register: Register) -> list[Account]:
    """All accounts by name, the disabled ones too."""
    with register.reading() as connection:
        return [account_of(row) for row in connection.execute(select(account).order_by(account.c.name))]


def find_account(register: Register, name: str) -> Account:
    """The account with this name; UnknownAccount when there is none."""
    with register.reading() as connection:
        row = connection.execute(select(account).where(account.c.name == plain_name(name))).first()
    if row is None:
        raise UnknownAccount(name)
    return account_of(row)


def account_numbered(register: Register, number: int) -> Account:
    """The account with this number; UnknownAccount when there is none."""
    with register.reading() as connection:
        asked = select(account).where(account.c.id == number)
        row = connection.execute(asked).first() if number <= _HIGHEST_NUMBER else None
    if row is None:
        raise UnknownAccount(str(number))
    return account_of(row)


def can_sign_in(register: Register) -> bool:
    """Whether there is an account that opens the door with a password."""
    usable = account.c.disabled_at.is_(None) & account.c.password.is_not(None)
    with register.reading() as connection:
        return bool(connection.execute(select(func.count()).select_from(account).where(usable)).scalar())


def change_role(
    register: Register, name: str, role: Role, partner: str | None = None, *, by: int | None = None
) -> None:
    """Give an account another role; its sessions end, so that none keeps the old one."""
    found, place = find_account(register, name), _place(role, partner)
    with register.writing() as connection:
        connection.execute(update(account).where(account.c.id == found.id).values(place))
        end_sessions(connection, found.id)
        about = f"{found.id} is nu {_said(role, partner)}"
        record_in(connection, Event.ACCOUNT_CHANGED, about, account=by)


def disable(register: Register, name: str, *, by: int | None = None) -> None:
    """Let nobody in with this account any more; its sessions end now."""
    found = find_account(register, name)
    with register.writing() as connection:
        connection.execute(update(account).where(account.c.id == found.id).values(disabled_at=now()))
        end_sessions(connection, found.id)
        record_in(connection, Event.ACCOUNT_CHANGED, f"{found.id} afgesloten", account=by)


_UNLOCKED: Mapping[str, int | None] = {"failures": 0, "failed_at": None, "code_failures": 0}


def unlock(register: Register, name: str, *, by: int | None = None) -> None:
    """Let somebody try again at once; password, app and sessions stay as they are."""
    found = find_account(register, name)
    with register.writing() as connection:
        connection.execute(update(account).where(account.c.id == found.id).values(_UNLOCKED))
        record_in(connection, Event.ACCOUNT_CHANGED, f"{found.id} ontgrendeld", account=by)


WITHOUT: Mapping[str, None] = {"totp_sealed": None, "totp_confirmed_at": None, "totp_step": None}
"""The columns of an account without a second factor."""


def reset(register: Register, name: str, password: str | None, *, by: int | None = None) -> None:
    """Open a locked or disabled account with a new password; a second factor has to be set up again.

    None for who signs in elsewhere, and has no password here.
    """
    found = find_account(register, name)
    kept = {"password": hashed(password)} if password is not None else {}
    fresh = {**WITHOUT, **kept, **_UNLOCKED, "disabled_at": None}
    with register.writing() as connection:
        connection.execute(update(account).where(account.c.id == found.id).values(fresh))
        connection.execute(delete(recovery_code).where(recovery_code.c.account == found.id))
        end_sessions(connection, found.id)
        record_in(connection, Event.ACCOUNT_CHANGED, f"{found.id} opnieuw ingesteld", account=by)


def change_password(register: Register, number: int, password: str) -> None:
    """Replace the password of who is signed in, and sign out everywhere; UnusablePassword for a short one."""
    kept = hashed(password)
    with register.writing() as connection:
        connection.execute(update(account).where(account.c.id == number).values(password=kept))
        end_sessions(connection, number)
        record_in(connection, Event.ACCOUNT_CHANGED, "eigen wachtwoord gewijzigd", account=number)


def end_sessions(connection: Connection, number: int) -> None:
    """Sign this account out everywhere, also where signing in was half done."""
    connection.execute(delete(session).where(session.c.account == number))
    counted = update(account).where(account.c.id == number).values(sign_outs=account.c.sign_outs + 1)
    connection.execute(counted)


def usable_name(name: str) -> str:
    """The name as it is kept; UnusableAccount for an empty or unprintable one."""
    plain = plain_name(name)
    if not plain or len(plain) > _LONGEST_NAME or not plain.isprintable() or " " in plain:
        raise UnusableAccount(f"Neem een naam van 1 tot {_LONGEST_NAME} tekens, zonder spaties.")
    return plain


def _free(connection: Connection, name: str) -> str:
    """The name without spaces, with a number behind it when an account of ours already has it."""
    plain = "".join(letter for letter in plain_name(name) if letter.isprintable() and letter != " ")[:70]
    taken = set(connection.execute(select(account.c.name)).scalars())
    tries = (plain, *(f"{plain}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in tries if one and one not in taken)


def _follow(connection: Connection, row: Row[tuple[object, ...]], role: Role, partner: str | None) -> None:
    place = _place(role, partner)
    if (row.role, row.partner) == (place["role"], place["partner"]):
        return
    connection.execute(update(account).where(account.c.id == row.id).values(place))
    end_sessions(connection, row.id)
    record_in(connection, Event.ACCOUNT_CHANGED, f"{row.id} is nu {_said(role, partner)}")


def _place(role: Role, partner: str | None) -> dict[str, str | None]:
    if (role is Role.PARTNER) != (partner is not None):
        raise UnusableAccount("Een partner heeft de code van de partner nodig, en niemand anders.")
    if partner is not None:
        try:
            parse_audience(f"partner:{partner}")
        except UnknownAudience as error:
            raise UnusableAccount(f"'{partner}' kan geen code van een partner zijn.") from error
    return {"role": str(role), "partner": partner}


def plain_name(name: str) -> str:
    """A name as it is kept and looked for."""
    return name.strip().lower().encode("utf-8", "replace").decode("utf-8")


def _said(role: Role, partner: str | None) -> str:
    return f"{role}:{partner}" if partner else str(role)


def account_of(row: Row[tuple[object, ...]]) -> Account:
    """The account that a row describes."""
    found = row._mapping  # noqa: SLF001 - SQLAlchemy's own name for the row by column
    asks_unlocking = found["code_failures"] >= MOST_FAILURES
    failed = (found["failures"], found["failed_at"])
    return Account(
        id=found["id"],
        name=found["name"],
        role=Role(found["role"]),
        partner=found["partner"],
        signs_in_elsewhere=found["subject"] is not None,
        has_second_factor=found["totp_confirmed_at"] is not None,
        is_locked=asks_unlocking or is_locked(*failed, now()),
        locked_until=locked_until(*failed),
        asks_unlocking=asks_unlocking,
        sign_outs=found["sign_outs"],
        created_at=found["created_at"],
        signed_in_at=found["signed_in_at"],
        disabled_at=found["disabled_at"],
    )
