"""The published samples as every reader gets them: each page, each language, each audience."""

from pathlib import Path

import pytest

from data.published import Published, PublishedFiles
from queries.actions import actions
from queries.agreements import agreements
from queries.breaks import breaks
from queries.comparison import comparison
from queries.contacts import contacts
from queries.criteria import criteria
from queries.deliveries import deliveries
from queries.goals import goals
from queries.home_region import home_region
from queries.indicators import indicators
from queries.milestones import milestones
from queries.partners import partners
from queries.periods import periods
from queries.publication import publication
from queries.reasons import reasons
from queries.responsibilities import responsibilities
from queries.splits import splits
from queries.trend import trend
from settings import Settings
from tests.builders import TODAY
from tests.integration.pages.conftest import Reader

PLACES = ("/", "/vergelijken", "/trends", "/partners")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_the_samples_stands(sample: Reader, language: str) -> None:
    home = sample.page(f"/vergelijken?taal={language}")
    linked = {link for link in home.links if link.startswith(("/indicatoren/", "/partners/"))}
    plain = {link for link in linked if "periode" not in link}
    for place in [*(f"{one}?taal={language}" for one in PLACES), *sorted(plain)]:
        page = sample.page(place)
        assert not {"Dit ging mis", "Something went wrong"} & {page.heading}, place


@pytest.fixture(params=["steering", "partner-P01", "partner-P06", "partner-P12"])
def published(request: pytest.FixtureRequest, sample_home: Path) -> Published:
    files = PublishedFiles(Settings(home=sample_home, today=TODAY, key_file=sample_home / "client.key"))
    return files.open(request.param)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_question_is_answered_to_every_audience(published: Published, language: str) -> None:
    about = publication(published)
    assert about.fictional
    known = indicators(published, language=language)
    assert {goal.indicator for goal in goals(published, language=language)} <= {one.code for one in known}
    assert trend(published, indicators=["uitval"], kinds=["quarter", "year"])
    assert comparison(published, period="2025")
    assert splits(published, indicator="uitval", period="2025", language=language)
    assert reasons(published, period="2025")
    assert periods(published)
    for found in (
        actions(published, language=language),
        breaks(published, language=language),
        criteria(published),
        milestones(published),
        contacts(published),
    ):
        assert found
    own = about.audience.removeprefix("partner-")
    own = "P01" if own == "steering" else own
    assert partners(published, language=language, code=own)
    assert agreements(published, partner=own)
    assert deliveries(published, partner=own)
    assert isinstance(responsibilities(published, language=language, partner=own), list)
    assert home_region(published, indicator="jeugdhulpgebruik", language=language) == "Haarlemmermeer"


def test_a_part_is_named_once_and_by_its_own_domain(published: Published) -> None:
    parts = splits(published, indicator="uitval", period="2025", language="nl", split="hulpvorm")
    codes = [part.split_value for part in parts]
    assert len(codes) == len(set(codes))
    assert all(part.label != part.split_value for part in parts)


def test_a_hidden_figure_has_no_number_at_all(published: Published) -> None:
    for row in comparison(published, period="2026-H1"):
        if row.suppressed:
            numbers = (row.value, row.numerator, row.denominator, row.clients, row.records, row.sd, row.asked)
            assert set(numbers) == {None}
