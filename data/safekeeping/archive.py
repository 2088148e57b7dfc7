"""The form of a reservekopie: a zip without compression, with a manifest of what is in it.

Nothing in it is compressed, so that no file can grow when it is put back, and every name, size and hash is
checked against the manifest before anything takes its place.
"""

import hashlib
import json
import stat
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

MANIFEST = "manifest.json"
FORMAT = 1
_CHUNK = 1 << 20
_LARGEST_MANIFEST = 64 << 20
_MOST_FILES = 1_000_000


class UnusableBackup(ValueError):
    """The file is no reservekopie that can be put back; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the installation: where it goes, its size and its hash."""

    path: str
    size: int
    sha256: str


def write_archive(target: Path, files: Iterable[tuple[str, Path]]) -> list[Entry]:
    """Write the files under their names, and last the manifest."""
    entries = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, path in files:
            with path.open("rb") as source, archive.open(_plain(name), "w", force_zip64=True) as kept:
                size, digest = _copy(source, kept, None)
            entries.append(Entry(name, size, digest))
        listed = [{"path": each.path, "size": each.size, "sha256": each.sha256} for each in entries]
        archive.writestr(_plain(MANIFEST), json.dumps({"format": FORMAT, "files": listed}, indent=1))
    return entries


def read_manifest(archive: zipfile.ZipFile, size: int) -> list[Entry]:
    """What the archive holds; UnusableBackup when anything in it is not as we would have written it."""
    members = {info.filename: info for info in archive.infolist()}
    if len(members) != len(archive.infolist()) or len(members) > _MOST_FILES or MANIFEST not in members:
        raise UnusableBackup("Dit is geen reservekopie van Smart Dashboard.")
    for info in members.values():
        _refuse_strange(info)
    if sum(info.file_size for info in members.values()) > size:
        raise UnusableBackup("De reservekopie zegt meer te bevatten dan erin past. Gebruik een andere.")
    entries = _entries(archive, members[MANIFEST])
    listed = {entry.path: entry.size for entry in entries}
    found = {name: info.file_size for name, info in members.items() if name != MANIFEST}
    if listed != found or len(listed) != len(entries):
        raise UnusableBackup(
            "De inhoud van de reservekopie klopt niet met de lijst erin. Gebruik een andere."
        )
    return entries


def extract(archive: zipfile.ZipFile, entry: Entry, target: Path) -> None:
    """Write one file; UnusableBackup when it is not the file that was kept."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry.path) as kept, target.open("xb") as file:
        size, digest = _copy(kept, file, entry.size)
    if (size, digest) != (entry.size, entry.sha256):
        raise UnusableBackup(f"{entry.path} is beschadigd. Gebruik een andere reservekopie.")


def _entries(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> list[Entry]:
    if info.file_size > _LARGEST_MANIFEST:
        raise UnusableBackup("Dit is geen reservekopie van Smart Dashboard.")
    try:
        manifest = json.loads(archive.read(info))
        found_format = int(manifest["format"])
        entries = [Entry(str(e["path"]), int(e["size"]), str(e["sha256"])) for e in manifest["files"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnusableBackup("De lijst in de reservekopie is onleesbaar. Gebruik een andere.") from error
    if found_format > FORMAT:
        raise UnusableBackup("Deze reservekopie is van een nieuwer programma. Werk het programma bij.")
    return entries


def _refuse_strange(info: zipfile.ZipInfo) -> None:
    path = PurePosixPath(info.filename)
    kind = stat.S_IFMT(info.external_attr >> 16)
    is_inside = bool(path.parts) and not path.is_absolute() and str(path) == info.filename
    is_plain = not any(part == ".." or "\\" in part or ":" in part or "\0" in part for part in path.parts)
    if not is_inside or not is_plain or kind not in (0, stat.S_IFREG):
        raise UnusableBackup("De reservekopie bevat een bestand met een verboden plaats of soort.")
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 or info.compress_size != info.file_size:
        raise UnusableBackup("De reservekopie is door een ander programma veranderd. Gebruik een andere.")


def _plain(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    return info


def _copy(source: IO[bytes], target: IO[bytes], limit: int | None) -> tuple[int, str]:
    """Copy, at most one block beyond the limit; the size and hash of what was copied."""
    digest = hashlib.sha256()
    size = 0
    while block := source.read(_CHUNK):
        size += len(block)
        digest.update(block)
        target.write(block)
        if limit is not None and size > limit:
            break
    return size, digest.hexdigest()
