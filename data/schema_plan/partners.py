"""Who takes part, what they agreed to deliver, and whom to call."""

from data.contract import FieldKind as Kind
from data.contract import delivered, delivered_table
from data.schema_plan.columns import code_column, english_column, plan_metadata

partner = delivered_table(
    plan_metadata,
    "partner",
    "partners",
    "De partners.",
    code_column("Korte code van de partner; staat in adressen", "P01"),
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
    english_column("text", "tekst", "Wie deze partner helpt"),
)
