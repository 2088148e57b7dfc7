"""The real CBS files, with the check values that CBS publishes."""

from pathlib import Path

import pytest

from data.importing.outcome import State
from data.store import open_intake, rows
from settings import Settings
from tests.installation import PROJECT
from tests.integration.importing.deliveries import PLAN, sentences, taken_in, write_plan
from tests.integration.importing.workbooks import write_workbook

_SAMPLES = PROJECT / "data" / "samples" / "statline"
_RATES = _SAMPLES / "85098NED_indicatoren_jeugdzorg_gemeenten_2022.csv"
_ALMERE = _SAMPLES / "almere_kerncijfers_2018_2025.csv"
_MEASURES = {
    "jeugdhulp": ("85098NED", "Jongeren met jeugdhulp in natura"),
    "verblijf": ("85098NED", "Jongeren met jeugdh. met verbl. in nat."),
    "bescherming": ("85098NED", "Jongeren met jeugdbescherming"),
    "bescherming_verblijf": ("85098NED", "Jeugdbesch. en jeugdh. met verbl. in nat"),
    "reclassering": ("85098NED", "Jongeren met jeugdreclassering"),
    "jongeren": ("85984NED", "JongerenMetJeugdzorgInNatura"),
    "wmo": ("85984NED", "Wmo-cliënten"),
}


def _with_measures(folder: Path, **measures: tuple[str, str]) -> Path:
    chosen = measures or _MEASURES
    percent = [
        code for code, (table, _) in chosen.items() if table == "85098NED" or code.startswith("aandeel")
    ]
    population = PLAN["indicatoren"][2]
    indicators = [
        population | {"code": code, "eenheid": "procent" if code in percent else "aantal"} for code in chosen
    ]
    return write_plan(
        folder,
        indicatoren=[PLAN["indicatoren"][0], *indicators],
        statline=[
            {
                "tabel": table,
                "maat": measure,
                "indicator": code,
                "regio": "Haarlemmermeer",
                "vergelijk": "Nederland|GM0034",
            }
            for code, (table, measure) in chosen.items()
        ],
    )


@pytest.fixture
def measured(empty: Settings, tmp_path: Path) -> Settings:
    assert sentences(taken_in(empty, _with_measures(tmp_path / "plan"))) == []
    return empty


def _figures(settings: Settings, region: str, period: str) -> dict[str, float]:
    with open_intake(settings, read_only=True) as intake:
        found = rows(
            intake,
            "SELECT indicator, value FROM aggregate WHERE municipality = $region AND period = $period",
            {"region": region, "period": period},
        )
    return {str(code): float(str(value)) for code, value in found}


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("NL00", (13.2, 8.8, 1.2, 46.3, 0.3)),
        ("GM0394", (13.1, 7.3, 0.5, 50.6, 0.2)),
        ("GM0335", (9.2, 5.3, 0.9, 30.8, None)),
        ("GM0589", (9.5, 6.3, 0.7, None, None)),
        ("GM0736", (9.5, 6.3, 0.9, 41.3, None)),
        ("GM1904", (12.1, 8.0, 0.8, 42.6, 0.2)),
        ("GM0632", (11.4, 6.1, 1.1, 42.6, 0.1)),
    ],
)
def test_the_rates_of_2022_are_those_of_cbs(
    measured: Settings, region: str, expected: tuple[float | None, ...]
) -> None:
    assert taken_in(measured, _RATES)[0].state is State.ACCEPTED
    codes = ("jeugdhulp", "verblijf", "bescherming", "bescherming_verblijf", "reclassering")
    known = {code: value for code, value in zip(codes, expected, strict=True) if value is not None}
    assert _figures(measured, region, "2022") == known


def test_figures_with_an_asterisk_are_provisional_and_credited(measured: Settings) -> None:
    taken_in(measured, _RATES)
    with open_intake(measured, read_only=True) as intake:
        assert rows(intake, "SELECT DISTINCT status, source, partner FROM aggregate") == [
            ("voorlopig", "Bron: CBS, StatLine 85098NED", None)
        ]


def test_labels_of_municipalities_lead_to_their_codes(measured: Settings) -> None:
    taken_in(measured, _RATES)
    traps = {"GM0518": 12.8, "GM0344": 11.8, "GM0014": 14.1}  # 's-Gravenhage, Utrecht, Groningen '(gemeente)'
    assert {code for code in traps if _figures(measured, code, "2022")} == traps.keys()
    assert _figures(measured, "GM0893", "2022")["jeugdhulp"] == 14.0  # Bergen (L.)
    assert _figures(measured, "GM0373", "2022")["jeugdhulp"] == 12.7  # Bergen (NH.)


