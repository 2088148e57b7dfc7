"""Which bytes are text, in which encoding; everything else is refused before a parser sees it."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.importing.findings import unreadable

WINDOWS = "cp1252"
_CHUNK = 4 << 20
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\x0c"))
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "een werkmap of zip-bestand"),
    (b"\xd0\xcf\x11\xe0", "een oude of versleutelde werkmap (xls)"),
    (b"%PDF", "een pdf"),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)"),
    (b"7z\xbc\xaf", "een ingepakt bestand (7z)"),
    (b"Rar!", "een ingepakt bestand (rar)"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"{\\rtf", "een tekstdocument (rtf)"),
    (b"<!DOCTYPE", "een webpagina"),
    (b"<html", "een webpagina"),
    (b"<?xml", "een XML-bestand"),
    (b'{"', "een JSON-bestand"),
    (b"[{", "een JSON-bestand"),
)
_UNTRIMMED = (b'"', b"\t", b"\x0c")
_UNTRIMMED_BEYOND_ASCII = (b"\xc2\xa0", codecs.BOM_UTF8)
_BLANK_BESIDE_A_CELL = (b"; ", b" ;", b", ", b" ,", b" \n", b"\n ", b" \r")
_UTF8_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]")
_MEND = "Sla het bestand op als CSV (UTF-8) en lever het opnieuw."


@dataclass(frozen=True, slots=True)
class TextForm:
    """How the bytes of a file are text, and whether its lines are plain enough to count them."""

    encoding: str
    counts_plainly: bool  # no blank line and no lone carriage return: line n of the file is row n
    is_trimmed: bool  # no quotes, and no blank beside a separator or line end: no cell needs trimming


def text_form(path: Path) -> TextForm:
    """The encoding of the whole file; UnreadableDelivery when it is empty, binary or damaged."""
    with path.open("rb") as file:
        beginning = file.read(4096)
    _refuse_other_files(beginning)
    encoding = _marked(beginning) or _unmarked_utf16(beginning)
    if encoding and encoding.startswith("utf-16"):
        _decode_all(path, encoding)
        return TextForm(encoding, counts_plainly=False, is_trimmed=False)
    plain, trimmed, is_ascii = _scan(path)
    if is_ascii or _decodes(path, "utf-8"):
        return TextForm("utf-8-sig", plain, trimmed)
    if encoding is None and _decodes(path, WINDOWS):
        _refuse_two_encodings(path)
        return TextForm(WINDOWS, plain, is_trimmed=False)
    raise _damaged()


def as_utf8(path: Path, encoding: str, target: Path) -> None:
    """Write the text of `path` to `target` as UTF-8."""
    with target.open("w", encoding="utf-8", newline="") as copy:
        for text in _decoded(path, encoding):
            copy.write(text)


def _refuse_other_files(beginning: bytes) -> None:
    if not beginning.strip():
        raise unreadable("het bestand is leeg", "Lever een bestand met kolomkoppen en rijen.")
    first = beginning.removeprefix(codecs.BOM_UTF8).lstrip()
    for signature, name in _SIGNATURES:
        if first.startswith(signature):
            raise unreadable(f"dit is geen CSV maar {name}", _MEND)


def _marked(beginning: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if beginning.startswith(mark)), None)


def _unmarked_utf16(beginning: bytes) -> str | None:
    """UTF-16 without a mark: of mainly Western text every second byte is zero."""
    pairs = len(beginning) // 2
    if pairs < 2:
        return None
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if beginning[offset::2].count(0) > pairs * 0.7 and beginning[1 - offset :: 2].count(0) == 0:
            return name
    return None


def _refuse_two_encodings(path: Path) -> None:
    """Letters of UTF-8 in what is not UTF-8: two exports in one file, of which one would be garbled."""
    if any(_UTF8_LETTER.search(chunk) for chunk in _chunks(path)):
        raise unreadable("de tekst is deels UTF-8 en deels Windows-1252", _MEND)


def _scan(path: Path) -> tuple[bool, bool, bool]:
    """Whether line n is row n, cells are trimmed, and all is ASCII; refuses control characters."""
    plain, trimmed, is_ascii, tail = True, True, True, b"\n"
    for number, chunk in enumerate(_chunks(path)):
        if len(chunk.translate(None, _CONTROL)) != len(chunk):
            raise _damaged()
        seen = tail + (chunk if number else chunk.removeprefix(codecs.BOM_UTF8))
        plain = plain and not _has_odd_lines(seen)
        trimmed = trimmed and not _is_untrimmed(seen)
        is_ascii = is_ascii and chunk.isascii()
        tail = seen[-2:]
    return plain, trimmed and tail[-1:] != b" ", is_ascii


def _is_untrimmed(text: bytes) -> bool:
    """Whether a cell may need trimming; what is quick to rule out goes first, as files are large."""
    return (
        any(mark in text for mark in _UNTRIMMED)
        or (b" " in text and any(mark in text for mark in _BLANK_BESIDE_A_CELL))
        or (not text.isascii() and any(mark in text for mark in _UNTRIMMED_BEYOND_ASCII))
    )


def _has_odd_lines(text: bytes) -> bool:
    if b"\n\n" in text or b"\n\r\n" in text:
        return True
    return b"\r" in text and text.count(b"\r") - text.endswith(b"\r") > text.count(b"\r\n")


def _damaged() -> Exception:
    return unreadable("het bestand is beschadigd of bevat geen gewone tekst", _MEND)


def _decodes(path: Path, encoding: str) -> bool:
    try:
        for _ in _decoded(path, encoding):
            pass
    except UnicodeError:
        return False
    return True


def _decode_all(path: Path, encoding: str) -> None:
    try:
        for text in _decoded(path, encoding):
            if "\x00" in text:
                raise _damaged()
    except UnicodeError as error:
        raise _damaged() from error


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for chunk in _chunks(path):
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
