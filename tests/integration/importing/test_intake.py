"""A delivery is taken in whole or leaves nothing; what replaces what; what is kept."""

import hashlib
import hmac
import stat
from pathlib import Path

import pytest

from data.importing.final import CannotBeFinal, mark_final
from data.importing.intake import check_deliveries
from data.importing.outcome import State
from data.store import StoreUnavailable, open_intake, rows
from settings import Settings
from tests.integration.importing.deliveries import (
    PLAN,
    figure,
    record,
    records,
    taken_in,
    write_plan,
    write_rows,
)


def _ask(settings: Settings, statement: str) -> list[tuple[object, ...]]:
    with open_intake(settings, read_only=True) as intake:
        return rows(intake, statement)


def _everything(settings: Settings) -> list[object]:
    with open_intake(settings, read_only=True) as intake:
        tables = [str(name) for (name,) in rows(intake, "SELECT table_name FROM duckdb_tables() ORDER BY 1")]
        return [rows(intake, f"SELECT * FROM {name} ORDER BY ALL") for name in tables]


def test_a_refused_file_leaves_nothing_behind(planned: Settings, tmp_path: Path) -> None:
    before = _everything(planned)
    files = sorted(path.name for path in planned.deliveries.iterdir())
    path = write_rows(tmp_path / "trajecten.csv", [record(), record(traject="T-2", hulpvorm="99")])
    assert taken_in(planned, path)[0].state is State.REFUSED
    assert _everything(planned) == before
    assert sorted(path.name for path in planned.deliveries.iterdir()) == files
    assert list((planned.home / "work").iterdir()) == []


def test_a_refused_file_stops_no_other(planned: Settings, tmp_path: Path) -> None:
    write_rows(tmp_path / "in" / "a.csv", [record(hulpvorm="99")])
    write_rows(tmp_path / "in" / "b.csv", [record(partner="P02")])
    assert [outcome.state for outcome in taken_in(planned, tmp_path / "in")] == [
        State.REFUSED,
        State.ACCEPTED,
    ]


def test_the_plan_is_taken_in_first_whatever_the_order(empty: Settings, tmp_path: Path) -> None:
    write_rows(tmp_path / "in" / "a" / "trajecten.csv", [record()])
    write_rows(tmp_path / "in" / "b" / "cijfers.csv", [figure()])
    write_plan(tmp_path / "in" / "z" / "plan")
    assert [outcome.kind for outcome in taken_in(empty, tmp_path / "in")] == ["plan", "trajecten", "cijfers"]


def test_the_same_file_twice_is_recognised(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "trajecten.csv", [record()])
    assert [taken_in(planned, path)[0].state for _ in range(2)] == [State.ACCEPTED, State.KNOWN]


def test_redelivering_a_period_replaces_it_for_that_partner_alone(planned: Settings, tmp_path: Path) -> None:
    first = [*records(3), *records(2, partner="P02"), *records(1, leverperiode="2025-H2")]
    taken_in(planned, write_rows(tmp_path / "first.csv", first))
    taken_in(planned, write_rows(tmp_path / "second.csv", records(1, hulpvorm="03")))
    assert _ask(
        planned, "SELECT partner, delivery_period, count(*) FROM trajectory GROUP BY 1, 2 ORDER BY 1, 2"
    ) == [
        ("P01", "2025-H1", 1),
        ("P01", "2025-H2", 1),
        ("P02", "2025-H1", 2),
    ]
    assert _ask(
        planned, "SELECT partner, period, rows, state FROM delivery WHERE kind = 'trajecten' ORDER BY id"
    ) == [
        ("P01", "2025-H1", 3, "replaced"),
        ("P01", "2025-H2", 1, "accepted"),
        ("P02", "2025-H1", 2, "accepted"),
        ("P01", "2025-H1", 1, "accepted"),
    ]


def test_the_earlier_file_is_kept_as_received(planned: Settings, tmp_path: Path) -> None:
    first = write_rows(tmp_path / "first.csv", records(3))
    taken_in(planned, first)
    taken_in(planned, write_rows(tmp_path / "second.csv", records(1)))
    sha256 = hashlib.sha256(first.read_bytes()).hexdigest()
    assert (planned.deliveries / f"000002-{sha256[:8]}.csv").read_bytes() == first.read_bytes()


def test_an_earlier_file_can_be_delivered_again_after_its_replacement(
    planned: Settings, tmp_path: Path
) -> None:
    first = write_rows(tmp_path / "first.csv", records(3))
    taken_in(planned, first)
    taken_in(planned, write_rows(tmp_path / "second.csv", records(1)))
    assert [taken_in(planned, first)[0].state for _ in range(2)] == [State.ACCEPTED, State.KNOWN]
    assert _ask(planned, "SELECT count(*) FROM trajectory") == [(3,)]


def test_a_newer_figure_takes_the_place_of_the_same_one(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "first.csv", [figure(), figure(periode="2024-H2")]))
    taken_in(planned, write_rows(tmp_path / "second.csv", [figure(teller="20")]))
    assert _ask(planned, "SELECT period, numerator FROM aggregate ORDER BY 1") == [
        ("2024-H1", 20.0),
        ("2024-H2", 18.0),
    ]


