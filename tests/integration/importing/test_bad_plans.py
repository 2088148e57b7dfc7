"""Every way in which a plan can be wrong, and the one sentence that says so."""

from datetime import date
from pathlib import Path

import pytest

from data.importing.outcome import State
from data.store import open_intake, rows
from settings import Settings
from tests.integration.importing.deliveries import PLAN, sentences, taken_in, write_plan

_ACTION = {"code": "AC1", "doel": "D1", "naam": "Steunfiguur", "eigenaar": "P01", "begin": "2024-01-01"}
_CRITERION = {"indicator": "uitval", "vergelijking": "≤", "waarde": "15", "geldig_van": "2024-01-01"}
_AGREEMENT = {"partner": "P01", "indicator": "uitval", "van": "2024-01-01", "frequentie": "halfjaar"}
_IN_PLAN = "Gebruik een code uit {}, of voeg hem daar toe; let op hoofdletters."


def _goal(**changes: str) -> list[dict[str, str]]:
    return [PLAN["doelen"][0] | changes]


def _indicators(**changes: str) -> list[dict[str, str]]:
    return [PLAN["indicatoren"][0] | changes, *PLAN["indicatoren"][1:]]


def _partners(**changes: str) -> list[dict[str, str]]:
    return [*PLAN["partners"], PLAN["partners"][0] | changes]


