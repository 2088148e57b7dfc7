"""The same table in every form in which a CSV file may come."""

from pathlib import Path

import pytest

from data.importing.outcome import State
from data.store import open_intake, rows
from settings import Settings
from tests.integration.importing.deliveries import (
    RECORD,
    as_csv,
    record,
    sentences,
    taken_in,
    write_rows,
)

_LAST = "Het bestand is na het exporteren opnieuw opgeslagen; lever de oorspronkelijke export."
_TEXT = as_csv(
    [record(informant="cliënt", uren_geleverd="7,5"), record(traject="T-2", informant="ouder; moeder")]
)


def _stored(settings: Settings) -> list[tuple[object, ...]]:
    with open_intake(settings, read_only=True) as intake:
        return rows(intake, "SELECT row_number, informant, hours_delivered FROM trajectory ORDER BY 1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_reads_the_same(
    planned: Settings, tmp_path: Path, encoding: str, line_end: str
) -> None:
    path = tmp_path / "trajecten.csv"
    path.write_bytes(_TEXT.replace("\n", line_end).encode(encoding))
    assert taken_in(planned, path)[0].state is State.ACCEPTED
    assert _stored(planned) == [(2, "cliënt", 7.5), (3, "ouder; moeder", None)]


def test_a_file_that_is_not_utf8_is_taken_in_with_a_warning(planned: Settings, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "trajecten.csv", [record(informant="cliënt")], encoding="cp1252")
    outcomes = taken_in(planned, path)
    assert outcomes[0].state is State.ACCEPTED
    assert sentences(outcomes) == [
        (
            "is gelezen als Windows-1252, want het is geen UTF-8. "
            "Staan letters als é en ë goed? Sla het anders op als CSV (UTF-8) en lever het opnieuw."
        )
    ]


def test_an_unknown_file_that_is_not_utf8_is_refused_for_what_it_is(
    planned: Settings, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "gedicht.csv", [{"één": "ë", "twee": "ö"}], encoding="cp1252")
    found = sentences(taken_in(planned, path))
    assert len(found) == 1
    assert found[0].startswith("rij 1: de kolommen zijn niet herkend als plan, trajecten, cijfers")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("hours", ["7,5", "7.5"])
def test_every_separator_and_decimal_sign_reads_the_same(
    planned: Settings, tmp_path: Path, separator: str, hours: str
) -> None:
    path = write_rows(tmp_path / "trajecten.csv", [record(uren_geleverd=hours, informant="ouder")], separator)
    assert taken_in(planned, path)[0].state is State.ACCEPTED
    assert _stored(planned) == [(2, "ouder", 7.5)]


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        (["1.234", "7,5"], [1234.0, 7.5]),
        (["1,234", "7.5"], [1234.0, 7.5]),
        (["1.234,5"], [1234.5]),
        (["1,234"], [1.234]),
        ([",5"], [0.5]),
        (["+12"], [12.0]),
    ],
)
def test_thousands_are_told_from_decimals_by_the_rest_of_the_column(
    planned: Settings, tmp_path: Path, written: list[str], hours: list[float]
) -> None:
    listed = [record(traject=f"T-{number}", uren_geleverd=text) for number, text in enumerate(written)]
    assert sentences(taken_in(planned, write_rows(tmp_path / "trajecten.csv", listed))) == []
    assert [row[2] for row in _stored(planned)] == hours


@pytest.mark.parametrize(("written", "goals"), [("3", 3), ("3,0", 3), ("3.0", 3)])
def test_a_count_may_be_written_as_a_spreadsheet_writes_it(
    planned: Settings, tmp_path: Path, written: str, goals: int
) -> None:
    taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record(doelen_gesteld=written)]))
    with open_intake(planned, read_only=True) as intake:
        assert rows(intake, "SELECT goals_set FROM trajectory") == [(goals,)]


def test_headers_come_in_any_case_order_and_spelling(planned: Settings, tmp_path: Path) -> None:
    spelled = {"reden_beeindiging": " Reden Beëindiging", "einddatum": "EINDDATUM", "codelijst": "Codelijst"}
    full = record(einddatum="1-3-2025", codelijst="BIJ", reden_beeindiging="01")
    turned = {spelled.get(name, name.title()): full[name] for name in reversed(full)}
    assert sentences(taken_in(planned, write_rows(tmp_path / "trajecten.csv", [turned]))) == []


def test_a_code_without_its_leading_zero_is_understood(planned: Settings, tmp_path: Path) -> None:
    listed = [
        record(hulpvorm="2", verwijzer="1", einddatum="1-3-2025", codelijst="bij", reden_beeindiging="3")
    ]
    assert sentences(taken_in(planned, write_rows(tmp_path / "trajecten.csv", listed))) == []
    with open_intake(planned, read_only=True) as intake:
        assert rows(intake, "SELECT care_form, referrer, end_reason FROM trajectory") == [("02", "01", "03")]


