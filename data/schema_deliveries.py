"""The tables that partners and CBS deliver every period: trajecten and cijfers."""

from sqlalchemy import MetaData

from data.contract import FieldKind as Kind
from data.contract import delivered, delivered_table
from data.schema_plan import DOMAINS

delivery_metadata = MetaData()

AGE_GROUPS = ("0-3", "4-11", "12-15", "16-17", "18-22", "23-27", "28-64", "65+")
SPLITS = ("hulpvorm", "leeftijdsgroep", "verwijzer", "gemeente", "informant")

trajectory = delivered_table(
    delivery_metadata,
    "trajectory",
    "trajecten",
    "Een regel per hulpvorm van een client bij een partner.",
    delivered(
        "delivery_period",
        "leverperiode",
        Kind.HALF_YEAR,
        "Halfjaar van de levering",
        required=True,
        key=True,
        example="2025-H1",
    ),
    delivered(
        "partner",
        "partner",
        Kind.CODE,
        "Code van de partner",
        required=True,
        key=True,
        refers_to="partner.code",
        example="P01",
    ),
    delivered(
        "domain", "domein", Kind.CODE, "jeugd of wmo", required=True, key=True, codes=DOMAINS, example="jeugd"
    ),
    delivered(
        "trajectory",
        "traject",
        Kind.TEXT,
        "Eigen nummer van het traject, nooit een BSN",
        required=True,
        key=True,
        masked=True,
        example="T-000123",
    ),
    delivered(
        "client",
        "client",
        Kind.TEXT,
        "Pseudoniem van de client, nooit een BSN",
        required=True,
        masked=True,
        example="C-00456",
    ),
    delivered(
        "care_form",
        "hulpvorm",
        Kind.CODE,
        "Code van de hulpvorm, geldig binnen het domein",
        required=True,
        key=True,
        refers_to="codelist:hulpvorm",
        example="02",
    ),
    delivered(
        "municipality", "gemeente", Kind.TEXT, "CBS-code van de gemeente", required=True, example="GM0394"
    ),
    delivered(
        "referrer",
        "verwijzer",
        Kind.CODE,
        "Code van de verwijzer",
        required=True,
        refers_to="codelist:verwijzer",
        example="01",
    ),
    delivered(
        "age_group",
        "leeftijdsgroep",
        Kind.CODE,
        "Leeftijdsgroep bij het begin",
        required=True,
        codes=AGE_GROUPS,
        example="16-17",
    ),
    delivered("registered_on", "aanmelddatum", Kind.DATE, "Dag van aanmelding"),
    delivered(
        "started_on",
        "begindatum",
        Kind.DATE,
        "Dag waarop de hulp echt begon",
        required=True,
        example="2025-02-14",
    ),
    delivered("ended_on", "einddatum", Kind.DATE, "Dag waarop de hulp eindigde; leeg als zij loopt"),
    delivered(
        "code_list",
        "codelijst",
        Kind.CODE,
        "Lijst van de reden van beeindiging",
        codes=("bij", "ijw", "iwmo"),
        example="bij",
    ),
    delivered(
        "end_reason",
        "reden_beeindiging",
        Kind.CODE,
        "Code van de reden, geldig binnen de codelijst",
        refers_to="codelist:reden_beeindiging",
        example="01",
    ),
    delivered(
        "satisfaction",
        "tevredenheid",
        Kind.NUMBER,
        "Oordeel over nut en effect, binnen de schaal",
        example="8",
    ),
    delivered(
        "satisfaction_scale", "tevredenheid_schaal", Kind.SCALE, "Schaal van het oordeel", example="1-10"
    ),
    delivered("informant", "informant", Kind.TEXT, "Wie antwoordde", example="jeugdige"),
    delivered(
        "without_help",
        "zonder_hulp_verder",
        Kind.CODE,
        "Kan de client zonder hulp verder",
        codes=("ja", "deels", "nee", "onbekend"),
        example="ja",
    ),
    delivered(
        "instrument", "instrument", Kind.CODE, "Meetinstrument", refers_to="instrument.code", example="SDQ"
    ),
    delivered("score_start", "score_begin", Kind.NUMBER, "Score bij het begin"),
    delivered("score_end", "score_eind", Kind.NUMBER, "Score bij het einde"),
    delivered(
        "goals_set",
        "doelen_gesteld",
        Kind.INTEGER,
        "Aantal afgesproken doelen",
        minimum=0,
        maximum=99,
        example="3",
    ),
    delivered(
        "goals_reached",
        "doelen_behaald",
        Kind.INTEGER,
        "Aantal behaalde doelen",
        minimum=0,
        maximum=99,
        example="2",
    ),
    delivered(
        "gas", "gas", Kind.GAS, "GAS-scores van de doelen, van -2 tot 2, gescheiden door |", example="0|1|-1"
    ),
    delivered(
        "hours_granted",
        "uren_toegewezen",
        Kind.NUMBER,
        "Toegewezen uren",
        minimum=0,
        maximum=100000,
        example="60",
    ),
    delivered(
        "hours_delivered",
        "uren_geleverd",
        Kind.NUMBER,
        "Geleverde uren",
        minimum=0,
        maximum=100000,
        example="52,5",
    ),
    delivered("care_package", "hulppakket", Kind.TEXT, "Nummer van het gezamenlijke hulppakket", masked=True),
    delivered(
        "evaluator",
        "evaluator",
        Kind.CODE,
        "Partner die het gezamenlijke traject evalueert",
        refers_to="partner.code",
    ),
)