_CASES: dict[str, tuple[dict[str, list[dict[str, str]]], str]] = {
    "goal without ambition": (
        {"doelen": _goal(ambitie="A9")},
        f"rij 2, kolom ambitie: staat niet in het plan ('A9'). {_IN_PLAN.format('ambities')}",
    ),
    "goal without indicator": (
        {"doelen": _goal(indicator="geluk")},
        f"rij 2, kolom indicator: staat niet in het plan ('geluk'). {_IN_PLAN.format('indicatoren')}",
    ),
    "goal of an unknown kind": (
        {"doelen": _goal(soort="hoofd")},
        "rij 2, kolom soort: is geen bekende code ('hoofd'). Kies uit inhoudelijk, proces en overig.",
    ),
    "target as a share of nothing": (
        {"doelen": _goal(nulwaarde="", streefwaarde="10", streefwaarde_soort="procent")},
        (
            "rij 2, kolom nulwaarde: is leeg terwijl de streefwaarde een percentage van de nulwaarde is. "
            "Vul de nulwaarde in, of schrijf de streefwaarde zelf."
        ),
    ),
    "two goals with a target for one figure": (
        {"doelen": [*_goal(), *_goal(code="D2", naam="Ook dit")]},
        (
            "rij 3, kolom indicator: hoort al bij een eerder doel met een streefwaarde ('uitval'). "
            "Geef elk doel een eigen indicator: één cijfer kan maar één pad hebben."
        ),
    ),
    "target year before the baseline": (
        {"doelen": _goal(streefjaar="2021")},
        "rij 2, kolom streefjaar: ligt vóór het nuljaar ('2021'). Verbeter een van beide jaren.",
    ),
    "formula as text": (
        {"doelen": _goal(tekst="=HYPERLINK()")},
        (
            "rij 2, kolom tekst: begint als een formule ('=HYPERLINK()'). "
            "Vervang de formule door de waarde, zonder =, @ of + ervoor."
        ),
    ),
    "unknown comparator": (
        {"normen": [_CRITERION | {"vergelijking": ">"}]},
        "rij 2, kolom vergelijking: is geen bekende code ('>'). Kies uit ≥, ≤ en tussen.",
    ),
    "between without upper value": (
        {"normen": [_CRITERION | {"vergelijking": "tussen"}]},
        "rij 2, kolom waarde_tot: is leeg terwijl de norm tussen twee waarden ligt. Vul ook de bovenkant in.",
    ),
    "between upside down": (
        {"normen": [_CRITERION | {"vergelijking": "tussen", "waarde_tot": "10"}]},
        "rij 2, kolom waarde_tot: is niet hoger dan de waarde ('10'). Zet de laagste waarde eerst.",
    ),
    "upper value of nothing": (
        {"normen": [_CRITERION | {"waarde_tot": "20"}]},
        (
            "rij 2, kolom waarde_tot: hoort alleen bij tussen ('20'). "
            "Laat waarde_tot leeg, of maak van de vergelijking tussen."
        ),
    ),
    "two criteria at once": (
        {"normen": [_CRITERION | {"geldig_tot": "2025-06-30"}, _CRITERION | {"geldig_van": "2025-01-01"}]},
        (
            "rij 3, kolom geldig_van: ligt in de geldigheid van een eerdere norm voor dezelfde indicator "
            "en partner "
            "('2025-01-01'). Zet geldig_tot van de eerdere norm op de dag ervoor, of laat het daar leeg."
        ),
    ),
    "criterion that ends before it begins": (
        {"normen": [_CRITERION | {"geldig_tot": "2023-12-31"}]},
        "rij 2, kolom geldig_tot: ligt vóór de eerste dag ('2023-12-31'). Verbeter een van beide datums.",
    ),
    "two owners": (
        {"acties": [_ACTION | {"eigenaar": "P01 en P02"}]},
        (
            "rij 2, kolom eigenaar: noemt meer dan een eigenaar ('P01 en P02'). Kies precies één "
            "eigenaar: een partner, "
            "of de gemeente. Anderen kunnen meedoen, één is aanspreekbaar."
        ),
    ),
    "no owner": (
        {"acties": [_ACTION | {"eigenaar": ""}]},
        "rij 2, kolom eigenaar: is leeg, en is verplicht. Vul een waarde in.",
    ),
    "unknown owner": (
        {"acties": [_ACTION | {"eigenaar": "P9"}]},
        f"rij 2, kolom eigenaar: staat niet in het plan ('P9'). {_IN_PLAN.format('partners')}",
    ),
    "code that is a path": (
        {"partners": _partners(code="../P03")},
        (
            "rij 4, kolom code: is geen bruikbare code ('../P03'). Gebruik letters, cijfers, _ en -, "
            "hoogstens 40 tekens "
            "en zonder spaties; de code staat in adressen."
        ),
    ),
    "code that differs in capitals": (
        {"partners": _partners(code="p01")},
        (
            "rijen 2 en 4, kolom code: verschilt alleen in hoofdletters van een andere code ('P01', 'p01'). "
            "Kies een andere code."
        ),
    ),
    "partner called gemeente": (
        {"partners": _partners(code="gemeente")},
        (
            "rij 4, kolom code: is een woord dat al iets anders betekent ('gemeente'). "
            "Kies een andere code voor de partner."
        ),
    ),
    "partner twice": (
        {"partners": _partners()},
        "rijen 2 en 4: komt vaker voor: code is gelijk. Houd een van de rijen over.",
    ),
    "no partners": ({"partners": []}, "in het plan ontbreekt partners. Lever partners mee."),
    "computation of the other domain": (
        {"indicatoren": _indicators(domein="wmo")},
        (
            "rij 2, kolom domein: past niet bij de berekening ('wmo'). "
            "Laat het domein leeg, of kies de berekening van dat domein (uitval_wmo in plaats van uitval)."
        ),
    ),
    "sentence without figure": (
        {"indicatoren": _indicators(zin="Het gaat goed")},
        (
            "rij 2, kolom zin: heeft geen plaats voor het cijfer ('Het gaat goed'). "
            "Zet {waarde} in de zin, op de plaats van het cijfer."
        ),
    ),
    "sentence with something else to fill in": (
        {"indicatoren": _indicators(zin="{waarde} van {wie.__class__}")},
        (
            "rij 2, kolom zin: heeft accolades om iets anders dan {waarde} ('{waarde} van {wie.__class__}'). "
            "Laat de andere accolades weg."
        ),
    ),
    "sufficient without cut-off": (
        {"indicatoren": _indicators(berekening="tevredenheid_voldoende", domein="")},
        (
            "rij 2, kolom grens: is leeg, zodat niet is te zien wat voldoende is. "
            "Vul in vanaf welke score het voldoende is."
        ),
    ),
    "contact without address": (
        {"contacten": [{"functie": "Programmaleider", "adres": "kamer 3"}]},
        (
            "rij 2, kolom adres: is geen e-mailadres. "
            "Vul het adres van de functie in, zoals jeugd@gemeente.example."
        ),
    ),
    "agreement at an unknown rhythm": (
        {"afspraken": [_AGREEMENT | {"frequentie": "soms"}]},
        "rij 2, kolom frequentie: is geen bekende code ('soms'). Kies uit maand, kwartaal, halfjaar en jaar.",
    ),
    "perfectly reliable instrument": (
        {"instrumenten": [PLAN["instrumenten"][0] | {"betrouwbaarheid": "1"}]},
        "rij 2, kolom betrouwbaarheid: is hoger dan 0,999999 ('1'). Vul 0,999999 of minder in.",
    ),
    "milestones that are records": (
        {
            "mijlpalen": [
                {
                    "leverperiode": "2025-H1",
                    "partner": "P01",
                    "domein": "jeugd",
                    "traject": "1",
                    "client": "2",
                    "hulpvorm": "01",
                    "gemeente": "GM0394",
                    "verwijzer": "01",
                    "leeftijdsgroep": "0-3",
                    "begindatum": "2025-01-01",
                }
            ]
        },
        (
            "rij 1: de naam is die van mijlpalen, maar de kolommen zijn die van trajecten. "
            "Geef het bestand de naam van wat erin staat, of lever het juiste bestand."
        ),
    ),
}


