"""Demonstration deliveries: the same numbers give the same bytes, and every cell may be delivered."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import typer

from commands.samples import demo
from data.codelists import labels
from data.demo.writing import write_demo
from domain.period import parse_period
from tests.installation import PROJECT, manage

SAMPLES = PROJECT / "data" / "samples"
Row = dict[str, str]


def table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.csv"))
        if path.parent.name != "statline"
    }


def records(folder: Path) -> Iterator[Row]:
    for path in sorted((folder / "trajecten").glob("*.csv")):
        yield from table(path)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder, partners=27, clients=900, seed=7)
    return folder


def test_the_same_seed_writes_the_same_bytes(small: Path, tmp_path: Path) -> None:
    write_demo(tmp_path, partners=27, clients=900, seed=7)
    assert contents(tmp_path) == contents(small)


def test_another_seed_writes_other_records_and_the_same_plan(small: Path, tmp_path: Path) -> None:
    write_demo(tmp_path, partners=27, clients=900, seed=8)
    assert contents(tmp_path / "plan") == contents(small / "plan")
    assert contents(tmp_path / "trajecten") != contents(small / "trajecten")


def test_the_sample_set_is_what_the_generator_writes(tmp_path: Path) -> None:
    write_demo(tmp_path)
    assert contents(tmp_path) == contents(SAMPLES)


def test_the_sample_set_is_small_enough_to_clone() -> None:
    sizes = [path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()]
    assert sum(sizes) < 6_000_000
    assert max(sizes) < 1_400_000


def test_cbs_is_credited_for_the_real_figures() -> None:
    explained = (SAMPLES / "README.md").read_text("utf-8")
    assert all(f"`statline/{file.name}`" in explained for file in (SAMPLES / "statline").iterdir())
    assert "Bron: CBS" in explained
    assert "CC BY 4.0" in explained


def test_every_ambition_says_that_it_is_fictional() -> None:
    assert {row["fictief"] for row in table(SAMPLES / "plan" / "ambities.csv")} == {"ja"}


@pytest.mark.parametrize("folder", [SAMPLES, None], ids=["samples", "demo"])
def test_no_pseudonym_looks_like_an_identifier(folder: Path | None, small: Path) -> None:
    numbers = {
        row[column] for row in records(folder or small) for column in ("client", "traject", "hulppakket")
    }
    assert not [number for number in numbers if re.fullmatch(r"\d{8,9}", re.sub(r"[ .-]", "", number))]


def test_no_contact_is_a_person() -> None:
    contacts = table(SAMPLES / "plan" / "contacten.csv")
    assert {row["adres"].partition("@")[2] for row in contacts} == {"gemeente.example"}


def test_a_code_belongs_to_its_domain(small: Path) -> None:
    known = {(code.list, code.domain, code.code_list, code.code) for code in labels([])}
    for row in records(small):
        domain = row["domein"]
        assert ("hulpvorm", domain, None, row["hulpvorm"]) in known
        assert ("verwijzer", domain, None, row["verwijzer"]) in known
        if row["reden_beeindiging"]:
            assert ("reden_beeindiging", domain, row["codelijst"], row["reden_beeindiging"]) in known


def test_a_delivery_tells_what_was_known_at_its_end(small: Path) -> None:
    for row in records(small):
        period = parse_period(row["leverperiode"])
        assert date.fromisoformat(row["begindatum"]) <= period.end
        if row["einddatum"]:
            assert period.start <= date.fromisoformat(row["einddatum"]) <= period.end
            assert row["begindatum"] < row["einddatum"]
        else:
            assert (
                not row["reden_beeindiging"] + row["tevredenheid"] + row["score_eind"] + row["uren_geleverd"]
            )


def test_running_help_recurs_every_half_year_until_it_ends() -> None:
    periods = sorted({row["leverperiode"] for row in records(SAMPLES)})
    seen: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in records(SAMPLES):
        seen[row["partner"], row["traject"], row["hulpvorm"]].append((row["leverperiode"], row["einddatum"]))
    for told in seen.values():
        places = [periods.index(period) for period, _ in told]
        assert all(later == earlier + 1 for earlier, later in pairwise(places))
        assert not [end for _, end in told[:-1] if end]


def test_a_record_is_delivered_once_per_period(small: Path) -> None:
    keys = [
        (r["leverperiode"], r["partner"], r["domein"], r["traject"], r["hulpvorm"]) for r in records(small)
    ]
    assert len(keys) == len(set(keys))


def test_partners_differ_as_the_samples_promise() -> None:
    ended = defaultdict[str, set[str]](set)
    for row in records(SAMPLES):
        if row["einddatum"].startswith("2025"):
            ended[row["partner"]].add(row["traject"])
    assert len(ended["P01"]) > 300
    assert 0 < len(ended["P11"]) < 10
    assert 0 < len(ended["P12"]) < 10
    assert not ended.keys() & {"P06", "P07"}


def test_one_partner_is_late_and_two_deliver_only_figures() -> None:
    last = {path.stem.removeprefix("2026-H1-") for path in (SAMPLES / "trajecten").glob("2026-H1-*.csv")}
    assert last == {f"P{number:02d}" for number in range(1, 13)} - {"P06", "P07", "P08"}
    assert {path.stem for path in (SAMPLES / "cijfers").glob("2026-H1-P*.csv")} == {
        "2026-H1-P06",
        "2026-H1-P07",
    }


def test_joint_trajectories_name_two_partners_and_who_evaluates() -> None:
    packages = defaultdict[str, set[tuple[str, str]]](set)
    for row in records(SAMPLES):
        if row["hulppakket"]:
            packages[row["hulppakket"]].add((row["partner"], row["evaluator"]))
    together = [members for members in packages.values() if len(members) == 2]
    assert len(together) > 50
    assert all(evaluator in dict(members) for members in together for _, evaluator in members)


def test_satisfaction_stays_on_the_scale_of_the_partner() -> None:
    scales = {(row["partner"], row["tevredenheid_schaal"]) for row in records(SAMPLES) if row["tevredenheid"]}
    assert {partner for partner, scale in scales if scale == "1-5"} == {"P09"}
    assert ("P09", "1-10") not in scales


def test_fewer_partners_leave_no_reference_behind(tmp_path: Path) -> None:
    write_demo(tmp_path, partners=3, clients=200, seed=1)
    known = {row["code"] for row in table(tmp_path / "plan" / "partners.csv")} | {"", "gemeente"}
    named = {
        row[column]
        for path in (tmp_path / "plan").glob("*.csv")
        for row in table(path)
        for column in ("partner", "eigenaar", "evaluator")
        if column in row
    }
    assert named <= known


def test_further_partners_have_names_of_their_own(small: Path) -> None:
    names = [row["naam"] for row in table(small / "plan" / "partners.csv")]
    assert len(names) == len(set(names)) == 27


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "eigen.csv"
    kept.write_text("van iemand", "utf-8")
    with pytest.raises(typer.Exit):
        demo(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["eigen.csv"]


def test_the_command_writes_what_the_generator_writes(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "nieuw"
    answer = manage(
        "demo", "--partners", "27", "--clients", "900", "--seed", "7", "-o", str(target), home=tmp_path
    )
    assert str(target) in answer.replace("\n", "")
    assert contents(target) == contents(small)
