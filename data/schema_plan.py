"""The tables of the plan: what a municipality and its partners agreed, delivered like any other table."""

from typing import Any

from sqlalchemy import Column, MetaData

from data.contract import FieldKind as Kind
from data.contract import delivered, delivered_table
from domain.computation import COMPUTATIONS

plan_metadata = MetaData()

DOMAINS = ("jeugd", "wmo")
OWNER_MUNICIPALITY = "gemeente"
_UNITS = ("procent", "cijfer", "dagen", "uren", "aantal", "score")
_CRITERIA = (
    "uitval",
    "tevredenheid",
    "doelrealisatie",
    "tijd",
    "doorgaande zorg",
    "bereik",
    "maatschappelijk",
    "overig",
)


def _code(explain: str, example: str) -> Column[Any]:
    return delivered("code", "code", Kind.TEXT, explain, required=True, key=True, example=example)


def _english(name: str, header: str, explain: str) -> Column[Any]:
    return delivered(f"{name}_en", f"{header}_en", Kind.TEXT, f"{explain}, in het Engels")


ambition = delivered_table(
    plan_metadata,
    "ambition",
    "ambities",
    "Waar de gemeente en haar partners in vier jaar willen staan.",
    _code("Korte code van de ambitie", "A1"),
    delivered("name", "naam", Kind.TEXT, "Naam van de ambitie", required=True, example="Aanpak 16-27"),
    _english("name", "naam", "Naam van de ambitie"),
    delivered(
        "text",
        "tekst",
        Kind.TEXT,
        "De ambitie in een zin",
        required=True,
        example="Jongeren staan na hun verblijf op eigen benen",
    ),
    _english("text", "tekst", "De ambitie in een zin"),
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
    _code("Korte code van het doel", "D1"),
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
    _english("name", "naam", "Korte naam van het doel"),
    delivered(
        "text",
        "tekst",
        Kind.TEXT,
        "Het doel in een zin",
        required=True,
        example="Meer jongeren hebben iemand om op terug te vallen",
    ),
    _english("text", "tekst", "Het doel in een zin"),
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
    _english("promise", "toezegging", "Het toegezegde resultaat"),
)

strategy = delivered_table(
    plan_metadata,
    "strategy",
    "strategieen",
    "Hoe een doel wordt bereikt.",
    _code("Korte code van de strategie", "S1"),
    delivered("goal", "doel", Kind.CODE, "Het doel", required=True, refers_to="goal.code", example="D1"),
    delivered(
        "text",
        "tekst",
        Kind.TEXT,
        "De strategie in een zin",
        required=True,
        example="Elke jongere kiest zelf een vaste volwassene",
    ),
    _english("text", "tekst", "De strategie in een zin"),
)

