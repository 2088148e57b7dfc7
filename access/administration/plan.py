"""The plan: what is in force, and what a new one would change before it is taken in."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from flask import Response, abort, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as Answer

from access.administration.frame import PLACE, goes_to, shown
from access.administration.running import CameTooEarly, TookTooLong, answered
from access.administration.waiting_plan import WaitingPlan
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
        """Let the plan that waits take the place of the one in force; 409 when another came in meanwhile."""
        waits = self._waiting.difference()
        if waits is None or waits["is_refused"]:
            abort(404)
        if request.method != "POST":
            return shown("plan_sure", section="plan", waits=waits)
        sending = str(waits["sending"])
        if request.form.get("sending") != sending:
            return self._shown(refused="plan_another", status=409)
        try:
            taken, _ = answered(self.settings, "import", str(self._waiting.files_of(sending)))
        except (TookTooLong, CameTooEarly):
            return self._shown(refused="plan_busy", status=503)
        if not taken:
            return self._shown(refused="plan_not_taken", status=409)
        record(self.register, Event.DELIVERED, "plan overgenomen in beheer", account=reader().account)
        self._waiting.forget(sending)
        return goes_to(LIST, klaar=1)

    def put_away(self) -> Answer:
        """Forget the plan that waits."""
        if waits := self._waiting.difference():
            self._waiting.forget(str(waits["sending"]))
        return goes_to(LIST)

    def _sent(self) -> Response:
        files = [one for one in request.files.getlist("plan") if one.filename]
        names = _names(files)
        if names is None:
            return self._shown(refused="plan_wrong_files", status=400)
        sending = self._waiting.begun()
        folder = self._waiting.files_of(sending)
        for name, file in zip(names, files, strict=True):
            file.save(folder / name)
        try:
            _, printed = answered(self.settings, "planverschil", "--json", str(folder))
            said = json.loads(printed)
        except (TookTooLong, CameTooEarly):
            self._waiting.forget(sending)
            return self._shown(refused="plan_busy", status=503)
        except ValueError:
            self._waiting.forget(sending)
            return self._shown(refused="plan_wrong_files", status=400)
        self._waiting.wait(sending, said)
        return self._shown()

    def _shown(self, *, status: int = 200, refused: str | None = None) -> Response:
        return shown(
            "plan",
            section="plan",
            status=status,
            refused=refused,
            waits=self._waiting.difference(),
            in_force=self._in_force(),
            is_done="klaar" in request.args,
        )

    def _in_force(self) -> VersionContents | None:
        try:
            return version_contents(self.published.open(STEERING.file))
        except StoreUnavailable:
            return None

    @property
    def _waiting(self) -> WaitingPlan:
        return WaitingPlan(self.settings.home / "plan-in-wacht")


def _names(files: list[FileStorage]) -> list[str] | None:
    """Under which names the files are kept: a workbook, or one CSV file per sheet; None for anything else."""
    given = [Path(one.filename or "").name for one in files]
    if len(given) == 1 and given[0].lower().endswith(".xlsx"):
        return [_WORKBOOK]
    is_usable = 0 < len(given) <= _MOST_FILES and len({one.lower() for one in given}) == len(given)
    return given if is_usable and all(_SHEET.fullmatch(one) for one in given) else None
