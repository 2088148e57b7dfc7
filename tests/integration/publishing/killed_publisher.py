"""Publishes on request and is killed on request; its argument is the home of an installation.

Each line on standard input is a number of seconds; a process of its own publishes and is killed with
signal 9 after that time. The answer is 'killed' or 'done'. Everything is imported once, so that the time is
spent on publishing.
"""

import os
import signal
import sys
import time
from pathlib import Path

from data.publishing import publish
from tests.integration.publishing.intake import settings_in


def main() -> None:
    home = Path(sys.argv[1])
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            publish(settings_in(home))
            os._exit(0)
        time.sleep(float(line))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else "done\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
