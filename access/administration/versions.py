"""The versions of the figures: what each holds, the word that releases one, and going back."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from flask import Response, abort, request
from werkzeug.wrappers import Response as Answer

from access.administration.frame import PLACE, goes_to, shown
from access.reader import reader
from data.pointers import is_publishing
from data.releasing import opened, release, waiting
from data.store import StoreUnavailable
from data.versions import Version, rollback, versions
from queries.version_contents import VersionContents, version_contents
from register.audit import Event, recorded
from register.store import Register
from settings import Settings

LIST = f"{PLACE}/versies"


@dataclass(frozen=True)
class Versions:
    """The pages about versions."""

    register: Register
    settings: Settings

    def listed(self) -> Response:
        """All versions, who reads which, and which one waits for the word."""
        return shown(
            "versions",
            section="versions",
            versions=versions(self.settings)[::-1],
            waits=waiting(self.settings) if versions(self.settings) else None,
            now=self.settings.now,
            is_publishing=is_publishing(self.settings),
        )

    def one(self, version: str) -> Response:
        """What one version holds."""
        found = self._found(version)
        return shown("version", section="versions", one=found, contents=self._contents(found))

    def back(self, version: str) -> Response | Answer:
        """Let readers see an earlier version."""
        found = self._found(version)
        if request.method == "GET":
            return shown("version_sure", section="versions", one=found)
        try:
            with self._recorded(Event.ROLLED_BACK, found.name):
                rollback(self.settings, found.name)
        except StoreUnavailable:
            return shown("version_sure", section="versions", one=found, refused=True, status=409)
        return goes_to(LIST)

    def release(self) -> Response | Answer:
        """Let everybody see what partners already read, without waiting for their last day."""
        found = waiting(self.settings) if versions(self.settings) else None
        if found is None:
            abort(404)
        if request.method == "GET":
            is_early = found.due > self.settings.now
            return shown("release_sure", section="versions", waits=found, is_early=is_early)
        if request.form.get("version") != found.version:
            abort(409)  # another one was published since this page was opened
        with self._recorded(Event.RELEASED, found.version):
            release(self.settings, found)
        return goes_to(LIST)

    def _recorded(self, event: Event, version: str) -> AbstractContextManager[None]:
        """Readers never move without an entry."""
        return recorded(self.register, event, version, account=reader().account)

    def _found(self, name: str) -> Version:
        found = [one for one in versions(self.settings) if one.name == name]
        return found[0] if found else abort(404)

    def _contents(self, found: Version) -> VersionContents | None:
        """What is in it; None where another release of the program wrote it."""
        try:
            return version_contents(opened(self.settings, found.name))
        except StoreUnavailable:
            return None
