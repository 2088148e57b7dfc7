"""The attack on all indicators at once finds what the proofs are to prevent: nothing found says something."""

from collections.abc import Sequence

from domain.period import parse_period
from tests.integration.protection.attack import Key, Row, key
from tests.integration.protection.joint_attack import AtMost, JointAttack
from tests.integration.protection.joint_files import counts_of, followed, own_of

PART, WHOLE = "part", "whole"
OF_ALL = (PART, None, "2024", None, None)
WHOLE_OF_ALL = (WHOLE, *OF_ALL[1:])
MINE, THEIRS = "P1", "P2"
YEAR = parse_period("2024")
HIDDEN = True


def _row(indicator: str, partner: str | None, many: int, suppressed: bool = False) -> Row:
    counts = {"numerator": None, "denominator": None, "n": many, "records": many, "clients": many}
    period = {"period_kind": YEAR.kind, "period_start": YEAR.start, "period_end": YEAR.end}
    return {
        "indicator": indicator, "partner": partner, "period": YEAR.code, "split": None, "split_value": None,
        **counts, **period, "least_clients": many, "eligible": None, "value": 1.0, "scale": None,
        "suppressed": suppressed, "is_in_all": True,
    }  # fmt: skip


def _found(in_file: Sequence[Row], unread: Sequence[Row] = (), partner: str | None = None) -> set[Key]:
    """What somebody finds in a file of these rows; those that are unread are in none."""
    exact = {key(row): row for row in [*in_file, *unread]}
    counts = counts_of(exact)
    return set(followed(exact, counts, in_file, WHOLE, own_of(exact, counts, partner)))


def test_a_part_that_is_small_because_its_whole_is() -> None:
    assert OF_ALL in _found([_row(PART, None, 5, HIDDEN), _row(WHOLE, None, 9)])
    assert not _found([_row(PART, None, 5, HIDDEN), _row(WHOLE, None, 22)])


def test_a_part_by_how_much_of_the_whole_somebody_knows_not_to_be_in_it() -> None:
    in_file = [_row(PART, None, 5, HIDDEN), _row(WHOLE, None, 22)]
    mine = [_row(PART, MINE, 3), _row(WHOLE, MINE, 20)]
    assert OF_ALL in _found(in_file, mine, MINE)
    assert not _found(in_file, mine, THEIRS)


def test_that_somebody_leaves_few_others_in_a_figure_of_all() -> None:
    in_file = [_row(PART, None, 12, HIDDEN), _row(WHOLE, None, 15)]
    mine = [_row(PART, MINE, 9), _row(WHOLE, MINE, 9)]
    assert OF_ALL in _found(in_file, mine, MINE)
    assert not _found(in_file, [_row(PART, MINE, 2), _row(WHOLE, MINE, 2)], MINE)
    assert not _found([in_file[0], _row(WHOLE, None, 19)], mine, MINE)


def test_a_figure_that_is_read_and_leaves_few_others() -> None:
    in_file = [_row(PART, None, 12), _row(WHOLE, None, 15)]
    assert _found(in_file, [_row(PART, MINE, 9), _row(WHOLE, MINE, 2)], MINE) == {OF_ALL}
    assert not _found(in_file, [_row(PART, MINE, 2), _row(WHOLE, MINE, 2)], MINE)


def test_a_figure_of_all_that_is_no_less_than_what_is_read_of_others_and_somebody_has_itself() -> None:
    in_file = [_row(PART, None, 12, HIDDEN), _row(PART, THEIRS, 11), _row(WHOLE, None, 12)]
    unread = [_row(WHOLE, THEIRS, 11), _row(PART, MINE, 1), _row(WHOLE, MINE, 1)]
    assert _found(in_file, unread, MINE) == {OF_ALL}
    assert not _found(in_file, unread)


def test_a_small_figure_of_all_that_somebody_stands_beside_with_as_many() -> None:
    """Who is in it alone knows it; who stands beside it does not."""
    in_file, mine = [_row(PART, None, 5, HIDDEN), _row(WHOLE, None, 8)], _row(PART, MINE, 5)
    whole = _row(WHOLE, MINE, 5)
    assert OF_ALL not in _found(in_file, [mine, whole], MINE)
    assert OF_ALL in _found(in_file, [mine | {"is_in_all": False}, whole], MINE)


def test_a_small_figure_that_is_read() -> None:
    assert _found([_row(PART, None, 5), _row(WHOLE, None, 12)]) == {OF_ALL}


def test_a_small_figure_of_which_the_clients_are_not_known() -> None:
    part = _row(PART, None, 5, HIDDEN) | {"clients": None}
    assert OF_ALL in _found([part, _row(WHOLE, None, 9)])


def test_a_hidden_whole_that_is_told_as_how_many_could_have_answered() -> None:
    part, whole = _row(PART, None, 14), _row(WHOLE, None, 18, HIDDEN)
    assert not _found([part, whole])
    assert _found([part | {"eligible": 18}, whole]) == {WHOLE_OF_ALL}


def test_a_count_that_only_one_whole_number_fits() -> None:
    rows = [_row(PART, None, 4, HIDDEN), _row(WHOLE, None, 5), _row("less", None, 3)]
    attack = JointAttack(rows, [(4, 0), (5, 0), (3, 0)], {1, 2}, [AtMost([0], 1, 0.5), AtMost([2], 0, 0.4)])
    assert attack.found({}) == [0]
    attack = JointAttack(rows, [(4, 0), (5, 0), (3, 0)], {1, 2}, [AtMost([0], 1), AtMost([2], 0, 0.4)])
    assert attack.found({}) == []


def test_no_sum_of_answers_that_is_one_less_or_more() -> None:
    rows = [_row(PART, None, 4, HIDDEN), _row(WHOLE, None, 9), _row("less", None, 3)]
    truth = [(4.25, 4.75), (9.0, 0.0), (3.0, 0.0)]
    near = [AtMost([0], 1, 4.5, 0), AtMost([2], 0, 0.6, 0)]
    far = [AtMost([0], 1, 3.9, 0), AtMost([2], 0, 0.6, 0)]
    asked = {0: 0.0}
    assert JointAttack(rows, truth, {1, 2}, near).found(asked) == [0]
    assert JointAttack(rows, truth, {1, 2}, far).found(asked) == []