def test_almere_is_one_series_although_its_columns_change_name(measured: Settings) -> None:
    assert taken_in(measured, _ALMERE)[0].state is State.ACCEPTED
    found = [_figures(measured, "GM0034", str(year)) for year in range(2018, 2026)]
    assert [each.get("jongeren") for each in found] == [5805, 5885, 5960, 6585, 6680, 7160, 7400, None]
    assert [each.get("wmo") for each in found] == [10820, 11440, 11980, 12045, 11940, 9375, 9515, None]


def test_the_table_is_known_by_its_measures_and_not_by_its_name(measured: Settings, tmp_path: Path) -> None:
    renamed = tmp_path / "export.csv"
    renamed.write_bytes(_RATES.read_bytes())
    taken_in(measured, renamed)
    assert _figures(measured, "GM0394", "2022")["jeugdhulp"] == 13.1


def test_a_percentage_without_its_decimal_comma_is_refused(empty: Settings, tmp_path: Path) -> None:
    plan = _with_measures(tmp_path / "plan", aandeel=("85984NED", "PercentageJongerenMetJeugdzorg"))
    outcomes = taken_in(empty, plan, _ALMERE)
    assert outcomes[1].state is State.REFUSED
    assert [finding.what for finding in outcomes[1].findings] == [
        "is een percentage boven 100: de decimale komma is bij het opslaan verdwenen"
    ]


def test_a_table_that_feeds_no_indicator_is_refused(planned: Settings) -> None:
    assert sentences(taken_in(planned, _RATES)) == [
        (
            "rij 1: geen enkele kolom is een maat uit statline in het plan. "
            "Voeg aan het plan toe welke maat van deze tabel welke indicator voedt."
        )
    ]


def test_a_new_plan_reads_the_kept_tables_again(empty: Settings, tmp_path: Path) -> None:
    first = _with_measures(tmp_path / "first", jeugdhulp=_MEASURES["jeugdhulp"])
    taken_in(empty, first, _RATES)
    taken_in(empty, _with_measures(tmp_path / "second", verblijf=_MEASURES["verblijf"]))
    assert _figures(empty, "GM0394", "2022") == {"verblijf": 7.3}


_CHOOSE = (
    "Kies in StatLine van elke andere uitsplitsing alleen het totaal, of zet in statline in het plan bij "
    "keuze welke rijen gelden: kolom=waarde."
)
_WEB = '"Regio\'s";"Perioden";"Jongeren met jeugdhulp in natura (%)"\n'
_CASES = {
    "rewritten by R": (
        "Regio.s;Perioden;Jongeren.met.jeugdhulp.in.natura\nHaarlemmermeer;2022;NA\n",
        (
            "rij 1: de kolomkoppen zijn herschreven door R (punten in plaats van spaties). "
            "Lever het bestand zoals het van StatLine kwam."
        ),
    ),
    "filled in by R": (
        _WEB + "Haarlemmermeer;2022;NA\n",
        (
            "rij 2, kolom Jongeren met jeugdhulp in natura: is ingevuld door R (NA). "
            "Lever het bestand zoals het van StatLine kwam."
        ),
    ),
    "no period": (
        _WEB + "Haarlemmermeer;vorig jaar;13,1\n",
        (
            "rij 2, kolom Jongeren met jeugdhulp in natura: heeft een onbekende periode. Lever de "
            "oorspronkelijke export."
        ),
    ),
    "no number": (
        _WEB + "Haarlemmermeer;2022;veel\n",
        "rij 2, kolom Jongeren met jeugdhulp in natura: is geen getal. Lever de oorspronkelijke export.",
    ),
    "two figures of one region": (
        _WEB + "Haarlemmermeer;2022;13,1\nHaarlemmermeer;2022;12,0\n",
        (
            "rijen 2 en 3, kolom Jongeren met jeugdhulp in natura: heeft voor dezelfde regio en periode "
            "meer dan één "
            f"cijfer. {_CHOOSE}"
        ),
    ),
    "nothing filled in": (
        _WEB + "Haarlemmermeer;2022;.\n",
        "alle gevraagde cellen zijn leeg. Kies in StatLine regio's en jaren met cijfers.",
    ),
}


@pytest.mark.parametrize("case", _CASES)
def test_a_spoiled_statline_table_is_refused(measured: Settings, tmp_path: Path, case: str) -> None:
    content, expected = _CASES[case]
    path = tmp_path / "statline.csv"
    path.write_text(content, encoding="utf-8-sig")
    assert sentences(taken_in(measured, path)) == [expected]


