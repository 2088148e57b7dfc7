"""Makes versions again on request and is killed on request; its argument is the home of an installation.

Each line on standard input is a threshold and a number of seconds: a process of its own makes the versions
again and is killed with signal 9 after that time. The answer is 'killed', 'done' or 'failed'.
"""

import os
import signal
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from data.publishing import republish
from tests.integration.publishing.intake import settings_in
from tests.integration.publishing.killed_publisher import outcome


def main() -> None:
    home = Path(sys.argv[1])
    for line in sys.stdin:
        threshold, seconds = line.split()
        child = os.fork()
        if child == 0:
            republish_once(home, int(threshold))
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{outcome(status)}\n")
        sys.stdout.flush()


def republish_once(home: Path, threshold: int) -> NoReturn:
    """Make again what is looser, and end this process without running what its parent would at its end."""
    try:
        republish(replace(settings_in(home), min_clients=threshold))
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
