"""What a worker answers before it has served any page: a browser may ask two workers in turn."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
ASK = """
import app
answer = app.server.test_client().get("/_dash-component-suites/dash/dcc/dash_core_components.js")
print(answer.status_code, answer.mimetype)
"""


def test_a_worker_serves_the_scripts_of_a_page_that_another_worker_served(tmp_path: Path) -> None:
    environment = {**os.environ, "SMARTDASH_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    status, kind = done.stdout.split()
    assert status == "200"
    assert kind.endswith("/javascript")