@pytest.mark.parametrize(
    ("label", "period", "status"),
    [
        ("2022", "2022", "definitief"),
        ("2022**", "2022", "voorlopig"),
        ("2022JJ00", "2022", "definitief"),
        ("2022KW03", "2022-Q3", "definitief"),
        ("2022MM07", "2022-07", "definitief"),
        ("2022HJ02", "2022-H2", "definitief"),
        ("1e halfjaar 2022**", "2022-H1", "voorlopig"),
        ("2022 3e kwartaal*", "2022-Q3", "voorlopig"),
        ("2022 mei", "2022-05", "definitief"),
        ("1-1-2022", "2022", "definitief"),
    ],
)
def test_every_notation_of_a_period_is_read(
    measured: Settings, tmp_path: Path, label: str, period: str, status: str
) -> None:
    path = tmp_path / "statline.csv"
    path.write_text(f"{_WEB}Haarlemmermeer;{label};13,1\n", encoding="utf-8-sig")
    assert sentences(taken_in(measured, path)) == []
    with open_intake(measured, read_only=True) as intake:
        assert rows(intake, "SELECT period, status FROM aggregate") == [(period, status)]


_KEPT = PROJECT / "tests" / "integration" / "importing" / "statline"
_UNTYPED = _KEPT / "jeugdzorg_gemeenten_2022_untyped.csv"
_JOINED = _KEPT / "kwb_gemeente_2021_2022_cut.csv"
_USE = {
    "jongeren": ("85099NED", "TotaalJongerenMetJeugdzorgInNatura"),
    "trajecten": ("85099NED", "TotaalTrajectenInNatura"),
    "zonder_verwijzer": ("85099NED", "GeenVerwijzer"),
    "rechter": ("85099NED", "RechterOfficierVanJustitie"),
}
_YOUTHS = {
    "GM0394": ((4470, 6130), (4470, 6150)),
    "GM0335": ((290, 400), (290, 405)),
    "GM0589": ((220, 315), (195, 265)),
    "GM0736": ((845, 1215), (850, 1180)),
    "GM1904": ((1545, 2270), (1670, 3485)),
    "GM0632": ((1335, 1930), (1345, 1950)),
}


def _installed_with(settings: Settings, folder: Path, **measures: tuple[str, str]) -> Settings:
    assert sentences(taken_in(settings, _with_measures(folder / "plan", **measures))) == []
    return settings


def test_untyped_cells_with_padding_and_dots_are_those_of_cbs(empty: Settings, tmp_path: Path) -> None:
    settings = _installed_with(empty, tmp_path, **_USE)
    assert taken_in(settings, _UNTYPED)[0].state is State.ACCEPTED
    for region, (_, (youths, trajectories)) in _YOUTHS.items():
        found = _figures(settings, region, "2022")
        assert (found["jongeren"], found["trajecten"]) == (youths, trajectories)
    assert _figures(settings, "NL00", "2022")["jongeren"] == 461_985
    assert "rechter" not in _figures(settings, "GM0394", "2022")  # a dot: unknown or secret


def test_municipalities_and_districts_joined_over_two_years_are_read_by_their_counts(
    empty: Settings, tmp_path: Path
) -> None:
    settings = _installed_with(empty, tmp_path, **_USE, wmo=("85984NED", "a_wmo_t"))
    assert sentences(taken_in(settings, _JOINED)) == []
    for region, years in _YOUTHS.items():
        for year, (youths, trajectories) in zip(("2021", "2022"), years, strict=True):
            found = _figures(settings, region, year)
            assert (found["jongeren"], found["trajecten"]) == (youths, trajectories)
    assert [_figures(settings, "GM1904", year)["zonder_verwijzer"] for year in ("2021", "2022")] == [90, 715]


def test_a_joined_table_also_gives_its_other_half(empty: Settings, tmp_path: Path) -> None:
    settings = _installed_with(empty, tmp_path, wmo=("85984NED", "a_wmo_t"))
    taken_in(settings, _JOINED)
    assert _figures(settings, "GM1904", "2021") == {"wmo": 3390}
    assert _figures(settings, "GM1904", "2022") == {}


