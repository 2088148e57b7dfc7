"""Secrets of apps for codes: encrypted in the register, with keys that can be replaced unnoticed."""

import sqlite3
from dataclasses import replace

import pyotp
import pytest

from domain.role import Role
from register import second_factor
from register.accounts import add_account
from register.sealing import Seal, UnopenedSecret
from register.store import Register
from settings import Entrance, Settings
from tests.builders import TODAY

OLD, NEW = b"o" * 40, b"n" * 40


@pytest.fixture
def settings(register: Register) -> Settings:
    return Settings(home=register.file.parent, today=TODAY, key_file=register.file.parent / "client.key")


def with_keys(settings: Settings, *keys: bytes) -> Register:
    return Register(replace(settings, entrance=Entrance(keys=keys)))


def opens(register: Register, number: int, secret: str) -> bool:
    """Whether the code of the app is right; each opens once, so that an earlier one is forgotten."""
    with register.writing() as connection:
        connection.exec_driver_sql("UPDATE account SET totp_step = NULL")
    return second_factor.check(register, number, pyotp.TOTP(secret).now())


def enrolled(register: Register) -> tuple[int, str]:
    number = add_account(register, "officier", Role.DATA_OFFICER, "een-lang-wachtwoord")
    return number, set_up(register, number)


def set_up(register: Register, number: int) -> str:
    secret = second_factor.begin()
    assert second_factor.confirm(register, number, secret, pyotp.TOTP(secret).now())
    return secret


def test_nothing_in_the_file_of_the_register_tells_the_secret_of_an_app(settings: Settings) -> None:
    register = with_keys(settings, OLD)
    number, secret = enrolled(register)
    assert opens(register, number, secret)
    written = b"".join(path.read_bytes() for path in register.file.parent.glob("register.sqlite*"))
    assert secret.encode() not in written


def test_a_key_is_replaced_in_two_steps_and_every_app_goes_on(settings: Settings) -> None:
    number, secret = enrolled(with_keys(settings, OLD))
    both = with_keys(settings, NEW, OLD)
    assert opens(both, number, secret)
    assert second_factor.seal_anew(both) == 0
    after = with_keys(settings, NEW)
    assert opens(after, number, secret)
    assert not opens(with_keys(settings, OLD), number, secret)


def test_a_secret_of_before_there_were_keys_is_sealed_at_the_first_start(settings: Settings) -> None:
    number, secret = enrolled(with_keys(settings))
    register = with_keys(settings, NEW)
    assert opens(register, number, secret)
    assert second_factor.seal_anew(register) == 0
    assert opens(register, number, secret)
    kept = sqlite3.connect(register.file)
    assert kept.execute("SELECT totp_sealed FROM account").fetchone()[0] != secret
    kept.close()


def test_a_lost_key_opens_nobody_and_a_reset_lets_them_set_up_another_app(settings: Settings) -> None:
    number, secret = enrolled(with_keys(settings, OLD))
    register = with_keys(settings, NEW)
    assert second_factor.seal_anew(register) == 1
    assert not opens(register, number, secret)
    second_factor.reset_second_factor(register, number)
    assert opens(register, number, set_up(register, number))


def test_what_was_tampered_with_is_not_opened() -> None:
    kept = Seal([OLD]).seal("JBSWY3DPEHPK3PXP")
    with pytest.raises(UnopenedSecret):
        Seal([OLD]).open(kept[:-4] + "AAA=")
    with pytest.raises(UnopenedSecret):
        Seal([]).open(kept)
