"""The check of packages: a known weakness fails it, and a missing network does not."""

import json
import subprocess

import pytest

from tools import audit_packages


def answering(monkeypatch: pytest.MonkeyPatch, printed: str, *, reachable: bool = True) -> None:
    def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 1, printed, "")

    monkeypatch.setattr(audit_packages, "is_reachable", lambda: reachable)
    monkeypatch.setattr(subprocess, "run", run)


def test_a_package_with_a_known_weakness_fails_the_check_and_says_what_mends_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    weak = {"name": "flask", "version": "0.1", "vulns": [{"id": "CVE-1", "fix_versions": ["3.1.3"]}]}
    answering(monkeypatch, json.dumps({"dependencies": [weak]}))
    assert audit_packages.main() == 1
    assert "flask 0.1: CVE-1, mended in 3.1.3" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("printed", "reachable"),
    [("", True), ('{"error": 1}', True), ('{"dependencies": [{"name": "flask"}]}', True), ("", False)],
)
def test_a_service_that_does_not_answer_fails_nothing(
    monkeypatch: pytest.MonkeyPatch, printed: str, reachable: bool
) -> None:
    answering(monkeypatch, printed, reachable=reachable)
    assert audit_packages.main() == 0


def test_a_machine_without_a_network_is_not_reachable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_packages, "SERVICE", "http://127.0.0.1:9/pypi")
    assert not audit_packages.is_reachable()
