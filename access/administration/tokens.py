"""Keys with which other programs ask for published figures: made, shown once, withdrawn."""

from dataclasses import dataclass

from flask import Response, abort, request
from werkzeug.wrappers import Response as Answer

from access.administration.frame import PLACE, goes_to, shown
from access.reader import reader
from access.readers import partners_to_choose
from data.published import PublishedFiles
from domain.audience import PUBLIC, STEERING, UnknownAudience, parse_audience
from register.store import Register
from register.tokens import issue_token, issued_tokens, revoke_token

LIST = f"{PLACE}/sleutels"
_LONGEST_NOTE = 200


@dataclass(frozen=True)
class Tokens:
    """The pages about keys."""

    register: Register
    published: PublishedFiles

    def listed(self) -> Response:
        """Every key ever made; the keys themselves are kept nowhere."""
        return shown("tokens", section="tokens", tokens=issued_tokens(self.register)[::-1])

    def new(self) -> Response:
        """Make a key, which is shown here and never again."""
        if request.method == "GET":
            return self._form()
        note = request.form.get("note", "").strip()
        try:
            audience = parse_audience(request.form.get("audience", ""))
        except UnknownAudience:
            return self._form(status=400)
        if len(note) > _LONGEST_NOTE or (note and not note.isprintable()):
            return self._form(status=400)
        secret = issue_token(self.register, audience, note or None, by=reader().account)
        return shown("token_made", section="tokens", secret=secret, audience=audience.code)

    def revoke(self, number: int) -> Response | Answer:
        """Withdraw a key: from now on it opens nothing."""
        found = [one for one in issued_tokens(self.register) if one.id == number and not one.revoked_at]
        if not found:
            abort(404)
        if request.method == "GET":
            return shown("token_sure", section="tokens", one=found[0])
        revoke_token(self.register, number, by=reader().account)
        return goes_to(LIST)

    def _form(self, *, status: int = 200) -> Response:
        return shown(
            "token_new",
            section="tokens",
            status=status,
            audiences=(STEERING.code, PUBLIC.code),
            partners=partners_to_choose(self.published),
            given=request.form,
        )
