"""English pages: the municipality's own Dutch words are marked as Dutch, and names stand in English order."""

from pathlib import Path

import pytest

from data.published import PublishedFiles
from queries.indicators import indicators
from settings import Settings
from tests.builders import TODAY
from tests.integration.pages.conftest import Page, Reader, inside, texts


def in_dutch(page: Page) -> set[str]:
    """What the page says is Dutch, apart from the switch to that language."""
    marked = [part for part in page.parts if part["type"] == "Span" and part["props"].get("lang") == "nl"]
    return {" ".join(texts(inside(part))) for part in marked}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("/", "Programmaleider jeugd"),
        ("/partners/P01", "Programmaleider jeugd"),
        ("/indicatoren/uitval", "Programmaleider jeugd"),
        ("/partners", "jeugdhulp"),
        ("/zoeken?q=acacia", "Jeugdhulp"),
    ],
)
def test_words_of_the_plan_in_dutch_only_are_marked_on_an_english_page(
    small: Reader, place: str, said: str
) -> None:
    joint = "&" if "?" in place else "?"
    assert said in in_dutch(small.page(f"{place}{joint}taal=en"))
    assert not in_dutch(small.page(place))


def test_a_source_in_its_own_words_is_marked_as_dutch(sample: Reader) -> None:
    page = sample.page("/indicatoren/jeugdzorg_almere?taal=en")
    assert "CBS, StatLine Kerncijfers wijken en buurten" in in_dutch(page)


def test_a_number_of_people_says_so(sample: Reader) -> None:
    assert "7,400 young people." in sample.page("/indicatoren/jeugdzorg_almere?taal=en").words
    assert "Number of young people, per year" in sample.page("/indicatoren/jeugdzorg_almere?taal=en").words
    assert (
        "All partners together: 489 residents."
        in sample.page("/indicatoren/bereik?taal=en&partner=P06").words
    )


def test_indicators_stand_in_the_order_of_their_english_names(sample_home: Path) -> None:
    files = PublishedFiles(Settings(home=sample_home, today=TODAY, key_file=sample_home / "client.key"))
    names = [one.name.lower() for one in indicators(files.open("steering"), language="en")]
    assert names == sorted(names)
