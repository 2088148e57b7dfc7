"""The OpenAPI description, and the interface asked everything the description allows and forbids."""

from dataclasses import fields
from typing import Any

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis import GenerationMode

from api.description import row_schema
from api.resources import RESOURCES, Resource
from domain.audience import STEERING
from register.tokens import issue_token
from tests.integration.api.conftest import FIRST, SECOND, TOGETHER, Interface, publish_rows, said, serving

ADDRESSES = ["/health", "/api/v1/version", *(f"/api/v1/{resource.name}" for resource in RESOURCES)]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    home = tmp_path_factory.mktemp("described")
    publish_rows(home, "000001", steering=(*TOGETHER, *FIRST, *SECOND))
    interface = serving(home)
    headers = {"Authorization": f"Bearer {issue_token(interface.register, STEERING)}"}
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", interface.server, headers=headers)
    schema.config.update(headers=headers)
    return schema


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_interface_does_what_its_description_says(
    described: schemathesis.BaseSchema, address: str
) -> None:
    ask_everything(described[address]["GET"], GenerationMode.POSITIVE)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_the_interface_refuses_what_its_description_forbids(
    described: schemathesis.BaseSchema, resource: Resource
) -> None:
    ask_everything(described[f"/api/v1/{resource.name}"]["GET"], GenerationMode.NEGATIVE)


def ask_everything(operation: Any, mode: GenerationMode) -> None:
    @settings(max_examples=30)
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        case.call_and_validate()

    check()


def test_the_description_needs_no_token_and_then_names_no_code_of_the_plan(interface: Interface) -> None:
    answer = interface.client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert "enum" not in choices(said(answer))["indicator"]
    assert "Acacia" not in answer.text
    assert "tevredenheid" not in answer.text


def test_with_a_token_the_description_names_the_codes_of_that_reader(interface: Interface) -> None:
    found = choices(said(interface.ask("/api/v1/openapi.json")))
    assert found["indicator"]["enum"] == ["tevredenheid", "uitval"]
    assert found["partner"]["enum"] == ["P01", "P02", "null"]
    assert found["split_value"]["enum"] == ["02"]
    assert "2023/2026" in found["period"]["pattern"]


def test_a_wrong_token_gets_no_description(interface: Interface) -> None:
    answer = interface.client().get("/api/v1/openapi.json", headers={"Authorization": "Bearer x"})
    assert answer.status_code == 401


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_every_field_is_described_by_its_own_type(resource: Resource) -> None:
    schema = row_schema(resource.row)
    assert list(schema["properties"]) == [field.name for field in fields(resource.row)]
    assert all(described["description"] for described in schema["properties"].values())


def choices(openapi: dict[str, Any]) -> dict[str, Any]:
    """The schema of each parameter of the figures."""
    parameters = openapi["paths"]["/api/v1/observations"]["get"]["parameters"]
    return {parameter["name"]: parameter["schema"] for parameter in parameters}
