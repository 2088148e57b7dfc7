"""The OpenAPI description of the interface, made from the declarations that also check every question."""

import types
from dataclasses import fields
from datetime import date
from typing import Any, get_args, get_type_hints

from api.fields import MEANINGS
from api.parameters import Codes, Parameter
from api.resources import RESOURCES, Resource

_JSON_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
_VERSION = {"type": "string", "pattern": "^[0-9]{6,}$", "description": "Versie van de publicatie."}
_PUBLISHED_AT = {"type": "string", "format": "date-time", "description": "Wanneer de versie is gemaakt."}
_NEXT = {
    "type": ["string", "null"],
    "description": "Adres van de volgende bladzijde; null op de laatste.",
}
_ABOUT = (
    "Gepubliceerde cijfers, alleen om op te vragen. Elk antwoord noemt de versie van de publicatie; verandert"
    " die tijdens het bladeren, begin dan opnieuw. Velden kunnen erbij komen, maar veranderen niet."
)


def description(codes: Codes) -> dict[str, Any]:
    """The interface in OpenAPI 3.1; with the codes of a reader's publication as the values to choose from."""
    paths = {f"/api/v1/{resource.name}": {"get": _operation(resource, codes)} for resource in RESOURCES}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Smart Dashboard", "version": "1", "description": _ABOUT},
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "paths": {"/health": {"get": _health()}, "/api/v1/version": {"get": _version()}, **paths},
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": {
                "Problem": _record({"error": {"type": "string"}, "error_en": {"type": "string"}}),
                **{resource.row.__name__: row_schema(resource.row) for resource in RESOURCES},
            },
        },
    }


def row_schema(row: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a row, from the types of its fields; KeyError for a field without a meaning."""
    hints = get_type_hints(row)
    return _record(
        {
            field.name: {**_json_type(hints[field.name]), "description": MEANINGS[field.name]}
            for field in fields(row)
        }
    )


def _json_type(hint: Any) -> dict[str, Any]:
    if not isinstance(hint, types.UnionType):
        return _JSON_TYPES[hint]
    kind = _JSON_TYPES[next(one for one in get_args(hint) if one is not types.NoneType)]
    return {**kind, "type": [kind["type"], "null"]}


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _operation(resource: Resource, codes: Codes) -> dict[str, Any]:
    rows = {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.row.__name__}"}}
    page = _record({"version": _VERSION, "published_at": _PUBLISHED_AT, "rows": rows, "next": _NEXT})
    carriers = {"application/json": {"schema": page}, "text/csv": {"schema": {"type": "string"}}}
    return {
        "operationId": resource.name,
        "summary": resource.summary,
        "parameters": [_parameter(parameter, codes) for parameter in resource.parameters],
        "responses": {"200": {"description": "Een bladzijde met rijen.", "content": carriers}, **_problems()},
    }


def _parameter(parameter: Parameter, codes: Codes) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.explain,
        "schema": parameter.described(codes),
    }


def _version() -> dict[str, Any]:
    about = {
        "version": _VERSION,
        "published_at": _PUBLISHED_AT,
        "today": {**_JSON_TYPES[date], "description": "De dag waarop de cijfers zijn bekeken."},
        "audience": {
            "type": "string",
            "description": "Voor wie de cijfers zijn: steering, partner:CODE of public.",
        },
        "fictional": {"type": "boolean", "description": "De gegevens zijn verzonnen."},
        "min_clients": {"type": "integer", "description": "Kleinste groep die te zien is."},
    }
    return {
        "operationId": "version",
        "summary": "Welke publicatie deze sleutel te zien krijgt.",
        "responses": {"200": _json("De publicatie.", _record(about)), **_problems()},
    }


def _health() -> dict[str, Any]:
    healthy = _record({"status": {"const": "ok"}, "version": _VERSION})
    waiting = _record(
        {"status": {"enum": ["nothing_published", "out_of_order"]}, "version": {"type": "null"}}
    )
    return {
        "operationId": "health",
        "summary": "Of er cijfers worden geserveerd, en van welke versie. Zonder sleutel.",
        "security": [],
        "responses": {"200": _json("In orde.", healthy), "503": _json("Er is niets te zien.", waiting)},
    }


def _problems() -> dict[str, Any]:
    problem = {"$ref": "#/components/schemas/Problem"}
    said = {
        "400": "Een parameter of waarde is onbekend.",
        "401": "De sleutel ontbreekt of is niet geldig.",
        "404": "Voor deze sleutel is er niets gepubliceerd.",
        "503": "Er is nog niets gepubliceerd, of de gegevens zijn niet te lezen.",
    }
    unchanged = {"304": {"description": "Niets veranderd sinds de meegestuurde ETag."}}
    return {**unchanged, **{status: _json(text, problem) for status, text in said.items()}}


def _json(text: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": text, "content": {"application/json": {"schema": schema}}}
