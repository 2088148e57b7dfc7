"""The table of ratios as people read it, between two marks in the README, and as JSON beside it."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.ratio import Ratio

_BEGIN, _END = "<!-- table -->\n", "<!-- end of table -->"


Facts = Mapping[str, object]


def write_results(target: Path, ratios: Sequence[Ratio], sizes: Facts, where: Facts) -> None:
    """Everything measured, with how much was measured and on what machine."""
    listed = [
        {
            "name": each.name,
            "what": each.what,
            "against": each.against,
            "seconds": round(each.seconds, 3),
            "base_seconds": round(each.base_seconds, 3),
            "ratio": round(each.ratio, 2),
            "limit": each.limit,
            "kept": each.kept,
            "peak_mb": None if each.peak_mb is None else round(each.peak_mb),
        }
        for each in ratios
    ]
    content = {"machine": where, "sizes": sizes, "ratios": listed}
    target.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def write_table(readme: Path, ratios: Sequence[Ratio], sizes: Facts, where: Facts) -> None:
    """Put the table in the README in place of the last one."""
    before, rest = readme.read_text("utf-8").split(_BEGIN)
    _, after = rest.split(_END)
    readme.write_text(f"{before}{_BEGIN}{_run(sizes, where)}\n\n{table(ratios)}\n{_END}{after}", "utf-8")


def table(ratios: Sequence[Ratio]) -> str:
    """A table in Markdown, one line a ratio."""
    lines = [
        "| what | against | times | promised | kept | most memory |",
        "| --- | --- | --: | --: | --- | --: |",
    ]
    for each in ratios:
        promised = "" if each.limit is None else f"≤ {each.limit:g}"
        kept = {True: "yes", False: "**no**", None: ""}[each.kept]
        peak = "" if each.peak_mb is None else f"{each.peak_mb:.0f} MB"
        lines.append(f"| {each.what} | {each.against} | {each.ratio:.1f} | {promised} | {kept} | {peak} |")
    return "\n".join(lines)


def machine() -> Facts:
    """What kind of machine this is, as far as a ratio depends on it; to ask before the run."""
    return {
        "processors": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "busy_before": round(os.getloadavg()[0], 2),
    }


def _run(sizes: Facts, where: Facts) -> str:
    listed = ", ".join(f"{name} {value}" for name, value in sizes.items())
    return (
        f"Last run: {listed}; {where['processors']} processors, {where['memory_gb']} GB of memory, "
        f"Python {where['python']}, load before {where['busy_before']}."
    )