def test_an_export_of_before_with_a_title_and_a_line_of_units_is_read(
    empty: Settings, tmp_path: Path
) -> None:
    measures = {
        "ontvangers": ("83487NED", "Aantal inkomensontvangers"),
        "inkomen": ("83487NED", "Inkomen|Inkomen van personen|Gemiddeld inkomen per inwoner"),
    }
    settings = _installed_with(empty, tmp_path, **measures)
    assert sentences(taken_in(settings, _KEPT / "old_preamble_2015.csv")) == []
    assert _figures(settings, "Driemond", "2015") == {"ontvangers": 1200, "inkomen": 24.7}


def test_rows_that_are_one_quoted_field_are_refused(planned: Settings) -> None:
    assert sentences(taken_in(planned, _KEPT / "reject_doubled_quotes.csv")) == [
        (
            "rij 1: elke rij staat als één veld tussen aanhalingstekens. "
            "Het bestand is na het exporteren opnieuw opgeslagen; lever de oorspronkelijke export."
        )
    ]


def _observations(folder: Path, *lines: str) -> Path:
    """A table in the long form, with the codes of its measures and periods beside it."""
    folder.mkdir()
    (folder / "MeasureCodes.csv").write_text(
        "Identifier;Index;Title;Description;Unit\n"
        'M001_1;1;Jongeren met jeugdhulp in natura;"Aantal\n(in %)";%\n'
        "M002;2;Jongeren met jeugdbescherming;;%\n"
    )
    (folder / "PeriodenCodes.csv").write_text(
        "Identifier;Title;Status\n2021JJ00;2021;Definitief\n2022JJ00;2022;Voorlopig\n"
    )
    (folder / "RegioSCodes.csv").write_text("Identifier;Title\nGM0394;Haarlemmermeer\n")
    header = "Id;Measure;Geslacht;RegioS;Perioden;Value;StringValue;ValueAttribute"
    (folder / "Observations.csv").write_text("\n".join([header, *lines, ""]))
    return folder


_LINES = (
    "0;M001_1;T001038;GM0394;2021JJ00;12,9;;None",
    "1;M001_1;T001038;GM0394;2022JJ00;13,1;;None",
    "2;M001_1;3000   ;GM0394;2022JJ00;14,2;;None",
    "3;M002;T001038;GM0394;2022JJ00;0,5;;None",
    "4;M002;T001038;GM0034;2022JJ00;;;Impossible",
)


def test_long_observations_are_read_with_the_codes_beside_them(measured: Settings, tmp_path: Path) -> None:
    outcomes = taken_in(measured, _observations(tmp_path / "odata4_85098NED", *_LINES))
    assert sentences(outcomes) == []
    assert [outcome.name for outcome in outcomes] == ["map odata4_85098NED"]
    assert _figures(measured, "GM0394", "2021") == {"jeugdhulp": 12.9}
    assert _figures(measured, "GM0394", "2022") == {"jeugdhulp": 13.1, "bescherming": 0.5}
    with open_intake(measured, read_only=True) as intake:
        found = rows(intake, "SELECT DISTINCT period, status FROM aggregate ORDER BY 1")
    assert found == [("2021", "definitief"), ("2022", "voorlopig")]


def test_a_new_plan_reads_kept_observations_again(empty: Settings, tmp_path: Path) -> None:
    first = _with_measures(tmp_path / "first", jeugdhulp=_MEASURES["jeugdhulp"])
    folder = _observations(tmp_path / "odata4_85098NED", *_LINES)
    taken_in(empty, first, folder)
    taken_in(empty, _with_measures(tmp_path / "second", bescherming=_MEASURES["bescherming"]))
    assert _figures(empty, "GM0394", "2022") == {"bescherming": 0.5}
    assert taken_in(empty, folder)[0].state is State.KNOWN


def test_observations_without_their_codes_are_refused(measured: Settings, tmp_path: Path) -> None:
    folder = _observations(tmp_path / "odata4", *_LINES)
    (folder / "MeasureCodes.csv").unlink()
    assert sentences(taken_in(measured, folder)) == [
        (
            "bij Observations.csv ontbreekt MeasureCodes.csv. "
            "Lever de hele map, zoals CBS haar geeft, met de bestanden van codes erbij."
        )
    ]


def test_observations_of_more_than_a_region_and_a_period_are_refused(empty: Settings, tmp_path: Path) -> None:
    settings = _installed_with(empty, tmp_path, huishoudens=("85678NED", "Particuliere huishoudens"))
    found = sentences(taken_in(settings, _KEPT / "odata4_85678NED"))
    assert len(found) == 1
    assert found[0].endswith(
        f"kolom Particuliere huishoudens: heeft voor dezelfde regio en periode meer dan één cijfer. {_CHOOSE}"
    )


