"""That everything `make bench` measures runs; how fast it is, no test may depend on."""

import json
from pathlib import Path

from bench.run import main


def test_every_promised_ratio_is_measured_and_written(tmp_path: Path) -> None:
    work, output = tmp_path / "work", tmp_path / "found"
    work.mkdir()
    sizes = ["--rows", "1000", "--partners", "12", "--times", "1", "--many", "6", "2", "4", "2"]
    main([*sizes, "--work", str(work), "--output", str(output)])
    found = json.loads((output / "results.json").read_text("utf-8"))
    names = {"import", "import_memory", "check_wrong", "publish", "publish_many"}
    assert {each["name"] for each in found["ratios"]} >= names
    assert {each["limit"] for each in found["ratios"]} >= {5.0, 2.0, 10.0, 15.0}
    assert all(each["ratio"] > 0 for each in found["ratios"])
    assert list(work.iterdir()) == []
