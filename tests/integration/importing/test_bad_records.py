"""Every way in which records can be wrong, and the one sentence that says so."""

from pathlib import Path

import pytest

from data.importing.outcome import State
from settings import Settings
from tests.integration.importing.deliveries import (
    Row,
    as_csv,
    record,
    records,
    sentences,
    taken_in,
    write_rows,
)

_DATE = "Schrijf de datum als 2025-06-30 of 30-6-2025."
_IDENTIFIER = "Vervang het door een eigen, betekenisloos nummer of laat het weg."
_LISTED = "Neem een code van de landelijke lijst, of voeg hem toe aan codelijsten in het plan."
_IN_PLAN = "Gebruik een code uit {}, of voeg hem daar toe; let op hoofdletters."
_TURNED = (
    "is door het rekenprogramma in een datum veranderd ({}). "
    "Maak de kolom eerst op als tekst en vul de code dan opnieuw in."
)
_ENDED = {"einddatum": "2025-03-01"}

_UNSEEN = "Verwijder het: typ de tekst opnieuw, of plak haar als platte tekst."
_CASES: dict[str, tuple[Row, str]] = {
    "end before start": (
        {"einddatum": "2025-01-01"},
        "kolom einddatum: ligt vóór de begindatum ('2025-01-01'). Verbeter de begindatum of de einddatum.",
    ),
    "begin after the period": (
        {"begindatum": "2025-07-01"},
        (
            "kolom begindatum: ligt na de leverperiode ('2025-07-01'). "
            "Lever dit traject in de periode waarin het begint, of verbeter de datum."
        ),
    ),
    "end long before the period": (
        {"begindatum": "2024-01-01", "einddatum": "2024-06-30"},
        (
            "kolom einddatum: ligt meer dan een halfjaar vóór de leverperiode ('2024-06-30'). "
            "Lever dit traject bij de periode waarin het eindigde, of verbeter de datum."
        ),
    ),
    "impossible date": (
        {"begindatum": "30-2-2025"},
        f"kolom begindatum: is geen bestaande datum ('30-2-2025'). {_DATE}",
    ),
    "date with slashes": (
        {"begindatum": "2025/02/03"},
        f"kolom begindatum: is geen bestaande datum ('2025/02/03'). {_DATE}",
    ),
    "short year": (
        {"begindatum": "3-2-25"},
        f"kolom begindatum: is geen bestaande datum ('3-2-25'). {_DATE}",
    ),
    "date with a time": (
        {"begindatum": "14-2-2025 00:00:00"},
        (
            "kolom begindatum: is een datum met een tijd ('14-2-2025 00:00:00'). Schrijf alleen de dag: "
            "2025-06-30."
        ),
    ),
    "impossible year": (
        {"begindatum": "0205-02-03"},
        (
            "kolom begindatum: heeft een onmogelijk jaartal ('0205-02-03'). "
            "Schrijf het jaar met vier cijfers, zoals 2025."
        ),
    ),
    "no half-year": (
        {"leverperiode": "2025-Q1"},
        "kolom leverperiode: is geen halfjaar ('2025-Q1'). Schrijf het als 2025-H1 of 2025-H2.",
    ),
    "reason without code list": (
        {**_ENDED, "reden_beeindiging": "01"},
        (
            "kolom reden_beeindiging: heeft geen codelijst, zodat niet is te zien wat de code betekent "
            "('01'). Vul bij codelijst bij, ijw of iwmo in."
        ),
    ),
    "code list of the other domain": (
        {**_ENDED, "domein": "wmo", "codelijst": "ijw", "reden_beeindiging": "31"},
        (
            "kolom codelijst: past niet bij het domein ('ijw'). "
            "Gebruik bij jeugd de lijst bij of ijw, en bij wmo de lijst iwmo: code 31 betekent in elk "
            "iets anders."
        ),
    ),
    "reason of another list": (
        {**_ENDED, "codelijst": "bij", "reden_beeindiging": "31"},
        (
            "kolom reden_beeindiging: bestaat niet in de opgegeven codelijst ('bij 31'). "
            "Kies een code van die lijst, of verbeter de codelijst."
        ),
    ),
    "unknown reason": (
        {**_ENDED, "codelijst": "bij", "reden_beeindiging": "88"},
        f"kolom reden_beeindiging: is geen bekende code ('88'). {_LISTED}",
    ),
    "unknown domain": (
        {"domein": "zorg"},
        "kolom domein: is geen bekende code ('zorg'). Kies uit jeugd en wmo.",
    ),
    "unknown partner": (
        {"partner": "P99"},
        f"kolom partner: staat niet in het plan ('P99'). {_IN_PLAN.format('partners')}",
    ),
    "unknown care form": (
        {"hulpvorm": "99"},
        f"kolom hulpvorm: is geen bekende code ('99'). {_LISTED}",
    ),
    "care form of the other domain": (
        {"hulpvorm": "15"},
        (
            "kolom hulpvorm: bestaat niet in dit domein ('15'). "
            "Kies een code die in dit domein geldt (jeugd en wmo hebben elk hun eigen lijst)."
        ),
    ),
    "referrer of the other domain": (
        {"domein": "wmo", "verwijzer": "08"},
        (
            "kolom verwijzer: bestaat niet in dit domein ('08'). "
            "Kies een code die in dit domein geldt (jeugd en wmo hebben elk hun eigen lijst)."
        ),
    ),
    "unknown instrument": (
        {"instrument": "XYZ"},
        f"kolom instrument: staat niet in het plan ('XYZ'). {_IN_PLAN.format('instrumenten')}",
    ),
    "unknown evaluator": (
        {"evaluator": "P77"},
        f"kolom evaluator: staat niet in het plan ('P77'). {_IN_PLAN.format('partners')}",
    ),
    "age group that is a date": (
        {"leeftijdsgroep": "4-nov"},
        "kolom leeftijdsgroep: " + _TURNED.format("'4-nov'"),
    ),
    "age group that is a year": (
        {"leeftijdsgroep": "12"},
        (
            "kolom leeftijdsgroep: is geen bekende code ('12'). "
            "Kies uit 0-3, 4-11, 12-15, 16-17, 18-22, 23-27, 28-64 en 65+."
        ),
    ),
    "satisfaction beyond its scale": (
        {"tevredenheid": "11", "tevredenheid_schaal": "1-10"},
        "kolom tevredenheid: ligt buiten de schaal ('11 op 1-10'). Verbeter het oordeel of de schaal.",
    ),
    "satisfaction without scale": (
        {"tevredenheid": "8"},
        (
            "kolom tevredenheid_schaal: is leeg terwijl tevredenheid is ingevuld. "
            "Vul de schaal in, zoals 1-10; cijfers op verschillende schalen zijn niet te vergelijken."
        ),
    ),
    "scale that is a date": (
        {"tevredenheid": "8", "tevredenheid_schaal": "10-jan"},
        "kolom tevredenheid_schaal: " + _TURNED.format("'10-jan'"),
    ),
    "scale upside down": (
        {"tevredenheid_schaal": "10-1"},
        (
            "kolom tevredenheid_schaal: is geen schaal ('10-1'). Schrijf de laagste en de hoogste score, "
            "zoals 1-10."
        ),
    ),
    "more goals reached than set": (
        {"doelen_gesteld": "1", "doelen_behaald": "2"},
        "kolom doelen_behaald: is meer dan doelen_gesteld ('2'). Verbeter een van beide aantallen.",
    ),
    "goals reached of nothing": (
        {"doelen_behaald": "2"},
        (
            "kolom doelen_gesteld: is leeg terwijl doelen_behaald is ingevuld. Vul in hoeveel doelen er "
            "zijn gesteld."
        ),
    ),
    "half a goal": (
        {"doelen_gesteld": "2,5"},
        (
            "kolom doelen_gesteld: is geen geheel getal ('2,5'). Schrijf alleen cijfers, zonder eenheid "
            "of decimalen."
        ),
    ),
    "too many goals": (
        {"doelen_gesteld": "100"},
        "kolom doelen_gesteld: is hoger dan 99 ('100'). Vul 99 of minder in.",
    ),
    "GAS beyond its scale": (
        {"gas": "0|3"},
        (
            "kolom gas: zijn geen GAS-scores ('0|3'). Schrijf hele scores van -2 tot 2, gescheiden door "
            "|, zoals 0|1|-1."
        ),
    ),
    "score without instrument": (
        {"score_begin": "10"},
        "kolom instrument: is leeg terwijl er een score is. Vul in met welk instrument is gemeten.",
    ),
    "score only at the end": (
        {"score_eind": "10", "instrument": "SDQ"},
        (
            "kolom score_begin: is leeg terwijl er een score bij het einde is. "
            "Vul ook de score bij het begin in; zonder is geen verandering te zien."
        ),
    ),
    "unknown answer": (
        {"zonder_hulp_verder": "misschien"},
        "kolom zonder_hulp_verder: is geen bekende code ('misschien'). Kies uit ja, deels, nee en onbekend.",
    ),
    "number with a unit": (
        {"uren_toegewezen": "60 uur"},
        (
            "kolom uren_toegewezen: is geen getal ('60 uur'). "
            "Schrijf alleen cijfers met één decimaalteken, zonder eenheid."
        ),
    ),
    "negative hours": (
        {"uren_geleverd": "-5"},
        "kolom uren_geleverd: is lager dan 0 ('-5'). Vul 0 of meer in.",
    ),
    "scientific number": (
        {"uren_geleverd": "1e3"},
        (
            "kolom uren_geleverd: is geen getal ('1e3'). Schrijf alleen cijfers met één decimaalteken, "
            "zonder eenheid."
        ),
    ),
    "thousand or decimals": (
        {"uren_geleverd": "1.234"},
        (
            "kolom uren_geleverd: kan een duizendtal zijn of een getal met drie decimalen ('1.234'). "
            "Laat het teken voor duizendtallen weg, of schrijf decimalen met een komma en zonder laatste nul."
        ),
    ),
    "empty client": (
        {"client": ""},
        "kolom client: is leeg, en is verplicht. Vul een waarde in.",
    ),
    "client of nine digits": (
        {"client": "123456782"},
        f"kolom client: bestaat uit 8 of 9 cijfers en kan een BSN zijn. {_IDENTIFIER}",
    ),
    "client of eight digits in groups": (
        {"client": "12.34.56.78"},
        f"kolom client: bestaat uit 8 of 9 cijfers en kan een BSN zijn. {_IDENTIFIER}",
    ),
    "trajectory of nine digits": (
        {"traject": "123 456 782"},
        f"kolom traject: bestaat uit 8 of 9 cijfers en kan een BSN zijn. {_IDENTIFIER}",
    ),
    **{
        f"client of nine digits as {written}": (
            {"client": written},
            f"kolom client: bestaat uit 8 of 9 cijfers en kan een BSN zijn. {_IDENTIFIER}",
        )
        for written in (
            "123456782,00",
            "1234/56782",
            "123\u00a0456\u00a0782",
            "１２３４５６７８２",
            "BSN 123456782",
            "bsn:123456782",
        )
    },
    "half-year to come": (
        {"leverperiode": "2052-H1", "begindatum": "2052-02-14"},
        "kolom leverperiode: is nog niet begonnen ('2052-H1'). Verbeter het halfjaar.",
    ),
    "client that is a birth date": (
        {"client": "12-03-2009"},
        f"kolom client: is een datum en kan een geboortedatum zijn. {_IDENTIFIER}",
    ),
    "client that is a postcode": (
        {"client": "2131 HB"},
        f"kolom client: bevat een volledige postcode. {_IDENTIFIER}",
    ),
    "client that is an address": (
        {"client": "iemand@voorbeeld.example"},
        f"kolom client: bevat een e-mailadres. {_IDENTIFIER}",
    ),
    **{
        f"client that is the telephone number {written}": (
            {"client": written},
            f"kolom client: kan een telefoonnummer zijn. {_IDENTIFIER}",
        )
        for written in (
            "0612345678",
            "06-12 34 56 78",
            "tel. 023-5678901",
            "(0299) 123456",
            "+31 (0)6 12345678",
            "0031612345678",
            "+32475123456",
        )
    },
    **{
        f"trajectory that is the name {written}": (
            {"traject": written},
            f"kolom traject: kan de naam van een persoon zijn. {_IDENTIFIER}",
        )
        for written in ("Voornaam Achternaam", "V. Achternaam", "ACHTERNAAM, V", "Ånne-Ève van 't Dorp")
    },
    "telephone number in free text": (
        {"informant": "moeder, 06-12345678"},
        f"kolom informant: kan een telefoonnummer zijn. {_IDENTIFIER}",
    ),
    "telephone number in a coded column": (
        {"verwijzer": "(023) 567 89 01"},
        f"kolom verwijzer: is geen bekende code ((afgeschermd)). {_LISTED}",
    ),
    "client rounded by a spreadsheet": (
        {"client": "1,23457E+08"},
        (
            "kolom client: is door het rekenprogramma afgerond tot een macht van tien. "
            "Maak de kolom eerst op als tekst en exporteer opnieuw."
        ),
    ),
    **{
        f"birth date in free text as {written}": (
            {"informant": written},
            f"kolom informant: bevat een geboortedatum. {_IDENTIFIER}",
        )
        for written in (
            "moeder (geb. 12-03-2009)",
            "Geboren op 12 maart 2009",
            "geboortedatum: 2009-03-12",
            "kind, geb.dat. 12.3.09",
            "*1-2-2011",
        )
    },
    "client with a birth date": (
        {"client": "geb12-03-2009"},
        f"kolom client: bevat een geboortedatum. {_IDENTIFIER}",
    ),
    "address in free text": (
        {"informant": "ouder, iemand@voorbeeld.example"},
        f"kolom informant: bevat een e-mailadres. {_IDENTIFIER}",
    ),
    "postcode in free text": (
        {"informant": "ouder uit 2131 HB Hoofddorp"},
        f"kolom informant: bevat een volledige postcode. {_IDENTIFIER}",
    ),
    "text that runs backwards": (
        {"informant": "ouder \u202egnim\u202c"},
        f"kolom informant: bevat een onzichtbaar teken dat tekst stuurt ('ouder �gnim�'). {_UNSEEN}",
    ),
    "a number that only looks the same": (
        {"traject": "T-\u200b1"},
        f"kolom traject: bevat een onzichtbaar teken dat tekst stuurt. {_UNSEEN}",
    ),
    "a code for a screen": (
        {"informant": "ouder\x9b2J"},
        f"kolom informant: bevat een onzichtbaar teken dat tekst stuurt ('ouder�2J'). {_UNSEEN}",
    ),
    "formula": (
        {"informant": "=1+2"},
        (
            "kolom informant: begint als een formule ('=1+2'). Vervang de formule door de waarde, zonder "
            "=, @ of + ervoor."
        ),
    ),
    "command": (
        {"informant": "+cmd|'/C calc'!A0"},
        (
            "kolom informant: begint als een formule ('+cmd|'/C calc'!A0'). "
            "Vervang de formule door de waarde, zonder =, @ of + ervoor."
        ),
    ),
    "formula as client": (
        {"client": "=A1"},
        "kolom client: begint als een formule. Vervang de formule door de waarde, zonder =, @ of + ervoor.",
    ),
    "identifier in a coded column": (
        {"leeftijdsgroep": "123456782"},
        (
            "kolom leeftijdsgroep: is geen bekende code ((afgeschermd)). "
            "Kies uit 0-3, 4-11, 12-15, 16-17, 18-22, 23-27, 28-64 en 65+."
        ),
    ),
}


