"""What is measured, how it is read, and against which criterion."""

from data.contract import FieldKind as Kind
from data.contract import delivered, delivered_table
from data.schema_plan.columns import DOMAINS, code_column, english_column, plan_metadata
from domain.computation import COMPUTATIONS

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


indicator = delivered_table(
    plan_metadata,
    "indicator",
    "indicatoren",
    "Wat er gemeten wordt en hoe het wordt berekend.",
    code_column("Korte code; staat in adressen", "uitval"),
    delivered("name", "naam", Kind.TEXT, "Naam van de indicator", required=True, example="Uitval"),
    english_column("name", "naam", "Naam van de indicator"),
    delivered(
        "definition",
        "definitie",
        Kind.TEXT,
        "Wat wel en niet meetelt",
        required=True,
        example="Trajecten die de client of de aanbieder eenzijdig stopte",
    ),
    english_column("definition", "definitie", "Wat wel en niet meetelt"),
    delivered(
        "sentence",
        "zin",
        Kind.TEXT,
        "De uitkomst als zin, met {waarde} op de plaats van het cijfer",
        example="{waarde} van de trajecten stopt te vroeg",
    ),
    english_column("sentence", "zin", "De uitkomst als zin, met {waarde}"),
    delivered("counted", "geteld", Kind.TEXT, "Wat er geteld wordt, meervoud", example="trajecten"),
    english_column("counted", "geteld", "Wat er geteld wordt, meervoud"),
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
    english_column("question", "kwaliteitsvraag", "De vraag over kwaliteit"),
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

instrument = delivered_table(
    plan_metadata,
    "instrument",
    "instrumenten",
    "De meetinstrumenten en hoe zeker zij meten.",
    code_column("Korte code van het instrument", "SDQ"),
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
    english_column("reason", "reden", "Wat er veranderde"),
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
    english_column("label", "omschrijving", "Wat de code betekent"),
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
    delivered(
        "selection",
        "keuze",
        Kind.LIST,
        "Welke rijen, als de tabel ook andere dingen uitsplitst: kolom=waarde, gescheiden door |; "
        "anders de totalen",
        example="Geslacht=T001038",
    ),
)