def _chosen(folder: Path, selection: str) -> Path:
    """A plan that takes the households of table 85678NED, and that selection of its rows."""
    plan = _with_measures(folder, huishoudens=("85678NED", "Particuliere huishoudens"))
    lines = (plan / "statline.csv").read_text("utf-8").splitlines()
    (plan / "statline.csv").write_text(f"{lines[0]};keuze\n{lines[1]};{selection}\n", "utf-8")
    return plan


def test_the_plan_chooses_among_what_observations_split_by(empty: Settings, tmp_path: Path) -> None:
    rows_of_a_low_income = (
        "KenmerkenVanHuishoudens=1050010 | InkomensgrensHuishouden=1050290|duurinkomenspositie=A028721"
    )
    plan = _chosen(tmp_path / "plan", rows_of_a_low_income)
    assert sentences(taken_in(empty, plan, _KEPT / "odata4_85678NED")) == []
    assert _figures(empty, "NL00", "2011") == {"huishoudens": 481.8}
    assert _figures(empty, "NL00", "2012") == {"huishoudens": 562.3}
    with open_intake(empty, read_only=True) as intake:
        found = rows(intake, "SELECT count(*), count(DISTINCT period) FROM aggregate")
    assert found == [(13, 13)]


def test_a_choice_of_a_column_that_is_not_there_is_told(empty: Settings, tmp_path: Path) -> None:
    plan = _chosen(tmp_path / "plan", "Geslacht=T001038")
    assert sentences(taken_in(empty, plan, _KEPT / "odata4_85678NED")) == [
        (
            "rij 1: de keuze van huishoudens noemt een kolom die er niet is: 'Geslacht'. "
            "Verbeter keuze in statline in het plan: kolom=waarde, met de kolomkop van deze tabel."
        )
    ]


def test_a_choice_that_is_none_is_refused_with_the_plan(empty: Settings, tmp_path: Path) -> None:
    assert sentences(taken_in(empty, _chosen(tmp_path / "plan", "alleen de vrouwen"))) == [
        (
            "rij 2, kolom keuze: is geen keuze ('alleen de vrouwen'). "
            "Schrijf kolom=waarde, met | tussen twee keuzes: Geslacht=T001038|Leeftijd=10000."
        )
    ]


def test_the_plan_also_chooses_among_the_rows_of_a_table_from_the_web(
    empty: Settings, tmp_path: Path
) -> None:
    plan = _with_measures(tmp_path / "plan", jeugdhulp=_MEASURES["jeugdhulp"])
    lines = (plan / "statline.csv").read_text("utf-8").splitlines()
    (plan / "statline.csv").write_text(f"{lines[0]};keuze\n{lines[1]};Geslacht=Meisjes\n", "utf-8")
    path = tmp_path / "statline.csv"
    path.write_text(
        '"Regio\'s";"Perioden";"Geslacht";"Jongeren met jeugdhulp in natura (%)"\n'
        "Haarlemmermeer;2022;Jongens;14,0\nHaarlemmermeer;2022;Meisjes;12,2\n",
        encoding="utf-8-sig",
    )
    assert sentences(taken_in(empty, plan, path)) == []
    assert _figures(empty, "GM0394", "2022") == {"jeugdhulp": 12.2}


def test_a_statline_table_saved_as_a_workbook_is_read_alike(measured: Settings, tmp_path: Path) -> None:
    header = {"Regio's": "Haarlemmermeer", "Perioden": 2022, "Jongeren met jeugdhulp in natura (%)": 13.1}
    assert sentences(taken_in(measured, write_workbook(tmp_path / "statline.xlsx", Blad1=[header]))) == []
    assert _figures(measured, "GM0394", "2022") == {"jeugdhulp": 13.1}


def test_a_registration_jump_in_the_figures_of_cbs_is_told(empty: Settings, tmp_path: Path) -> None:
    plan = _with_measures(tmp_path / "plan", **_USE)
    measures = plan / "statline.csv"
    measures.write_text(measures.read_text("utf-8").replace("Haarlemmermeer", "Stichtse Vecht"), "utf-8")
    outcomes = taken_in(empty, plan, _JOINED)
    assert outcomes[1].state is State.ACCEPTED
    assert sentences(outcomes) == [
        (
            "zonder_verwijzer springt (GM1904: van 90 in 2021 naar 715 in 2022). "
            "Klopt dit, of is de registratie veranderd? Leg een trendbreuk dan vast in het plan."
        )
    ]