def test_blank_rows_are_no_rows_but_count_as_a_spreadsheet_counts(planned: Settings, tmp_path: Path) -> None:
    header, first = as_csv([record()]).splitlines()
    second = first.replace("T-1", "T-2")
    path = tmp_path / "trajecten.csv"
    path.write_text("\n".join([header, first, "", ";" * 9, second, ""]))
    assert taken_in(planned, path)[0].state is State.ACCEPTED
    assert [row[0] for row in _stored(planned)] == [2, 5]


def test_a_cell_of_two_lines_is_one_row(planned: Settings, tmp_path: Path) -> None:
    listed = [record(informant="ouder\nvader"), record(traject="T-2", hulpvorm="99")]
    assert [
        finding.rows for finding in taken_in(planned, write_rows(tmp_path / "t.csv", listed))[0].findings
    ] == [(3,)]


def test_a_first_line_that_only_names_the_separator_is_skipped(planned: Settings, tmp_path: Path) -> None:
    path = tmp_path / "trajecten.csv"
    path.write_text("sep=;\n" + as_csv([record()]))
    assert taken_in(planned, path)[0].state is State.ACCEPTED


_HEADER, _LINE = as_csv([record()]).splitlines()
_CASES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "het bestand is leeg. Lever een bestand met kolomkoppen en rijen."),
    "only blanks": (b"\n \r\n\t", "het bestand is leeg. Lever een bestand met kolomkoppen en rijen."),
    "only headers": (
        _HEADER.encode(),
        "er staan alleen kolomkoppen in. Vul de rijen in en lever het opnieuw.",
    ),
    "binary": (
        bytes(range(256)) * 20,
        (
            "het bestand is beschadigd of bevat geen gewone tekst. "
            "Sla het bestand op als CSV (UTF-8) en lever het opnieuw."
        ),
    ),
    "zero byte": (
        f"{_HEADER}\n{_LINE}\n".encode().replace(b"T-1", b"T\x001"),
        (
            "het bestand is beschadigd of bevat geen gewone tekst. "
            "Sla het bestand op als CSV (UTF-8) en lever het opnieuw."
        ),
    ),
    "two encodings": (
        f"{_HEADER};informant\n{_LINE};é\n".encode() + f"{_LINE};é\n".encode("cp1252"),
        (
            "de tekst is deels UTF-8 en deels Windows-1252. "
            "Sla het bestand op als CSV (UTF-8) en lever het opnieuw."
        ),
    ),
    "one endless row": (
        b"x" * 400_000,
        "rij 1: is te lang om een rij van een tabel te zijn. Lever een export met één rij per regel.",
    ),
    "thousands of columns": (
        f"{_HEADER};{';'.join(f'k{number}' for number in range(4990))}\n{_LINE}{';' * 4990}\n".encode(),
        (
            "rij 1: heeft 5000 kolommen, meer dan een tabel hier kan hebben. "
            "Lever alleen de kolommen van het sjabloon (python manage.py template)."
        ),
    ),
    "one endless cell": (
        f"{_HEADER}\n{_LINE.replace('T-1', 'T' * 2_000_000)}\n".encode(),
        (
            "rij 2: een cel is langer dan 131072 tekens. "
            "Maak de cel korter, of sluit het aanhalingsteken waarmee zij begint."
        ),
    ),
    "pdf": (
        b"%PDF-1.7 x",
        "dit is geen CSV maar een pdf. Sla het bestand op als CSV (UTF-8) en lever het opnieuw.",
    ),
    "gzip": (
        b"\x1f\x8b\x08\x00 x",
        (
            "dit is geen CSV maar een ingepakt bestand (gzip). Sla het bestand op als CSV (UTF-8) en "
            "lever het opnieuw."
        ),
    ),
    "web page": (
        b"\xef\xbb\xbf\n<!DOCTYPE html><html></html>",
        ("dit is geen CSV maar een webpagina. Sla het bestand op als CSV (UTF-8) en lever het opnieuw."),
    ),
    "JSON": (
        b'[{"leverperiode": "2025-H1"}]',
        ("dit is geen CSV maar een JSON-bestand. Sla het bestand op als CSV (UTF-8) en lever het opnieuw."),
    ),
    "half UTF-16": (
        b"\xff\xfe" + _HEADER.encode("utf-16-le")[:-1],
        (
            "het bestand is beschadigd of bevat geen gewone tekst. "
            "Sla het bestand op als CSV (UTF-8) en lever het opnieuw."
        ),
    ),
    "short row": (
        f"{_HEADER}\n{_LINE}\na;b\n".encode(),
        (
            "rij 3: heeft minder cellen dan er kolomkoppen zijn. "
            "Vul de rij aan met lege cellen, of herstel de afgebroken rij."
        ),
    ),
    "long row": (
        f"{_HEADER}\n{_LINE};extra\n".encode(),
        (
            "rij 2: heeft meer cellen dan er kolomkoppen zijn. "
            "Zet tekst of een decimale komma waarin het scheidingsteken staat tussen aanhalingstekens."
        ),
    ),
    "quote never closed": (
        f'{_HEADER}\n{_LINE}\n"a;b\n'.encode(),
        (
            "rij 3: een aanhalingsteken opent of sluit een cel op de verkeerde plaats. "
            "Verdubbel een aanhalingsteken binnen een cel, en sluit elke cel die ermee begint."
        ),
    ),
    "every row one field": (
        f'"{_HEADER}"\n"{_LINE}"\n'.encode(),
        f"rij 1: elke rij staat als één veld tussen aanhalingstekens. {_LAST}",
    ),
    "one row one field": (
        f'{_HEADER}\n"{_LINE}"\n'.encode(),
        f"rij 2: de hele rij staat als één veld tussen aanhalingstekens. {_LAST}",
    ),
    "title above the headers": (
        f"Levering Acacia\n\n{_HEADER}\n{_LINE}\n".encode(),
        (
            "rij 3: de kolomkoppen staan op rij 3. "
            "Verwijder de rijen erboven, zodat de kolomkoppen in de eerste rij staan."
        ),
    ),
    "unknown columns": (
        b"naam;leeftijd\nx;3\n",
        (
            "rij 1: de kolommen zijn niet herkend als plan, trajecten, cijfers of een StatLine-tabel. "
            "Zet in de eerste rij de kolomkoppen van het sjabloon (python manage.py template)."
        ),
    ),
    "no headers": (
        f"{_LINE}\n{_LINE}\n".encode(),
        (
            "rij 1: de kolommen zijn niet herkend als plan, trajecten, cijfers of een StatLine-tabel. "
            "Zet in de eerste rij de kolomkoppen van het sjabloon (python manage.py template)."
        ),
    ),
    "one unknown column": (
        as_csv([record(geboortedatum="1-1-2010")]).encode(),
        (
            "rij 1: onbekende kolom 'geboortedatum'. Verwijder de kolom; wat niet is afgesproken, wordt "
            "niet bewaard."
        ),
    ),
    "misspelled column": (
        as_csv([record(einddatm="")]).encode(),
        "rij 1: onbekende kolom 'einddatm'. Bedoelt u einddatum?",
    ),
    "column twice": (
        f"{_HEADER};Client\n{_LINE};C-9\n".encode(),
        "rij 1: de kolom client staat er 2 keer. Houd een van de twee over.",
    ),
    "column without header": (
        f"{_HEADER};\n{_LINE};iets\n".encode(),
        "rij 1: kolom K heeft inhoud maar geen kop. Zet er een kop boven, of maak de kolom leeg.",
    ),
    "missing columns": (
        as_csv(
            [{name: value for name, value in RECORD.items() if name not in ("client", "hulpvorm")}]
        ).encode(),
        (
            "rij 1: verplichte kolommen ontbreken: client en hulpvorm. "
            "Voeg toe wat ontbreekt, met precies deze naam in de eerste rij."
        ),
    ),
    "missing column": (
        as_csv([{name: value for name, value in RECORD.items() if name != "client"}]).encode(),
        (
            "rij 1: de verplichte kolom client ontbreekt. Voeg toe wat ontbreekt, met precies deze naam "
            "in de eerste rij."
        ),
    ),
}


