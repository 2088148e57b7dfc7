#!/usr/bin/env python
"""The command line of Smart Dashboard; each group of commands lives in its own module of `commands`."""

import os
import sys
from contextlib import suppress

from rich.console import Console

from commands import auditing, importing, keeping, planning, publishing, samples, summarising, tokens, users
from commands.dutch import dutch_app
from data.importing.workplace import remove_abandoned
from data.store import StoreInUse, StoreUnavailable
from register.store import UnusableRegister
from settings import UnusableSetting, load_settings

OWNER_ONLY = 0o077
"""What we write holds records and exact figures: no other user of the machine may read it."""

LATER = 3
"""How a command ends that came at the wrong moment: 1 is for what has to be mended, 2 for wrong usage."""

app = dutch_app("Van aangeleverde bestanden naar gepubliceerde cijfers.")
importing.register(app)
keeping.register(app)
planning.register(app)
publishing.register(app)
samples.register(app)
summarising.register(app)
tokens.register(app)
users.register(app)
auditing.register(app)


def main() -> None:
    """Run one command; what the user can mend is said in one sentence, without a traceback."""
    os.umask(OWNER_ONLY)
    with suppress(OSError, UnusableSetting):  # the command itself says so, when it matters to it
        remove_abandoned(load_settings())
    try:
        app()
    except (StoreUnavailable, UnusableRegister, UnusableSetting) as error:
        Console(stderr=True, markup=False, highlight=False).print(str(error))
        sys.exit(LATER if isinstance(error, StoreInUse) else 1)


if __name__ == "__main__":
    main()
