"""Which carrier a file is, told by its extension."""

from collections.abc import Callable, Mapping
from pathlib import Path

from data.importing.carriers import Carrier
from data.importing.carriers.separated import open_separated
from data.importing.carriers.workbook import open_workbook

_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".ods")
_OPENERS: Mapping[str, Callable[[Path], Carrier]] = dict.fromkeys(_WORKBOOKS, open_workbook)

IN_FOLDERS = frozenset({".csv", *_WORKBOOKS})
"""What is taken from a folder; a file that is named by itself may have any extension."""


def open_carrier(path: Path) -> Carrier:
    """The file, ready to be read; UnreadableDelivery when it is no table."""
    return _OPENERS.get(path.suffix.lower(), open_separated)(path)
