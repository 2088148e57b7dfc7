"""What is hidden in whole published files does not follow from them, with what one partner knows besides."""

from dataclasses import replace

import pytest

from bench import many
from data.publishing import publish
from settings import Settings
from tests.integration.leaks.conftest import cells, file_of
from tests.integration.protection.attack import LEAST, Attack, as_rows, key, layers
from tests.integration.publishing.intake import figure, indicator, partner, settings_in, taken_in

SIZE = (5, 1, 5, 2)
SIZES = {"P1": 40, "P2": 60, "P3": 35, "P4": 6, "P5": 9, "P6": 8}
OTHER_ROWS = "SELECT * FROM other_partners"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Five partners with figures by quarter and in two splits, of which a part is small."""
    settings = replace(settings_in(tmp_path_factory.mktemp("attacked")), protection="volledig")
    many.take_in_many(settings, SIZE)
    publish(settings)
    return settings


@pytest.fixture(scope="module")
def with_few(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Four partners with so few clients that figures of all of them together are small as well."""
    settings = replace(settings_in(tmp_path_factory.mktemp("few")), protection="volledig")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "_CLIENTS", 22)
        many.take_in_many(settings, (4, 1, 5, 1))
    publish(settings)
    return settings


@pytest.fixture(scope="module")
def with_others(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Six partners of which three are small in most quarters, so that they stand together as well."""
    settings = replace(settings_in(tmp_path_factory.mktemp("others")), protection="volledig")
    delivered = [
        figure(partner=code, period=f"2025-Q{quarter}", numerator=size // 3, denominator=size + quarter % 3)
        for code, size in SIZES.items()
        for quarter in (1, 2, 3, 4)
    ]
    known = [indicator("steunfiguur", computation="cijfers"), *(partner(code) for code in SIZES)]
    taken_in(settings, [*known, *delivered])
    publish(settings)
    return settings


@pytest.mark.parametrize("attacker", [None, *SIZES])
def test_the_row_of_other_partners_gives_none_of_them_away_not_even_to_one_of_them(
    with_others: Settings, attacker: str | None
) -> None:
    others = as_rows(cells(file_of(with_others, "steering"), OTHER_ROWS))
    assert 3 in {row["partners"] for row in others}
    found = cells(file_of(with_others, "steering")) + others
    exact = {key(row): row for row in [*cells(file_of(with_others, "exact")), *others]}
    own = {place for place, row in enumerate(found) if row["partner"] == attacker is not None}
    known = {place for place, row in enumerate(found) if not row["suppressed"]} | own
    attack = Attack(found, [layers(exact[key(row)]) for row in found], known)
    assert attack.unknown.size
    assert [key(found[place]) for place in attack.found()] == []


@pytest.mark.parametrize("attacker", [None, "P1", "P2", "P3", "P4", "P5"])
def test_nothing_hidden_from_the_steering_group_follows_for_who_knows_one_partner(
    published: Settings, attacker: str | None
) -> None:
    exact = {key(row): row for row in cells(file_of(published, "exact"))}
    found = cells(file_of(published, "steering"))
    hidden = [place for place, row in enumerate(found) if row["suppressed"]]
    assert 0 < len(hidden) < len(found)
    own = {place for place in hidden if attacker and found[place]["partner"] == attacker}
    known = {place for place, row in enumerate(found) if not row["suppressed"]} | own
    attack = Attack(found, [layers(exact[key(row)]) for row in found], known)
    assert [key(found[place]) for place in attack.found()] == []
    small = {place for place in hidden if exact[key(found[place])]["clients"] < LEAST}
    assert small
    assert [key(found[place]) for place in attack.parts_found(small)] == []


@pytest.mark.parametrize("partner", ["P1", "P2", "P3", "P4"])
def test_nothing_hidden_in_the_file_of_a_partner_follows_with_all_its_own_figures(
    with_few: Settings, partner: str
) -> None:
    exact = {key(row): row for row in cells(file_of(with_few, "exact"))}
    found = cells(file_of(with_few, f"partner-{partner}"))
    own = {key(row): layers(row) for row in found if row["partner"] == partner}
    together = [row for row in found if row["partner"] is None]
    known = {place for place, row in enumerate(together) if not row["suppressed"]}
    assert own
    assert 0 < len(known) < len(together)
    attack = Attack(together, [layers(exact[key(row)]) for row in together], known)
    mine = {place: (row["indicator"], partner, *key(row)[2:]) for place, row in enumerate(together)}
    attack.knows_at_least({place: own[one] for place, one in mine.items() if one in own})
    assert [key(together[place]) for place in attack.found()] == []
