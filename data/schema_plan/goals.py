"""What is to be reached, how, and by whom: the OGSM part of the plan."""

from data.contract import FieldKind as Kind
from data.contract import delivered, delivered_table
from data.schema_plan.columns import OWNER_MUNICIPALITY, code_column, english_column, plan_metadata

ambition = delivered_table(
    plan_metadata,
    "ambition",
    "ambities",
    "Waar de gemeente en haar partners in vier jaar willen staan.",
    code_column("Korte code van de ambitie", "A1"),
    delivered("name", "naam", Kind.TEXT, "Naam van de ambitie", required=True, example="Aanpak 16-27"),
    english_column("name", "naam", "Naam van de ambitie"),
    delivered(
        "text",
        "tekst",
        Kind.TEXT,
        "De ambitie in een zin",
        required=True,
        example="Jongeren staan na hun verblijf op eigen benen",
    ),
    english_column("text", "tekst", "De ambitie in een zin"),
    delivered(
        "starts_on", "begin", Kind.DATE, "Eerste dag van de looptijd", required=True, example="2023-01-01"
    ),
    delivered(
        "ends_on", "eind", Kind.DATE, "Laatste dag van de looptijd", required=True, example="2026-12-31"
    ),
    delivered(
        "fictional",
        "fictief",
        Kind.YES_NO,
        "ja als de gegevens verzonnen zijn; dat staat dan op elk scherm",
        example="nee",
    ),
    delivered(
        "reply_days",
        "reactiedagen",
        Kind.INTEGER,
        "Dagen waarin partners als eerste reageren op nieuwe cijfers",
        minimum=0,
        maximum=90,
        example="14",
    ),
)

goal = delivered_table(
    plan_metadata,
    "goal",
    "doelen",
    "De doelen, elk met een indicator, een nulmeting en een streefwaarde.",
    code_column("Korte code van het doel", "D1"),
    delivered(
        "ambition",
        "ambitie",
        Kind.CODE,
        "De ambitie waar het doel bij hoort",
        required=True,
        refers_to="ambition.code",
        example="A1",
    ),
    delivered(
        "position",
        "nummer",
        Kind.INTEGER,
        "Volgnummer op het scherm",
        required=True,
        minimum=1,
        maximum=99,
        example="1",
    ),
    delivered(
        "name", "naam", Kind.TEXT, "Korte naam van het doel", required=True, example="Netwerk versterken"
    ),
    english_column("name", "naam", "Korte naam van het doel"),
    delivered(
        "text",
        "tekst",
        Kind.TEXT,
        "Het doel in een zin",
        required=True,
        example="Meer jongeren hebben iemand om op terug te vallen",
    ),
    english_column("text", "tekst", "Het doel in een zin"),
    delivered(
        "kind",
        "soort",
        Kind.CODE,
        "Soort resultaat",
        required=True,
        codes=("inhoudelijk", "proces", "overig"),
        example="inhoudelijk",
    ),
    delivered(
        "indicator",
        "indicator",
        Kind.CODE,
        "De indicator waaraan het doel wordt gemeten",
        required=True,
        refers_to="indicator.code",
        example="steunfiguur",
    ),
    delivered(
        "baseline_value",
        "nulwaarde",
        Kind.NUMBER,
        "Waarde bij de start, in de eenheid van de indicator",
        example="62",
    ),
    delivered(
        "baseline_year",
        "nuljaar",
        Kind.INTEGER,
        "Jaar van de nulmeting",
        minimum=2000,
        maximum=2100,
        example="2022",
    ),
    delivered(
        "target_value",
        "streefwaarde",
        Kind.NUMBER,
        "Wat bereikt moet worden, gelezen volgens streefwaarde_soort",
        example="75",
    ),
    delivered(
        "target_year",
        "streefjaar",
        Kind.INTEGER,
        "Jaar waarin het bereikt moet zijn",
        minimum=2000,
        maximum=2100,
        example="2026",
    ),
    delivered(
        "target_kind",
        "streefwaarde_soort",
        Kind.CODE,
        "waarde: de waarde zelf; procent of procentpunt: zoveel meer (min: minder) dan de nulwaarde",
        codes=("waarde", "procent", "procentpunt"),
        example="waarde",
    ),
)

milestone = delivered_table(
    plan_metadata,
    "milestone",
    "mijlpalen",
    "Afgesproken tussenstanden op weg naar een doel.",
    delivered(
        "goal", "doel", Kind.CODE, "Het doel", required=True, key=True, refers_to="goal.code", example="D1"
    ),
    delivered(
        "year",
        "jaar",
        Kind.INTEGER,
        "Jaar van de mijlpaal",
        required=True,
        key=True,
        minimum=2000,
        maximum=2100,
        example="2024",
    ),
    delivered(
        "value",
        "waarde",
        Kind.NUMBER,
        "Afgesproken waarde, in de eenheid van de indicator",
        required=True,
        example="68",
    ),
)

responsibility = delivered_table(
    plan_metadata,
    "responsibility",
    "verantwoordelijk",
    "Welke partner voor welk doel welk resultaat toezegde.",
    delivered(
        "goal", "doel", Kind.CODE, "Het doel", required=True, key=True, refers_to="goal.code", example="D1"
    ),
    delivered(
        "partner",
        "partner",
        Kind.CODE,
        "De partner",
        required=True,
        key=True,
        refers_to="partner.code",
        example="P01",
    ),
    delivered(
        "promise",
        "toezegging",
        Kind.TEXT,
        "Het toegezegde resultaat",
        required=True,
        example="Elke jongere kiest een steunfiguur",
    ),
    english_column("promise", "toezegging", "Het toegezegde resultaat"),
)

strategy = delivered_table(
    plan_metadata,
    "strategy",
    "strategieen",
    "Hoe een doel wordt bereikt.",
    code_column("Korte code van de strategie", "S1"),
    delivered("goal", "doel", Kind.CODE, "Het doel", required=True, refers_to="goal.code", example="D1"),
    delivered(
        "text",
        "tekst",
        Kind.TEXT,
        "De strategie in een zin",
        required=True,
        example="Elke jongere kiest zelf een vaste volwassene",
    ),
    english_column("text", "tekst", "De strategie in een zin"),
)

action = delivered_table(
    plan_metadata,
    "action",
    "acties",
    "Wat er gebeurt, met precies een eigenaar.",
    code_column("Korte code van de actie", "AC1"),
    delivered("goal", "doel", Kind.CODE, "Het doel", required=True, refers_to="goal.code", example="D1"),
    delivered("strategy", "strategie", Kind.CODE, "De strategie", refers_to="strategy.code", example="S1"),
    delivered(
        "name",
        "naam",
        Kind.TEXT,
        "De actie in enkele woorden",
        required=True,
        example="Steunfiguur bij elke start",
    ),
    english_column("name", "naam", "De actie in enkele woorden"),
    delivered(
        "owner",
        "eigenaar",
        Kind.CODE,
        "De code van een partner, of het woord gemeente",
        required=True,
        refers_to="partner.code",
        codes=(OWNER_MUNICIPALITY,),
        example="P01",
    ),
    delivered("starts_on", "begin", Kind.DATE, "Eerste dag", required=True, example="2024-04-01"),
    delivered("ends_on", "eind", Kind.DATE, "Laatste dag", example="2025-03-31"),
    delivered(
        "indicator",
        "indicator",
        Kind.CODE,
        "De indicator waaraan te zien moet zijn of het hielp",
        refers_to="indicator.code",
        example="steunfiguur",
    ),
)
