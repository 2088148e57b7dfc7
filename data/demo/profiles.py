"""What makes one fictional partner different from the next: size, kind of help, clients and results."""

from collections.abc import Mapping
from dataclasses import dataclass

Form = tuple[str, str]
"""A domain and the code of a care form within it."""

STAY = ("11", "12", "13", "14")

MEDIAN_DAYS: Mapping[Form, int] = {
    ("jeugd", "01"): 120,
    ("jeugd", "02"): 210,
    ("jeugd", "03"): 240,
    ("jeugd", "04"): 170,
    ("jeugd", "11"): 460,
    ("jeugd", "12"): 400,
    ("jeugd", "13"): 160,
    ("jeugd", "14"): 250,
    ("wmo", "02"): 300,
    ("wmo", "07"): 340,
    ("wmo", "15"): 380,
    ("wmo", "16"): 110,
}
FORMS = tuple(MEDIAN_DAYS)

_ALL_YOUTH = (0.03, 0.14, 0.23, 0.30, 0.24, 0.06, 0.0, 0.0)
_LEAVERS = (0.0, 0.02, 0.08, 0.36, 0.42, 0.12, 0.0, 0.0)
_ADULTS = (0.0, 0.0, 0.0, 0.0, 0.22, 0.20, 0.43, 0.15)
_YOUNG_ADULTS = (0.0, 0.0, 0.0, 0.0, 0.55, 0.35, 0.10, 0.0)


@dataclass(frozen=True)
class Profile:
    """One kind of partner; ages follow `data.schema.AGE_GROUPS`, `youth` is how many 16-27 it asks.

    `size` is relative; `dropout` is the share that stops early in 2024, `satisfaction` the mean mark,
    `response` the share that answers; `uses_gas` partners send scores per goal instead of counts.
    """

    size: float
    forms: Mapping[Form, float]
    dropout: float
    satisfaction: float
    response: float
    youth: float = 0.0
    youth_ages: tuple[float, ...] = _ALL_YOUTH
    adult_ages: tuple[float, ...] = _ADULTS
    code_list: str = "ijw"
    scale: tuple[int, int] = (1, 10)
    uses_gas: bool = False
    is_late: bool = False
    lengths: float = 1.0


PROFILES = (
    Profile(  # Linde
        size=275,
        forms={("jeugd", "14"): 0.56, ("jeugd", "13"): 0.14, ("jeugd", "02"): 0.2, ("jeugd", "04"): 0.1},
        dropout=0.185,
        satisfaction=7.0,
        response=0.48,
        youth=34,
        youth_ages=_LEAVERS,
    ),
    Profile(  # Acacia
        size=190,
        forms={("jeugd", "02"): 0.6, ("jeugd", "01"): 0.2, ("jeugd", "04"): 0.2},
        dropout=0.125,
        satisfaction=7.7,
        response=0.58,
        youth=22,
        uses_gas=True,
    ),
    Profile(  # Esdoorn
        size=150,
        forms={("jeugd", "02"): 0.45, ("jeugd", "03"): 0.2, ("jeugd", "12"): 0.2, ("jeugd", "04"): 0.15},
        dropout=0.165,
        satisfaction=7.3,
        response=0.5,
        youth=18,
        code_list="bij",
    ),
    Profile(  # Beuk
        size=115,
        forms={("jeugd", "02"): 0.3, ("wmo", "02"): 0.5, ("wmo", "07"): 0.2},
        dropout=0.16,
        satisfaction=7.4,
        response=0.45,
        youth=10,
        youth_ages=_LEAVERS,
        adult_ages=_YOUNG_ADULTS,
    ),
    Profile(  # Populier
        size=115,
        forms={("jeugd", "14"): 0.75, ("wmo", "15"): 0.25},
        dropout=0.2,
        satisfaction=6.8,
        response=0.4,
        youth=14,
        youth_ages=_LEAVERS,
        adult_ages=_YOUNG_ADULTS,
    ),
    Profile(  # Iep
        size=80,
        forms={("wmo", "02"): 0.5, ("wmo", "07"): 0.5},
        dropout=0.1,
        satisfaction=7.8,
        response=0.52,
    ),
    Profile(  # Els
        size=55,
        forms={("jeugd", "12"): 0.8, ("jeugd", "04"): 0.2},
        dropout=0.22,
        satisfaction=7.2,
        response=0.38,
        youth=8,
    ),
    Profile(  # Wilg
        size=85,
        forms={("jeugd", "14"): 0.75, ("jeugd", "13"): 0.25},
        dropout=0.24,
        satisfaction=6.7,
        response=0.35,
        youth=7,
        youth_ages=_LEAVERS,
        is_late=True,
        lengths=0.45,
    ),
    Profile(  # Meidoorn
        size=62,
        forms={("jeugd", "14"): 0.7, ("wmo", "15"): 0.3},
        dropout=0.15,
        satisfaction=7.3,
        response=0.55,
        youth=6,
        youth_ages=_LEAVERS,
        adult_ages=_YOUNG_ADULTS,
        scale=(1, 5),
    ),
    Profile(  # Hazelaar
        size=125,
        forms={("wmo", "02"): 0.7, ("wmo", "07"): 0.3},
        dropout=0.09,
        satisfaction=7.6,
        response=0.47,
        youth=6,
    ),
    Profile(  # Vlier
        size=6,
        forms={("jeugd", "11"): 1.0},
        dropout=0.12,
        satisfaction=7.6,
        response=0.6,
        youth=1.5,
        code_list="bij",
    ),
    Profile(  # Berk
        size=5,
        forms={("jeugd", "02"): 1.0},
        dropout=0.14,
        satisfaction=7.9,
        response=0.6,
        youth=1,
        code_list="bij",
    ),
)


def profile(position: int) -> Profile:
    """The profile of the partner at that position, from 0; further partners take the same profiles again."""
    return PROFILES[position % len(PROFILES)]
