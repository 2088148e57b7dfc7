"""The plan: what is in force, and what a new one would change before it is taken in."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Response, abort, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as Answer

from access.administration.frame import PLACE, goes_to, shown
from access.administration.running import CameTooEarly, TookTooLong, answered
from access.reader import reader
from data.published import PublishedFiles
from data.store import StoreUnavailable
from domain.audience import STEERING
from queries.version_contents import VersionContents, version_contents
from register.audit import Event, record
from register.store import Register
from settings import Settings

LIST = f"{PLACE}/plan"
_MOST_FILES = 30
_SHEET = re.compile(r"[a-z][a-z0-9_-]{0,60}\.csv", re.ASCII | re.IGNORECASE)
_WORKBOOK = "plan.xlsx"
_DIFFERENCE = "verschil.json"


@dataclass(frozen=True)
class PlanPages:
    """The pages about the plan; a plan that was sent waits in the home until it is taken in or put away."""

    register: Register
    settings: Settings
    published: PublishedFiles

    def listed(self) -> Response:
        """The plan in force, and the one that waits with what it would change; a sent one is kept first."""
        if request.method == "POST":
            return self._sent()
        return self._shown()

    def take_in(self) -> Response | Answer:
        """Let the plan that waits take the place of the one in force."""
        waits = self._difference()
        if waits is None or waits["is_refused"]:
            abort(404)
        if request.method == "GET":
            return shown("plan_sure", section="plan", waits=waits)
        try:
            taken, _ = answered(self.settings, "import", str(self._folder))
        except (TookTooLong, CameTooEarly):
            return self._shown(refused="plan_busy", status=503)
        if not taken:
            return self._shown(refused="plan_not_taken", status=409)
        record(self.register, Event.DELIVERED, "plan overgenomen in beheer", account=reader().account)
        self._forget()
        return goes_to(LIST, klaar=1)

    def put_away(self) -> Answer:
        """Forget the plan that waits."""
        self._forget()
        return goes_to(LIST)

    def _sent(self) -> Response:
        files = [one for one in request.files.getlist("plan") if one.filename]
        names = _names(files)
        if names is None:
            return self._shown(refused="plan_wrong_files", status=400)
        self._forget()
        self._folder.mkdir(mode=0o700, parents=True)
        for name, file in zip(names, files, strict=True):
            file.save(self._folder / name)
        try:
            _, printed = answered(self.settings, "planverschil", "--json", str(self._folder))
            said = json.loads(printed)
        except (TookTooLong, CameTooEarly):
            self._forget()
            return self._shown(refused="plan_busy", status=503)
        except ValueError:
            self._forget()
            return self._shown(refused="plan_wrong_files", status=400)
        self._waiting.write_text(json.dumps(said), "utf-8")
        return self._shown()

    def _shown(self, *, status: int = 200, refused: str | None = None) -> Response:
        return shown(
            "plan",
            section="plan",
            status=status,
            refused=refused,
            waits=self._difference(),
            in_force=self._in_force(),
            is_done="klaar" in request.args,
        )

    def _difference(self) -> dict[str, Any] | None:
        """What the plan that waits would change; None when none waits."""
        try:
            found: dict[str, Any] = json.loads(self._waiting.read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return None
        return found

    def _in_force(self) -> VersionContents | None:
        try:
            return version_contents(self.published.open(STEERING.file))
        except StoreUnavailable:
            return None

    def _forget(self) -> None:
        self._waiting.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _folder(self) -> Path:
        return self.settings.home / "plan-in-wacht"

    @property
    def _waiting(self) -> Path:
        return self.settings.home / f"plan-in-wacht-{_DIFFERENCE}"


def _names(files: list[FileStorage]) -> list[str] | None:
    """Under which names the files are kept: a workbook, or one CSV file per sheet; None for anything else."""
    given = [Path(one.filename or "").name for one in files]
    if len(given) == 1 and given[0].lower().endswith(".xlsx"):
        return [_WORKBOOK]
    is_usable = 0 < len(given) <= _MOST_FILES and len({one.lower() for one in given}) == len(given)
    return given if is_usable and all(_SHEET.fullmatch(one) for one in given) else None
