"""A search finds what somebody means, however it is typed."""

import pytest

from domain.finding import Found, find

KNOWN = (
    Found("Eén vaste begeleider", "/a", ("Cliënten met dezelfde begeleider",)),
    Found("Heeft een steunfiguur", "/b", ("Iemand om op terug te vallen",)),
    Found("Uitval", "/c", ("Trajecten die eenzijdig stopten",)),
    Found("Voortijdige uitval Wmo", "/d"),
)


@pytest.mark.parametrize("asked", ["een vaste", "EÉN VASTE", "vaste één", "  één   vaste "])
def test_capitals_accents_order_and_spaces_make_no_difference(asked: str) -> None:
    assert [one.place for one in find(asked, KNOWN)] == ["/a"]


def test_a_name_that_begins_with_the_word_stands_first_and_other_words_last() -> None:
    assert [one.place for one in find("uitval", KNOWN)] == ["/c", "/d"]
    assert [one.place for one in find("een", KNOWN)] == ["/a", "/b", "/c"]


@pytest.mark.parametrize("asked", ["", "   ", "xyz", "uitval xyz"])
def test_what_is_not_there_is_not_found(asked: str) -> None:
    assert find(asked, KNOWN) == []


def test_a_number_is_found_as_a_number_of_its_own() -> None:
    goals = (Found("Doel 1: Wonen", "/d1", ("In 2026",)), Found("Doel 2: Zeggenschap", "/d2"))
    assert [one.place for one in find("doel 2", goals)] == ["/d2"]
