"""What is said when a publication stops, because something hidden could be found back."""

from data.store import StoreUnavailable

_NOT_SAFE = (
    "De controle op herleidbaarheid is niet geslaagd: {what}. "
    "Er is niets gepubliceerd; de versie die er was, blijft staan."
)


class AuditFailed(StoreUnavailable):
    """Something hidden could be computed back, so the version must not be served."""

    def __init__(self, what: str) -> None:
        super().__init__(_NOT_SAFE.format(what=what))
