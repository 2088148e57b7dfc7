"""The data dictionary: every delivered table and column in words, generated from the contract itself."""

from itertools import groupby

from sqlalchemy import Table

from data.codelists import CodeLabel, national_labels
from data.contract import Field, FieldKind, fields, sheet
from data.schema import DELIVERED_TABLES, PLAN_TABLES, REQUIRED_PLAN_TABLES

_KINDS = {
    FieldKind.TEXT: "tekst",
    FieldKind.CODE: "code",
    FieldKind.LIST: "codes, gescheiden door \\|",
    FieldKind.INTEGER: "geheel getal",
    FieldKind.NUMBER: "getal",
    FieldKind.DATE: "datum",
    FieldKind.PERIOD: "periode",
    FieldKind.HALF_YEAR: "halfjaar",
    FieldKind.YES_NO: "ja of nee",
    FieldKind.SCALE: "schaal",
    FieldKind.GAS: "GAS-scores",
}
_CODES_LISTED = 12
_OPENING = """# Gegevenswoordenboek

Wat een levering mag bevatten. Dit bestand is gemaakt uit `data/schema.py` met `python manage.py
gegevenswoordenboek -o docs/gegevenswoordenboek.md`; wijzig het niet met de hand.

## Hoe een bestand eruitziet

- CSV met `;`, `,` of een tab, in UTF-8 (met of zonder BOM), Windows-1252 of UTF-16; of een Excel-werkmap
  (.xlsx). De kolomkoppen staan in de eerste rij, in elke volgorde, met of zonder hoofdletters.
- In een werkmap staat een levering op één blad, en het plan op een blad per tabel met de naam van die
  tabel. Formules, samengevoegde cellen, verborgen bladen met inhoud, macro's en koppelingen worden
  geweigerd; de bladen `Toelichting` en `Codes` van het sjabloon worden overgeslagen.
- Een datum is `2025-06-30` of `30-6-2025`, zonder tijd.
- Een getal heeft een decimale komma of een decimale punt, in een kolom steeds hetzelfde teken. Een getal
  als `1.234` kan 1234 zijn of 1,234: beslissend zijn de andere getallen in de kolom, dan die in de rest
  van het bestand, dan het scheidingsteken (bij `,` is de punt een decimaalteken). Is het dan nog niet te
  zien, dan wordt het bestand geweigerd met de vraag het duidelijk te schrijven. Bij hele getallen is
  `1.234` altijd 1234.
- Een periode is `2024` (jaar), `2024-H1` (halfjaar), `2024-Q3` (kwartaal), `2024-09` (maand) of
  `2023/2026`.
- Een norm zonder `geldig_tot` geldt tot de volgende norm voor dezelfde indicator en partner ingaat.
- Codes houden hun voorloopnul. Maakte een rekenprogramma van `02` een `2`, dan wordt de nul aangevuld
  zolang dat maar één code kan zijn.
- Een levering wordt in haar geheel ingelezen of in haar geheel geweigerd; bij weigering staat alles wat
  er mis is in één lijst. Kolommen die hieronder niet staan, worden geweigerd.
- `client`, `traject` en `hulppakket` worden bij het inlezen vervangen door een sleutelwaarde. Lever
  nooit een naam, BSN, geboortedatum, volledige postcode of e-mailadres van een cliënt.
"""


def dictionary() -> str:
    """The whole dictionary as Markdown."""
    tables = "\n".join(_table(table) for table in (*DELIVERED_TABLES, *PLAN_TABLES))
    return f"{_OPENING}\n## Leveringen en het plan\n{tables}\n{_code_lists()}"


def _table(table: Table) -> str:
    required = " Verplicht in een plan." if table in REQUIRED_PLAN_TABLES else ""
    keys = ", ".join(field.header for field in fields(table).values() if field.key)
    rows = "\n".join(_row(field) for field in fields(table).values())
    return (
        f"\n### {sheet(table)}\n\n{table.info['explain']}{required} Elke combinatie van {keys} komt "
        "één keer voor.\n\n"
        f"| kolom | verplicht | inhoud | wat | voorbeeld |\n| --- | --- | --- | --- | --- |\n{rows}\n"
    )


def _row(field: Field) -> str:
    required = "ja" if field.required else ""
    cells = (field.header, required, content_words(field), _cell(field.explain), _cell(field.example))
    return f"| {' | '.join(cells)} |"


def content_words(field: Field) -> str:
    """What a cell of the column may hold: its kind, its codes, where its codes come from, its limits."""
    parts = [_KINDS[field.kind]]
    if field.codes and len(field.codes) <= _CODES_LISTED:
        parts = [", ".join(field.codes)]
    elif field.codes:
        parts = [f"een van: {', '.join(field.codes)}"]
    if field.refers_to:
        place = field.refers_to.removeprefix("codelist:").split(".")[0]
        parts.append(f"uit {_SHEETS.get(place, place)}")
    if field.minimum is not None or field.maximum is not None:
        parts.append(f"{_number(field.minimum)} – {_number(field.maximum)}".strip())
    return "; ".join(parts)


_SHEETS = {table.name: sheet(table) for table in PLAN_TABLES}


def _number(limit: float | None) -> str:
    return "" if limit is None else f"{limit:f}".rstrip("0").rstrip(".").replace(".", ",")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _code_lists() -> str:
    """Every national list but the one of municipalities, which is long and known."""
    listed = [label for label in national_labels() if label.list != "gemeente"]
    parts = ["## Landelijke codelijsten\n"]
    for (name, domain, code_list), labels in groupby(listed, key=_heading):
        title = " ".join(part for part in (name, domain, code_list) if part)
        rows = "\n".join(f"| {label.code} | {label.label} | {label.label_en or ''} |" for label in labels)
        parts.append(f"### {title}\n\n| code | omschrijving | in het Engels |\n| --- | --- | --- |\n{rows}\n")
    return "\n".join(parts)


def _heading(label: CodeLabel) -> tuple[str, str | None, str | None]:
    return (label.list, label.domain, label.code_list)