def test_figures_wholly_replaced_leave_a_replaced_delivery(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "first.csv", [figure()]))
    taken_in(planned, write_rows(tmp_path / "second.csv", [figure(teller="20")]))
    assert _ask(planned, "SELECT state FROM delivery WHERE kind = 'cijfers' ORDER BY id") == [
        ("replaced",),
        ("accepted",),
    ]


def test_a_new_plan_replaces_the_old_one_as_a_whole(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_plan(tmp_path / "new", instrumenten=[]))
    assert _ask(planned, "SELECT count(*) FROM instrument") == [(0,)]
    assert _ask(planned, "SELECT state FROM delivery ORDER BY id") == [("replaced",), ("accepted",)]


def test_checking_stores_nothing(empty: Settings, tmp_path: Path) -> None:
    write_plan(tmp_path / "in" / "plan")
    write_rows(tmp_path / "in" / "trajecten.csv", [record(), record(traject="T-2", hulpvorm="99")])
    outcomes = check_deliveries(empty, [tmp_path / "in"])
    assert [outcome.state for outcome in outcomes] == [State.FINE, State.REFUSED]
    assert not empty.intake_file.exists()
    assert not empty.deliveries.exists()
    assert not empty.key_file.exists()


def test_checking_uses_the_plan_that_is_in_force(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "trajecten.csv", [record()])
    assert check_deliveries(planned, [path])[0].state is State.FINE


def test_clients_are_hashed_with_the_key_and_never_stored(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record(client="C-geheim", hulppakket="H-1")]))
    key = planned.key_file.read_bytes().strip()

    def hashed(message: str) -> str:
        return hmac.new(key, message.encode(), hashlib.sha256).hexdigest()[:32]

    assert _ask(planned, "SELECT client, trajectory, care_package FROM trajectory") == [
        (hashed("client:C-geheim"), hashed("trajectory:P01:T-1"), hashed("package:H-1"))
    ]
    assert b"C-geheim" not in planned.intake_file.read_bytes()
    assert stat.S_IMODE(planned.key_file.stat().st_mode) == 0o600


def test_a_partner_with_pseudonyms_of_its_own_shares_no_client(empty: Settings, tmp_path: Path) -> None:
    partners = [PLAN["partners"][0], PLAN["partners"][1] | {"gedeelde_pseudoniemen": "nee"}]
    taken_in(empty, write_plan(tmp_path / "plan", partners=partners))
    taken_in(empty, write_rows(tmp_path / "trajecten.csv", [record(), record(partner="P02")]))
    assert _ask(empty, "SELECT count(DISTINCT client) FROM trajectory") == [(2,)]


def test_another_key_is_refused(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "first.csv", [record()]))
    planned.key_file.write_text("0" * 64)
    with pytest.raises(StoreUnavailable, match="een andere dan waarmee eerder is ingelezen"):
        taken_in(planned, write_rows(tmp_path / "second.csv", [record(partner="P02")]))


def test_a_lost_key_is_not_replaced_by_a_new_one(planned: Settings, tmp_path: Path) -> None:
    taken_in(planned, write_rows(tmp_path / "first.csv", [record()]))
    planned.key_file.unlink()
    with pytest.raises(StoreUnavailable, match="ontbreekt"):
        taken_in(planned, write_rows(tmp_path / "second.csv", [record(partner="P02")]))
    assert not planned.key_file.exists()


def test_what_an_interrupted_run_left_is_removed_by_the_next(planned: Settings, tmp_path: Path) -> None:
    orphan = planned.deliveries / "000099-deadbeef.csv"
    orphan.write_text("half")
    abandoned = planned.home / "work" / "abandoned"
    abandoned.mkdir()
    (abandoned / "1-plain.csv").write_text("half")
    taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record()]))
    assert not orphan.exists()
    assert not abandoned.exists()


def test_a_full_disk_is_said_in_one_sentence(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("data.importing.workplace.shutil.copyfileobj", full)
    before = _everything(planned)
    with pytest.raises(StoreUnavailable, match="De schijf is vol; er is niets opgeslagen"):
        taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record()]))
    assert _everything(planned) == before


def test_too_little_memory_is_not_taken_for_a_damaged_file(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("data.importing.carriers.separated._read_plainly", without_memory)
    with pytest.raises(StoreUnavailable, match="te weinig geheugen; er is niets opgeslagen"):
        taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record()]))


def test_a_half_year_is_marked_final_once(planned: Settings) -> None:
    assert [
        mark_final(planned, "2025-h1"),
        mark_final(planned, "2025-H1", "P01"),
        mark_final(planned, "2025H1"),
    ] == ["2025-H1"] * 3
    assert _ask(planned, "SELECT partner, period FROM final_period ORDER BY 1 NULLS FIRST") == [
        (None, "2025-H1"),
        ("P01", "2025-H1"),
    ]


@pytest.mark.parametrize(
    ("period", "partner"),
    [("2025", None), ("volgend jaar", None), ("2025-H1", "P99"), ("2026-H2", None), ("2052-H1", None)],
)
def test_only_a_half_year_that_is_over_of_a_known_partner_can_be_final(
    planned: Settings, period: str, partner: str | None
) -> None:
    with pytest.raises(CannotBeFinal):
        mark_final(planned, period, partner)
