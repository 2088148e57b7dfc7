"""Publishes on request and is killed on request; its argument is the home of an installation.

Each line on standard input is a number of seconds; a process of its own publishes and is killed with
signal 9 after that time. The answer is 'killed', 'done' or 'failed'. Everything is imported once, so that the
time is spent on publishing.
"""

import os
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import NoReturn

from data.publishing import publish
from tests.integration.publishing.intake import settings_in


def main() -> None:
    home = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            publish_once(home)
        time.sleep(float(line))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{outcome(status)}\n")
        sys.stdout.flush()


def publish_once(home: Path) -> NoReturn:
    """Publish, and end this process without running what belongs to the one it came from."""
    try:
        publish(settings_in(home))
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def outcome(status: int) -> str:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "killed"
    return "done" if status == 0 else "failed"


if __name__ == "__main__":
    main()
