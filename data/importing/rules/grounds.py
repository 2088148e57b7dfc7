"""Who may deliver records at all: only a partner for which the plan records the legal ground."""

from data.importing.rules import Rule


def ground_rules() -> list[Rule]:
    """Without a ground a partner computes at home and delivers figures; the finding names that road."""
    return [
        Rule(
            "partner IN (SELECT p.code FROM partner AS p WHERE p.legal_ground IS NULL)",
            "partner",
            "heeft in het plan geen grondslag om gegevens per traject te leveren",
            "Laat de partner zelf de cijfers berekenen (python manage.py samenvatten BESTAND -o cijfers.csv) "
            "en lees die in, of vul de grondslag in het plan in.",
            over=("partner",),
        )
    ]


def retention_rules() -> list[Rule]:
    """What was removed after its retention must not come back, nor count twice."""
    return [
        Rule(
            "delivery_period <= (SELECT max(l.last_period) FROM purge_log AS l)",
            "delivery_period",
            "is gewist na de bewaartermijn; de cijfers staan vast",
            "Lever alleen de halfjaren daarna.",
            over=("delivery_period",),
        )
    ]