action = delivered_table(
    plan_metadata,
    "action",
    "acties",
    "Wat er gebeurt, met precies een eigenaar.",
    _code("Korte code van de actie", "AC1"),
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
    _english("name", "naam", "De actie in enkele woorden"),
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

indicator = delivered_table(
    plan_metadata,
    "indicator",
    "indicatoren",
    "Wat er gemeten wordt en hoe het wordt berekend.",
    _code("Korte code; staat in adressen", "uitval"),
    delivered("name", "naam", Kind.TEXT, "Naam van de indicator", required=True, example="Uitval"),
    _english("name", "naam", "Naam van de indicator"),
    delivered(
        "definition",
        "definitie",
        Kind.TEXT,
        "Wat wel en niet meetelt",
        required=True,
        example="Trajecten die de client of de aanbieder eenzijdig stopte",
    ),
    _english("definition", "definitie", "Wat wel en niet meetelt"),
    delivered(
        "sentence",
        "zin",
        Kind.TEXT,
        "De uitkomst als zin, met {waarde} op de plaats van het cijfer",
        example="{waarde} van de trajecten stopt te vroeg",
    ),
    _english("sentence", "zin", "De uitkomst als zin, met {waarde}"),
    delivered("counted", "geteld", Kind.TEXT, "Wat er geteld wordt, meervoud", example="trajecten"),
    _english("counted", "geteld", "Wat er geteld wordt, meervoud"),
    delivered(
        "unit", "eenheid", Kind.CODE, "Eenheid van de waarde", required=True, codes=_UNITS, example="procent"
    ),
    delivered(
        "decimals", "decimalen", Kind.INTEGER, "Decimalen op het scherm", minimum=0, maximum=2, example="0"
    ),
    delivered(
        "direction",
        "richting",
        Kind.CODE,
        "Wat beter is",
        required=True,
        codes=("hoger", "lager", "geen"),
        example="lager",
    ),
    delivered(
        "outcome_criterion",
        "uitkomstcriterium",
        Kind.CODE,
        "Het uitkomstcriterium waar de indicator bij hoort",
        required=True,
        codes=_CRITERIA,
        example="uitval",
    ),
    delivered(
        "computation",
        "berekening",
        Kind.CODE,
        "Ingebouwde berekening, of cijfers als de waarde wordt aangeleverd",
        required=True,
        codes=tuple(COMPUTATIONS),
        example="uitval",
    ),
    delivered(
        "level",
        "niveau",
        Kind.CODE,
        "bevolking: alle inwoners; partner: clienten van partners",
        required=True,
        codes=("bevolking", "partner"),
        example="partner",
    ),
    delivered(
        "domain",
        "domein",
        Kind.CODE,
        "jeugd of wmo; leeg als het voor beide geldt",
        codes=DOMAINS,
        example="jeugd",
    ),
    delivered(
        "question",
        "kwaliteitsvraag",
        Kind.TEXT,
        "De vraag over kwaliteit waarop de indicator antwoord geeft",
        required=True,
        example="Houden we jongeren vast in hulp die zij nodig hebben?",
    ),
    _english("question", "kwaliteitsvraag", "De vraag over kwaliteit"),
    delivered(
        "scale",
        "schaal",
        Kind.SCALE,
        "Schaal van de score; scores op een andere schaal tellen niet mee",
        example="1-10",
    ),
    delivered("cut_off", "grens", Kind.NUMBER, "Vanaf welke score het voldoende is", example="7"),
    delivered(
        "window_months",
        "venster_maanden",
        Kind.INTEGER,
        "Hoeveel maanden er na het einde wordt gevolgd (6 of 12)",
        minimum=1,
        maximum=60,
        example="12",
    ),
    delivered(
        "definition_version",
        "definitieversie",
        Kind.INTEGER,
        "Versie van de definitie",
        minimum=1,
        maximum=999,
        example="1",
    ),
)

criterion = delivered_table(
    plan_metadata,
    "criterion",
    "normen",
    "De afgesproken normen, met hun geldigheid; een nieuwe norm herschrijft het verleden niet.",
    delivered(
        "indicator",
        "indicator",
        Kind.CODE,
        "De indicator",
        required=True,
        key=True,
        refers_to="indicator.code",
        example="uitval",
    ),
    delivered(
        "comparator",
        "vergelijking",
        Kind.CODE,
        "≥ minstens, ≤ hoogstens, of tussen",
        required=True,
        codes=("≥", "≤", "tussen"),
        example="≤",
    ),
    delivered(
        "value", "waarde", Kind.NUMBER, "De norm, in de eenheid van de indicator", required=True, example="15"
    ),
    delivered("value_to", "waarde_tot", Kind.NUMBER, "De bovenkant, alleen bij tussen"),
    delivered(
        "valid_from",
        "geldig_van",
        Kind.DATE,
        "Eerste dag waarop de norm geldt",
        required=True,
        key=True,
        example="2025-01-01",
    ),
    delivered("valid_to", "geldig_tot", Kind.DATE, "Laatste dag waarop de norm geldt"),
    delivered(
        "partner",
        "partner",
        Kind.CODE,
        "Alleen voor deze partner; leeg: voor alle",
        key=True,
        refers_to="partner.code",
    ),
    delivered("agreed_on", "afgesproken_op", Kind.DATE, "Wanneer dit is afgesproken", example="2024-11-12"),
    delivered("agreed_by", "afgesproken_door", Kind.TEXT, "Wie dit afspraken", example="Stuurgroep"),
)

partner = delivered_table(
    plan_metadata,
    "partner",
    "partners",
    "De partners.",
    _code("Korte code van de partner; staat in adressen", "P01"),
    delivered("name", "naam", Kind.TEXT, "Naam van de partner", required=True, example="Acacia Jeugdhulp"),
    delivered("sector", "sector", Kind.TEXT, "Sector", required=True, example="jeugdhulp"),
    delivered(
        "named",
        "naam_zichtbaar",
        Kind.YES_NO,
        "ja als is afgesproken dat de stuurgroep de naam bij cijfers ziet",
        example="ja",
    ),
    delivered(
        "legal_ground",
        "grondslag",
        Kind.TEXT,
        "Grondslag om gegevens per traject te leveren; leeg: alleen cijfers",
        example="Verwerkersovereenkomst 2023-04",
    ),
    delivered(
        "shared_pseudonyms",
        "gedeelde_pseudoniemen",
        Kind.YES_NO,
        "ja als deze partner dezelfde pseudoniemen gebruikt als de andere",
        example="ja",
    ),
)

contact = delivered_table(
    plan_metadata,
    "contact",
    "contacten",
    "Wie te benaderen: een functie met een adres, geen persoon.",
    delivered(
        "role", "functie", Kind.TEXT, "De functie", required=True, key=True, example="Programmaleider jeugd"
    ),
    delivered(
        "address",
        "adres",
        Kind.TEXT,
        "E-mailadres van de functie",
        required=True,
        example="jeugd@gemeente.example",
    ),
    delivered("goal", "doel", Kind.CODE, "Voor dit doel", key=True, refers_to="goal.code"),
    delivered("partner", "partner", Kind.CODE, "Voor deze partner", key=True, refers_to="partner.code"),
    delivered("action", "actie", Kind.CODE, "Voor deze actie", key=True, refers_to="action.code"),
)

agreement = delivered_table(
    plan_metadata,
    "agreement",
    "afspraken",
    "Wat een partner levert: welke indicator, vanaf wanneer, hoe vaak, bij wie en waarmee.",
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
        "indicator",
        "indicator",
        Kind.CODE,
        "De indicator",
        required=True,
        key=True,
        refers_to="indicator.code",
        example="tevredenheid",
    ),
    delivered("valid_from", "van", Kind.DATE, "Eerste dag", required=True, key=True, example="2023-01-01"),
    delivered("valid_to", "tot", Kind.DATE, "Laatste dag"),
    delivered(
        "frequency",
        "frequentie",
        Kind.CODE,
        "Hoe vaak",
        required=True,
        codes=("maand", "kwartaal", "halfjaar", "jaar"),
        example="halfjaar",
    ),
    delivered("informant", "bij_wie", Kind.TEXT, "Bij wie wordt gemeten", example="jongere"),
    delivered(
        "moment",
        "meetmoment",
        Kind.CODE,
        "Wanneer wordt gemeten",
        codes=("begin", "halverwege", "einde"),
        example="einde",
    ),
    delivered("instrument", "instrument", Kind.CODE, "Waarmee wordt gemeten", refers_to="instrument.code"),
    delivered(
        "evaluator", "evaluator", Kind.CODE, "Wie een gezamenlijk traject evalueert", refers_to="partner.code"
    ),
)

