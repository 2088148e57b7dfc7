"""The manual of the interface says everything that the interface itself declares."""

from dataclasses import fields

import pytest

from api.parameters import OBSERVATION_CHOICES, Choice
from api.resources import RESOURCES
from queries.api_observations import InterfaceObservation
from tests.installation import PROJECT
from tests.integration.api.conftest import Interface, said

MANUAL = (PROJECT / "docs" / "interface.md").read_text("utf-8")


def test_the_manual_names_every_address_choice_word_and_field(interface: Interface) -> None:
    addresses = [f"`{address}`" for address in said(interface.ask("/api/v1/openapi.json"))["paths"]]
    choices = [f"`{parameter.name}`" for resource in RESOURCES for parameter in resource.parameters]
    words = [f"`{word}`" for one in OBSERVATION_CHOICES if isinstance(one, Choice) for word in one.words]
    row = [f'"{field.name}"' for field in fields(InterfaceObservation)]
    assert [term for term in (*addresses, *choices, *words, *row) if term not in MANUAL] == []


@pytest.mark.parametrize("status", [400, 401, 404, 405, 503])
def test_the_manual_explains_every_refusal(status: int) -> None:
    assert f"| {status} |" in MANUAL
