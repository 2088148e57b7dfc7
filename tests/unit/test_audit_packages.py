"""The check of packages: a known weakness fails it, and a missing network does not."""

import json
import subprocess

import pytest

from tools import audit_packages


def answering(monkeypatch: pytest.MonkeyPatch, printed: str) -> None:
    def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, printed, "")

    monkeypatch.setattr(subprocess, "run", run)


def test_a_package_with_a_known_weakness_fails_the_check_and_says_what_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    weak = {"name": "flask", "version": "0.1", "vulns": [{"id": "CVE-1", "fix_versions": ["3.1.3"]}]}
    answering(monkeypatch, json.dumps({"dependencies": [weak]}))
    assert audit_packages.main() == 1
    assert "flask 0.1: CVE-1, mended in 3.1.3" in capsys.readouterr().out


@pytest.mark.parametrize(
    "printed", ["", '{"error": 1}', '{"dependencies": [{"name": "flask", "skip_reason": "not found"}]}']
)
def test_a_service_that_does_not_answer_fails_nothing(monkeypatch: pytest.MonkeyPatch, printed: str) -> None:
    answering(monkeypatch, printed)
    assert audit_packages.main() == 0


def test_a_service_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("pip_audit", 60)

    monkeypatch.setattr(subprocess, "run", hang)
    assert audit_packages.main() == 0
