"""The second factor: six digits of an authenticator app, or a recovery code when the telephone is lost."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime

import pyotp
from sqlalchemy import Connection, delete, insert, select, update

from register.accounts import WITHOUT, end_sessions
from register.audit import Event, record_in
from register.moments import now
from register.sealing import UnopenedSecret
from register.store import Register
from register.tables import account, recovery_code

STEP = 30
_CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_ISSUER = "Smart Dashboard"


def begin() -> str:
    """A secret to put in an app; it is shown to one browser and kept nowhere until it is confirmed."""
    return pyotp.random_base32()


def provisioning(secret: str, name: str) -> str:
    """What the QR code holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=_ISSUER)


def confirm(register: Register, number: int, secret: str, code: str) -> bool:
    """Whether an app with this secret shows the code; from then on it is asked at every sign in.

    Whoever came in with the password alone is signed out, and an app that was there already stays the one.
    """
    step = _step(secret, code)
    if step is None:
        return False
    kept = {"totp_sealed": register.seal.seal(secret), "totp_confirmed_at": now(), "totp_step": step}
    without = (account.c.id == number) & account.c.totp_confirmed_at.is_(None)
    with register.writing() as connection:
        if connection.execute(update(account).where(without).values(kept)).rowcount != 1:
            return False
        end_sessions(connection, number)
        record_in(connection, Event.ACCOUNT_CHANGED, "tweede factor ingesteld", account=number)
    return True


def check(register: Register, number: int, code: str) -> bool:
    """Whether the code is of now or half a minute ago; each opens once."""
    with register.writing() as connection:
        confirmed = (account.c.id == number) & account.c.totp_confirmed_at.is_not(None)
        row = connection.execute(select(account.c.totp_sealed, account.c.totp_step).where(confirmed)).first()
        step = _step(_opened(register, row.totp_sealed), code) if row is not None else None
        if row is None or step is None or (row.totp_step is not None and step <= row.totp_step):
            return False
        connection.execute(update(account).where(account.c.id == number).values(totp_step=step))
    return True


def reset_second_factor(register: Register, number: int, *, by: int | None = None) -> None:
    """Have the app set up anew at the next sign in, which is now needed everywhere."""
    with register.writing() as connection:
        connection.execute(update(account).where(account.c.id == number).values(WITHOUT))
        connection.execute(delete(recovery_code).where(recovery_code.c.account == number))
        end_sessions(connection, number)
        about = f"{number}: tweede factor opnieuw in te stellen"
        record_in(connection, Event.ACCOUNT_CHANGED, about, account=by)


def seal_anew(register: Register) -> int:
    """Seal every secret with the first key; how many none of the keys opens, which stay as they are."""
    unopened = 0
    with register.writing() as connection:
        found = connection.execute(
            select(account.c.id, account.c.totp_sealed).where(account.c.totp_sealed.is_not(None))
        ).all()
        for row in found:
            if register.seal.is_by_first_key(row.totp_sealed):
                continue
            secret = _opened(register, row.totp_sealed)
            if secret is None:
                unopened += 1
                continue
            sealed = register.seal.seal(secret)
            connection.execute(update(account).where(account.c.id == row.id).values(totp_sealed=sealed))
    return unopened


def new_recovery_codes(register: Register, number: int) -> list[str]:
    """Codes that each open once; shown now and never again, and the older ones no longer open."""
    codes = ["-".join(_word() for _ in range(3)) for _ in range(_CODES)]
    with register.writing() as connection:
        connection.execute(delete(recovery_code).where(recovery_code.c.account == number))
        rows = [{"account": number, "hash": _hash(code)} for code in codes]
        connection.execute(insert(recovery_code), rows)
        record_in(connection, Event.ACCOUNT_CHANGED, "nieuwe herstelcodes", account=number)
    return codes


def use_recovery_code(register: Register, number: int, code: str) -> bool:
    """Whether it was an unused recovery code of this account; from now on it is used."""
    offered = _hash(code)
    with register.writing() as connection:
        unused = connection.execute(
            select(recovery_code.c.id, recovery_code.c.hash).where(
                (recovery_code.c.account == number) & recovery_code.c.used_at.is_(None)
            )
        ).all()
        found = [row.id for row in unused if hmac.compare_digest(row.hash, offered)]
        if found:
            _mark_used(connection, found[0])
            record_in(connection, Event.ACCOUNT_CHANGED, "herstelcode gebruikt", account=number)
    return bool(found)


def unused_recovery_codes(register: Register, number: int) -> int:
    """How many recovery codes are left."""
    mine = (recovery_code.c.account == number) & recovery_code.c.used_at.is_(None)
    with register.reading() as connection:
        return len(connection.execute(select(recovery_code.c.id).where(mine)).all())


def _mark_used(connection: Connection, code: int) -> None:
    connection.execute(update(recovery_code).where(recovery_code.c.id == code).values(used_at=now()))


def _opened(register: Register, kept: str | None) -> str | None:
    """The secret of the app; None without one, and when its key is gone: then a reset is needed."""
    try:
        return register.seal.open(kept) if kept else None
    except UnopenedSecret:
        return None


def _step(secret: str | None, code: str) -> int | None:
    """The half-minute in which the app showed this code; None when it never did."""
    if not secret:
        return None
    digits = code.replace(" ", "")
    current = int(now().replace(tzinfo=UTC).timestamp()) // STEP
    for step in (current, current - 1):
        shown = pyotp.TOTP(secret).at(datetime.fromtimestamp(step * STEP, UTC))
        if hmac.compare_digest(shown.encode(), digits.encode("utf-8", "surrogatepass")):
            return step
    return None


def _word() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(5))


def _hash(code: str) -> str:
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
