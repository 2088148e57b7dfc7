"""One statement about every figure that records count in, to compare what is computed otherwise with."""

_WHO = ("c.partner", "NULL")
_WHICH = (
    ("NULL", "NULL", "TRUE"),
    ("'hulpvorm'", "c.care_form", "TRUE"),
    ("'leeftijdsgroep'", "c.age_group", "TRUE"),
    ("'verwijzer'", "c.referrer", "TRUE"),
    ("'gemeente'", "c.municipality", "TRUE"),
    ("'informant'", "c.informant", "c.informant IS NOT NULL"),
)


def of_every_figure(statement: str) -> str:
    """The statement for each partner and for all, without a split and by each; rows in order.

    It names what differs: {partner}, {split}, {number}, and {counted}, which records have such a value.
    """
    each = [
        statement.format(partner=partner, split=split, number=number, counted=counted)
        for partner in _WHO
        for split, number, counted in _WHICH
    ]
    return f"{' UNION ALL '.join(each)} ORDER BY ALL"
