"""A register of its own for every test, with quick passwords."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from register import passwords
from register.store import Register
from settings import Settings
from tests.builders import TODAY


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashing is made slow on purpose; here it is only asked whether it is done."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", quick)
    monkeypatch.setattr(passwords, "_NOBODY", quick.hash("nobody"))


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(Settings(home=tmp_path, today=TODAY, key_file=tmp_path / "client.key"))
