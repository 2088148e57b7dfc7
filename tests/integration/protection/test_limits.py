"""What an indicator limits of another one of all partners, with what one partner knows of itself."""

import duckdb

from data.publishing.statements import statement

ANSWERS, CASES = "answers", "cases"
PLACES = {None: 0, "P1": 1, "P2": 2}
TABLES = """
    CREATE TABLE numbered_indicator AS SELECT 'answers' AS indicator, 0 AS number UNION ALL SELECT 'cases', 1;
    CREATE TABLE eligible_told AS SELECT 'answers' AS indicator, 'cases' AS other;
    CREATE TABLE exact_observation AS
    SELECT row_number() OVER () AS row_id, f.*, f.n AS records, f.n AS least_clients,
        '2025' AS period, NULL::VARCHAR AS split, NULL::VARCHAR AS split_value
    FROM figures AS f;
    CREATE TABLE closed_mask AS
    SELECT o.row_id, o.suppressed FROM exact_observation AS o WHERE o.is_released;
    CREATE TABLE released_place AS
    SELECT p.place_id, p.partner, '2025' AS period, NULL::VARCHAR AS split, NULL::VARCHAR AS split_value
    FROM places AS p;
"""
Figure = tuple[str, str | None, int, bool, bool, bool]
"""Of which indicator and partner, how many, whether it is in the figure of all, released, and hidden."""


def limits(figures: list[Figure]) -> dict[tuple[str, str | None], tuple[float | None, float | None]]:
    """What each figure is at most and at least, where the other indicator tells so."""
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE figures (indicator VARCHAR, partner VARCHAR, n INTEGER,"
            " is_in_all BOOLEAN, is_released BOOLEAN, suppressed BOOLEAN)"
        )
        connection.executemany("INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?)", figures)
        connection.execute("CREATE TABLE places (partner VARCHAR, place_id INTEGER)")
        connection.executemany("INSERT INTO places VALUES (?, ?)", list(PLACES.items()))
        connection.execute(TABLES)
        connection.execute(statement("protection/of_all"))
        found = connection.execute(statement("protection/limits")).fetchall()
    who, what = {at: partner for partner, at in PLACES.items()}, (ANSWERS, CASES)
    return {(what[number], who[place]): (most, least) for number, place, _, most, least in found}


def of_all(answers: int, cases: int, hidden: str) -> list[Figure]:
    return [
        (ANSWERS, None, answers, True, True, hidden == ANSWERS),
        (CASES, None, cases, True, True, hidden == CASES),
    ]


def of(
    partner: str, answers: int, cases: int, is_in_all: bool = True, released: bool = False
) -> list[Figure]:
    """Of nobody who answered there is no figure of answers."""
    told: list[Figure] = [(ANSWERS, partner, answers, is_in_all, released, True)] if answers else []
    return [*told, (CASES, partner, cases, True, released, True)]


def test_the_cases_are_no_fewer_than_the_answers_and_as_many_more_as_one_partner_misses() -> None:
    assert limits(of_all(24, 27, CASES)) == {(CASES, None): (None, 24)}
    missing = [*of("P1", 13, 15), *of("P2", 11, 12)]
    assert limits([*of_all(24, 27, CASES), *missing]) == {(CASES, None): (None, 26)}


def test_the_answers_are_no_more_than_the_cases_but_for_those_that_one_partner_misses() -> None:
    assert limits([*of_all(5, 22, ANSWERS), *of("P1", 3, 20)]) == {(ANSWERS, None): (5, None)}


def test_who_is_released_knows_as_much_of_itself_and_nothing_more_of_another_partner() -> None:
    found = limits([*of_all(24, 27, CASES), *of("P1", 13, 15, released=True)])
    assert found == {(CASES, None): (None, 26)}


def test_a_partner_of_which_nobody_answered_misses_all_its_cases() -> None:
    assert limits([*of_all(20, 27, CASES), *of("P1", 0, 6)]) == {(CASES, None): (None, 26)}


def test_answers_that_stand_beside_those_of_all_are_missing_from_them() -> None:
    found = limits([*of_all(20, 27, CASES), *of("P1", 6, 6, is_in_all=False)])
    assert found == {(CASES, None): (None, 26)}


def test_no_more_is_missing_than_is() -> None:
    """Where the same cases are not in both, as after a correction of only one."""
    assert limits([*of_all(24, 25, CASES), *of("P1", 3, 9)]) == {(CASES, None): (None, 25)}