instrument = delivered_table(
    plan_metadata,
    "instrument",
    "instrumenten",
    "De meetinstrumenten en hoe zeker zij meten.",
    _code("Korte code van het instrument", "SDQ"),
    delivered(
        "name",
        "naam",
        Kind.TEXT,
        "Naam van het instrument",
        required=True,
        example="Sterke kanten en moeilijkheden",
    ),
    delivered(
        "standard_deviation",
        "standaarddeviatie",
        Kind.NUMBER,
        "Standaarddeviatie bij de start (normgroep)",
        required=True,
        minimum=0.000001,
        example="5,8",
    ),
    delivered(
        "reliability",
        "betrouwbaarheid",
        Kind.NUMBER,
        "Betrouwbaarheid, van 0 tot onder 1",
        required=True,
        minimum=0,
        maximum=0.999999,
        example="0,82",
    ),
    delivered(
        "direction",
        "richting",
        Kind.CODE,
        "Wat beter is",
        required=True,
        codes=("hoger", "lager"),
        example="lager",
    ),
    delivered("cut_off", "grenswaarde", Kind.NUMBER, "Grens tussen klinisch en normaal", example="16"),
)

series_break = delivered_table(
    plan_metadata,
    "series_break",
    "breuken",
    "Vanaf wanneer een reeks niet meer te vergelijken is met daarvoor.",
    delivered(
        "indicator",
        "indicator",
        Kind.CODE,
        "De indicator",
        required=True,
        key=True,
        refers_to="indicator.code",
        example="uitval",
    ),
    delivered(
        "broke_on",
        "datum",
        Kind.DATE,
        "Eerste dag van de nieuwe reeks",
        required=True,
        key=True,
        example="2024-01-01",
    ),
    delivered(
        "reason",
        "reden",
        Kind.TEXT,
        "Wat er veranderde",
        required=True,
        example="Overstap telt niet meer als uitval",
    ),
    _english("reason", "reden", "Wat er veranderde"),
)