@pytest.mark.parametrize("case", _CASES)
def test_a_file_that_is_no_table_is_refused_with_one_clear_finding(
    planned: Settings, tmp_path: Path, case: str
) -> None:
    content, expected = _CASES[case]
    path = tmp_path / "levering.csv"
    path.write_bytes(content)
    outcomes = taken_in(planned, path)
    assert sentences(outcomes) == [expected]
    assert outcomes[0].state is State.REFUSED


def test_the_other_rows_of_a_ragged_file_are_checked_too(planned: Settings, tmp_path: Path) -> None:
    path = tmp_path / "trajecten.csv"
    path.write_text(as_csv([record(hulpvorm="99")]) + "a;b\n")
    assert [finding.rows for finding in taken_in(planned, path)[0].findings] == [(3,), (2,)]


def test_of_very_many_unknown_columns_the_first_are_named(planned: Settings, tmp_path: Path) -> None:
    unknown = {f"kolom_{number}": "x" for number in range(1, 201)}
    found = sentences(taken_in(planned, write_rows(tmp_path / "trajecten.csv", [record() | unknown])))
    assert len(found) == 11
    assert found[-1] == (
        "rij 1: en nog 190 onbekende kolommen. Gebruik het sjabloon (python manage.py template)."
    )


def test_a_trailing_empty_column_is_no_column(planned: Settings, tmp_path: Path) -> None:
    path = tmp_path / "trajecten.csv"
    path.write_text(f"{_HEADER};;\n{_LINE};;\n")
    assert sentences(taken_in(planned, path)) == []
