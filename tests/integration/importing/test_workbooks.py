"""Deliveries as Excel workbooks: what is read, and what is sent back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.importing.carriers.workbook import open_workbook
from data.importing.outcome import State
from data.store import open_intake, rows
from settings import Settings
from tests.integration.importing.deliveries import PLAN, RECORD, figure, record, sentences, taken_in
from tests.integration.importing.workbooks import fill, with_part, with_replaced, write_workbook

_SHEET = "xl/worksheets/sheet1.xml"
_SAVE = "Sla het op als Excel-werkmap (.xlsx) en lever het opnieuw."
_DAMAGED = "de werkmap is beschadigd. Maak de werkmap opnieuw en lever haar opnieuw."
_XML = (
    "de werkmap bevat een XML-definitie, die geen rekenprogramma erin zet. "
    "Open haar in een rekenprogramma, sla haar opnieuw op en lever haar opnieuw."
)


def _stored(settings: Settings, columns: str) -> list[tuple[object, ...]]:
    with open_intake(settings, read_only=True) as intake:
        return rows(intake, f"SELECT {columns} FROM trajectory ORDER BY row_number")


def test_typed_cells_are_read_as_what_they_are(planned: Settings, tmp_path: Path) -> None:
    typed = record(informant="cliënt") | {
        "begindatum": date(2025, 2, 14),
        "aanmelddatum": 45_690,
        "hulpvorm": 2,
        "uren_geleverd": 1.234,
        "uren_toegewezen": 1234,
        "doelen_gesteld": 3.0,
        "zonder_hulp_verder": True,
        "traject": 1001,
    }
    written = record(traject="T-2", uren_geleverd="7,5", aanmelddatum="1-2-2025") | {"uren_toegewezen": -0.0}
    path = write_workbook(tmp_path / "levering.xlsx", Blad1=[typed, written])
    assert sentences(taken_in(planned, path)) == []
    columns = "started_on, registered_on, care_form, hours_delivered, hours_granted, goals_set, without_help"
    assert _stored(planned, columns) == [
        (date(2025, 2, 14), date(2025, 2, 2), "02", 1.234, 1234.0, 3, "ja"),
        (date(2025, 2, 14), date(2025, 2, 1), "02", 7.5, 0.0, None, None),
    ]


def test_a_workbook_that_counts_days_from_1904_is_read_alike(planned: Settings, tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "levering.xlsx", Blad1=[record() | {"begindatum": 45_702 - 1462}])
    with_replaced(path, "xl/workbook.xml", rb"<workbookPr ", b'<workbookPr date1904="1" ')
    assert sentences(taken_in(planned, path)) == []
    assert _stored(planned, "started_on") == [(date(2025, 2, 14),)]


def test_rows_are_numbered_as_the_spreadsheet_shows_them(planned: Settings, tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "levering.xlsx", Blad1=[record(), {}, record(traject="T-2", hulpvorm="99")]
    )
    assert sentences(taken_in(planned, path)) == [
        (
            "blad Blad1, rij 4, kolom hulpvorm: is geen bekende code ('99'). "
            "Neem een code van de landelijke lijst, of voeg hem toe aan codelijsten in het plan."
        )
    ]


def test_the_plan_is_one_workbook_with_a_sheet_per_table(empty: Settings, tmp_path: Path) -> None:
    plan = write_workbook(tmp_path / "in" / "plan.xlsx", **PLAN, Toelichting=[{"Wat": "Zo vult u dit in"}])
    write_workbook(tmp_path / "in" / "P01.xlsx", trajecten=[record()])
    write_workbook(
        tmp_path / "in" / "cijfers.xlsx", Blad1=[figure(waarde="") | {"teller": 18, "noemer": 120}]
    )
    outcomes = taken_in(empty, plan.parent)
    assert [(outcome.kind, outcome.state, outcome.findings) for outcome in outcomes] == [
        (kind, State.ACCEPTED, ()) for kind in ("plan", "trajecten", "cijfers")
    ]
    assert [taken_in(empty, plan)[0].state] == [State.KNOWN]


def test_the_sheet_named_after_its_kind_is_the_delivery(planned: Settings, tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "levering.xlsx",
        Notities=[{"Wie": "Acacia"}],
        oud=[record(hulpvorm="99")],
        trajecten=[record()],
    )
    assert sentences(taken_in(planned, path)) == [
        "blad Notities: is niet ingelezen. Klopt dit? Anders: lever het apart.",
        "blad oud: is niet ingelezen. Klopt dit? Anders: lever het apart.",
    ]
    assert len(_stored(planned, "client")) == 1


def test_a_signed_number_is_no_formula(planned: Settings, tmp_path: Path) -> None:
    listed = [record(instrument="SDQ", score_begin="+12", score_eind="-3")]
    assert sentences(taken_in(planned, write_workbook(tmp_path / "levering.xlsx", Blad1=listed))) == []


def _with_percentage(book: Any, sheet: Any) -> None:
    sheet.write(0, 10, "uren_geleverd")
    sheet.write_number(1, 10, 0.15, book.add_format({"num_format": "0%"}))


_CHANGES: dict[str, tuple[Callable[..., object], str]] = {
    "formula": (
        lambda _, sheet: sheet.write_formula(1, 5, "=RIGHT(A1,2)", None, "02"),
        "blad Blad1, rij 2, kolom hulpvorm: bevat een formule. Kopieer de cellen en plak ze als waarden.",
    ),
    "array formula": (
        lambda _, sheet: sheet.write_array_formula("F2:F2", "{=A1}", None, "02"),
        "blad Blad1, rij 2, kolom hulpvorm: bevat een formule. Kopieer de cellen en plak ze als waarden.",
    ),
    "merged headers": (
        lambda _, sheet: sheet.merge_range("A1:B1", "leverperiode"),
        ("blad Blad1, rij 1: heeft samengevoegde cellen (A1:B1). Hef het samenvoegen op en vul elke cel in."),
    ),
    "merged cells": (
        lambda _, sheet: sheet.merge_range("L2:L9", ""),
        "blad Blad1, rij 2: heeft samengevoegde cellen (L2:L9). Hef het samenvoegen op en vul elke cel in.",
    ),
    "second table": (
        lambda _, sheet: fill(sheet, [record(traject="T-9")], top=4),
        (
            "blad Blad1, rij 5: hier begint een tweede tabel op hetzelfde blad. "
            "Zet elke tabel op een eigen blad, of zet de rijen onder elkaar onder één kop."
        ),
    ),
    "two sheets with records": (
        lambda book, _: fill(book.add_worksheet("H2"), [record(traject="T-9")]),
        (
            "op meer dan één blad staat een levering: Blad1 en H2. "
            "Lever elk blad in een eigen werkmap, of zet alle rijen op één blad."
        ),
    ),
    "hidden sheet": (
        lambda book, _: _hidden(book, "oud"),
        "blad oud: is verborgen en heeft inhoud. Maak het blad zichtbaar, of verwijder het uit de werkmap.",
    ),
    "very hidden sheet": (
        lambda book, _: _hidden(book, "zeer", very=True),
        (
            "blad zeer: is verborgen en heeft inhoud. "
            "Maak het blad zichtbaar, of verwijder het uit de werkmap."
        ),
    ),
    "hidden row": (
        lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True}),
        (
            "blad Blad1, rij 2: is verborgen en heeft inhoud. "
            "Maak de rijen zichtbaar (wis ook een filter), of verwijder ze."
        ),
    ),
    "hidden column": (
        lambda _, sheet: sheet.set_column(4, 4, 10, None, {"hidden": True, "level": 1}),
        (
            "blad Blad1, rij 2, kolom client: is verborgen en heeft inhoud. "
            "Maak de kolom zichtbaar, of verwijder haar."
        ),
    ),
    "remark beside a cell": (
        lambda _, sheet: sheet.write_comment(1, 4, "Voornaam Achternaam"),
        (
            "blad Blad1, rij 2: heeft opmerkingen of notities bij cellen (E2). "
            "Verwijder ze (Controleren, Verwijderen): niemand leest ze hier, en er kan een naam in staan."
        ),
    ),
    "content beside the table": (
        lambda _, sheet: sheet.write(1, 12, "let op"),
        (
            "blad Blad1, rij 2: heeft inhoud rechts van de laatste kolomkop. "
            "Zet er een kop boven, of maak de cellen leeg."
        ),
    ),
    "time in a date": (
        lambda book, sheet: sheet.write_number(
            1, 9, 45_702.395_833_33, book.add_format({"num_format": "d-m-yyyy h:mm"})
        ),
        (
            "blad Blad1, rij 2, kolom begindatum: is een datum met een tijd ('2025-02-14 09:30:00'). "
            "Schrijf alleen de dag: 2025-06-30."
        ),
    ),
    "date that never was": (
        lambda _, sheet: sheet.write(1, 9, 20250214),
        (
            "blad Blad1, rij 2, kolom begindatum: is geen bestaande datum ((afgeschermd)). "
            "Schrijf de datum als 2025-06-30 of 30-6-2025."
        ),
    ),
    "code turned into a date": (
        lambda _, sheet: sheet.write_datetime(1, 8, date(2025, 11, 4)),
        (
            "blad Blad1, rij 2, kolom leeftijdsgroep: is door het rekenprogramma in een datum veranderd "
            "((afgeschermd)). Maak de kolom eerst op als tekst en vul de code dan opnieuw in."
        ),
    ),
    "number as a BSN": (
        lambda _, sheet: sheet.write(1, 4, 123456782),
        (
            "blad Blad1, rij 2, kolom client: bestaat uit 8 of 9 cijfers en kan een BSN zijn. "
            "Vervang het door een eigen, betekenisloos nummer of laat het weg."
        ),
    ),
    "number beyond fifteen digits": (
        lambda _, sheet: sheet.write(1, 4, 1234567890123456789),
        (
            "blad Blad1, rij 2, kolom client: is door het rekenprogramma afgerond tot een macht van tien. "
            "Maak de kolom eerst op als tekst en exporteer opnieuw."
        ),
    ),
    "error value": (
        lambda _, sheet: sheet.write(1, 6, "#N/A"),
        (
            "blad Blad1, rij 2, kolom gemeente: is een foutwaarde van het rekenprogramma. "
            "Vul de waarde zelf in, of maak de cel leeg."
        ),
    ),
    "percentage as a format": (
        _with_percentage,
        (
            "blad Blad1, rij 2, kolom uren_geleverd: is geen getal ('15 %'). "
            "Schrijf alleen cijfers met één decimaalteken, zonder eenheid."
        ),
    ),
}


def _hidden(book: Any, name: str, *, very: bool = False) -> None:
    sheet = book.add_worksheet(name)
    fill(sheet, [record()])
    if very:
        sheet.very_hidden()
    else:
        sheet.hide()


def _titled(sheet: Any) -> None:
    sheet.write(0, 0, "Levering van Acacia")
    fill(sheet, [record()], top=2)


@pytest.mark.parametrize("case", _CHANGES)
def test_what_a_sheet_hides_or_confuses_is_one_finding(planned: Settings, tmp_path: Path, case: str) -> None:
    change, expected = _CHANGES[case]
    outcomes = taken_in(planned, write_workbook(tmp_path / "levering.xlsx", change, Blad1=[record()]))
    assert sentences(outcomes) == [expected]
    assert outcomes[0].state is State.REFUSED


def test_what_is_hidden_without_content_hides_nothing(planned: Settings, tmp_path: Path) -> None:
    def hide(_: Any, sheet: Any) -> None:
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.set_column(20, 16_383, 10, None, {"hidden": True})

    path = write_workbook(tmp_path / "levering.xlsx", hide, Blad1=[record()])
    assert sentences(taken_in(planned, path)) == []


@pytest.mark.parametrize("chunk", [700, 1 << 20])
def test_rows_with_only_a_format_are_not_read(
    planned: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int
) -> None:
    def colour(book: Any, sheet: Any) -> None:
        yellow = book.add_format({"bg_color": "#FFFF00"})
        for row in range(1000):
            sheet.write_blank(row + 5, row % 9, None, yellow)

    monkeypatch.setattr("data.importing.carriers.archive._CHUNK", chunk)
    rows_of_it = [record(), {}, record(traject="T-2")]
    path = write_workbook(tmp_path / "levering.xlsx", colour, Blad1=rows_of_it)
    assert open_workbook(path).markup["Blad1"].last_row == 4
    assert taken_in(planned, path)[0].rows == 2


def _good(folder: Path) -> Path:
    return write_workbook(folder / "levering.xlsx", Blad1=[record()])


def _raw(content: bytes) -> Callable[[Path], Path]:
    def made(folder: Path) -> Path:
        path = folder / "levering.xlsx"
        path.write_bytes(content)
        return path

    return made


def _cell(number: int) -> bytes:
    """One cell, with a text that does not pack suspiciously well."""
    text = f"{number * 2654435761 % 2**32:x}{number * 40503 % 2**31:x}"
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'.encode()


def _bomb(folder: Path) -> Path:
    return with_part(_good(folder), "xl/media/bomb.bin", bytes(30 << 20))


_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (_raw(b""), "het bestand is leeg. Lever een bestand met kolomkoppen en rijen."),
    "text": (_raw(b"a;b\n1;2\n"), f"dit is geen Excel-werkmap, al heet het wel zo. {_SAVE}"),
    "binary": (_raw(bytes(range(256)) * 9), f"dit is geen Excel-werkmap, al heet het wel zo. {_SAVE}"),
    "pdf": (_raw(b"%PDF-1.7"), f"dit is geen Excel-werkmap, al heet het wel zo. {_SAVE}"),
    "zip start only": (_raw(b"PK\x03\x04 en verder niets"), _DAMAGED),
    "cut off": (lambda folder: _cut(_good(folder)), _DAMAGED),
    "old xls": (
        _raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        f"de werkmap is van een oude soort (xls). {_SAVE}",
    ),
    "encrypted": (
        _raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
        "de werkmap is versleuteld met een wachtwoord. Haal het wachtwoord eraf en lever haar opnieuw.",
    ),
    "encrypted parts": (
        lambda folder: _flagged(_good(folder)),
        "de werkmap is versleuteld met een wachtwoord. Haal het wachtwoord eraf en lever haar opnieuw.",
    ),
    "macros": (
        lambda folder: with_part(_good(folder), "xl/vbaProject.bin", b"x"),
        f"de werkmap bevat macro's. {_SAVE}",
    ),
    "macros by type": (
        lambda folder: with_replaced(
            _good(folder),
            "[Content_Types].xml",
            rb"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main\+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
        f"de werkmap bevat macro's. {_SAVE}",
    ),
    "old macro sheet": (
        lambda folder: with_part(_good(folder), "xl/macrosheets/sheet1.xml", b"<x/>"),
        f"de werkmap bevat macro's. {_SAVE}",
    ),
    "external link": (
        lambda folder: with_part(_good(folder), "xl/externalLinks/externalLink1.xml", b"<x/>"),
        (
            "de werkmap verwijst naar een ander bestand. "
            "Verbreek de koppelingen (Gegevens, Koppelingen bewerken) en lever haar opnieuw."
        ),
    ),
    "embedded file": (
        lambda folder: with_part(_good(folder), "xl/embeddings/oleObject1.bin", b"x"),
        (
            "de werkmap heeft een ander bestand of een besturingselement in zich. "
            "Verwijder het object uit de werkmap en lever haar opnieuw."
        ),
    ),
    "pivot table": (
        lambda folder: with_part(_good(folder), "xl/pivotCache/pivotCacheRecords1.xml", b"<x/>"),
        (
            "de werkmap bevat een draaitabel, met een verborgen kopie van alle gegevens erachter. "
            "Plak alleen de waarden in een nieuwe werkmap en lever die."
        ),
    ),
    "workbook of another program": (
        lambda folder: with_part(folder / "levering.ods", "content.xml", b"<x/>"),
        f"de werkmap is van een andere soort (ods). {_SAVE}",
    ),
    "binary workbook": (
        lambda folder: with_part(_good(folder), "xl/workbook.bin", b"x"),
        f"de werkmap is een binaire werkmap (xlsb). {_SAVE}",
    ),
    "zip bomb": (
        _bomb,
        (
            "de werkmap is verdacht ver ingepakt: uitgepakt is zij honderden malen zo groot. "
            "Maak de werkmap opnieuw en lever haar opnieuw."
        ),
    ),
    "one row without end": (
        lambda folder: with_replaced(
            _good(folder), _SHEET, rb"</row>", b"".join(_cell(number) for number in range(90_000)) + b"</row>"
        ),
        "een rij in de werkmap is te lang. Lever een werkmap met alleen de kolommen uit de template.",
    ),
    "too many parts": (
        lambda folder: _with_parts(_good(folder), 2100),
        "de werkmap is te groot om te openen. Sla elk blad op als CSV (UTF-8) en lever dat.",
    ),
    "entities": (
        lambda folder: with_replaced(
            _good(folder), _SHEET, rb"<worksheet ", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet '
        ),
        _XML,
    ),
    "entities far away": (
        lambda folder: with_replaced(
            _good(folder),
            "xl/styles.xml",
            rb"<styleSheet ",
            b"<!--" + b" " * 3_000_000 + b'--><!DOCTYPE x [<!ENTITY a "b">]><styleSheet ',
        ),
        _XML,
    ),
    "entities in another encoding": (
        lambda folder: with_replaced(_good(folder), _SHEET, rb'encoding="UTF-8"', b'encoding="cp037"'),
        _DAMAGED,
    ),
    "broken XML": (
        lambda folder: with_replaced(_good(folder), _SHEET, rb"</sheetData>", b"</sheet>"),
        _DAMAGED,
    ),
    "no sheet where it should be": (
        lambda folder: with_replaced(
            _good(folder), "xl/_rels/workbook.xml.rels", rb"sheet1.xml", b"nergens.xml"
        ),
        _DAMAGED,
    ),
    "other zip": (
        lambda folder: with_part(folder / "levering.xlsx", "lees.txt", b"x"),
        f"dit is een zip-bestand, maar geen Excel-werkmap. {_SAVE}",
    ),
    "no content": (
        lambda folder: write_workbook(folder / "levering.xlsx", Blad1=[]),
        "de werkmap is leeg. Lever een blad met kolomkoppen en rijen.",
    ),
    "title above the headers": (
        lambda folder: write_workbook(folder / "levering.xlsx", lambda _, sheet: _titled(sheet), Blad1=[]),
        (
            "blad Blad1, rij 3: de kolomkoppen staan op rij 3. "
            "Verwijder de rijen erboven, zodat de kolomkoppen in de eerste rij staan."
        ),
    ),
    "only headers": (
        lambda folder: write_workbook(folder / "levering.xlsx", Blad1=[dict.fromkeys(RECORD, "")]),
        "blad Blad1: er staan alleen kolomkoppen in. Vul de rijen in en lever het opnieuw.",
    ),
    "unknown columns": (
        lambda folder: write_workbook(folder / "levering.xlsx", Blad1=[{"naam": "x", "leeftijd": "3"}]),
        (
            "blad Blad1, rij 1: de kolommen zijn niet herkend als plan, trajecten, cijfers of een "
            "StatLine-tabel. "
            "Zet in de eerste rij de kolomkoppen van het sjabloon (python manage.py template)."
        ),
    ),
    "a plan with a strange sheet": (
        lambda folder: write_workbook(folder / "levering.xlsx", **PLAN, trajecten=[record()]),
        "blad trajecten: hoort niet bij het plan. Lever dit blad in een eigen werkmap.",
    ),
}


def _cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-300])
    return path


def _flagged(path: Path) -> Path:
    """Mark every part as encrypted, in the directory as in the part itself."""
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(signature, place + 4)
    path.write_bytes(bytes(content))
    return path


def _with_parts(path: Path, number: int) -> Path:
    import zipfile

    with zipfile.ZipFile(path, "a") as archive:
        for index in range(number):
            archive.writestr(f"xl/media/{index}.txt", b"x")
    return path


@pytest.mark.parametrize("case", _FILES)
def test_a_workbook_that_must_not_be_opened_is_refused(planned: Settings, tmp_path: Path, case: str) -> None:
    make, expected = _FILES[case]
    outcomes = taken_in(planned, make(tmp_path))
    assert sentences(outcomes) == [expected]
    assert outcomes[0].state is State.REFUSED


@pytest.mark.parametrize("suffix", [".xls", ".xlsm", ".xlsb", ".ods", ".XLSX"])
def test_a_workbook_is_known_by_what_it_is_and_not_by_its_name(
    planned: Settings, tmp_path: Path, suffix: str
) -> None:
    path = _good(tmp_path).rename(tmp_path / f"levering{suffix}")
    assert taken_in(planned, path)[0].state is State.ACCEPTED
