"""The rules that protect small groups: what is in force, and asking for more or for less of it."""

from dataclasses import dataclass

from flask import Response, request
from werkzeug.wrappers import Response as Answer

from access.administration.frame import PLACE, goes_to, shown
from access.administration.running import begin
from access.reader import reader
from data.least_group import decide_least_group, least_group
from data.pointers import is_publishing
from data.servable import demanded_of
from data.versions import versions
from register.policy_changes import LONGEST_REASON, policy_changes, record_policy_change
from register.store import Register
from settings import Settings

LIST = f"{PLACE}/regels"
_MOST_CLIENTS = 1000
_SHORTEST_REASON = 20


@dataclass(frozen=True)
class PolicyPages:
    """The pages about what is shown of small groups."""

    register: Register
    settings: Settings

    def listed(self) -> Response:
        """The rules per audience, the decisions about them, and what is still being made again."""
        return shown(
            "policy",
            section="policy",
            rules=demanded_of(self.settings).values(),
            changes=policy_changes(self.register),
            is_proved=self.settings.asks_for_proof,
            looser=[one.name for one in versions(self.settings) if one.is_looser],
            is_publishing=is_publishing(self.settings),
        )

    def change(self) -> Response | Answer:
        """Another smallest group: first what it means, then the word."""
        if request.method == "GET":
            return self._form()
        asked, reason = _number(request.form.get("least", "")), request.form.get("reason", "").strip()
        before = least_group(self.settings)
        if asked is None or asked == before or not self.settings.min_clients <= asked <= _MOST_CLIENTS:
            return self._form(refused="policy_number_wrong")
        if asked < before and len(reason) < _SHORTEST_REASON:
            return self._form(refused="policy_reason_short")
        if "sure" not in request.form:
            return shown(
                "policy_sure", section="policy", before=before, asked=asked, reason=reason[:LONGEST_REASON]
            )
        record_policy_change(self.register, before, asked, reason, by=reader().account)
        decide_least_group(self.settings, asked)
        if asked > before:
            begin(self.settings, "republish")
        return goes_to(LIST)

    def again(self) -> Answer:
        """Go on with making versions again, after that was broken off."""
        begin(self.settings, "republish")
        return goes_to(LIST)

    def _form(self, *, refused: str | None = None) -> Response:
        return shown(
            "policy_change",
            section="policy",
            status=400 if refused else 200,
            refused=refused,
            least=least_group(self.settings),
            lowest=self.settings.min_clients,
            most=_MOST_CLIENTS,
            longest=LONGEST_REASON,
            given=request.form,
        )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(_MOST_CLIENTS)) else None
