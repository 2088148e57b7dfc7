"""Every way in which delivered figures can be wrong, and the one sentence that says so."""

from pathlib import Path

import pytest

from data.importing.outcome import State
from settings import Settings
from tests.integration.importing.deliveries import Row, figure, sentences, taken_in, write_rows

_BARE = {"teller": "", "noemer": "", "clienten": ""}
_CASES: dict[str, tuple[Row, str]] = {
    "no figure at all": (
        _BARE,
        (
            "kolom waarde: is leeg, en teller en noemer zijn dat ook. Vul de waarde in, of de teller en "
            "de noemer."
        ),
    ),
    "numerator alone": (
        {**_BARE, "teller": "3", "waarde": "15"},
        "kolom noemer: is leeg terwijl de teller is ingevuld. Vul de noemer in, of laat beide leeg.",
    ),
    "numerator above denominator": (
        {"teller": "130"},
        "kolom teller: is groter dan de noemer ('130'). Verbeter een van beide.",
    ),
    "share instead of percentage": (
        {"waarde": "0,15"},
        (
            "kolom waarde: klopt niet met teller en noemer ('0,15'). "
            "Verbeter een van de drie; schrijf 15 (niet 0,15) voor 15 procent."
        ),
    ),
    "percentage above hundred": (
        {**_BARE, "waarde": "150"},
        "kolom waarde: is geen percentage van 0 tot 100 ('150'). Schrijf 15 voor 15 procent.",
    ),
    "negative numerator": (
        {"teller": "-1"},
        "kolom teller: is lager dan 0 ('-1'). Vul 0 of meer in.",
    ),
    "half a client": (
        {"clienten": "1,5"},
        "kolom clienten: is geen geheel getal ('1,5'). Schrijf alleen cijfers, zonder eenheid of decimalen.",
    ),
    "split without value": (
        {"uitsplitsing": "hulpvorm"},
        (
            "kolom uitsplitsing_waarde: is leeg terwijl er een uitsplitsing is. Vul de waarde van de "
            "uitsplitsing in."
        ),
    ),
    "value without split": (
        {"uitsplitsing_waarde": "02"},
        (
            "kolom uitsplitsing: is leeg terwijl er een waarde van een uitsplitsing is. "
            "Vul in waarnaar is uitgesplitst, of laat beide leeg."
        ),
    ),
    "unknown split": (
        {"uitsplitsing": "kleur", "uitsplitsing_waarde": "rood"},
        (
            "kolom uitsplitsing: is geen bekende code ('kleur'). "
            "Kies uit hulpvorm, leeftijdsgroep, verwijzer, gemeente en informant."
        ),
    ),
    "unknown age group": (
        {"uitsplitsing": "leeftijdsgroep", "uitsplitsing_waarde": "4-12"},
        (
            "kolom uitsplitsing_waarde: is geen leeftijdsgroep ('4-12'). "
            "Kies uit 0-3, 4-11, 12-15, 16-17, 18-22, 23-27, 28-64, 65+."
        ),
    ),
    "unknown care form": (
        {"uitsplitsing": "hulpvorm", "uitsplitsing_waarde": "99"},
        (
            "kolom uitsplitsing_waarde: is geen bekende code van deze uitsplitsing ('99'). "
            "Gebruik de codes van de landelijke lijst, met de nul ervoor: 02."
        ),
    ),
    "unknown indicator": (
        {"indicator": "geluk"},
        (
            "kolom indicator: staat niet in het plan ('geluk'). "
            "Gebruik een code uit indicatoren, of voeg hem daar toe; let op hoofdletters."
        ),
    ),
    "no month 13": (
        {"periode": "2024-13"},
        (
            "kolom periode: is geen periode ('2024-13'). "
            "Schrijf 2024, 2024-H1 (halfjaar), 2024-Q3 (kwartaal), 2024-09 (maand) of 2023/2026."
        ),
    ),
    "horizon backwards": (
        {"periode": "2026/2023"},
        (
            "kolom periode: is geen periode ('2026/2023'). "
            "Schrijf 2024, 2024-H1 (halfjaar), 2024-Q3 (kwartaal), 2024-09 (maand) of 2023/2026."
        ),
    ),
    "score beyond its scale": (
        {**_BARE, "indicator": "tevredenheid", "waarde": "11", "schaal": "1-10"},
        "kolom waarde: ligt buiten de schaal ('11 op 1-10'). Verbeter de waarde of de schaal.",
    ),
    "spread without number": (
        {**_BARE, "indicator": "tevredenheid", "waarde": "7", "standaardafwijking": "1,2"},
        (
            "kolom aantal: is leeg terwijl de standaardafwijking is ingevuld. "
            "Vul in over hoeveel waarnemingen het gemiddelde gaat."
        ),
    ),
    "fewer asked than answered": (
        {"uitgevraagd": "100"},
        (
            "kolom uitgevraagd: is lager dan het aantal dat antwoordde ('100'). "
            "Vul in hoeveel cliënten de vraag kregen."
        ),
    ),
    "unknown status": (
        {"status": "concept"},
        "kolom status: is geen bekende code ('concept'). Kies uit voorlopig en definitief.",
    ),
    "address as source": (
        {"bron": "iemand@voorbeeld.example"},
        (
            "kolom bron: bevat een e-mailadres. Vervang het door een eigen, betekenisloos nummer of laat "
            "het weg."
        ),
    ),
    "formula as source": (
        {"bron": "@SUM(A1)"},
        (
            "kolom bron: begint als een formule ((afgeschermd)). "
            "Vervang de formule door de waarde, zonder =, @ of + ervoor."
        ),
    ),
}


@pytest.mark.parametrize("case", _CASES)
def test_a_bad_figure_is_refused_with_one_clear_finding(planned: Settings, tmp_path: Path, case: str) -> None:
    changes, expected = _CASES[case]
    path = write_rows(tmp_path / "cijfers.csv", [figure(periode="2023"), figure(**changes)])
    outcomes = taken_in(planned, path)
    assert sentences(outcomes) == [f"rij 3, {expected}"]
    assert outcomes[0].state is State.REFUSED


def test_the_same_figure_twice_is_refused(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "cijfers.csv", [figure(), figure(teller="19")])
    assert sentences(taken_in(planned, path)) == [
        (
            "rijen 2 en 3: komt vaker voor: indicator, partner, gemeente, periode, uitsplitsing, "
            "uitsplitsing_waarde "
            "zijn gelijk. Houd een van de rijen over."
        )
    ]


def test_the_figure_of_a_split_stands_beside_the_total(planned: Settings, tmp_path: Path) -> None:
    rows = [
        figure(),
        figure(uitsplitsing="hulpvorm", uitsplitsing_waarde="02", teller="3", noemer="20", clienten="18"),
    ]
    assert taken_in(planned, write_rows(tmp_path / "cijfers.csv", rows))[0].state is State.ACCEPTED
