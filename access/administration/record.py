"""The record of what was done: read page by page, taken along as a file, and checked."""

import csv
import io
from dataclasses import dataclass

from flask import Response, request

from access.administration.frame import PLACE, shown
from access.reader import reader
from register.accounts import accounts
from register.audit import BrokenChain, Entry, Event, entries, record, verify
from register.store import Register

LIST = f"{PLACE}/logboek"
_ROWS = 50
_MOST_PAGES = 100_000
_HEADERS = ("nummer", "wanneer_utc", "account", "wat", "waarover", "controlegetal")


@dataclass(frozen=True)
class Record:
    """The pages about the record."""

    register: Register

    def listed(self) -> Response:
        """One page of it, of one kind or one account where asked."""
        event, account = _event(), _number("account")
        page = max(1, min(_number("pagina") or 1, _MOST_PAGES))
        found = entries(
            self.register, newest=_ROWS + 1, skip=(page - 1) * _ROWS, event=event, account=account
        )
        whole, last = self._checked() if "controle" in request.args else (None, None)
        return shown(
            "record",
            section="record",
            entries=found[:_ROWS],
            more=len(found) > _ROWS,
            page=page,
            event=event,
            account=account,
            events=tuple(Event),
            names={one.id: one.name for one in accounts(self.register)},
            whole_chain=whole,
            last=last,
        )

    def file(self) -> Response:
        """The entries as CSV, with account numbers and no names; that it was taken along is one of them."""
        record(self.register, Event.EXPORTED, "logboek", account=reader().account)
        written = io.StringIO()
        writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
        writer.writerow(_HEADERS)
        writer.writerows(
            _row(one) for one in entries(self.register, event=_event(), account=_number("account"))
        )
        answer = Response("\ufeff" + written.getvalue(), mimetype="text/csv")
        answer.headers["Content-Disposition"] = 'attachment; filename="logboek.csv"'
        return answer

    def _checked(self) -> tuple[bool, Entry | int | None]:
        """Whether the chain is whole, with its last entry; otherwise with the number where it breaks."""
        try:
            return True, verify(self.register)
        except BrokenChain as error:
            return False, error.number


def _row(one: Entry) -> tuple[object, ...]:
    # What was typed cannot stand here: every entry is written by the program, from codes and numbers.
    about = f"'{one.about}" if one.about.startswith(("=", "+", "-", "@")) else one.about
    return (one.id, one.at.isoformat(sep=" "), one.account, one.event, about, one.hash)


def _event() -> Event | None:
    asked = request.args.get("wat", "")
    return Event(asked) if asked in set(Event) else None


def _number(name: str) -> int | None:
    asked = request.args.get(name, "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < _LONGEST_NUMBER else None


_LONGEST_NUMBER = 10
