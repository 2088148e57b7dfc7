"""All goals on their horizon: small multiples with one guide, and one of them large on choice."""

from tests.integration.pages.conftest import Reader


def test_every_goal_has_a_small_chart_that_can_be_made_large(small: Reader) -> None:
    page = small.page("/trends")
    assert len(page.of_type("Figure")) == 2
    assert "/trends?groot=D1" in page.links


def test_the_goal_of_the_address_stands_large_above_the_others(small: Reader) -> None:
    page = small.page("/trends?groot=D1")
    assert len(page.of_type("Figure")) == 3
    assert "Maak weer klein" in page.words
    assert "/trends" in page.links
    assert page.of_type("H2")[0].startswith("Uitval")


def test_actions_and_breaks_stand_in_the_large_chart(small: Reader) -> None:
    assert "Betere overdracht" not in small.page("/trends").words
    large = small.page("/trends?groot=D1").words
    assert "actie:" in large
    assert "breuk:" in large.lower()


def test_a_goal_that_is_not_in_the_plan_cannot_be_made_large(small: Reader) -> None:
    assert "groot = D99" in small.page("/trends?groot=D99").words
