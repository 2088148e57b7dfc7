"""What a worker answers in its first moments: a browser asks for all scripts of a page at once."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
ASK_ALL_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from sys import setswitchinterval
from threading import Barrier
import app
PLACE = "/_dash-component-suites/dash/dcc/dash_core_components.js"
together = Barrier(8)
setswitchinterval(1e-6)
def ask(_):
    together.wait()
    return app.server.test_client().get(PLACE).status_code
with ThreadPoolExecutor(8) as pool:
    print(*pool.map(ask, range(8)))
"""


def test_a_worker_that_just_started_serves_all_scripts_at_once(tmp_path: Path) -> None:
    environment = {**os.environ, "SMARTDASH_HOME": str(tmp_path)}
    command = [sys.executable, "-c", ASK_ALL_AT_ONCE]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["200"] * 8