code_label = delivered_table(
    plan_metadata,
    "code_label",
    "codelijsten",
    "Eigen omschrijvingen van codes, naast de landelijke lijsten.",
    delivered(
        "list",
        "lijst",
        Kind.TEXT,
        "Naam van de lijst: hulpvorm, verwijzer, gemeente, informant of eigen",
        required=True,
        key=True,
        example="gemeente",
    ),
    delivered(
        "domain", "domein", Kind.CODE, "jeugd of wmo; leeg als het voor beide geldt", key=True, codes=DOMAINS
    ),
    delivered("code", "code", Kind.TEXT, "De code", required=True, key=True, example="GM0394"),
    delivered(
        "label", "omschrijving", Kind.TEXT, "Wat de code betekent", required=True, example="Haarlemmermeer"
    ),
    _english("label", "omschrijving", "Wat de code betekent"),
)

statline_measure = delivered_table(
    plan_metadata,
    "statline_measure",
    "statline",
    "Welke CBS-maat welke indicator voedt, en voor welke regio.",
    delivered(
        "table_code",
        "tabel",
        Kind.TEXT,
        "Tabelnummer van StatLine",
        required=True,
        key=True,
        example="85098NED",
    ),
    delivered(
        "measure",
        "maat",
        Kind.TEXT,
        "Kolomnaam van de maat, zonder eenheid of volgnummer",
        required=True,
        key=True,
        example="Jongeren met jeugdhulp in natura",
    ),
    delivered(
        "indicator",
        "indicator",
        Kind.CODE,
        "De indicator",
        required=True,
        key=True,
        refers_to="indicator.code",
        example="jeugdhulpgebruik",
    ),
    delivered(
        "region",
        "regio",
        Kind.TEXT,
        "Code of naam van de regio die als totaal telt",
        required=True,
        example="GM0394",
    ),
    delivered(
        "compared_with",
        "vergelijk",
        Kind.LIST,
        "Regio's om naast te zetten, gescheiden door |",
        example="NL00|GM0034",
    ),
)

partner_context = delivered_table(
    plan_metadata,
    "partner_context",
    "context",
    "Wat er over de clienten van een partner te weten is voor wie zijn cijfers leest.",
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
        "text",
        "tekst",
        Kind.TEXT,
        "Wie deze partner helpt",
        required=True,
        example="Vooral jongeren na crisisopvang",
    ),
    _english("text", "tekst", "Wie deze partner helpt"),
)

PLAN_TABLES = tuple(plan_metadata.tables.values())
REQUIRED_PLAN_TABLES = (ambition, goal, indicator, partner)
