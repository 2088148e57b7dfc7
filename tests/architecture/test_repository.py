"""The repository says nothing about one machine, and every file of the sample set is accounted for."""

import re
from pathlib import Path, PurePosixPath

from tests.architecture.repository import kept_files
from tests.installation import PROJECT

SAMPLES = Path("data/samples")
REGISTER = SAMPLES / "README.md"

# Written in parts, so that this file does not hold what it looks for.
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry.npm" + "js.org",
    "registry.yarn" + "pkg.com",
)
MACHINE_PATHS = re.compile(
    r"(?<![\w.*/-])/(?:ho" + r"me/\w|ro" + r"ot/|wo" + r"rk/|Use" + r"rs/\w|t" + r"mp/\w)"
)


def texts() -> dict[Path, str]:
    """The files that are text, with what they say."""
    found = {}
    for path in kept_files():
        content = (PROJECT / path).read_bytes()
        if b"\0" not in content:
            found[path] = content.decode("utf-8", errors="replace")
    return found


def test_no_file_names_a_package_registry() -> None:
    assert [path for path, text in texts().items() if any(registry in text for registry in REGISTRIES)] == []


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert [path for path, text in texts().items() if MACHINE_PATHS.search(text)] == []


def test_every_package_is_pinned_to_one_version() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (PROJECT / name).read_text("utf-8").splitlines()
        loose = [line for line in lines if line and not re.match(r"#|[a-z0-9.-]+==[\w.]+( ; .+)?$", line)]
        assert loose == [], name


def test_every_sample_file_is_registered_and_every_registration_has_a_file() -> None:
    samples = [
        path.relative_to(SAMPLES) for path in kept_files() if SAMPLES in path.parents and path != REGISTER
    ]
    patterns = re.findall(r"^\|\s*`([^`]+)`", (PROJECT / REGISTER).read_text("utf-8"), flags=re.MULTILINE)
    assert [str(path) for path in samples if not any(matches(path, pattern) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(matches(path, pattern) for path in samples)] == []


def matches(path: Path, pattern: str) -> bool:
    """Whether a path is the one named, or fits a pattern such as `plan/*.csv`, folder by folder."""
    pure = PurePosixPath(path.as_posix())
    return len(pure.parts) == len(PurePosixPath(pattern).parts) and pure.match(pattern)