@pytest.mark.parametrize("case", _CASES)
def test_a_bad_record_is_refused_with_one_clear_finding(planned: Settings, tmp_path: Path, case: str) -> None:
    changes, expected = _CASES[case]
    path = write_rows(tmp_path / "trajecten.csv", [record(), {**record(traject="T-2"), **changes}])
    outcomes = taken_in(planned, path)
    assert sentences(outcomes) == [f"rij 3, {expected}"]
    assert outcomes[0].state is State.REFUSED


@pytest.mark.parametrize("case", _CASES)
def test_a_large_file_is_checked_as_strictly_as_a_small_one(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """Large files are checked per distinct value; here every file counts as large."""
    monkeypatch.setattr("data.importing.prepared.FEW_ROWS", 0)
    monkeypatch.setattr("data.importing.examination.FEW_ROWS", 0)
    changes, expected = _CASES[case]
    path = write_rows(tmp_path / "trajecten.csv", [record(), {**record(traject="T-2"), **changes}])
    assert sentences(taken_in(planned, path)) == [f"rij 3, {expected}"]


@pytest.mark.parametrize("few", [20_000, 0])
@pytest.mark.parametrize(
    "honest",
    ["C-00456", "1001", "0000012345", "10123456789", "3f2504e0-4f89-11d3-9a0c", "P 12", "AB CD", "Cliënt A"],
)
def test_an_honest_pseudonym_is_not_taken_for_a_person(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, honest: str, few: int
) -> None:
    monkeypatch.setattr("data.importing.examination.FEW_ROWS", few)
    path = write_rows(tmp_path / "trajecten.csv", [record(client=honest, traject=honest)])
    assert sentences(taken_in(planned, path)) == []


def test_the_same_record_twice_is_refused(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "trajecten.csv", [record(), record(traject="T-2"), record(client="C-2")])
    assert sentences(taken_in(planned, path)) == [
        (
            "rijen 2 en 4: komt vaker voor: leverperiode, partner, domein, traject, hulpvorm zijn gelijk. "
            "Houd een van de rijen over."
        )
    ]


def test_headers_once_more_are_one_finding(planned: Settings, tmp_path: Path) -> None:
    first, second = as_csv([record()]), as_csv([record(traject="T-2", hulpvorm="99")])
    path = tmp_path / "trajecten.csv"
    path.write_text(first + second, "utf-8")
    assert sentences(taken_in(planned, path)) == [
        (
            "rij 3: hier staan de kolomkoppen nog een keer. "
            "Verwijder deze rij; staat er een andere tabel onder, lever die dan apart."
        ),
        f"rij 4, kolom hulpvorm: is geen bekende code ('99'). {_LISTED}",
    ]


def test_a_line_of_totals_is_one_finding(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "trajecten.csv", [record(), {"leverperiode": "Totaal:", "traject": "1"}])
    assert sentences(taken_in(planned, path)) == [
        "rij 3: is een regel met totalen. Verwijder deze rij; wij tellen zelf."
    ]


def test_two_care_forms_of_one_trajectory_are_two_records(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "trajecten.csv", [record(), record(hulpvorm="03")])
    assert [outcome.state for outcome in taken_in(planned, path)] == [State.ACCEPTED]


def test_repeats_are_one_finding(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "trajecten.csv", records(40, hulpvorm="99"))
    assert sentences(taken_in(planned, path)) == [
        f"rijen 2, 3, 4 en 37 andere, kolom hulpvorm: is geen bekende code ('99'). {_LISTED}"
    ]


def test_everything_wrong_is_said_at_once(planned: Settings, tmp_path: Path) -> None:
    rows = [
        record(hulpvorm="99"),
        record(traject="T-2", einddatum="2024-12-31"),
        record(traject="T-3", partner="P88", client="123456782"),
        record(traject="T-4", tevredenheid="8"),
    ]
    found = taken_in(planned, write_rows(tmp_path / "trajecten.csv", rows))[0].findings
    assert [(finding.rows, finding.column) for finding in found] == [
        ((2,), "hulpvorm"),
        ((3,), "einddatum"),
        ((4,), "partner"),
        ((4,), "client"),
        ((5,), "tevredenheid_schaal"),
    ]


def test_a_decimal_point_among_decimal_commas_is_refused(planned: Settings, tmp_path: Path) -> None:
    rows = [record(uren_geleverd="7,5"), record(traject="T-2", uren_geleverd="8.5")]
    assert sentences(taken_in(planned, write_rows(tmp_path / "trajecten.csv", rows))) == [
        (
            "rij 3, kolom uren_geleverd: heeft een decimale punt, terwijl andere rijen een decimale "
            "komma hebben ('8.5'). "
            "Gebruik in de hele kolom hetzelfde decimaalteken."
        )
    ]


def test_findings_never_show_a_client_or_trajectory(planned: Settings, tmp_path: Path) -> None:
    rows = [record(client="=geheim-1", traject="=geheim-2"), record(client="=geheim-1", traject="=geheim-2")]
    told = " ".join(sentences(taken_in(planned, write_rows(tmp_path / "trajecten.csv", rows))))
    assert "geheim" not in told


def test_records_without_a_plan_are_refused(empty: Settings, tmp_path: Path) -> None:
    assert sentences(taken_in(empty, write_rows(tmp_path / "trajecten.csv", [record()]))) == [
        (
            "er is nog geen plan, zodat niet is te zien welke partners en indicatoren er zijn. "
            "Lees eerst het plan in, of geef het in dezelfde opdracht mee."
        )
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"einddatum": "2025-08-01"},
            (
                "rij 2, kolom einddatum: ligt na de leverperiode ('2025-08-01'). "
                "Klopt dit? Anders: laat de einddatum leeg zolang de hulp loopt."
            ),
        ),
        (
            {"aanmelddatum": "2025-03-01"},
            (
                "rij 2, kolom aanmelddatum: ligt na de begindatum, zodat er geen wachttijd is te berekenen "
                "('2025-03-01'). Verbeter de datum, of laat de aanmelddatum leeg."
            ),
        ),
        (
            {"codelijst": "bij", "reden_beeindiging": "01"},
            (
                "rij 2, kolom reden_beeindiging: is ingevuld terwijl er geen einddatum is ('01'). "
                "Vul de einddatum in, of laat de reden leeg zolang de hulp loopt."
            ),
        ),
        (
            {"client": "achternaam"},
            (
                "rij 2, kolom client: bestaat alleen uit letters en kan een naam zijn. "
                "Is het een naam? Vervang die dan door een eigen, betekenisloos nummer en lever opnieuw."
            ),
        ),
    ],
)
def test_what_is_odd_but_possible_is_taken_in_with_a_warning(
    planned: Settings, tmp_path: Path, changes: Row, expected: str
) -> None:
    outcomes = taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record(**changes)]))
    assert sentences(outcomes) == [expected]
    assert outcomes[0].state is State.ACCEPTED


@pytest.mark.parametrize("text", ["ouder, gevraagd op 12-03-2025", "gebiedsteam, stand 1 mei 2025"])
def test_a_date_that_is_no_birth_date_may_stand_in_a_text(
    planned: Settings, tmp_path: Path, text: str
) -> None:
    outcomes = taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record(informant=text)]))
    assert outcomes[0].state is State.ACCEPTED
