"""What import-linter cannot see: single modules, what is allowed, and a running worker."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.repository import imported_modules, imported_packages, kept_files, python_files
from tests.installation import PROJECT

PACKAGES = {
    "access",
    "api",
    "commands",
    "components",
    "data",
    "domain",
    "exports",
    "pages",
    "queries",
    "register",
}
OURS = PACKAGES | {"app", "bench", "manage", "settings", "tests"}
STATISTICS = {"numpy", "scipy", "statsmodels"}

# Where a library is imported under another name than it is installed by.
INSTALLED_AS = {
    "argon2": "argon2-cffi",
    "dash_bootstrap_components": "dash-bootstrap-components",
    "flask_compress": "flask-compress",
    "flask_limiter": "flask-limiter",
    "flask_wtf": "flask-wtf",
}
# Used without an import: a server.
USED_UNSEEN = {"gunicorn"}


def product() -> list[Path]:
    """The modules that are served or run by a municipality."""
    return [path for path in python_files() if path.parts[0] not in {"tests", "bench", "tools"}]


def importers(library: str) -> set[str]:
    """The product's modules that import this library."""
    return {path.as_posix() for path in product() if library in imported_packages(path)}


def test_only_the_store_opens_duckdb() -> None:
    assert importers("duckdb") <= {"data/store.py"}


def test_the_domain_imports_the_standard_library_and_statistics_only() -> None:
    allowed = sys.stdlib_module_names | STATISTICS | {"domain"}
    strangers = {path: imported_packages(path) - allowed for path in python_files("domain")}
    assert {path: names for path, names in strangers.items() if names} == {}


@pytest.mark.parametrize("library", ["plotly", "scipy", "statsmodels", "pandas"])
def test_the_single_modules_stay_thin(library: str) -> None:
    assert importers(library) & {"app.py", "manage.py", "settings.py"} == set()


def test_a_page_can_be_deleted_because_no_module_imports_it() -> None:
    pages = {f"pages.{path.stem}" for path in python_files("pages") if not path.stem.startswith("_")}
    wanted = {
        path: {".".join(name.split(".")[:2]) for name in imported_modules(path)} for path in python_files()
    }
    product = {path: names & pages for path, names in wanted.items() if path.parts[0] != "tests"}
    assert {path: names for path, names in product.items() if names} == {}


def test_settings_import_nothing_of_ours() -> None:
    assert imported_packages(Path("settings.py")) & OURS == set()


def test_a_web_worker_never_loads_the_statistics_libraries() -> None:
    program = "import sys, app; print(*sorted({'scipy', 'statsmodels'} & set(sys.modules)))"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (loaded.returncode, loaded.stdout.strip()) == (0, ""), loaded.stderr


def test_every_folder_with_modules_is_a_package_that_the_contracts_can_see() -> None:
    folders = {path.parent for path in python_files(*PACKAGES)}
    assert [folder for folder in folders if not (PROJECT / folder / "__init__.py").is_file()] == []


def test_every_package_stands_under_the_import_contracts() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    present = {path.parts[0] for path in python_files(*PACKAGES)}
    assert set(settings["tool"]["importlinter"]["root_packages"]) == present


def test_every_library_in_use_is_required_and_every_required_one_is_in_use() -> None:
    required = set(
        re.findall(r"^([a-z0-9-]+)==", (PROJECT / "requirements.in").read_text("utf-8"), re.MULTILINE)
    )
    imported = set().union(*map(imported_packages, product())) - OURS - sys.stdlib_module_names
    assert {INSTALLED_AS.get(name, name) for name in imported} == required - USED_UNSEEN


def test_no_package_is_empty() -> None:
    folders = {path.parts[0] for path in kept_files() if len(path.parts) > 1}
    assert [folder for folder in sorted(folders & PACKAGES) if len(python_files(folder)) < 2] == []
