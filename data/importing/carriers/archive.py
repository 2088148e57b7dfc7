"""Whether a workbook is safe to open at all: told from its first bytes and its zip directory."""

import errno
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.importing.findings import UnreadableDelivery, unreadable

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LARGEST_FILE = 100 << 20
_LARGEST_CONTENT = 1 << 30
_LARGEST_PART = 700 << 20
_MOST_PARTS = 2000
_SQUEEZED = 300  # times smaller than its content: no spreadsheet program gets there
_SMALL = 4 << 20
_CHUNK = 1 << 20
_NONSENSE = (None, errno.EINVAL)  # of a place before the beginning of the file; else the disk is to blame
_OVERLAP = 512
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_PLAIN_ENCODINGS = {b"utf-8", b"us-ascii", b"ascii"}
_SAVE = "Sla het op als Excel-werkmap (.xlsx) en lever het opnieuw."
_AGAIN = "Maak de werkmap opnieuw en lever haar opnieuw."
_FORBIDDEN = (
    (re.compile(r"vbaProject|/macrosheets/", re.IGNORECASE), "bevat macro's", _SAVE),
    (
        re.compile(r"/externalLinks/", re.IGNORECASE),
        "verwijst naar een ander bestand",
        "Verbreek de koppelingen (Gegevens, Koppelingen bewerken) en lever haar opnieuw.",
    ),
    (
        re.compile(r"/(embeddings|activeX)/", re.IGNORECASE),
        "heeft een ander bestand of een besturingselement in zich",
        "Verwijder het object uit de werkmap en lever haar opnieuw.",
    ),
    (
        re.compile(r"/pivotCache/", re.IGNORECASE),
        "bevat een draaitabel, met een verborgen kopie van alle gegevens erachter",
        "Plak alleen de waarden in een nieuwe werkmap en lever die.",
    ),
    (re.compile(r"^xl/workbook\.bin$"), "is een binaire werkmap (xlsb)", _SAVE),
    (re.compile(r"^content\.xml$"), "is van een andere soort (ods)", _SAVE),
)


def refuse_unsafe(path: Path) -> None:
    """UnreadableDelivery when the file is no workbook, or one that must not be opened."""
    if path.stat().st_size > _LARGEST_FILE:
        raise _too_large()
    _refuse_other_files(path)
    with damage_explained(), zipfile.ZipFile(path) as archive:
        _refuse_directory(archive.infolist())
        for part in archive.infolist():
            _refuse_markup(archive, part)


@contextmanager
def damage_explained() -> Iterator[None]:
    """Whatever breaks while reading a workbook means that it is damaged."""
    try:
        yield
    except UnreadableDelivery:
        raise
    except MemoryError:
        raise
    except Exception as error:  # the readers of zip and XML raise anything on bytes that make no sense
        if isinstance(error, OSError) and error.errno not in _NONSENSE:
            raise
        raise unreadable("de werkmap is beschadigd", _AGAIN) from error


def pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The content of a part, in pieces that each repeat the end of the one before."""
    tail = b""
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            yield tail + chunk
            tail = chunk[-_OVERLAP:]


def _refuse_other_files(path: Path) -> None:
    with path.open("rb") as file:
        beginning = file.read(len(_OLE))
        if beginning == _OLE:
            encrypted = _ENCRYPTED in file.read()
            what = "is versleuteld met een wachtwoord" if encrypted else "is van een oude soort (xls)"
            mend = "Haal het wachtwoord eraf en lever haar opnieuw." if encrypted else _SAVE
            raise unreadable(f"de werkmap {what}", mend)
    if not beginning.strip():
        raise unreadable("het bestand is leeg", "Lever een bestand met kolomkoppen en rijen.")
    if not beginning.startswith(_ZIP):
        raise unreadable("dit is geen Excel-werkmap, al heet het wel zo", _SAVE)


def _refuse_directory(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise unreadable(
            "de werkmap is versleuteld met een wachtwoord", "Haal het wachtwoord eraf en lever haar opnieuw."
        )
    for forbidden, what, mend in _FORBIDDEN:
        if any(forbidden.search(name) for name in names):
            raise unreadable(f"de werkmap {what}", mend)
    if any(part.file_size > _SMALL and part.file_size > _SQUEEZED * part.compress_size for part in parts):
        raise unreadable(
            "de werkmap is verdacht ver ingepakt: uitgepakt is zij honderden malen zo groot", _AGAIN
        )
    sizes = [part.file_size for part in parts]
    if len(parts) > _MOST_PARTS or sum(sizes) > _LARGEST_CONTENT or max(sizes, default=0) > _LARGEST_PART:
        raise _too_large()
    if len(set(names)) < len(names):
        raise unreadable("de werkmap is beschadigd", _AGAIN)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise unreadable("dit is een zip-bestand, maar geen Excel-werkmap", _SAVE)


def _too_large() -> UnreadableDelivery:
    return unreadable("de werkmap is te groot om te openen", "Sla elk blad op als CSV (UTF-8) en lever dat.")


def _refuse_markup(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No part may declare entities, which can grow without end, or hide them behind another encoding."""
    if not part.filename.endswith((".xml", ".rels")):
        return
    for number, piece in enumerate(pieces(archive, part.filename)):
        if number == 0 and not _is_plain(piece):
            raise unreadable("de werkmap is beschadigd", _AGAIN)
        if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
            raise unreadable(
                "de werkmap bevat een XML-definitie, die geen rekenprogramma erin zet",
                "Open haar in een rekenprogramma, sla haar opnieuw op en lever haar opnieuw.",
            )
        if part.filename == "[Content_Types].xml" and b"macroEnabled" in piece:
            raise unreadable("de werkmap bevat macro's", _SAVE)


def _is_plain(beginning: bytes) -> bool:
    declared = _ENCODING.search(beginning[:512])
    return b"\x00" not in beginning[:512] and (
        declared is None or declared.group(1).lower() in _PLAIN_ENCODINGS
    )