aggregate = delivered_table(
    delivery_metadata,
    "aggregate",
    "cijfers",
    "Cijfers die een partner zelf berekende, of die een ander publiceerde.",
    delivered(
        "indicator",
        "indicator",
        Kind.CODE,
        "Code van de indicator",
        required=True,
        key=True,
        refers_to="indicator.code",
        example="uitval",
    ),
    delivered(
        "partner",
        "partner",
        Kind.CODE,
        "Code van de partner; leeg: de hele bevolking",
        key=True,
        refers_to="partner.code",
        example="P01",
    ),
    delivered(
        "municipality",
        "gemeente",
        Kind.TEXT,
        "Code of naam van de gemeente, bij cijfers over de bevolking",
        key=True,
    ),
    delivered(
        "period",
        "periode",
        Kind.PERIOD,
        "2024, 2024-H1, 2024-Q3, 2024-09 of 2023/2026",
        required=True,
        key=True,
        example="2024-Q3",
    ),
    delivered(
        "split", "uitsplitsing", Kind.CODE, "Waarnaar is uitgesplitst; leeg: totaal", key=True, codes=SPLITS
    ),
    delivered("split_value", "uitsplitsing_waarde", Kind.TEXT, "De waarde van de uitsplitsing", key=True),
    delivered("numerator", "teller", Kind.NUMBER, "Teller", minimum=0, example="18"),
    delivered("denominator", "noemer", Kind.NUMBER, "Noemer", minimum=0, example="120"),
    delivered("clients", "clienten", Kind.INTEGER, "Aantal unieke clienten", minimum=0, example="112"),
    delivered(
        "value",
        "waarde",
        Kind.NUMBER,
        "Waarde in de eenheid van de indicator; mag leeg bij teller en noemer",
        example="7,4",
    ),
    delivered(
        "n",
        "aantal",
        Kind.INTEGER,
        "Aantal waarnemingen bij een gemiddelde of mediaan",
        minimum=0,
        example="96",
    ),
    delivered(
        "sd",
        "standaardafwijking",
        Kind.NUMBER,
        "Standaardafwijking bij een gemiddelde",
        minimum=0,
        example="1,4",
    ),
    delivered("q1", "kwartiel1", Kind.NUMBER, "Eerste kwartiel bij een mediaan", example="90"),
    delivered("q3", "kwartiel3", Kind.NUMBER, "Derde kwartiel bij een mediaan", example="310"),
    delivered(
        "records",
        "trajecten",
        Kind.INTEGER,
        "Hoeveel trajecten zijn meegeteld; leeg: dat volgt uit noemer of aantal",
        minimum=0,
        example="120",
    ),
    delivered(
        "eligible",
        "in_aanmerking",
        Kind.INTEGER,
        "Hoeveel trajecten een waarde hadden kunnen hebben",
        minimum=0,
        example="180",
    ),
    delivered(
        "asked", "uitgevraagd", Kind.INTEGER, "Hoeveel clienten de vraag kregen", minimum=0, example="180"
    ),
    delivered("informant", "informant", Kind.TEXT, "Wie antwoordde"),
    delivered("scale", "schaal", Kind.SCALE, "Schaal van de score", example="1-10"),
    delivered("measured_on", "peildatum", Kind.DATE, "Peildatum"),
    delivered(
        "status",
        "status",
        Kind.CODE,
        "voorlopig of definitief",
        codes=("voorlopig", "definitief"),
        example="definitief",
    ),
    delivered("source", "bron", Kind.TEXT, "Waar het cijfer vandaan komt", example="eigen registratie"),
)

COMPUTED_AT_HOME = "berekend uit trajecten door de partner"
"""The source of figures that a partner computed from its records; they come for all of a period at once."""

DELIVERED_TABLES = tuple(delivery_metadata.tables.values())