@pytest.mark.parametrize("case", _CASES)
def test_a_bad_plan_is_refused_with_one_clear_finding(empty: Settings, tmp_path: Path, case: str) -> None:
    changes, expected = _CASES[case]
    outcomes = taken_in(empty, write_plan(tmp_path / "plan", **changes))
    assert sentences(outcomes) == [expected]
    assert outcomes[0].state is State.REFUSED


def test_a_finding_in_a_plan_names_its_file(empty: Settings, tmp_path: Path) -> None:
    outcomes = taken_in(empty, write_plan(tmp_path / "plan", doelen=_goal(soort="hoofd")))
    assert [finding.file for finding in outcomes[0].findings] == ["doelen.csv"]


@pytest.mark.parametrize("missing", [{"streefwaarde": ""}, {"streefjaar": ""}])
def test_an_inhoudelijk_goal_without_percentage_or_year_is_warned_about(
    empty: Settings, tmp_path: Path, missing: dict[str, str]
) -> None:
    outcomes = taken_in(empty, write_plan(tmp_path / "plan", doelen=_goal(**missing)))
    assert outcomes[0].state is State.ACCEPTED
    assert sentences(outcomes) == [
        (
            "rij 2, kolom streefwaarde: of streefjaar is leeg bij een inhoudelijk doel, zodat niet is te "
            "zien of het "
            "wordt gehaald ('D1'). Spreek af hoeveel procent en in welk jaar."
        )
    ]


def test_a_follow_up_without_length_is_warned_about(empty: Settings, tmp_path: Path) -> None:
    followed = _indicators(berekening="geen_nieuwe_start")
    outcomes = taken_in(empty, write_plan(tmp_path / "plan", indicatoren=followed))
    assert outcomes[0].state is State.ACCEPTED
    where, what = "rij 2, kolom venster_maanden", "is leeg, zodat wij cliënten na het einde 12 maanden volgen"
    mend = "Vul 12 in, of het aantal maanden dat u afspreekt."
    assert sentences(outcomes) == [f"{where}: {what} ('uitval'). {mend}"]


@pytest.mark.parametrize(("written", "meant"), [("≥", "≥"), (">=", "≥"), ("≤", "≤"), ("<=", "≤")])
def test_comparators_are_also_read_as_typed_on_a_keyboard(
    empty: Settings, tmp_path: Path, written: str, meant: str
) -> None:
    taken_in(empty, write_plan(tmp_path / "plan", normen=[_CRITERION | {"vergelijking": written}]))
    with open_intake(empty, read_only=True) as intake:
        assert rows(intake, "SELECT comparator FROM criterion") == [(meant,)]


def test_a_new_criterion_ends_the_open_one_before_it(empty: Settings, tmp_path: Path) -> None:
    normen = [_CRITERION, _CRITERION | {"geldig_van": "2025-01-01", "waarde": "12"}]
    taken_in(empty, write_plan(tmp_path / "plan", normen=normen))
    with open_intake(empty, read_only=True) as intake:
        assert rows(intake, "SELECT valid_from, valid_to FROM criterion ORDER BY 1") == [
            (date(2024, 1, 1), date(2024, 12, 31)),
            (date(2025, 1, 1), None),
        ]
